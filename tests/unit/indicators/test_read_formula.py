"""What the formula language takes, what it refuses and at which column."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreement.random_formulas import OBSERVED, THOROUGH, formulas
from lotrinh.base.errors import LotrinhError, Where
from lotrinh.indicators.formula import Formula, Name, Number, Operation, names
from lotrinh.indicators.read_formula import MOST_CHARACTERS, MOST_LEVELS, read_formula


@THOROUGH
@given(formulas((*OBSERVED, "if", "class", "growth", "since")))
def test_a_printed_formula_reads_as_itself(formula: Formula) -> None:
    assert read_formula(str(formula)) == formula


@THOROUGH
@given(st.text(alphabet="ab1.,+-*/()<>=! if", max_size=20))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    """No text breaks the reader; what it reads it prints and reads again."""
    try:
        formula = read_formula(text)
    except LotrinhError as error:
        said = (error.say("vi"), error.say("en"))
    else:
        said = (str(formula),)
        assert read_formula(str(formula)) == formula
    assert all(said)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("1000*grdp_constant/(employed_total)", "1000 * grdp_constant / employed_total"),
        ("IF(A>B, X, Y)", "if(a > b, x, y)"),
        ("if(a <> b, x, y)", "if(a != b, x, y)"),
        ("a - (b - c)", "a - (b - c)"),
        ("(a - b) - c", "a - b - c"),
        ("a / (b * c)", "a / (b * c)"),
        ("-(a + b) * -c", "-(a + b) * -c"),
        ("1.50 + 1e3 + .5", "1.5 + 1000 + 0.5"),
        ("growth(productivity)", "growth(productivity)"),
        ("cagr(productivity, since=2020)", "cagr(productivity, since=2020)"),
        ("lag(x,1)", "lag(x, 1)"),
        ("coalesce(a,b,c)", "coalesce(a, b, c)"),
        ("a\n  + b", "a + b"),
        ("class + lambda", "class + lambda"),
    ],
)
def test_a_formula_is_printed_the_way_people_write_it(written: str, printed: str) -> None:
    assert str(read_formula(written)) == printed


def test_a_name_is_an_id_with_underscores() -> None:
    formula = read_formula("  a_b / c")
    assert formula == Operation("/", Name("a-b"), Name("c"))
    assert [(one.indicator, one.column) for one in names(formula)] == [("a-b", 3), ("c", 9)]


@pytest.mark.parametrize(
    ("written", "key", "column"),
    [
        ("a.b", "formula_refused", 1),
        ("1 + a.real", "formula_refused", 5),
        ("a ** b ** c", "formula_refused", 1),
        ("a // b", "formula_refused", 1),
        ("+a", "formula_refused", 1),
        ("a, b", "formula_refused", 1),
        ("1 + 0x1F", "formula_refused", 5),
        ("1_000 * a", "formula_refused", 1),
        ("1e999 * a", "formula_refused", 1),
        ("growth(*a)", "formula_refused", 1),
        ("growth(a)(b)", "formula_refused", 1),
        ("a + exec(b)", "formula_function", 5),
        ("1 + growth(a, b)", "formula_arguments", 5),
        ("growth(x=a)", "formula_arguments", 1),
        ("growth(**a)", "formula_arguments", 1),
        ("cagr(a)", "formula_arguments", 1),
        ("cagr(a, 2020)", "formula_arguments", 1),
        ("cagr(a, since=b)", "formula_arguments", 1),
        ("lag(a)", "formula_arguments", 1),
        ("lag(a, -1)", "formula_arguments", 1),
        ("lag(a, 1.5)", "formula_arguments", 1),
        ("coalesce(a)", "formula_arguments", 1),
        ("if(a, b, c)", "formula_arguments", 1),
        ("if(a > b > c, x, y)", "formula_arguments", 1),
        ("1 + (a > b)", "formula_comparison", 6),
        ("a + 'b'", "formula_character", 5),
        ("a[0]", "formula_character", 2),
        ("a + tỷ", "formula_character", 6),
        ("a # b", "formula_character", 3),
        ("a + ", "formula_unreadable", 3),
        ("(a + b", "formula_unreadable", 1),
        ("a and b", "formula_unreadable", 3),
        ("if(a = b, x, y)", "formula_unreadable", 15),
    ],
)
def test_nothing_else_of_python_passes(written: str, key: str, column: int) -> None:
    with pytest.raises(LotrinhError) as error:
        read_formula(written, Where("x.yml", field="formula"))
    (problem,) = error.value.problems
    assert (problem.key, problem.values["column"]) == (f"indicators.{key}", column)
    assert str(problem.where) == "x.yml formula"


@pytest.mark.parametrize("written", ["-" * 500 + "a", "+".join("a" * 400)])
def test_a_formula_too_deep_for_a_person_is_refused(written: str) -> None:
    with pytest.raises(LotrinhError, match=f"{MOST_LEVELS} levels"):
        read_formula(written)


def test_a_formula_too_long_for_a_person_is_refused() -> None:
    with pytest.raises(LotrinhError, match="longer than"):
        read_formula("a" * (MOST_CHARACTERS + 1))


@pytest.mark.parametrize("value", ["-1", "Infinity", "NaN"])
def test_a_number_in_a_formula_is_finite_and_has_no_sign(value: str) -> None:
    with pytest.raises(ValueError, match="finite"):
        Number(Decimal(value))
