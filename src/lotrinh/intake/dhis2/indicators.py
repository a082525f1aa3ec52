"""Makes indicators of ours of those in a DHIS2 metadata file, and of the figures they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from lotrinh.base.errors import LotrinhError, Problems, Where, wrong
from lotrinh.indicators.formula import Formula, Number, Operation, names
from lotrinh.indicators.indicator import Kind
from lotrinh.indicators.read_formula import read_formula
from lotrinh.indicators.unit import Unit, known_units, unit
from lotrinh.indicators.unit_of_formula import Measure, measure_of
from lotrinh.intake.dhis2.expression import read_expression
from lotrinh.intake.dhis2.items import Items
from lotrinh.intake.dhis2.metadata import Metadata, Thing, name_of


@dataclass(frozen=True)
class Asked:
    """What the file does not say and a person must."""

    #: The body whose figures these are.
    custodian: str
    #: Days of the period that figures are reported for, for indicators that are annualised.
    days: int | None = None
    #: Whether a missing figure beside one that is there counts as zero, as in DHIS2.
    zero_for_missing: bool = False


@dataclass(frozen=True)
class Translation:
    """The indicators as the fields of their files, and every reason why others are none."""

    indicators: Mapping[str, Mapping[str, Any]]
    translated: int
    problems: Problems


def translate(metadata: Metadata, asked: Asked) -> Translation:
    """Translate every indicator of a file that can be said here; raises nothing.

    What cannot be said is in `problems`, one for each indicator.
    """
    items, problems = Items(metadata), Problems()
    types = metadata.by_id("indicatorTypes")
    made: dict[str, tuple[Thing, Formula]] = {}
    for uid, one in metadata.by_id("indicators").items():
        where = _where(metadata, one)
        try:
            kind = types.get(str(one.get("indicatorType", {}).get("id")), {})
            formula = _formula(one, Decimal(str(kind.get("factor", 1))), items, asked, where)
            if not any(names(formula)):
                raise wrong("intake.dhis2_constant", where, formula=formula)
            read_formula(str(formula), where)
            made[items.indicators[uid]] = (one, formula)
        except LotrinhError as error:
            problems.take(error, where)
    _leave_out(made, items, metadata, problems)
    found = {id: _observed(id, one, asked) for id, one in items.observed.items()}
    units = _units(made, metadata, problems)
    computed = {id: _computed(id, *made[id], units[id], asked) for id in made if id in units}
    used = {name.indicator for id in computed for name in names(made[id][1])}
    kept = {id: fields for id, fields in found.items() if id in used}
    return Translation(kept | computed, len(computed), problems)


def _where(metadata: Metadata, one: Thing) -> Where:
    return Where(metadata.file, field=f"indicators {one['id']} ({name_of(one)})")


def _formula(one: Thing, factor: Decimal, items: Items, asked: Asked, where: Where) -> Formula:
    """Return factor × numerator / denominator, without what changes nothing."""

    def read(part: str) -> Formula:
        text = str(one.get(part) or "")
        try:
            return read_expression(text, items, zero_for_missing=asked.zero_for_missing)
        except LotrinhError as error:
            there = replace(where, field=f"{where.field} {part}")
            raise LotrinhError([replace(p, where=there) for p in error.problems]) from error

    formula, divisor = read("numerator"), read("denominator")
    if one.get("annualized"):
        if asked.days is None:
            raise wrong("intake.dhis2_annualised", where)
        # DHIS2 rounds the factor, and so do we: its values are to come out.
        yearly = round(factor * 365 / asked.days, 2) / factor
        formula = Operation("*", Number(yearly.normalize()), formula)
    if factor != 1:
        formula = Operation("*", Number(factor), formula)
    return formula if divisor == Number(Decimal(1)) else Operation("/", formula, divisor)


def _leave_out(
    made: dict[str, tuple[Thing, Formula]], items: Items, metadata: Metadata, problems: Problems
) -> None:
    """Refuse what rests on an indicator that was refused, until nothing does."""
    while True:
        gone = {id for id in items.indicators.values() if id not in made}
        resting = [id for id, (_, one) in made.items()
                   if gone & {name.indicator for name in names(one)}]  # fmt: skip
        if not resting:
            return
        for id in resting:
            one, formula = made.pop(id)
            lacks = sorted(gone & {name.indicator for name in names(formula)})
            problems.add("intake.dhis2_rests_on", _where(metadata, one), lacks=lacks)


def _units(
    made: Mapping[str, tuple[Thing, Formula]], metadata: Metadata, problems: Problems
) -> dict[str, Unit]:
    """Return the unit that each formula gives: per cent, or a plain number."""
    found: dict[str, Unit] = {}
    opened: set[str] = set()

    def measure(name: str) -> Measure:
        if name not in made:
            return Measure()
        if name not in found:
            if name in opened:
                raise wrong("intake.dhis2_circle", name=name)
            opened.add(name)
            found[name] = _unit_of(measure_of(made[name][1], measure))
        return Measure(found[name].scale, found[name].dimension)

    for id, (one, _) in made.items():
        try:
            measure(id)
        except LotrinhError as error:
            problems.take(error, _where(metadata, one))
    return found


def _unit_of(measure: Measure) -> Unit:
    for code in ("ratio", "percent"):
        if measure.fits(unit(code)):
            return unit(code)
    for one in known_units().values():
        if measure.fits(one):
            return one
    raise wrong("intake.dhis2_factor", factor=f"{1 / measure.scale:g}")


def _observed(id: str, one: Mapping[str, Any], asked: Asked) -> dict[str, Any]:
    fields = dict(one["fields"])
    return {
        "id": id, "name": one["name"], "definition": dict(one["name"]), "unit": "ratio",
        "kind": fields.pop("kind"), "direction": "none", "custodian": asked.custodian,
        "references": [f"DHIS2 {one['uid']}"], **fields,
    }  # fmt: skip


def _computed(
    id: str, one: Thing, formula: Formula, measured: Unit, asked: Asked
) -> dict[str, Any]:
    parts = [str(one.get(f"{part}Description") or one[part]).strip()
             for part in ("numerator", "denominator")]  # fmt: skip
    meant = str(one.get("description") or " / ".join(parts))
    kind: Kind = "count" if one["denominator"].strip() == "1" else "ratio"
    return {
        "id": id, "name": {lang: name_of(one, lang) for lang in ("vi", "en")},
        "definition": {"vi": meant, "en": meant}, "unit": measured.code, "kind": kind,
        "direction": "none", "formula": str(formula), "custodian": asked.custodian,
        "references": [f"DHIS2 {one['id']}"],
    }  # fmt: skip
