"""The page on formulas shows every function, and every formula on it can be read."""

import re
from importlib.util import module_from_spec, spec_from_file_location

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
    shown = {name for formula in SHOWN for name in re.findall(r"([a-z_]+)\(", formula)}
    assert shown == set(FUNCTIONS)


def test_the_tables_in_the_manual_are_those_of_the_tests() -> None:
    """`python scripts/spec_manual.py` writes the page anew."""
    path = ROOT / "scripts" / "spec_manual.py"
    spec = spec_from_file_location("spec_manual", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.PAGE.read_text(encoding="utf-8") == module.page()
