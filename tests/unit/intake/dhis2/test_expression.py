"""The operations of DHIS2 that we have give its values, on every engine; the others say why not."""

import re
from pathlib import Path

import pytest

from architecture.house import ROOT
from intake_dhis2 import SPECIMEN, WHOLE, answers, cases, is_right, translated
from lotrinh.base.errors import LotrinhError
from lotrinh.indicators.formula import Name
from lotrinh.intake.dhis2 import read_expression
from lotrinh.intake.dhis2.functions import FUNCTIONS
from lotrinh.intake.dhis2.refused import REFUSED
from words.spoken_keys import catalogues

GUIDE = (ROOT / "docs" / "dhis2.md").read_text("utf-8")


@pytest.fixture(params=[SPECIMEN, WHOLE], ids=["specimen", "whole suite"])
def suite(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    if not path.exists():
        pytest.skip("the whole suite does not lie beside the project")
    return path


def test_what_can_be_said_here_has_the_value_it_has_there(suite: Path, on: str) -> None:
    said, _ = translated(cases(suite))
    found = answers(said, on)
    wrong = [
        (case["expr"], str(formula), value, case["expected"])
        for (case, formula), value in zip(said, found, strict=True)
        if not is_right(case, value)
    ]
    assert wrong == []


def test_what_dhis2_refuses_is_refused_here(suite: Path) -> None:
    said, _ = translated(cases(suite))
    assert [case["expr"] for case, _ in said if isinstance(case["expected"], dict)] == []


def test_nothing_is_refused_without_a_known_reason(suite: Path) -> None:
    said, refused = translated(cases(suite))
    assert len(said) > 50
    reasons = {f"intake.{key}" for key in (*REFUSED.values(), "dhis2_zero", "dhis2_no_truth")}
    assert set(refused) <= reasons


def test_the_guide_tells_how_much_of_the_suite_is_said_here() -> None:
    """The numbers of the guide are those of the whole suite; without it, they are only read."""
    told = re.search(
        r"Of the (\d+) expressions .* (\d+) are translated .* (\d+) are refused", GUIDE
    )
    assert told is not None
    of, taken, left = map(int, told.groups())
    assert of == taken + left
    if WHOLE.exists():
        said, refused = translated(cases(WHOLE))
        assert (taken, left) == (len(said), refused.total())
        for key, count in refused.items():
            words = catalogues()["intake"][key.removeprefix("intake.")]["mend_en"]
            assert f"| {count} | {words} |" in GUIDE, key


def test_the_guide_names_every_function() -> None:
    shown = {name for line in GUIDE.splitlines() for name in re.findall(r"`([^`]+)`", line)}
    assert {*FUNCTIONS, *REFUSED} <= shown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("#{a} ^ 2 * 3", "a * a * 3"),
        ("-#{a}^2", "-(a * a)"),
        ("#{a}^-2", "1 / (a * a)"),
        ("#{a}^0", "1 + 0 * a"),
        ("2^#{a}", "intake.dhis2_no_operation"),
        ("#{a}^0.5", "intake.dhis2_no_operation"),
        ("#{a}^99", "intake.dhis2_no_operation"),
    ],
)
def test_a_whole_power_is_a_product_and_no_other_is_taken(text: str, said: str) -> None:
    try:
        found = str(read_expression(text, lambda item: Name(item[2:-1])))
    except LotrinhError as error:
        found = error.problems[0].key
    assert found == said
