"""A result: a value for an indicator, a place and a period, computed on a vintage, with its trace.

Observed indicators give results too, so that whoever reads results need not care which is
which. A result that could not be computed is no result: missing is missing, never zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from lotrinh.ledger import Observation
from lotrinh.periods import Period

#: How a value came to be: reported; several shared results and one's own put together; made
#: of shorter periods; made of the places below; or computed by a formula.
How = Literal["observed", "parts", "time", "places", "formula"]

#: Units of which a coverage can tell: one number of 20 bits.
MOST_UNITS = 2**20 - 1


class Key(NamedTuple):
    """What a result is about."""

    indicator: str
    place: str
    period: Period
    #: Which part of the whole; empty for the total.
    breakdown: str = ""


@dataclass(frozen=True)
class Coverage:
    """How much of what was to report stands behind a total.

    >>> Coverage(3, 5).is_complete, min(Coverage(4, 4), Coverage(3, 5), key=Coverage.code)
    (False, Coverage(reported=3, expected=5, weight=None))
    """

    #: Units (the finest places known on the period's last day) with a figure, and all of them.
    reported: int
    expected: int
    #: Share of the weight that they carry, from 0 to 1; None where it is not known.
    weight: float | None = None

    @property
    def is_complete(self) -> bool:
        """Whether every unit stands behind the total."""
        return self.reported == self.expected

    def code(self) -> int:
        """Return one number by which coverages are compared, the same on every engine.

        A lower one covers less; of two that cover as much the one of more units is lower.
        """
        share = (self.reported << 20) // self.expected
        return (share << 40) | ((MOST_UNITS - self.reported) << 20) | self.expected

    @classmethod
    def decoded(cls, code: int, weight: float | None) -> Coverage:
        """Return the coverage that has the code."""
        return cls(MOST_UNITS - ((code >> 20) & MOST_UNITS), code & MOST_UNITS, weight)

    @classmethod
    def least(cls, found: Iterable[Coverage | None]) -> Coverage | None:
        """Return the coverage of what rests on several: the least units and the least weight."""
        known = [one for one in found if one is not None]
        if not known:
            return None
        weights = [one.weight for one in known if one.weight is not None]
        units = min(known, key=cls.code)
        return cls(units.reported, units.expected, min(weights, default=None))


@dataclass(frozen=True)
class Result:
    """One value and what it was made of."""

    indicator: str
    place: str
    period: Period
    #: In the unit of the indicator.
    value: float
    #: actual, preliminary or estimate: the least firm of all inputs.
    status: str
    #: "<" or ">" when the value is only a bound; empty otherwise.
    qualifier: str = ""
    #: The formula it was computed by; empty when observed.
    formula: str = ""
    #: The results it was made of, in the order of the formula, of places or of periods.
    inputs: tuple[Result, ...] = ()
    #: For an observed value: the observation that holds.
    observation: Observation | None = None
    #: Which part of the whole; empty for the total.
    breakdown: str = ""
    how: How = "observed"
    #: None where no total stands behind the value: a place's own figure is always whole.
    coverage: Coverage | None = None

    @property
    def key(self) -> Key:
        """What the result is about."""
        return Key(self.indicator, self.place, self.period, self.breakdown)

    @property
    def is_partial(self) -> bool:
        """Whether units are missing from a total that stands behind the value."""
        return self.coverage is not None and not self.coverage.is_complete

    def observations(self) -> Iterator[Observation]:
        """Yield every observation the value rests on, depth first, each once."""
        seen: set[str] = set()
        for one in _leaves(self):
            if one.id not in seen:
                seen.add(one.id)
                yield one


def _leaves(result: Result) -> Iterator[Observation]:
    if result.observation is not None:
        yield result.observation
    for part in result.inputs:
        yield from _leaves(part)
