"""The agreement of engines is worth what the generator reaches: it must reach every operation."""

from typing import get_args

from hypothesis import given, settings

from agreement.random_formulas import OBSERVED, formulas
from lotrinh.indicators import formula as language
from lotrinh.indicators.formula import (
    COMPARATORS,
    OPERATORS,
    Choice,
    CountWhere,
    Extreme,
    Formula,
    Operation,
)


def _operations(formula: Formula) -> set[str]:
    found = {type(formula).__name__}
    if isinstance(formula, Operation):
        found.add(formula.operator)
    if isinstance(formula, Extreme):
        found.add(formula.which)
    if isinstance(formula, Choice | CountWhere):
        found.add(formula.condition.operator)
    return found.union(*(_operations(part) for part in language.children(formula)))


def test_the_generator_reaches_every_operation() -> None:
    reached: set[str] = set()

    @settings(max_examples=300, derandomize=True, database=None, deadline=None)
    @given(formulas(OBSERVED))
    def draw(formula: Formula) -> None:
        reached.update(_operations(formula))

    draw()
    # Nobody writes a dated formula: `random_formulas.dated` makes one of two, and with it a break.
    kinds = {one.__name__ for one in get_args(language.Formula)} - {"Dated", "Unbroken"}
    assert kinds | {*OPERATORS, *COMPARATORS, "min", "max"} <= reached
