"""Restates an indicator on the map of another day; the figures it starts from stay untouched.

What adds up is carried over the crosswalk. A ratio goes by way of its numerator and its
denominator and is computed anew; a ratio, rate, index or rank that was only published has no
parts to carry and is refused. A missing figure or an unknown share gives no value, with the
reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from lotrinh.base.source import Source
from lotrinh.base.words import Words, both
from lotrinh.engine.compute import compute
from lotrinh.engine.result import Coverage, Result
from lotrinh.indicators.check_formula import direct_inputs, inputs
from lotrinh.indicators.indicator import ADDITIVE, Indicator
from lotrinh.ledger import Observation, Vintage
from lotrinh.ledger.observation import Status
from lotrinh.periods import Period
from lotrinh.places import Basis, Carried, Crosswalk, Gazetteer, Share, Weights, carry, crosswalk

_FIRMNESS: tuple[Status, ...] = ("estimate", "preliminary", "actual")


#: The day on which figures set out to another map, and the level of their places.
Departure = tuple[date, str]
#: Indicator, place and period of a total; parts of the whole are not carried.
_Thing = tuple[str, str, Period]


@dataclass(frozen=True)
class Restated:
    """One figure on the asked map, or the reason why there is none."""

    indicator: str
    place: str
    period: Period
    value: float | None
    status: str
    #: Units of the earlier map it was made of, itself when it needed no carrying.
    made_of: tuple[str, ...]
    reported: int
    expected: int
    #: `whole` where nothing was estimated, else what the divisions rest on.
    basis: str
    #: Why there is no value.
    reason: Words | None = None
    #: Whether it was refused because a share is not known, or the figure cannot be carried.
    is_refused: bool = False


@dataclass(frozen=True)
class Maps:
    """The places of all days, and what divisions may rest on."""

    gazetteer: Gazetteer
    basis: Basis = "none"
    weights: Weights | None = None

    def sorted_out(
        self, places: Iterable[str], day: date
    ) -> tuple[list[str], dict[Departure, set[str]]]:
        """Return which of the places are there on a day, and from where the others go there.

        Who starts nearest to the day comes last, and of those the finest: of two figures that
        arrive in one place theirs holds.
        """
        here: list[str] = []
        apart: dict[Departure, set[str]] = defaultdict(set)
        for id in places:
            one = self.gazetteer.places.get(id)
            if one is None:
                continue
            if one.is_there_on(day):
                here.append(id)
            elif one.valid_to is not None and one.valid_to <= day:
                apart[one.valid_to - timedelta(days=1), one.level].add(id)
            elif one.valid_from is not None:
                apart[one.valid_from, one.level].add(id)
        order = sorted(apart, key=lambda at: (-abs(at[0] - day), at[1] == "commune", at))
        return here, {at: apart[at] for at in order}


def restate(
    name: str, indicators: Mapping[str, Indicator], vintage: Vintage, maps: Maps, day: date
) -> tuple[Restated, ...]:
    """Return the indicator for every place of the day's map that its figures reach."""
    leaves = inputs(name, indicators)
    known = {one: indicators[one] for one in with_inputs(name, indicators)}
    results = compute(known, vintage)
    carried: dict[_Thing, Restated] = {}
    for leaf in leaves:
        figures = [
            one for one in results.all()
            if one.indicator == leaf and not one.breakdown and not one.qualifier
        ]  # fmt: skip
        for restated in _carry_all(known[leaf], figures, maps, day):
            key = leaf, restated.place, restated.period
            if restated.value is not None or key not in carried:
                carried[key] = restated
    if name in leaves:
        return tuple(sorted(carried.values(), key=_order))
    return tuple(sorted(_computed(name, known, carried, vintage.as_known_on), key=_order))


def _carry_all(
    indicator: Indicator, figures: list[Result], maps: Maps, day: date
) -> Iterator[Restated]:
    """Yield the figures of one observed indicator on the day's map.

    A place that is there on that day keeps its own figure, whatever could be carried to it.
    """
    by_place: dict[str, list[Result]] = defaultdict(list)
    for one in figures:
        by_place[one.place].append(one)
    here, apart = maps.sorted_out(by_place, day)
    done: set[tuple[str, Period]] = set()
    for one in (one for place in here for one in by_place[place]):
        done.add((one.place, one.period))
        yield Restated(indicator.id, one.place, one.period, one.value, one.status,
                       (one.place,), 1, 1, "whole")  # fmt: skip
    for at, places in apart.items():
        over = way(maps, at, day)
        periods: dict[Period, dict[str, Result]] = defaultdict(dict)
        for one in (one for place in sorted(places) for one in by_place[place]):
            periods[one.period][one.place] = one
        for period, found in periods.items():
            for after, sum_of in carry({id: one.value for id, one in found.items()}, over).items():
                if sum_of.reported and (after, period) not in done:
                    shares = over.into[after]
                    yield _carried(indicator, after, period, sum_of, shares, found, maps, day)


