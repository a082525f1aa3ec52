"""Everyone can read the life of a figure: what held when, what ended it, and who answers for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.test import Client

from lotrinh.ledger import Checked
from lotrinh_web.reporting.actions import approve, submit
from lotrinh_web.reporting.vintages import publish_vintage
from web.conftest import PROVINCE
from web.reporting.conftest import DAY, INDICATOR, PLACE, figure, later

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
FIGURE = {"indicator": INDICATOR, "place": PLACE, "period": "2024"}


def read(lang: str = "en", status: int = 200, **asked: str) -> str:
    """Return the page as one line of words."""
    prefix = "/en" if lang == "en" else ""
    answer = Client(HTTP_HOST="localhost").get(f"{prefix}/{PROVINCE}/history/", asked)
    assert answer.status_code == status, answer.content
    words = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return " ".join(unescape(words).split())


def test_a_correction_stands_above_what_it_supersedes_with_all_who_answer(corrected: int) -> None:
    publish_vintage(plan=PROVINCE, as_known_on=date(2026, 11, 24), by="chi", at=later(DAY + 2))
    page = read(**FIGURE)
    new, old = page.index("160 communes"), page.index("150 communes")
    assert new < old
    assert "Holds since 24 November 2026" in page[new:old]
    assert f"Correction of entry {corrected}" in page[new:old]
    assert "Cộng sót" in page[new:old]
    assert "Department of Science and Technology" in page[new:old]
    assert "Approved: Binh Nguyễn, 24 November 2026" in page[new:old]
    assert "Data vintage" in page[new:old]
    assert "Held from 23 November 2026 until before 24 November 2026" in page[old:]
    assert "Superseded by the correction in entry" in page[old:]
    assert "Báo cáo của Sở Khoa học và Công nghệ" in page[old:]
    assert "Cộng sót" not in page[old:]


def test_as_known_on_a_day_the_correction_of_the_next_is_not_there(corrected: int) -> None:
    page = read("vi", **FIGURE, as_known_on="2026-11-23")
    assert "150 xã" in page
    assert "160" not in page
    assert "Có hiệu lực từ 23/11/2026 đến nay" in page
    assert "chưa có số chính thức nào" in read("vi", **FIGURE, as_known_on="2026-11-22")


def test_a_figure_that_was_taken_back_says_by_which_entry(
    corrected: int, checked: Callable[..., Checked]
) -> None:
    at = later(2 * DAY)
    gone = checked(at=at, purpose="withdrawal", withdrawn=(corrected + 2,), reason="Đếm nhầm huyện")
    one = submit(checked=gone, by="an", at=at)
    approve(id=one.id, level=1, by="binh", at=later(2 * DAY + 1))
    assert "Taken back by entry" in read(**FIGURE)


def test_what_waits_for_approval_is_told_to_nobody(checked: Callable[..., Checked]) -> None:
    submit(checked=checked(figure("777")), by="an", at=later(0))
    assert "777" not in read(**FIGURE)


def test_a_series_shows_every_figure_with_its_public_source() -> None:
    page = read(indicator="employed-total")
    assert page.count("In force") == 3
    assert "As the public source says" in page


def test_a_computed_indicator_leads_to_what_it_is_computed_from() -> None:
    page = read(indicator="labour-productivity", period="2019")
    assert "This indicator is computed, not reported" in page
    assert "Computed from" in page


@pytest.mark.parametrize("asked", [{}, {"indicator": "nothing"}, {"indicator": ""}])
def test_without_a_known_indicator_there_is_no_page(asked: dict[str, str]) -> None:
    read(status=404, **asked)


def test_pages_lead_to_the_history_and_keep_the_day() -> None:
    client = Client(HTTP_HOST="localhost")
    urls = [f"/{PROVINCE}/data/?as_known_on=2026-11-23", "/indicators/labour-productivity/"]
    urls += [f"/{PROVINCE}/targets/labour-productivity/"]
    for url in urls:
        text = client.get(url).content.decode()
        found = [unescape(one) for one in re.findall(r'href="([^"]*/history/\?[^"]*)"', text)]
        assert found, url
        for link in found[:3]:
            answer: Any = client.get(link)
            assert answer.status_code == 200, link
            assert ("as_known_on=2026-11-23" in link) == ("as_known_on" in url)
