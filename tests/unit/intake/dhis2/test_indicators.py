"""A metadata file of DHIS2 becomes indicators that load, are checked and give its values."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from architecture.house import ROOT
from intake_dhis2 import WHOLE
from lotrinh.base.errors import LotrinhError, Problem
from lotrinh.base.words import Words
from lotrinh.bodies import Body, Register
from lotrinh.engine import compute
from lotrinh.indicators import Indicator, load_indicators
from lotrinh.indicators.check_formula import check_formulas
from lotrinh.intake.dhis2 import Asked, Translation, read_metadata, translate
from lotrinh.ledger import Vintage
from lotrinh.periods import Period
from lotrinh.plan.dump import dump_yaml
from spec.figures import DAY, PLACE, observation

MINISTRY = Words("Bộ Nội vụ", "Ministry of Home Affairs")
BODIES = Register({"vn/moha": Body("vn/moha", MINISTRY, "administration", "vn")})
SPECIMEN = ROOT / "tests" / "specimens" / "dhis2" / "metadata.json"
CASES = WHOLE.parent / "dhis2_metadata"
#: Values of DHIS2's own test of indicator values (dhis2-core, IndicatorValue).
VALUES = [
    (24, 12, True, 182, 401.1),
    (24, 12, False, None, 200.0),
    (None, 12, False, None, None),
    (12, 0, False, None, None),
]


def _translated(metadata: Mapping[str, Any], **asked: Any) -> Translation:
    text = json.dumps(metadata)
    return translate(read_metadata(text, "metadata.json"), Asked("vn/moha", **asked))


def _loaded(made: Translation) -> dict[str, Indicator]:
    files = {f"indicators/{id}.yml": dump_yaml(one) for id, one in made.indicators.items()}
    found = load_indicators(files, BODIES)
    check_formulas(found)
    return found


def _file(*indicators: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    elements = [
        {"id": name, "name": name, "valueType": "NUMBER", "aggregationType": "SUM"}
        for name in ("alpha", "beta")
    ]
    types = [{"id": "percent", "factor": 100}, {"id": "number", "factor": 1}]
    kept = [
        {"id": f"i{at}", "name": f"Indicator {at}", "indicatorType": {"id": "percent"}, **one}
        for at, one in enumerate(indicators)
    ]
    return {"dataElements": elements, "indicatorTypes": types, "indicators": kept, **more}


def _value(made: Translation, **figures: float | None) -> float | None:
    given = [observation(name, "2024", str(value)) for name, value in figures.items()
             if value is not None]  # fmt: skip
    results = compute(_loaded(made), Vintage.freeze(given, DAY))
    found = results.get("indicator-0", PLACE, Period.year(2024))
    return found.value if found else None


def _keys(made: Translation) -> list[str]:
    return [one.key.removeprefix("intake.dhis2_") for one in made.problems.found]


@pytest.mark.parametrize(("numerator", "denominator", "annualised", "days", "value"), VALUES)
def test_the_values_of_dhis2_come_out(
    numerator: float | None, denominator: float, annualised: bool, days: int | None,
    value: float | None,
) -> None:  # fmt: skip
    one = {"numerator": "#{alpha}", "denominator": "#{beta}", "annualized": annualised}
    found = _value(_translated(_file(one), days=days), alpha=numerator, beta=denominator)
    assert found == (None if value is None else pytest.approx(value, rel=1e-9))


def test_a_missing_figure_is_zero_beside_another_only_when_asked_for() -> None:
    one = {"numerator": "#{alpha} + #{beta}", "denominator": "1"}
    assert _value(_translated(_file(one)), alpha=3) is None
    as_there = _translated(_file(one), zero_for_missing=True)
    assert _value(as_there, alpha=3) == 300
    assert _value(as_there) is None


def test_all_kinds_of_items_become_figures_indicators_and_numbers() -> None:
    file = _file(
        {"numerator": "#{alpha.men} * C{c} + R{d.ACTUAL_REPORTS}", "denominator": "OUG{g}"},
        {"numerator": "N{i0} + R{d.REPORTING_RATE}", "denominator": "1",
         "indicatorType": {"id": "number"}},
        constants=[{"id": "c", "name": "C", "value": 2.5}],
        dataSets=[{"id": "d", "name": "Returns"}],
        categoryOptionCombos=[{"id": "men", "name": "Men"}],
        organisationUnitGroups=[{"id": "g", "name": "Clinics"}],
    )  # fmt: skip
    made = _translated(file)
    assert made.problems.found == []
    found = _loaded(made)
    assert found["indicator-0"].formula == (
        "100 * (alpha_men * 2.5 + returns_actual_reports) / clinics_places"
    )
    assert found["indicator-1"].formula == (
        "indicator_0 + 100 * returns_actual_reports / returns_expected_reports"
    )
    assert found["indicator-1"].unit.code == "percent"


def test_every_refusal_is_told_at_once_with_its_place() -> None:
    number = {"denominator": "1", "indicatorType": {"id": "number"}}
    made = _translated(
        _file(
            {"numerator": "d2:round(#{alpha})", **number},
            {"numerator": "-1", **number},
            {"numerator": "#{gamma}", **number},
            {"numerator": "#{alpha}", "annualized": True, **number},
            {"numerator": "N{i0}", **number},
            {"numerator": "#{alpha} +", **number},
            {"numerator": "#{alpha} / 0", **number},
            {"numerator": "1000 * #{alpha}", **number},
            {"numerator": "#{alpha}", **number},
        )
    )
    assert made.translated == 1
    assert sorted(_keys(made)) == sorted(
        ["rounding", "constant", "item", "annualised", "unreadable", "zero", "rests_on", "factor"]
    )
    rounding: Problem = made.problems.found[0]
    assert str(rounding.where) == "metadata.json indicators i0 (Indicator 0) numerator"


def test_a_real_file_is_translated_and_every_formula_is_checked() -> None:
    made = translate(
        read_metadata(SPECIMEN.read_text("utf-8"), SPECIMEN.name), Asked("vn/moha", 365)
    )
    assert (made.translated, _keys(made)) == (5, ["constant"])
    found = _loaded(made)
    assert sum(not one.formula for one in found.values()) + made.translated == len(found)


@pytest.mark.parametrize("name", ["aggregate__metadata", "dxf2__metadata_with_indicators"])
def test_as_many_objects_are_read_as_dhis2_reads(name: str) -> None:
    if not CASES.exists():
        pytest.skip("the metadata files do not lie beside the project")
    expected = json.loads((CASES / "expected_counts.json").read_text())[f"{name}.json"]
    metadata = read_metadata((CASES / f"{name}.json").read_text("utf-8"), name)
    counts = metadata.counts()
    assert counts == {collection: expected[collection] for collection in counts}
    made = translate(metadata, Asked("vn/moha", 365))
    assert made.translated + len(made.problems.found) == expected["indicators"]
    _loaded(made)


def test_a_file_that_is_no_metadata_is_refused() -> None:
    for text in ("{", "[1]", '{"dataElements": []}'):
        with pytest.raises(LotrinhError):
            read_metadata(text, "x.json")