def way(maps: Maps, start: Departure, day: date) -> Crosswalk:
    """Return the way from the places of one level and day to those of another day."""
    first, level = start
    return crosswalk(
        maps.gazetteer, first, day, level=level,
        to_level="commune" if level == "district" else level,
        basis=maps.basis, weights=maps.weights,
    )  # fmt: skip


def _carried(
    indicator: Indicator,
    after: str,
    period: Period,
    one: Carried,
    shares: tuple[Share, ...],
    found: Mapping[str, Result],
    maps: Maps,
    day: date,
) -> Restated:
    """Return one carried figure, or the reason why it cannot be."""
    place = maps.gazetteer[after]
    reason, refused = None, True
    if not place.is_there_on(day):
        reason = both("places.no_successor", place=place, day=day)
    elif indicator.kind not in ADDITIVE and not (len(shares) == 1 and shares[0].is_exact):
        reason = both("places.not_additive", indicator=indicator.name, place=place)
    elif one.unknown:
        before = [maps.gazetteer[share.before] for share in one.unknown]
        reason = both("places.no_basis", place=place, before=before)
    elif one.missing:
        missing = [maps.gazetteer[id] for id in one.missing]
        values = {"reported": one.reported, "expected": one.expected, "missing": missing}
        reason, refused = both("places.not_reported", place=place, **values), False
    made_of = tuple(share.before for share in shares)
    status = _least_firm(found[id].status for id in made_of if id in found)
    value = one.value if reason is None else None
    return Restated(indicator.id, after, period, value, status, made_of, one.reported,
                    one.expected, one.basis, reason, refused and reason is not None)  # fmt: skip


def _computed(
    name: str, known: Mapping[str, Indicator], carried: Mapping[_Thing, Restated], day: date
) -> Iterator[Restated]:
    """Yield an indicator with a formula, computed anew from its carried inputs."""
    figures = [_as_observation(known[key[0]], one, day) for key, one in carried.items()
               if one.value is not None]  # fmt: skip
    results = compute(known, Vintage.freeze(figures, day))
    by_cell: dict[tuple[str, Period], list[Restated]] = defaultdict(list)
    for (_, place, period), one in carried.items():
        by_cell[place, period].append(one)
    later = {(one.place, one.period) for one in results.all() if one.indicator == name}
    for place, period in by_cell.keys() | later:
        found = results.get(name, place, period)
        used = found.observations() if found else ()
        parts = [carried[one.indicator, one.place, one.period] for one in used]
        parts = parts or by_cell[place, period]
        least = min(parts, key=lambda one: Coverage(one.reported, one.expected).code())
        blamed = next((one for one in parts if one.reason is not None), None)
        no_input = both("places.no_input") if found is None else None
        yield Restated(
            indicator=name,
            place=place,
            period=period,
            value=None if found is None else found.value,
            status=found.status if found else _least_firm(one.status for one in parts),
            made_of=tuple(dict.fromkeys(id for one in parts for id in one.made_of)),
            reported=least.reported,
            expected=least.expected,
            basis=", ".join(sorted({one.basis for one in parts} - {"whole"})) or "whole",
            reason=blamed.reason if found is None and blamed else no_input,
            is_refused=found is None and blamed is not None and blamed.is_refused,
        )


def with_inputs(name: str, indicators: Mapping[str, Indicator]) -> set[str]:
    """Return an indicator and all that its formula rests on, step by step."""
    return {name}.union(*(with_inputs(one, indicators) for one in direct_inputs(name, indicators)))


def _as_observation(indicator: Indicator, one: Restated, day: date) -> Observation:
    """Return a carried figure in the shape that the engine reads; it is never recorded."""
    return Observation(
        indicator=indicator.id,
        place=one.place,
        period=one.period,
        value=Decimal(repr(one.value)),
        unit=indicator.unit.code,
        status=_least_firm([one.status]),
        source=Source("restated"),
        recorded_at=day,
        price_basis=indicator.price_basis,
    )


def _least_firm(found: object) -> Status:
    statuses = set(found)  # type: ignore[call-overload]
    return next((one for one in _FIRMNESS if one in statuses), "actual")


def _order(one: Restated) -> tuple[str, Period]:
    return (one.place, one.period)
