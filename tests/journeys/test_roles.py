"""Each role at the desk, on a phone in Vietnamese and at a desk in English: its pages, no others.

The words are compared with `words.toml` as it stands, not through the function that prints them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

import lotrinh_web
from journeys.conftest import REPORTS, SCIENCE, YEAR, enter, office, whole
from unit.intake.workbooks import filled, number, text

#: Of each role: the words of its menu in order, and a page that is another role's.
ROLES = {
    "planning_office": (
        ("ledger_inbox", "ledger_submissions", "review_desk", "collect_requests"),
        "people/",
    ),
    "reporter": (("collect_reports", "ledger_submissions"), "reports/requests/"),
    "approver": (("ledger_inbox", "ledger_submissions"), "reports/"),
    "supervisor": (("ledger_submissions",), "reports/requests/"),
    "administrator": (("people", "reminders"), "submissions/"),
    "reader": (("ledger_submissions",), "reports/"),
}
#: What everyone who is signed in finds at the end of the menu.
OWN = ("notices", "account_mine")
#: Plans and people are of the whole site; the rest work at one department.
EVERYWHERE = ("planning_office", "administrator")
#: Language, width of the window in CSS pixels, quarter whose report is sent in it.
WINDOWS = (("vi", 390, 1), ("en", 1280, 2))
WORDS = tomllib.loads((Path(lotrinh_web.__file__).parent / "words.toml").read_text("utf-8"))

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def desk(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demo with one person of each role, called as the role is."""
    people = [(role, role, "" if role in EVERYWHERE else SCIENCE) for role in ROLES]
    with office(content, tmp_path_factory.mktemp("roles"), people) as url:
        yield url


def prefix(lang: str) -> str:
    return "" if lang == "vi" else f"/{lang}"


def window(width: int) -> dict[str, Any]:
    return {"viewport": {"width": width, "height": 844}}


def of_the_other_language(page: Page, lang: str) -> set[str]:
    """Return the links in the menus that are words of the other language and of no other."""
    other = {"vi": "en", "en": "vi"}[lang]
    foreign = {one[other] for one in WORDS.values()} - {one[lang] for one in WORDS.values()}
    # The link to the page in the other language is named in that language, and says so.
    links = page.locator("header a:not([hreflang]), nav a:not([hreflang])")
    return foreign & {one.strip() for one in links.all_inner_texts()}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("lang", "width", "_quarter"), WINDOWS)
def test_a_role_finds_its_pages_in_the_menu_and_no_others(
    browser: Browser, desk: str, role: str, lang: str, width: int, _quarter: int
) -> None:
    own, foreign = ROLES[role]
    context = enter(browser, desk, role, prefix(lang), **window(width))
    page = context.new_page()
    page.goto(f"{desk}{prefix(lang)}/desk/")
    menu = page.locator("nav.desk-nav a")
    assert menu.all_inner_texts() == [WORDS[one][lang] for one in (*own, *OWN)]

    for place in range(menu.count()):
        link = menu.nth(place)
        url = f"{desk}{link.get_attribute('href')}"
        with page.expect_response(url) as answer:
            link.click()
        assert answer.value.status == 200, url
        page.wait_for_load_state()
        expect(menu.nth(place)).to_have_attribute("aria-current", "page")
        assert of_the_other_language(page, lang) == set(), url
        whole(page)

    refused = page.goto(f"{desk}{prefix(lang)}/desk/{foreign}")
    assert refused is not None
    assert refused.status == 403
    expect(page.locator("main")).to_contain_text(WORDS["not_allowed"][f"mend_{lang}"])
    whole(page)
    context.close()


@pytest.mark.parametrize(("lang", "width", "quarter"), WINDOWS)
def test_the_faults_of_a_workbook_and_a_report_that_was_sent_are_whole_pages(
    browser: Browser, desk: str, tmp_path: Path, lang: str, width: int, quarter: int
) -> None:
    context = enter(browser, desk, "reporter", prefix(lang), **window(width))
    page = context.new_page()
    report = f"{desk}{prefix(lang)}{REPORTS}/{YEAR}-Q{quarter}/"
    template = page.request.get(f"{report}template.xlsx").body()
    faulty = tmp_path / "sai.xlsx"
    faulty.write_bytes(filled(template, {"H5": number("102"), "H6": text("chín chín")}))
    page.goto(f"{report}upload/")
    page.set_input_files("#file", faulty)
    page.locator("form.desk-form button").click()
    expect(page.locator(".faults")).to_contain_text("chín chín")
    whole(page)

    page.goto(report)
    values = page.locator("tbody .value input")
    for place, value in enumerate(("102", "99", "1234567")):
        values.nth(place).fill(value)
    page.locator("button[name=send]").click()
    expect(page.locator(".done")).to_be_visible()
    assert page.url.endswith("?sent=1")
    whole(page)
    context.close()
