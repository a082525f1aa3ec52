"""Law 10: a number, a date or a body that does not stand where it is cited is refused."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.directive import Covered, Document, Draft, Facts, OtherDocument, read

TEXT = (
    "UBND tỉnh ban hành Kế hoạch số 12/KH-UBND ngày 3/2/2023 thực hiện Quyết định số 31/QĐ-TTg.\n"
    "Phấn đấu đến năm 2025, tỷ lệ lao động qua đào tạo đạt 65%.\n"
    "UBND tỉnh giao Sở Y tế chủ trì, phối hợp với Sở Tài chính tổng hợp báo cáo."
)
DRAFT = read(Document("a.txt", TEXT))


def test_the_draft_of_the_reader_keeps_the_law() -> None:
    assert DRAFT.targets
    assert DRAFT.duties
    assert DRAFT.facts.number == "12/KH-UBND"


@pytest.mark.parametrize(
    "change",
    [
        {"value": Decimal(66)},
        {"value_high": Decimal(70)},
        {"year": 2026},
        {"value_at": (0, 5)},
        {"year_at": None},
    ],
)
def test_a_number_or_year_that_does_not_stand_there_is_refused(change: dict) -> None:
    with pytest.raises(LotrinhError, match="does not stand in the cited sentence"):
        Draft(DRAFT.document, DRAFT.facts, targets=(replace(DRAFT.targets[0], **change),))


@pytest.mark.parametrize("change", [{"actor": "Sở Xây dựng"}, {"together": ("Sở Nội vụ",)}])
def test_a_body_that_does_not_stand_there_is_refused(change: dict) -> None:
    with pytest.raises(LotrinhError, match="does not stand in the cited sentence"):
        Draft(DRAFT.document, DRAFT.facts, duties=(replace(DRAFT.duties[0], **change),))


@pytest.mark.parametrize(
    "facts",
    [
        replace(DRAFT.facts, number="13/KH-UBND"),
        replace(DRAFT.facts, issuer="HĐND tỉnh"),
        replace(DRAFT.facts, date=date(2023, 2, 4)),
        replace(DRAFT.facts, title="Về giảm nghèo"),
        replace(DRAFT.facts, signatory="Trần Văn An", signatory_at=(0, len(TEXT))),
        replace(DRAFT.facts, period=Covered(2021, 2025), period_at=(0, len(TEXT))),
        replace(DRAFT.facts, place="Lào Cai", place_at=(0, len(TEXT))),
        replace(DRAFT.facts, amends=(OtherDocument("32/QĐ-TTg", None, None, (0, len(TEXT))),)),
        replace(
            DRAFT.facts, carries_out=(OtherDocument("31/QĐ-TTg", "Bộ Y tế", None, (0, len(TEXT))),)
        ),
        replace(DRAFT.facts, carries_out=(OtherDocument("32/QĐ-TTg", None, None, (0, len(TEXT))),)),
    ],
)
def test_a_fact_that_does_not_stand_there_is_refused(facts: Facts) -> None:
    with pytest.raises(LotrinhError, match="does not stand in the cited sentence"):
        Draft(DRAFT.document, facts)


def test_the_refusal_is_said_in_vietnamese_too() -> None:
    with pytest.raises(LotrinhError) as caught:
        Draft(DRAFT.document, DRAFT.facts, targets=(replace(DRAFT.targets[0], year=2026),))
    assert "“2026” không có trong câu được trích dẫn" in caught.value.say("vi")
