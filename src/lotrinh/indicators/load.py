"""Reads indicators, one YAML a file, shared ones and those of one plan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from itertools import pairwise
from pathlib import PurePosixPath

from lotrinh.base.errors import LotrinhError, Problems, wrong
from lotrinh.base.fields import Fields
from lotrinh.base.files import Files, under
from lotrinh.bodies import Register
from lotrinh.indicators.aggregation import check_weights, over_places_of, over_time_of
from lotrinh.indicators.disaggregation import Disaggregation, gather_disaggregations
from lotrinh.indicators.indicator import Earlier, Indicator
from lotrinh.indicators.read_yaml import read_yaml
from lotrinh.indicators.unit import unit

FOLDER = "indicators"


def load_indicators(files: Files, bodies: Register, plan_folder: str = "") -> dict[str, Indicator]:
    """Return the shared indicators and those of the plan, by id.

    Raises one LotrinhError with every wrong field of every file. Formulas are checked apart,
    by `check_formulas`.
    """
    problems = Problems()
    found = gather_indicators(files, bodies, (plan_folder,), problems)
    problems.raise_if_any()
    return found


def gather_indicators(
    files: Files, bodies: Register, plan_folders: Iterable[str], problems: Problems
) -> dict[str, Indicator]:
    """Return the indicators that are right, and note in `problems` what is wrong with the rest."""
    found: dict[str, tuple[Indicator, Fields]] = {}
    dimensions = gather_disaggregations(files, problems)
    folders = [FOLDER, *(f"{one}/{FOLDER}" for one in plan_folders)]
    for path, text in (pair for folder in folders for pair in under(files, folder, ".yml")):
        try:
            fields = read_yaml(text, path, "indicators", "indicator")
            indicator = _indicator(fields, dimensions)
        except LotrinhError as error:
            problems.take(error)
            continue
        if indicator.id in found:
            problems.add("indicators.twice", fields.where("id"), id=indicator.id)
        if indicator.custodian not in bodies:
            problems.add("bodies.unknown", fields.where("custodian"), id=indicator.custodian)
        found[indicator.id] = (indicator, fields)
    for indicator, fields in found.values():
        for id in indicator.other_definitions:
            if id not in found:
                where = fields.where("other_definitions")
                problems.add("indicators.unknown", where, id=id, near=nearest(id, found))
    check_weights(found, problems)
    return {id: indicator for id, (indicator, _) in found.items()}


def nearest(id: str, known: object) -> str:
    """Return the known ids nearest to a misspelt one, as text; a dash when none is near."""
    return ", ".join(get_close_matches(id, list(known), n=3)) or "–"  # type: ignore[call-overload]


def _disaggregations(
    fields: Fields, known: dict[str, Disaggregation]
) -> tuple[Disaggregation, ...]:
    problems = Problems()
    for id in fields.texts("disaggregations"):
        if id not in known:
            where = fields.where("disaggregations")
            values = {"id": id, "known": sorted(known), "near": nearest(id, known)}
            problems.add("indicators.unknown_disaggregation", where, **values)
    problems.raise_if_any()
    return tuple(known[id] for id in fields.texts("disaggregations"))


def _earlier(fields: Fields) -> tuple[Earlier, ...]:
    """Return earlier definitions in order; each holds until the next, the last until today's."""
    found = [
        Earlier(at.day_or_none("valid_from"), at.words("definition"), at.text("formula"),
                at.texts("references"), at.data.get("comparable", False))
        for at in fields.each("earlier")
    ]  # fmt: skip
    days = [one.valid_from or date.min for one in found]
    days.append(fields.day_or_none("valid_from") or date.min)
    if any(later <= sooner for sooner, later in pairwise(days)):
        raise wrong("indicators.earlier_order", fields.where("earlier"))
    if any(bool(one.formula) != ("formula" in fields) for one in found):
        raise wrong("indicators.earlier_computed", fields.where("earlier"))
    return tuple(found)


def _indicator(fields: Fields, dimensions: dict[str, Disaggregation]) -> Indicator:
    id = fields.text("id")
    if id != PurePosixPath(fields.file).stem:
        raise wrong("indicators.id_is_not_file_name", fields.where("id"), id=id)
    least, greatest = fields.decimal_or_none("least"), fields.decimal_or_none("greatest")
    kind, measured = fields.data["kind"], unit(fields.text("unit"), fields.where("unit"))
    over_places, weight = over_places_of(fields, kind, measured)
    return Indicator(
        id=id,
        name=fields.words("name"),
        definition=fields.words("definition"),
        unit=measured,
        kind=kind,
        direction=fields.data["direction"],
        formula=fields.text("formula"),
        price_basis=fields.text("price_basis"),
        custodian=fields.text("custodian"),
        references=fields.texts("references"),
        other_definitions=fields.texts("other_definitions"),
        note=fields.words_or_none("note"),
        least=None if least is None else float(least),
        greatest=None if greatest is None else float(greatest),
        every_years=int(fields.data.get("every_years", 1)),
        valid_from=fields.day_or_none("valid_from"),
        disaggregations=_disaggregations(fields, dimensions),
        over_places=over_places,
        over_time=over_time_of(fields, kind),
        weight=weight,
        missing="partial" if fields.text("missing") == "partial" else "strict",
        mark=fields.data.get("mark", ""),
        earlier=_earlier(fields),
        codes=fields.texts("codes"),
        frequency=tuple(fields.data.get("frequency", ())),
        sources=fields.words_or_none("sources"),
    )
