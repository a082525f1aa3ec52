"""Makes the totals of places of what was reported below them, and says how much is missing.

A place's own figure holds. Where there is none, the nearest figures below are put together,
each standing for all units below it. A result that several report together is part of what
each has done, and counts once where they meet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from lotrinh.engine.put_together import FIRMNESS, put_together
from lotrinh.engine.result import Coverage, Key, Result
from lotrinh.engine.territory import Land, Territory
from lotrinh.indicators.indicator import Indicator
from lotrinh.ledger import Key as Part
from lotrinh.periods import Period

#: What was reported of one series in one period: by place, its own and shared results by name.
Reported = Mapping[str, Mapping[str, Result]]


def over_places(
    reported: Mapping[Part, Result], indicators: Mapping[str, Indicator], territory: Territory
) -> dict[Key, Result]:
    """Return one result for each place that reported and each above it whose kind adds up."""
    series: dict[tuple[str, Period, str], dict[str, dict[str, Result]]] = {}
    found: dict[Key, Result] = {}
    for part, one in reported.items():
        if one.qualifier:
            if not part.shared:  # of a result of several a bound says nothing about either
                found[Key(*part[:4])] = one
        else:
            by_place = series.setdefault((part.indicator, part.period, part.breakdown), {})
            by_place.setdefault(part.place, {})[part.shared] = one
    weights = {one.weight for one in indicators.values()}
    # Weights come first: the weight of a place may itself be a total.
    for (name, period, breakdown), by_place in sorted(
        series.items(), key=lambda item: item[0][0] not in weights
    ):
        total = _Totals(indicators[name], period, breakdown, by_place, territory.on(period), found)
        for place in total.places():
            made = total.of(place)
            if made is not None:
                found[made.key] = made
    return found


class _Totals:
    """The totals of one series in one period."""

    def __init__(
        self,
        indicator: Indicator,
        period: Period,
        breakdown: str,
        reported: Reported,
        land: Land,
        found: Mapping[Key, Result],
    ) -> None:
        self.indicator = indicator
        self.period = period
        self.breakdown = breakdown
        self.reported = reported
        self.land = land
        self.found = found

    def places(self) -> Iterator[str]:
        """Yield the places that reported, then those above them if the figures add up."""
        yield from self.reported
        if self.indicator.over_places != "none":
            above = {one for place in self.reported for one in _above(place, self.land)}
            yield from sorted(above - set(self.reported))

    def of(self, place: str) -> Result | None:
        """Return the figure of a place: its own, or the total of those below."""
        if place in self.reported:
            own = tuple(self.reported[place].values())
            if len(own) == 1:
                return own[0]
            return put_together(self._key(place), own, "parts")
        nearest = tuple(self._nearest(place))
        if not nearest:
            return None
        if self.indicator.over_places == "mean":
            return self._mean(place, nearest)
        figures = _shared_once(self.reported[one] for one in nearest)
        coverage = self._coverage(place, nearest)
        return put_together(self._key(place), figures, "places", coverage=coverage)

    def _nearest(self, place: str) -> Iterator[str]:
        """Yield the nearest places below that reported."""
        for below in self.land.made_of(place):
            if below in self.reported:
                yield below
            else:
                yield from self._nearest(below)

    def _mean(self, place: str, nearest: Iterable[str]) -> Result | None:
        """Return the mean of the figures whose weight is known."""
        weighed = {one: weight for one in nearest if (weight := self._weight(one)) is not None}
        total = sum(weighed.values())
        if not total:
            return None
        figures = [self.of(one) for one in weighed]
        there = [one for one in figures if one is not None]
        value = sum(one.value * weighed[one.place] for one in there) / total
        coverage = self._coverage(place, weighed)
        return put_together(self._key(place), there, "places", value=value, coverage=coverage)

    def _coverage(self, place: str, nearest: Iterable[str]) -> Coverage:
        reported, whole = tuple(nearest), self._weight(place)
        weights = [self._weight(one) for one in reported]
        known = sum(one for one in weights if one is not None)
        share = known / whole if whole and None not in weights else None
        return Coverage(sum(map(self.land.units, reported)), self.land.units(place), share)

    def _weight(self, place: str) -> float | None:
        """Return what a place weighs; None when that is not known, or not of all its units."""
        key = Key(self.indicator.weight, place, self.period, self.breakdown)
        one = self.found.get(key)
        return None if one is None or one.qualifier or one.is_partial else one.value

    def _key(self, place: str) -> Key:
        return Key(self.indicator.id, place, self.period, self.breakdown)


def _above(place: str, land: Land) -> Iterator[str]:
    while (above := land.parent(place)) and place in land.made_of(above):
        yield above
        place = above


def _shared_once(reported: Iterable[Mapping[str, Result]]) -> list[Result]:
    """Return all figures of one's own, and of each shared result the one that holds."""
    found: list[Result] = []
    shared: dict[str, list[Result]] = defaultdict(list)
    for by_name in reported:
        for name, one in by_name.items():
            (shared[name] if name else found).append(one)
    return found + [max(of_one, key=_strength) for of_one in shared.values()]


def _strength(one: Result) -> tuple[date, int, str]:
    """Of two reports of one result the later holds, or the firmer of one day, as in the ledger."""
    return max(
        (seen.recorded_at, FIRMNESS.index(seen.status), seen.id) for seen in one.observations()
    )
