"""Which further figures are withheld, so that no hidden one can be worked out from the rest.

Secondary suppression, as statistics offices know it for tables with totals: Hundepool et al.,
Statistical Disclosure Control, 2012, chapter 4. A total and its parts make a relation: whoever
knows all of it but one figure knows that one too. Relations here are a place with the places
directly below it, and a total with its parts in one dimension. While a hidden figure stands
alone in a relation, the smallest other figure of that relation is withheld as well.

This looks at one relation at a time; what several together give away by elimination, or that
a hidden figure lies within narrow bounds, it does not find.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from lotrinh.indicators import ADDITIVE, Indicator
from lotrinh.indicators.check_formula import direct_inputs
from lotrinh.ledger import Key, Observation
from lotrinh.places import Gazetteer


def withheld(
    marked: Collection[Key],
    holds: Mapping[Key, Observation],
    indicators: Mapping[str, Indicator],
    places: Gazetteer,
) -> set[Key]:
    """Return the marked keys and those that must go with them.

    `holds` has the figure that holds for each key; all of its indicators are in `indicators`.
    """
    hidden = set(marked)
    relations = list(_relations(holds, indicators, places))
    while True:
        before = len(hidden)
        hidden |= _computed_from(hidden, holds, indicators)
        for relation in relations:
            alone = relation & hidden
            if len(alone) == 1 and (others := relation - hidden):
                hidden.add(min(others, key=lambda key: _size(holds[key])))
        if len(hidden) == before:
            return hidden


def rests_on(id: str, indicators: Mapping[str, Indicator]) -> frozenset[str]:
    """Return the indicator and all that its formula or its weights rest on, step by step."""
    found: set[str] = set()
    todo = [id]
    while todo:
        if (one := todo.pop()) not in found:
            found.add(one)
            todo += direct_inputs(one, indicators)
            todo += [indicators[one].weight] if indicators[one].weight else []
    return frozenset(found)


def _relations(
    holds: Iterable[Key], indicators: Mapping[str, Indicator], places: Gazetteer
) -> Iterable[frozenset[Key]]:
    """Yield each total that is known, with its known parts; parts without it tell nothing."""
    groups: dict[tuple[Key, str], set[Key]] = defaultdict(set)
    for key in holds:
        if indicators[key.indicator].kind not in ADDITIVE:
            continue
        above = places[key.place].parent if key.place in places else ""
        if above:
            groups[key._replace(place=above), "places"].add(key)
        if key.breakdown:
            dimensions = ";".join(part.split("=")[0] for part in key.breakdown.split(";"))
            groups[key._replace(breakdown=""), dimensions].add(key)
    there = set(holds)
    for (total, _), parts in groups.items():
        if total in there:
            yield frozenset({total, *parts})


def _computed_from(
    hidden: Collection[Key], holds: Iterable[Key], indicators: Mapping[str, Indicator]
) -> set[Key]:
    """Return the published figures that a formula ties to a hidden one in the same place.

    Of all periods: a formula may look back, and the hidden figure stand in any year of it.
    """
    touched = {(key.indicator, key.place) for key in hidden}
    needs = {id: rests_on(id, indicators) - {id} for id in {key.indicator for key in holds}}
    return {key for key in holds if any((id, key.place) in touched for id in needs[key.indicator])}


def _size(one: Observation) -> tuple[float, str]:
    return abs(float(one.value)), one.id
