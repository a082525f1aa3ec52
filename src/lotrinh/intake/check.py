"""Checks figures against what is known of their indicator and place.

Every door for figures passes through here, so that no figure can be kept that names an
unknown indicator, an ended place, a wrong unit or an impossible value: the ledger takes only
what this file has marked as checked.
"""

from __future__ import annotations

from collections.abc import Mapping

from lotrinh.base.errors import LotrinhError, Problems, Where
from lotrinh.indicators import Indicator, unit
from lotrinh.indicators.load import nearest
from lotrinh.ledger import Checked, Observation, Submission, read_breakdown
from lotrinh.ledger.supersede import cell
from lotrinh.places import Gazetteer


def check_submission(
    submission: Submission,
    indicators: dict[str, Indicator],
    places: Gazetteer,
    wheres: Mapping[str, Where] | None = None,
) -> Checked:
    """Return the submission marked as checked.

    `wheres` tells where each observation, by its id, was read: a cell, a line. Raises one
    LotrinhError with everything that is wrong with every figure; then nothing is marked.
    """
    problems = Problems()
    for figure in submission.figures:
        one = figure.observation
        where = (wheres or {}).get(one.id) or Where(field=cell(one.key))
        try:
            check_observation(one, where, indicators, places)
        except LotrinhError as error:
            problems.take(error)
    problems.raise_if_any()
    return Checked(submission)


def check_observation(
    one: Observation, where: Where, indicators: dict[str, Indicator], places: Gazetteer
) -> None:
    """Raise one LotrinhError with everything that is wrong with the observation."""
    problems = Problems()
    if one.indicator not in indicators:
        near = nearest(one.indicator, indicators)
        problems.add("indicators.unknown", _at(where, "indicator"), id=one.indicator, near=near)
    else:
        _check_figure(one, where, indicators[one.indicator], problems)
        _check_part(one, where, indicators[one.indicator], problems)
    if one.place not in places:
        problems.add("places.unknown", _at(where, "place"), id=one.place)
    elif (ended := places[one.place].valid_to) and one.period.first_day > ended:
        values = {"place": places[one.place], "day": ended, "period": one.period}
        problems.add("intake.place_ended", _at(where, "place"), **values)
    if one.recorded_at < one.period.first_day:
        problems.add("intake.known_too_early", _at(where, "recorded_at"), period=one.period)
    problems.raise_if_any()


def _check_figure(one: Observation, where: Where, indicator: Indicator, problems: Problems) -> None:
    try:
        reported = unit(one.unit, _at(where, "unit"))
    except LotrinhError as error:
        problems.take(error)
        return
    if reported.dimension != indicator.unit.dimension:
        values = {"unit": reported, "expected": indicator.unit, "indicator": indicator}
        problems.add("intake.wrong_unit", _at(where, "unit"), **values)
        return
    value = float(one.value) * reported.scale / indicator.unit.scale
    low = indicator.least is not None and value < indicator.least
    high = indicator.greatest is not None and value > indicator.greatest
    if low or high:
        bound = indicator.least if low else indicator.greatest
        values = {"value": one.value, "indicator": indicator, "bound": bound}
        problems.add("intake.impossible", _at(where, "value"), **values)
    if indicator.price_basis != one.price_basis:
        values = {"basis": one.price_basis or "–", "expected": indicator.price_basis or "–"}
        problems.add("intake.price_basis", _at(where, "price_basis"), **values)


def _check_part(one: Observation, where: Where, indicator: Indicator, problems: Problems) -> None:
    """Note a breakdown or a shared result that the indicator cannot have."""
    at = _at(where, "breakdown")
    try:
        parts = read_breakdown(one.breakdown, at)
    except LotrinhError as error:
        problems.take(error)
        parts = {}
    for dimension, category in parts.items():
        found = indicator.disaggregation(dimension)
        if found is None:
            known = [known.id for known in indicator.disaggregations] or ["–"]
            values = {"dimension": dimension, "indicator": indicator, "known": known}
            problems.add("intake.not_broken_down", at, **values)
        elif category not in found.categories:
            values = {"category": category, "dimension": found, "known": [*found.categories]}
            problems.add("intake.unknown_category", at, **values)
    if one.shared and indicator.over_places != "sum":
        problems.add("intake.shared_not_additive", _at(where, "shared"), indicator=indicator)


def _at(where: Where, column: str) -> Where:
    return Where(where.file, where.line, column)
