"""A reader looks for a commune by its old name and follows it to the map of today."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from journeys.conftest import found_by_axe, whole

REFORM = "/places/vn/dak-lak@2025/reform/"
PAGES = (
    "/places/",
    "/places/?q=hoa+thang",
    "/places/vn/24166/",
    "/places/vn/dak-lak@2004/",
    f"{REFORM}?map=2025-06-30",
    "/plans/dak-lak/kh-175-2020/places/?on=2025-06-30",
)

pytestmark = pytest.mark.journey


def test_from_an_old_name_to_the_new_map(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    page.get_by_role("link", name="Địa bàn", exact=True).click()
    page.get_by_label("Tên xã, phường, huyện hoặc tỉnh").fill("hòa thắng")
    page.get_by_role("button", name="Tìm").click()
    found = page.locator(".found-places > li", has_text="Thành phố Buôn Ma Thuột")
    expect(found).to_contain_text("Nay là Phường Tân Lập")
    found.get_by_role("heading").get_by_role("link").click()
    expect(page.locator(".lead")).to_contain_text("thành Phường Tân Lập, theo Nghị quyết 1660")
    page.get_by_role("link", name=re.compile("Xem việc sắp xếp")).click()
    expect(page).to_have_url(f"{address}{REFORM}")
    expect(page.locator(".flow-new", has_text="Phường Tân Lập")).to_be_visible()
    page.get_by_role("link", name="Đến 30/06/2025").click()
    expect(page).to_have_url(f"{address}{REFORM}?map=2025-06-30#map")
    expect(page.locator(".ground svg a")).to_have_count(286)
    page.get_by_role("link", name="Từ 01/07/2025").click()
    expect(page.locator(".ground svg a")).to_have_count(102)


def test_the_map_is_reached_by_keyboard_through_its_list(page: Page, address: str) -> None:
    page.goto(f"{address}{REFORM}#map")
    summary = page.locator(".map-list summary").first
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".map-list a").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/places/vn/"))


@pytest.mark.parametrize("url", PAGES)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_page_is_accessible_and_fits_a_phone(
    browser: Browser, address: str, url: str, lang: str
) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 900}, java_script_enabled=True, color_scheme="light"
    )
    page = context.new_page()
    page.goto(address + (url if lang == "vi" else f"/en{url}"))
    whole(page, unfold=2)
    page.emulate_media(color_scheme="dark")
    assert found_by_axe(page, colours_only=True) == []
    context.close()
