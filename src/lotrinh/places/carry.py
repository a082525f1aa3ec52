"""Carries figures that add up from one map to another, and says how sure the outcome is.

For figures that add (people, money, things); a ratio is carried through its numerator and
its denominator, which is for the engine.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lotrinh.places.crosswalk import WHOLE, Crosswalk, Share


@dataclass(frozen=True)
class Carried:
    """The figure of one unit of the new map."""

    #: None when a unit it is made of has not reported, or a share is not known.
    value: float | None
    #: How many of the units it is made of have a figure, and how many there are.
    reported: int
    expected: int
    #: `whole` when only whole units were added, else the bases of the estimate, or `none`.
    basis: str = WHOLE
    #: Units it is made of that have no figure.
    missing: tuple[str, ...] = ()
    #: Shares it would need that are not known.
    unknown: tuple[Share, ...] = ()

    @property
    def is_exact(self) -> bool:
        """Whether the value is a sum of whole units."""
        return self.value is not None and self.basis == WHOLE


def carry(values: Mapping[str, float], over: Crosswalk) -> dict[str, Carried]:
    """Return the figure of every unit of the other map.

    Missing is missing, never zero: a unit of which one part has not reported has no value,
    and says which part.

    >>> merge = Crosswalk(("a", "b"), ({one: (Share(one, "c", 1.0),) for one in "ab"},))
    >>> carry({"a": 2.0, "b": 3.0}, merge)["c"].value
    5.0
    >>> carry({"a": 2.0}, merge)["c"]
    Carried(value=None, reported=1, expected=2, basis='whole', missing=('b',), unknown=())
    """
    return {id: _carried(shares, values) for id, shares in over.into.items()}


def _carried(shares: tuple[Share, ...], values: Mapping[str, float]) -> Carried:
    missing = tuple(one.before for one in shares if one.before not in values)
    unknown = tuple(one for one in shares if one.share is None)
    bases = sorted({one.basis for one in shares if not one.is_exact})
    value = None
    if not missing and not unknown:
        value = sum(values[one.before] * one.share for one in shares if one.share is not None)
    return Carried(
        value=value,
        reported=len(shares) - len(missing),
        expected=len(shares),
        basis=", ".join(bases) or WHOLE,
        missing=missing,
        unknown=unknown,
    )
