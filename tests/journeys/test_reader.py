"""A reader walks from a verdict back to the words that set the promise, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

PROVINCE = "/plans/dak-lak/kh-175-2020/"
NATION = "/plans/vn/nq-52-2019/"

pytestmark = pytest.mark.journey


def test_a_reader_walks_from_the_scoreboard_to_the_clause(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Nghị quyết 52-NQ/TW của Bộ Chính trị").click()
    row = page.locator("#target-digital-economy")
    expect(row).to_contain_text("Không đạt")
    expect(row).to_contain_text("14,02%")
    row.get_by_role("link").first.click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Kinh tế số")
    expect(page.locator(".chart .wide svg").first).to_be_visible()
    trail = page.locator(".trail")
    expect(trail).to_contain_text("Quy tắc đánh giá")
    expect(trail.locator(".observation a[href^=http]").first).to_be_visible()
    expect(trail.locator("mark.focus")).to_have_text("khoảng 20%")

    trail.get_by_role("link", name="Xem trong văn bản").click()
    expect(page).to_have_url(re.compile(r"/directive/#clause-"))
    clause = page.locator(".clause:target")
    expect(clause).to_be_in_viewport()
    expect(clause.locator("mark")).to_have_text("khoảng 20%")
    clause.get_by_role("link", name=re.compile("Kinh tế số")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kinh tế số")


def test_a_target_leads_up_to_the_one_it_was_passed_down_from(page: Page, address: str) -> None:
    page.goto(f"{address}{PROVINCE}targets/digital-economy/")
    page.locator(".parent").get_by_role("link").click()
    expect(page).to_have_url(f"{address}{NATION}targets/digital-economy/")


def test_the_language_changes_and_the_page_stays(page: Page, address: str) -> None:
    page.goto(f"{address}{NATION}?sort=verdict")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{address}/en{NATION}?sort=verdict")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Tiếng Việt").click()
    expect(page).to_have_url(f"{address}{NATION}?sort=verdict")


def test_a_reader_goes_back_to_what_was_known_on_a_day(page: Page, address: str) -> None:
    page.goto(f"{address}{PROVINCE}targets/labour-productivity/")
    average = page.locator("article.beside", has_text="Tốc độ tăng GRDP bình quân").first
    expect(average).to_contain_text("5,88%/năm")
    page.get_by_label("Xem theo số liệu đã biết đến ngày").fill("2025-10-01")
    page.get_by_role("button", name="Xem").click()
    expect(page).to_have_url(re.compile(r"as_known_on=2025-10-01"))
    expect(average).to_contain_text("6,31%/năm")
    page.get_by_role("link", name="Về hôm nay").click()
    expect(average).to_contain_text("5,88%/năm")


def test_the_first_stop_of_the_keyboard_leads_past_the_header(page: Page, address: str) -> None:
    page.goto(f"{address}{PROVINCE}")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Đến nội dung chính")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_the_pages_need_no_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{NATION}targets/digital-economy/")
    expect(page.locator(".chart .wide svg").first).to_be_visible()
    page.locator("#as-known-on").fill("2024-01-01")
    page.get_by_role("button", name="Xem").click()
    expect(page).to_have_url(re.compile("as_known_on=2024-01-01"))
    context.close()
