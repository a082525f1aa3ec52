"""Weights: how many people or how much land a place, or a part of one, holds, and who says so.

They decide how a figure is divided where a place was; a weight that is not known stays so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

#: What a division rests on. `count` takes all parts for equal; `none` divides nothing.
Basis = Literal["population", "area", "count", "none"]
BASES: tuple[Basis, ...] = get_args(Basis)


@dataclass(frozen=True)
class Weight:
    """One published weight."""

    value: float
    #: Day or year it is about, as text; empty when the source does not say.
    as_of: str = ""
    #: Name of the source in `sources.yml`.
    source: str = ""


@dataclass(frozen=True)
class Weights:
    """Weights of whole places, and of the parts that went from one place into another."""

    whole: Mapping[tuple[str, str], Weight] = field(default_factory=dict)
    #: By place before, place after and basis.
    parts: Mapping[tuple[str, str, str], Weight] = field(default_factory=dict)

    def of(self, place: str, basis: Basis) -> float | None:
        """Return the weight of a place; None when it is not known.

        >>> Weights({("vn/x", "area"): Weight(12.5)}).of("vn/x", "area")
        12.5
        """
        if basis == "count":
            return 1.0
        found = self.whole.get((place, basis))
        return None if found is None else found.value

    def of_part(self, before: str, after: str, basis: Basis) -> float | None:
        """Return the weight of the part of `before` that went into `after`."""
        if basis == "count":
            return 1.0
        found = self.parts.get((before, after, basis))
        return None if found is None else found.value
