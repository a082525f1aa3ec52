"""Every page, in both languages and both lights, on a phone and a desk: accessible and whole."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from journeys.conftest import found_by_axe

PROVINCE = "/plans/dak-lak/kh-175-2020/"
NATION = "/plans/vn/nq-52-2019/"
PAGES = (
    "/",
    "/methods/",
    "/api/",
    "/indicators/",
    "/indicators/labour-productivity/",
    PROVINCE,
    NATION,
    f"{PROVINCE}directive/",
    f"{PROVINCE}bodies/",
    f"{PROVINCE}data/",
    f"{PROVINCE}targets/labour-productivity/",
    f"{PROVINCE}targets/digital-economy/",
    f"{PROVINCE}targets/approved-programmes/",
    f"{NATION}targets/labour-productivity/",
    f"{NATION}targets/innovation-rank/",
    "/nothing/",
    f"{PROVINCE}?as_known_on=never",
)
pytestmark = pytest.mark.journey


def in_language(url: str, lang: str) -> str:
    """Return the address of a page in a language."""
    return url if lang == "vi" else f"/en{url}"


def open_page(browser: Browser, url: str, *, width: int, scheme: Any = "light") -> Page:
    """Open a page in a window of that width and light."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(url)
    return page


@pytest.mark.parametrize("url", PAGES)
@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_is_accessible(
    browser: Browser, address: str, url: str, lang: str, scheme: str
) -> None:
    """Axe finds nothing, with folded parts open: three of each page, for the rest is alike."""
    page = open_page(browser, address + in_language(url, lang), width=1280, scheme=scheme)
    found = found_by_axe(page, unfold=3, colours_only=scheme == "dark")
    page.context.close()
    assert found == []


@pytest.mark.parametrize("url", PAGES)
def test_a_page_fits_every_window_and_breaks_no_rule_of_its_policy(
    browser: Browser, address: str, url: str
) -> None:
    """Nothing is wider than the window, and the browser has nothing to complain of."""
    complaints: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("console", lambda said: complaints.append(said.text))
    page.on("request", lambda one: one.url.startswith(address) or complaints.append(one.url))
    page.goto(address + url)
    too_wide = []
    for width in (320, 390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            too_wide.append(width)
    context.close()
    assert too_wide == []
    assert [text for text in complaints if "status of 4" not in text] == []


def test_what_can_be_pressed_is_large_enough_for_a_finger(browser: Browser, address: str) -> None:
    """Links outside running text, buttons and fields are 44 px high on a phone."""
    page = open_page(browser, f"{address}{PROVINCE}", width=390)
    small = page.evaluate(
        """() => [...document.querySelectorAll('nav a, .sorts a, button, input, a.go, .thread a')]
            .filter(one => one.getBoundingClientRect().height < 44)
            .map(one => one.textContent.trim())"""
    )
    page.context.close()
    assert small == []


def test_a_chart_takes_its_colours_from_the_page(browser: Browser, address: str) -> None:
    """The same mark is drawn in one colour by day and in another by night."""
    seen = set()
    for scheme in ("light", "dark"):
        url = f"{address}{NATION}targets/digital-economy/"
        page = open_page(browser, url, width=1280, scheme=scheme)
        dot = page.locator('.chart .wide [fill="var(--chart-data)"]').first
        seen.add(dot.evaluate("one => getComputedStyle(one).fill"))
        page.context.close()
    assert len(seen) == 2
    assert "none" not in seen
