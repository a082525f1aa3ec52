"""Values are worded as people of each language write them, and never firmer than they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from lotrinh.base.source import Source
from lotrinh.base.words import Words
from lotrinh.ledger import Observation
from lotrinh.periods import Period
from lotrinh.plan import Target
from lotrinh.publish.page.wording import amount, due, known, name_cut, recorded_on

FIGURE = Observation(
    "share", "vn", Period.year(2024), Decimal("13.17"), "percent", "actual",
    Source("Bài báo"), date(2025, 1, 1),
)  # fmt: skip
TARGET = Target(
    id="share", name=Words("Kinh tế số khoảng 20 % GDP", "Digital economy about 20 % of GDP"),
    kind="level", indicator="share", place="vn", operator="~", value=Decimal(20), value_high=None,
    unit="percent", baseline=None, window=None, deadline=date(2025, 12, 31), clause="I",
)  # fmt: skip


@pytest.mark.parametrize(
    ("precision", "short", "long"),
    [
        ("day", "01/01/2025", "01/01/2025"),
        ("month", "01/2025", "tháng 01/2025 (không rõ ngày; tính từ 01/01/2025)"),
        ("year", "2025", "năm 2025 (không rõ ngày; tính từ 01/01/2025)"),
    ],
)
def test_a_day_is_said_as_exactly_as_it_is_known(precision: str, short: str, long: str) -> None:
    one = replace(FIGURE, recorded_precision=precision)  # type: ignore[arg-type]
    assert known(one, "vi") == short
    assert recorded_on(one, "vi") == long


def test_a_promise_is_said_with_its_operator_and_its_year() -> None:
    assert amount(TARGET, "vi") == "khoảng 20%"
    assert amount(TARGET, "en") == "about 20%"
    assert due(TARGET, "vi") == "đến năm 2025"


def test_growth_is_said_over_its_window() -> None:
    growth = replace(TARGET, kind="growth", window=Period.window(2021, 2025))
    assert due(growth, "vi") == "bình quân 2021–2025"
    assert due(replace(growth, kind="floor"), "en") == "in each year of 2021–2025"


def test_a_range_is_said_with_both_ends() -> None:
    between = replace(TARGET, operator="range", value_high=Decimal("25.5"))
    assert amount(between, "vi") == "20–25,5%"


def test_a_name_is_cut_around_the_number_it_promises() -> None:
    assert name_cut(TARGET, "vi") == ("Kinh tế số khoảng ", "20 %", " GDP")


def test_a_name_without_the_number_is_left_whole() -> None:
    other = replace(TARGET, name=Words("Xếp hạng năm 2020", "Rank in 2020"), value=Decimal(20))
    assert name_cut(other, "vi") == ("Xếp hạng năm 2020", "", "")
