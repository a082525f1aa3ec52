"""A result: a value for an indicator, a place and a period, computed on a vintage, with its trace.

Observed indicators give results too, so that whoever reads results need not care which is
which. A result that could not be computed is no result: missing is missing, never zero.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lotrinh.ledger import Observation
from lotrinh.periods import Period

#: What a result is about.
Key = tuple[str, str, Period]


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
    #: For a computed value: the results it was computed from, in the order of the formula.
    inputs: tuple[Result, ...] = ()
    #: For an observed value: the observation that holds.
    observation: Observation | None = None

    @property
    def key(self) -> Key:
        """What the result is about: indicator, place and period."""
        return (self.indicator, self.place, self.period)

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
