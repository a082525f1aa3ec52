"""What a person accepted becomes a plan's folder that opens, with every number in its clause."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lotrinh.base.files import Files
from lotrinh.base.words import Words
from lotrinh.directive import Document, Target, read
from lotrinh.directive.to_plan import (
    AcceptedDuty,
    AcceptedGoal,
    AcceptedTarget,
    Choices,
    NewBody,
    NewIndicator,
    short_name,
    to_plan,
)
from lotrinh.flow import open_content, read_folder
from lotrinh.periods import Period
from lotrinh.plan import Document as Cited
from lotrinh.plan import load_plan
from lotrinh.plan.check import _numbers

FOLDER = "plans/lam-dong/kh-9-2026"
TEXT = """Kế hoạch số 9-KH/TU của tỉnh.

Mục tiêu chung là đưa tỉnh thành nơi chế biến chè
có tiếng của cả nước.

Phấn đấu đến năm 2030, tỷ lệ hộ dùng nước sạch đạt 96,5%; năng suất lao động tăng bình quân trên \
7%/năm.

Giao Sở Y tế báo cáo kết quả trước ngày 31/12/2030.
"""


def two(text: str) -> Words:
    """A text that is the same in both languages."""
    return Words(text, text)


def at(part: str) -> tuple[int, int]:
    """Where a part of the text stands."""
    start = TEXT.index(part)
    return start, start + len(part)


WATER = at(TEXT[TEXT.index("Phấn đấu") : TEXT.index("\n\nGiao")])


@pytest.fixture(scope="module")
def shared(content: Path) -> Files:
    files, _ = read_folder(content / "plans/vn/nq-52-2019")
    return files


def choices(**more: object) -> Choices:
    """A goal, two targets and a duty, with an indicator and a body of their own."""
    base = Choices(
        folder=FOLDER,
        name=two("Kế hoạch 9"),
        summary=two("Nước sạch."),
        place="vn",
        document=Cited("9-KH/TU", two("Kế hoạch"), two("Tỉnh ủy"), two("Nước sạch")),
        goals=(AcceptedGoal(two("Nơi chế biến chè"), at(TEXT.split("\n\n")[1])),),
        targets=(
            AcceptedTarget(
                name=two("Hộ dùng nước sạch"),
                kind="coverage",
                at=WATER,
                deadline=date(2030, 12, 31),
                operator="=",
                value=Decimal("96.5"),
                unit="percent",
                indicator="clean-water",
            ),
            AcceptedTarget(
                name=two("Năng suất lao động"),
                kind="growth",
                at=WATER,
                deadline=date(2030, 12, 31),
                operator=">",
                value=Decimal(7),
                unit="percent_per_year",
                window=Period.window(2026, 2030),
                indicator="labour-productivity",
            ),
        ),
        duties=(
            AcceptedDuty(
                "report", ("lam-dong/so-y-te",), two("báo cáo"), at(TEXT.split("\n\n")[3].strip())
            ),
        ),
        indicators=(
            NewIndicator(
                "clean-water", two("Hộ dùng nước sạch"), two("Số hộ"), "percent", "ratio", "up",
                "vn/gso",
            ),
        ),
        bodies=(NewBody("lam-dong/so-y-te", two("Sở Y tế"), "department", "vn"),),
    )  # fmt: skip
    return Choices(**(vars(base) | more))  # type: ignore[arg-type]


def test_the_folder_opens_with_everything_that_was_accepted(shared: Files) -> None:
    files = to_plan(Document("a.txt", TEXT), choices())
    content = open_content({**shared, **files}, FOLDER)
    assert [t.value for t in content.plan.targets] == [Decimal("96.5"), Decimal(7)]
    assert content.plan.duties[0].actors == ("lam-dong/so-y-te",)
    assert content.indicators["clean-water"].custodian == "vn/gso"
    assert content.bodies["lam-dong/so-y-te"].name.vi == "Sở Y tế"


def test_the_clauses_are_the_cited_sentences_in_the_order_of_the_document() -> None:
    plan = load_plan(to_plan(Document("a.txt", TEXT), choices()), FOLDER)
    clauses = plan.directive.clauses
    assert [one.address for one in clauses] == ["¶2", "¶3", "¶4"]
    assert clauses[0].text == (
        "Mục tiêu chung là đưa tỉnh thành nơi chế biến chè có tiếng của cả nước."
    )
    assert [target.clause for target in plan.targets] == ["¶3", "¶3"]


def test_a_clause_has_the_address_it_has_in_the_document() -> None:
    text = """KẾ HOẠCH

I. MỤC TIÊU
1. Đến năm 2030, tỷ lệ che phủ rừng đạt 40%. Đến năm 2030, tỷ lệ nước sạch đạt 90%.

II. TỔ CHỨC THỰC HIỆN
1. Sở Y tế báo cáo hằng năm.
"""
    document = Document("a.txt", text)
    targets = tuple(_accepted(one) for one in read(document).targets)
    start = text.index("Sở Y tế")
    duty = AcceptedDuty("report", ("vn/gso",), two("báo cáo"), (start, len(text) - 1))
    chosen = choices(goals=(), targets=targets, duties=(duty,))
    plan = load_plan(to_plan(document, chosen), FOLDER)
    assert [one.address for one in plan.directive.clauses] == ["I.1", "I.1-2", "II.1"]


def test_two_items_of_one_name_get_two_ids() -> None:
    target = choices().targets[0]
    plan = load_plan(to_plan(Document("a.txt", TEXT), choices(targets=(target, target))), FOLDER)
    assert [one.id for one in plan.targets] == ["ho-dung-nuoc-sach", "ho-dung-nuoc-sach-2"]


@given(st.text(max_size=200))
def test_a_short_name_always_has_the_shape_of_an_id(text: str) -> None:
    import re

    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", short_name(text))


def _accepted(target: Target) -> AcceptedTarget:
    """Accept a draft as it was read, as far as a number goes."""
    return AcceptedTarget(
        name=two(target.name), kind="level", at=target.at, deadline=date(2030, 12, 31),
        operator=target.operator if target.operator != "range" else "range",
        value=target.value, value_high=target.value_high, unit="percent",
    )  # fmt: skip


@given(
    st.lists(
        st.tuples(
            st.decimals(min_value="0.1", max_value="99.9", places=1),
            st.integers(min_value=2026, max_value=2045),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_every_accepted_number_stands_in_its_clause(rows: list[tuple[Decimal, int]]) -> None:
    text = "\n\n".join(
        f"Phấn đấu đến năm {year}, tỷ lệ che phủ rừng đạt {str(value).replace('.', ',')}%."
        for value, year in rows
    )
    document = Document("a.txt", text)
    targets = tuple(_accepted(one) for one in read(document).targets)
    assert targets
    plan = load_plan(to_plan(document, choices(goals=(), duties=(), targets=targets)), FOLDER)
    for target in plan.targets:
        clause = plan.directive.clause(target.clause)
        assert clause is not None
        assert target.value in _numbers(clause.text)
