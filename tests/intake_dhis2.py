"""The expression suite of DHIS2: what it expects, and what comes out here on an engine."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from architecture.house import ROOT
from lotrinh.base.errors import LotrinhError
from lotrinh.engine.compute import run
from lotrinh.engine.territory import Territory
from lotrinh.indicators.formula import Formula, Name, Operation
from lotrinh.intake.dhis2 import read_expression
from lotrinh.ledger import Vintage
from lotrinh.periods import Period
from spec.figures import DAY, indicator, observation

SPECIMEN = ROOT / "tests" / "specimens" / "dhis2" / "expressions.json"
#: The whole suite, where it lies beside the project.
WHOLE = ROOT.parent / "shared" / "cases" / "03_formulas" / "dhis2_expressions.json"

Case = dict[str, Any]
YEAR = Period.year(2024)


def cases(path: Path) -> list[Case]:
    """Return the cases that matter."""
    return [one for one in json.loads(path.read_text("utf-8")) if one.get("core", True)]


def translated(found: Iterable[Case]) -> tuple[list[tuple[Case, Formula]], Counter[str]]:
    """Return the cases that can be said here, and why the others cannot, counted."""
    said, refused = [], Counter[str]()
    for one in found:
        try:
            said.append((one, read_expression(one["expr"], lambda item: Name(item[2:-1].lower()))))
        except LotrinhError as error:
            refused[error.problems[0].key] += 1
    return said, refused


def answers(said: list[tuple[Case, Formula]], on: str) -> list[float | None]:
    """Compute every case, each at a place of its own, in one computation.

    A value needs a figure to rest on, so each is multiplied by a figure that is one. Units are
    not checked: a literal power of ten is a conversion of units in our language.
    """
    figures, defined = [], {"one": indicator("one")}
    for at, (case, formula) in enumerate(said):
        place, name = f"vn/case-{at}", f"case-{at}"
        figures.append(observation("one", "2024", "1", place=place))
        for item, given in case["inputs"].items():
            defined[item.lower()] = indicator(item.lower())
            figures.append(observation(item.lower(), "2024", given["value"], place=place))
        defined[name] = indicator(name, str(Operation("*", Name("one"), formula)))
    results = run(on, defined, Vintage.freeze(figures, DAY), Territory())
    found = [results.get(f"case-{at}", f"vn/case-{at}", YEAR) for at in range(len(said))]
    return [one.value if one else None for one in found]


def is_right(case: Case, value: float | None) -> bool:
    """Whether a value is the expected one; true is 1, and nothing is nothing."""
    expected = case["expected"]
    if expected is None or value is None:
        return expected is value
    return isinstance(expected, int | float) and math.isclose(value, expected, rel_tol=1e-9)
