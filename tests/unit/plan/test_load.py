"""A plan's folder is loaded whole, and what was loaded writes back to the same plan."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from lotrinh.flow import read_folder
from lotrinh.plan import load_plan
from lotrinh.plan.dump import dump_plan
from unit.plan.folder import FILES, PLAN

BUILT_IN = ("plans/dak-lak/kh-175-2020", "plans/vn/nq-52-2019")


def test_the_fields_of_the_file_become_the_plan() -> None:
    plan = load_plan(FILES, PLAN)
    (target,) = plan.targets
    assert plan.directive.document.number == "0155/KH-UBND", "a number is text"
    assert (target.operator, target.value, target.deadline) == (
        "~",
        Decimal(20),
        date(2025, 12, 31),
    )
    assert plan.directive.clause("II.1").text == "Kinh tế số khoảng 20%."  # type: ignore[union-attr]


def test_a_clause_points_into_the_text_of_the_directive() -> None:
    plan = load_plan(FILES, PLAN)
    for clause in plan.directive.clauses:
        assert plan.directive.text[clause.start : clause.end] == clause.text


@pytest.mark.parametrize("folder", BUILT_IN)
def test_dumping_what_was_loaded_gives_the_same_file(content: Path, folder: str) -> None:
    files, address = read_folder(content / folder)
    dumped = dump_plan(load_plan(files, address))
    assert yaml.safe_load(dumped) == _normal(yaml.safe_load(files[f"{address}/plan.yml"]))


@pytest.mark.parametrize("folder", BUILT_IN)
def test_loading_what_was_dumped_gives_the_same_plan(content: Path, folder: str) -> None:
    files, address = read_folder(content / folder)
    plan = load_plan(files, address)
    assert load_plan({**files, f"{address}/plan.yml": dump_plan(plan)}, address) == plan


def _normal(data):
    """Write windows and periods as SDMX has them, and leave empty lists out, as `dump` does."""
    from lotrinh.periods import Period

    match data:
        case dict():
            kept = {k: _normal(v) for k, v in data.items() if k == "number" or v not in ([], "")}
            for name in ("window", "period"):
                if name in kept:
                    kept[name] = str(Period.read(str(kept[name])))
            return kept
        case list():
            return [_normal(one) for one in data]
        case _:
            return data
