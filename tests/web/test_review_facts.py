"""What a document says of itself is marked in its text, corrected at the desk, and kept."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from lotrinh.base.errors import LotrinhError
from lotrinh_web.review import actions, queries
from lotrinh_web.review.facts import standing
from lotrinh_web.review.models import Review
from web.conftest import NOON
from web.reviewing import PLAN
from web.test_review_pages import desk, item_of, person, upload

__all__ = ["desk", "person"]  # fixtures


@pytest.fixture
def review(loaded: None) -> Review:
    """A plan with a whole head, read."""
    return actions.open_review(name="ke-hoach.txt", data=PLAN.encode(), by="lan", at=NOON)


def facts(review: Review) -> dict[str, queries.Item]:
    found = [one for one in queries.items(review.pk) if one.kind == "fact"]
    return {one.fields["fact"]: one for one in found}


def accept(review: Review, one: queries.Item, said: str) -> None:
    fields = one.fields | {"said": said}
    actions.accept(item=one, fields=fields, sentence="", reason="", by="lan", at=NOON)


def test_each_fact_has_its_place_in_the_text(review: Review) -> None:
    found = {name: review.text[one.start : one.end] for name, one in facts(review).items()}
    assert found["number"].startswith("47/KH-UBND")
    assert (found["type"], found["date"]) == ("KẾ HOẠCH", "12 tháng 3 năm 2024")
    assert found["issuer"] == "ỦY BAN NHÂN DÂN\nTỈNH ĐẮK LẮK"
    assert found["signatory"] == "Phạm Ngọc An"
    assert "12/KH-UBND" in found["replaces"]


def test_facts_as_they_were_read_stand_until_someone_decides(review: Review) -> None:
    read = {k: v for k, v in review.facts.items() if k != "places"}
    now = standing(review, queries.items(review.pk))
    assert {name: now[name] for name in read} == read


def test_a_corrected_fact_goes_into_the_plan_and_the_record_keeps_both(desk: Client) -> None:
    url = upload(desk, PLAN)
    number = item_of(url, "fact", 0)
    date = next(one for one in queries.items(number.review_id) if one.fields.get("fact") == "date")
    values = {"fact": "date", "said": "13/3/2024", "reason": "Bản ký ghi ngày 13."}
    assert desk.post(f"{url}items/{date.id}/", values).status_code == 302
    assert desk.post(f"{url}decide/", {"reject": number.id}).status_code == 302
    said = desk.get(f"{url}issue/").context["said"].fields
    assert (said["date"], said["number"]) == ("2024-03-13", "")
    record = desk.get(f"{url}record/").content.decode()
    for words in ("<s>12/03/2024</s> → 13/03/2024", "Bản ký ghi ngày 13.", "Số hiệu"):
        assert words in record, words


def test_an_undone_correction_gives_back_what_was_read(review: Review) -> None:
    accept(review, facts(review)["signatory"], "Phạm Ngọc Ánh")
    assert standing(review, queries.items(review.pk))["signatory"] == "Phạm Ngọc Ánh"
    actions.undo(review_id=review.pk, by="lan", at=NOON)
    assert standing(review, queries.items(review.pk))["signatory"] == "Phạm Ngọc An"


def test_a_document_that_is_not_replaced_after_all_leaves_the_form(review: Review) -> None:
    actions.reject(item=facts(review)["replaces"], reason="", by="lan", at=NOON)
    assert standing(review, queries.items(review.pk))["replaces"] == []


@pytest.mark.parametrize(
    ("name", "said", "field"),
    [("date", "mai", "said"), ("period", "lâu dài", "said"), ("number", "", "said")],
)
def test_a_fact_that_cannot_be_read_is_not_accepted(
    review: Review, name: str, said: str, field: str
) -> None:
    with pytest.raises(LotrinhError) as raised:
        accept(review, facts(review)[name], said)
    assert {problem.where.field for problem in raised.value.problems} == {field}


def test_a_person_adds_a_fact_that_the_reader_missed(desk: Client) -> None:
    url = upload(desk, PLAN.replace("Phạm Ngọc An", "Bà P. Ngọc Anh"))
    values: dict[str, Any] = {"quote": "Bà P. Ngọc Anh", "kind_of_item": "fact"}
    asked = desk.get(f"{url}add/", values)
    assert asked.context["editor"].fields["said"] == "Bà P. Ngọc Anh"
    answer = desk.post(f"{url}add/", values | {"fact": "signatory", "said": "P. Ngọc Anh"})
    assert answer.status_code == 302
    assert desk.get(f"{url}issue/").context["said"].fields["signatory"] == "P. Ngọc Anh"


def test_a_review_from_before_facts_were_items_keeps_its_own(review: Review) -> None:
    assert standing(review, ()) == review.facts


def test_marks_of_facts_are_named_in_the_language_of_the_page(desk: Client) -> None:
    url = upload(desk, PLAN)
    page = desk.get(f"/en{url}").content.decode()
    assert 'class="mark mark-fact"' in page
    assert 'class="ref ref-fact"' in page
    assert ">Signed by</a>" in page
