"""From a target to the history of its figures and to another day, on a phone and a desk."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from journeys.conftest import whole

PLAN = "/plans/vn/nq-52-2019"

pytestmark = pytest.mark.journey


@pytest.mark.parametrize(("lang", "name"), [("", "Lịch sử"), ("/en", "History")])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_reader_comes_from_a_target_to_its_figures_history_and_asks_for_another_day(
    browser: Browser, address: str, lang: str, name: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}{lang}{PLAN}/targets/digital-economy/")
    page.locator("a.go", has_text=name).first.click()
    expect(page.locator("h1")).to_be_visible()
    assert "/history/?indicator=" in page.url
    versions = page.locator("table.versions tbody tr")
    before = versions.count()
    assert before > 2
    whole(page)
    page.fill("#as-known-on", "2021-12-31")
    page.locator("form.as-known button").click()
    assert "as_known_on=2021-12-31" in page.url
    assert "indicator=" in page.url
    assert versions.count() < before
    page.locator("p.past a").click()
    assert versions.count() == before
    context.close()
