"""Looks at other places and parts: the place above, the places below, the categories.

Plain Python, for the reference engine; `crossings_sql` says the same to a database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from lotrinh.engine.put_together import put_together
from lotrinh.engine.result import Coverage, Key, Result
from lotrinh.engine.steps import Crossing, parts_of, without
from lotrinh.engine.territory import Land, Territory

Figure = Callable[[Key], Result | None]


def crossed(
    step: Crossing, results: Mapping[Key, Result], territory: Territory
) -> dict[Key, Result]:
    """Return the whole series of a crossing."""
    keys = {
        key
        for source, one in results.items()
        if source.indicator == step.source and not one.qualifier
        for key in reached(step, source, territory.on(source.period))
    }
    made = {key: cross_one(step, key, results.get, territory) for key in keys}
    return {key: one for key, one in made.items() if one is not None}


def cross_one(step: Crossing, key: Key, figure: Figure, territory: Territory) -> Result | None:
    """Return one value of a crossing; None when there is none."""
    land = territory.on(key.period)
    match step.kind:
        case "above":
            parent = land.parent(key.place)
            found = _exact(figure(key._replace(indicator=step.source, place=parent)))
            return None if found is None else put_together(
                key, [found], "places", coverage=found.coverage)  # fmt: skip
        case "count":
            return _count(step, key, figure, land)
        case "sum_over":
            return _sum_over(step, key, figure)


def _count(step: Crossing, key: Key, figure: Figure, land: Land) -> Result | None:
    units = land.of_level(key.place, step.by) or ()
    of_units = [figure(key._replace(indicator=step.source, place=unit)) for unit in units]
    there = [one for one in map(_exact, of_units) if one is not None]
    if not there:
        return None
    coverage = Coverage(len(there), len(units))
    return put_together(key, there, "places", coverage=coverage)


def _sum_over(step: Crossing, key: Key, figure: Figure) -> Result | None:
    """Every category must have a value."""
    keys = [
        key._replace(indicator=step.source, breakdown=one)
        for one in parts_of(key.breakdown, step.by, step.categories)
    ]
    there = [one for one in map(_exact, map(figure, keys)) if one is not None]
    if len(there) < len(keys) or not keys:
        return None
    coverage = Coverage.least(one.coverage for one in there)
    return put_together(key, there, "parts", coverage=coverage)


def reached(step: Crossing, source: Key, land: Land) -> Iterator[Key]:
    """Yield the keys of the crossing that a source's value may enter."""
    mine = source._replace(indicator=step.id)
    match step.kind:
        case "above":
            for below in land.tree.children(source.place):
                yield mine._replace(place=below.id)
        case "count":
            for place in _with_above(source.place, land):
                yield mine._replace(place=place)
        case "sum_over":
            whole = without(source.breakdown, step.by)
            if whole is not None:
                yield mine._replace(breakdown=whole)


def _with_above(place: str, land: Land) -> Iterable[str]:
    return (place, *(one.id for one in land.tree.above(place)))


def _exact(one: Result | None) -> Result | None:
    return None if one is None or one.qualifier else one
