"""A head and a reporter at work: waiting, returned, corrected, approved, on the public page."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from journeys.conftest import whole
from web.databases import environment, on_its_own
from web.reporting.on_its_own import PASSWORD
from web.reporting.test_killed import serve
from web.running import free_port

DATA = "/plans/dak-lak/kh-175-2020/data/observations.csv"

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with a department whose report of 2024 waits for its head."""
    with environment("sqlite", tmp_path_factory.mktemp("desk")) as given:
        on_its_own(given, "waiting")
        port = free_port()
        process = serve(given, port)
        yield f"http://127.0.0.1:{port}"
        process.kill()
        process.communicate()


def enter(browser: Browser, desk: str, name: str, *, width: int, scheme: str, lang: str) -> Page:
    """Sign in with a window of that width."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"{desk}{'/en' if lang == 'en' else ''}/desk/sign-in/")
    page.locator("main input[name=name], main input[name=login]").first.fill(name)
    page.locator("main input[name=password]").fill(PASSWORD)
    page.locator("main form button").first.click()
    return page


def test_from_waiting_over_a_return_and_a_correction_to_the_public_page(
    browser: Browser, desk: str
) -> None:
    head = enter(browser, desk, "binh", width=390, scheme="light", lang="vi")
    head.goto(f"{desk}/desk/approvals/")
    whole(head)
    head.get_by_role("link", name=re.compile("Sở Khoa học và Công nghệ")).click()
    whole(head)
    remark = head.get_by_label(re.compile("Ý kiến về Số xã")).first
    for width in (860, 390):
        head.set_viewport_size({"width": width, "height": 900})
        box = remark.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= width
    remark.fill("Nhầm cột, xem lại bảng 2")
    head.get_by_role("button", name="Trả lại").click()
    expect(head.get_by_text("bị trả lại").first).to_be_visible()
    whole(head)

    reporter = enter(browser, desk, "an", width=1280, scheme="dark", lang="en")
    reporter.goto(f"{desk}/en/desk/notices/")
    whole(reporter)
    reporter.get_by_role("link", name=re.compile("was returned with remarks")).click()
    expect(reporter.get_by_text("Nhầm cột, xem lại bảng 2")).to_be_visible()
    whole(reporter)
    reporter.goto(
        f"{desk}/en/desk/figures/?indicator=broadband-communes&place=vn/dak-lak@2004&period=2023"
    )
    whole(reporter)
    reporter.get_by_role("link", name="Correct or withdraw").click()
    whole(reporter)
    reporter.get_by_label("The right figure").fill("1,777")
    reporter.get_by_label("Why").fill("Ten communes were left out")
    reporter.get_by_role("button", name="Send for approval").click()
    expect(reporter.get_by_text("waiting for approval").first).to_be_visible()
    whole(reporter)

    assert "1777" not in reporter.request.get(desk + DATA).text()
    head.goto(f"{desk}/desk/approvals/")
    head.get_by_role("link", name=re.compile("Sở Khoa học và Công nghệ")).click()
    head.get_by_role("button", name="Duyệt", exact=True).click()
    expect(head.get_by_text("Đã vào bản chốt số liệu")).to_be_visible()
    whole(head)
    assert "1777" in reporter.request.get(desk + DATA).text()
    head.context.close()
    reporter.context.close()


def test_an_administrator_finds_no_figures_and_sets_the_ladder(browser: Browser, desk: str) -> None:
    page = enter(browser, desk, "chi", width=390, scheme="dark", lang="en")
    page.goto(f"{desk}/en/desk/reminders/")
    whole(page)
    page.get_by_label("Step 1: days").fill("-5")
    page.get_by_role("button", name="Set this ladder").click()
    expect(page.get_by_label("Step 1: days")).to_have_value("-5")
    answer = page.goto(f"{desk}/en/desk/approvals/")
    assert answer is not None
    assert answer.status == 403
    page.context.close()
