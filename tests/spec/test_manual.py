"""The page on formulas shows every function, and every formula on it can be read."""

import re

from architecture.house import ROOT
from lotrinh.indicators.read_formula import FUNCTIONS, read_formula

PAGE = (ROOT / "docs" / "formulas.md").read_text(encoding="utf-8")
#: The formulas stand in the first column of the table.
SHOWN = [
    formula
    for line in PAGE.splitlines()
    if line.startswith("| `")
    for formula in re.findall(r"`([^`]+)`", line.split("|")[1])
]


def test_every_formula_on_the_page_is_read_and_printed_as_it_stands() -> None:
    assert [str(read_formula(formula)) for formula in SHOWN] == SHOWN


def test_the_page_shows_every_function() -> None:
    shown = {name for formula in SHOWN for name in re.findall(r"([a-z]+)\(", formula)}
    assert shown == set(FUNCTIONS)
