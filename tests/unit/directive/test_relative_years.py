"""Years that a text counts from the day it was written, from its term, or from the year before."""

from dataclasses import replace

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.directive import Document, Draft, read

DATED = "Ngày 12/3/2026, UBND huyện Hòa An ban hành Kế hoạch số 31/KH-UBND.\n\n"
TERM = "Nghị quyết Đại hội Đảng bộ xã Lũng Vài nhiệm kỳ 2025 - 2030\n\n"
UNDATED = "UBND huyện Hòa An vừa ban hành kế hoạch trồng rừng.\n\n"


def years(text: str) -> list[tuple[str, int | None]]:
    """Value and year of every target with a number."""
    targets = read(Document("a.txt", text)).targets
    return [(str(t.value), t.year) for t in targets if t.value is not None]


@pytest.mark.parametrize(
    ("told", "due"),
    [
        ("Huyện phấn đấu ngay trong năm nay trồng 300 ha rừng.", [("300", 2026)]),
        ("Huyện phấn đấu năm tới trồng 300 ha rừng.", [("300", 2027)]),
        ("Trong 3 năm tới, huyện phấn đấu trồng 300 ha rừng.", [("300", 2029)]),
        (
            "Phấn đấu đến năm 2027 trồng 300 ha rừng, hai năm sau đó trồng 500 ha rừng.",
            [("300", 2027), ("500", 2029)],
        ),
        (
            "Phấn đấu sang năm sau trồng 300 ha rừng. Hai năm sau đó phải đạt 500 ha rừng.",
            [("300", 2027), ("500", 2029)],
        ),
    ],
)
def test_a_year_is_counted_from_the_day_of_writing_or_the_year_before(
    told: str, due: list[tuple[str, int]]
) -> None:
    assert years(DATED + told) == due


@pytest.mark.parametrize(
    ("told", "due"),
    [
        ("Phấn đấu đến cuối nhiệm kỳ trồng 300 ha rừng.", [("300", 2030)]),
        ("Phấn đấu đến giữa nhiệm kỳ trồng 300 ha rừng.", [("300", 2028)]),
        ("Trong 5 năm tới, xã phấn đấu trồng 300 ha rừng.", [("300", 2030)]),
        (
            "Phấn đấu trồng 300 ha rừng, trong đó năm đầu 50 ha rừng.",
            [("300", 2030), ("50", 2025)],
        ),
        ("Phấn đấu trong mười năm đầu trồng 300 ha rừng.", [("300", 2030)]),
        (
            "Phấn đấu hai năm đầu trồng 300 ha rừng; ba năm còn lại trồng 500 ha rừng.",
            [("300", 2026), ("500", 2030)],
        ),
    ],
)
def test_a_year_is_counted_from_the_term(told: str, due: list[tuple[str, int]]) -> None:
    assert years(TERM + told) == due


def test_where_nothing_says_from_when_no_year_is_guessed() -> None:
    assert years(UNDATED + "Trong 3 năm tới, huyện phấn đấu trồng 300 ha.") == [("300", None)]


def test_years_counted_on_from_a_story_promise_nothing() -> None:
    told = "Năm 2019 chị Mai vay vốn mua bò. Tám năm sau, đàn bò lên 14 con."
    assert years(DATED + told) == []


def test_a_counted_year_must_follow_from_what_it_cites() -> None:
    """Law 10: the steps are counted again, from the letters where they stand."""
    draft = read(Document("a.txt", DATED + "Trong 3 năm tới, huyện phấn đấu trồng 300 ha rừng."))
    (target,) = draft.targets
    assert draft.document.quote(*(target.year_at or (0, 0))) == "3 năm tới"
    for change in ({"year": 2030}, {"year_counted": ()}, {"year_counted": (target.at,)}):
        with pytest.raises(LotrinhError, match="does not stand in the cited sentence"):
            Draft(draft.document, draft.facts, targets=(replace(target, **change),))
