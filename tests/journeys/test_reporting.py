"""A reporter's day at the desk: the grid, a lost connection, a conflict, a workbook; every page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from journeys.cable import cable
from journeys.conftest import REPORTS, SCIENCE, YEAR, enter, office, whole
from unit.intake.workbooks import filled, number, text

#: Person, role, body.
PEOPLE = (
    ("lan", "reporter", SCIENCE),
    ("bao", "reporter", SCIENCE),
    ("minh", "planning_office", ""),
)

#: Puts a text into the field that has the focus as a paste does.
PASTE = """text => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const given = {clipboardData, bubbles: true, cancelable: true};
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", given));
}"""

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def desk(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demo with a declared report and its people."""
    with office(content, tmp_path_factory.mktemp("desk"), PEOPLE) as url:
        yield url


def open_grid(context: BrowserContext, desk: str, quarter: int, lang: str = "") -> Page:
    page = context.new_page()
    page.goto(f"{desk}{lang}{REPORTS}/{YEAR}-Q{quarter}/")
    return page


def values(page: Page) -> list[str]:
    return [one.input_value() for one in page.locator("tbody .value input").all()]


def is_saved(page: Page) -> None:
    expect(page.locator("#state")).to_contain_text("Đã lưu lúc")
    expect(page.locator(".value input.changed")).to_have_count(0)


def test_a_column_is_pasted_from_excel_moved_through_saved_and_sent(
    browser: Browser, desk: str
) -> None:
    context = enter(browser, desk, "lan")
    page = open_grid(context, desk, 1)
    first = page.locator("tbody .value input").first
    first.focus()
    page.evaluate(PASTE, "102\tsơ bộ\tTheo quyết định mới\r\n120\r\n1.234.567\r\n")
    assert values(page) == ["102", "120", "1.234.567"]
    assert page.locator("tbody select").first.input_value() == "preliminary"
    is_saved(page)
    # The checks speak beside the cell: more communes with broadband than communes.
    expect(page.locator("#left")).to_have_text("1 ô cần xem lại.")
    expect(page.locator("tbody tr").nth(1).locator(".said")).to_contain_text("Ở đây là 120 so với")
    first.press("ArrowDown")
    page.keyboard.type("99")
    page.keyboard.press("Enter")
    expect(page.locator("tbody .value input").nth(2)).to_be_focused()
    expect(page.locator("#left")).to_have_text("Không ô nào cần xem lại.")
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.locator(".done")).to_contain_text("Đã gửi báo cáo")
    expect(page.locator("tbody td.number b").nth(2)).to_have_text("1.234.567")
    page.goto(f"{desk}/desk/reports/")
    expect(page.locator(".stand-submitted")).to_contain_text(f"quý 1/{YEAR}")
    context.close()


def test_what_is_typed_without_a_connection_is_kept_and_sent_when_it_is_back(
    browser: Browser, desk: str
) -> None:
    with cable(desk) as line:
        context = enter(browser, line.url, "lan", viewport={"width": 390, "height": 800})
        page = open_grid(context, line.url, 2)
        line.pull_out()
        page.locator("tbody .value input").first.fill("102")
        expect(page.locator("#state")).to_contain_text("Mất mạng")
        # The phone is put away: the page is gone, what was typed is not.
        page.close()
        line.plug_in()
        again = open_grid(context, line.url, 2)
        assert values(again)[0] == "102"
        is_saved(again)
        again.reload()
        assert values(again)[0] == "102"
        context.close()


def test_what_was_kept_asks_before_it_replaces_what_another_saved_meanwhile(
    browser: Browser, desk: str
) -> None:
    with cable(desk) as line:
        context = enter(browser, line.url, "lan")
        page = open_grid(context, line.url, 2)
        line.pull_out()
        page.locator("tbody .value input").nth(1).fill("88")
        expect(page.locator("#state")).to_contain_text("Mất mạng")
        page.close()
        other = enter(browser, desk, "bao")
        theirs = open_grid(other, desk, 2)
        theirs.locator("tbody .value input").nth(1).fill("77")
        is_saved(theirs)
        line.plug_in()
        again = open_grid(context, line.url, 2)
        expect(again.locator("#conflict")).to_contain_text("Giữ số của tôi: 88")
        theirs.reload()
        assert values(theirs)[1] == "77"
        again.get_by_role("button", name="Giữ số của tôi: 88").click()
        is_saved(again)
        theirs.reload()
        assert values(theirs)[1] == "88"
        context.close()
        other.close()


def test_a_page_told_of_a_lost_connection_says_so_and_saves_when_it_is_back(
    browser: Browser, desk: str
) -> None:
    context = enter(browser, desk, "bao")
    page = open_grid(context, desk, 2)
    context.set_offline(True)
    page.locator("tbody .value input").nth(2).fill("7")
    expect(page.locator("#state")).to_contain_text("Mất mạng")
    context.set_offline(False)
    is_saved(page)
    context.close()


def test_two_people_on_one_report_see_the_clash_and_choose(browser: Browser, desk: str) -> None:
    one, other = enter(browser, desk, "lan"), enter(browser, desk, "bao")
    mine, theirs = open_grid(one, desk, 3), open_grid(other, desk, 3)
    theirs.locator("tbody .value input").nth(0).fill("102")
    theirs.locator("tbody .value input").nth(2).fill("5")
    is_saved(theirs)
    mine.locator("tbody .value input").nth(0).fill("103")
    clash = mine.locator("#conflict")
    expect(clash).to_be_visible()
    expect(clash).to_contain_text("Giữ số của tôi: 103")
    # What only the other changed is there already, and nothing was written over.
    assert values(mine) == ["103", "", "5"]
    theirs.reload()
    assert values(theirs) == ["102", "", "5"]
    clash.get_by_role("button", name="Giữ số của tôi: 103").click()
    expect(clash).to_be_hidden()
    is_saved(mine)
    theirs.reload()
    assert values(theirs) == ["103", "", "5"]
    one.close()
    other.close()


def test_a_workbook_goes_out_and_comes_back_with_its_faults_marked(
    browser: Browser, desk: str, tmp_path: Path
) -> None:
    context = enter(browser, desk, "lan", accept_downloads=True)
    page = open_grid(context, desk, 4)
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải mẫu Excel").click()
    data = Path(download.value.path()).read_bytes()
    bad, good = tmp_path / "sai.xlsx", tmp_path / "dung.xlsx"
    bad.write_bytes(filled(data, {"H5": number("102"), "H6": text("chín chín")}))
    page.get_by_role("link", name="Tải tệp lên").click()
    page.set_input_files("#file", bad)
    page.get_by_role("button", name="Xem trước").click()
    expect(page.locator(".faults")).to_contain_text("1 lỗi, chưa gửi gì cả")
    with page.expect_download() as marked:
        page.get_by_role("link", name="Tải tệp có đánh dấu ô sai").click()
    mended = filled(Path(marked.value.path()).read_bytes(), {"H6": number("99")})
    good.write_bytes(mended)
    page.get_by_role("link", name="Tải tệp khác lên").click()
    page.set_input_files("#file", good)
    page.get_by_role("button", name="Xem trước").click()
    expect(page.locator("h2").first).to_have_text("2 số liệu, không có lỗi")
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.locator(".done")).to_contain_text("Đã gửi báo cáo")
    context.close()


def test_without_a_script_the_grid_is_an_ordinary_form(browser: Browser, desk: str) -> None:
    context = enter(browser, desk, "lan", java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{desk}{REPORTS}/{YEAR}-Q2/")
    page.locator("tbody .value input").nth(2).fill("1.300.000")
    page.get_by_role("button", name="Lưu nháp").click()
    assert values(page)[2] == "1.300.000"
    context.close()


@pytest.mark.parametrize("lang", ["", "/en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_every_page_of_reports_is_accessible_fits_and_keeps_its_policy(
    browser: Browser, desk: str, tmp_path: Path, lang: str, scheme: Any, width: int
) -> None:
    window: dict[str, Any] = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    context = enter(browser, desk, "lan", lang, **window)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    own = tmp_path / "x.csv"
    own.write_text("Nơi;Số xã, phường, thị trấn\nChợ Mới;102\n", "utf-8")
    report = f"{desk}{lang}{REPORTS}/{YEAR}-Q3/"
    page.goto(f"{report}upload/")
    page.set_input_files("#file", own)
    page.check("input[value=own]")
    page.locator("form.desk-form button").click()
    page.wait_for_url("**/columns/")
    columns = page.url
    reports = ["", "keys/"]
    urls = [f"{desk}{lang}/desk/reports/{one}" for one in reports]
    urls += [report, f"{report}upload/", f"{report}more-time/", columns]
    urls += [columns.removesuffix("columns/")]
    for url in urls:
        page.goto(url)
        whole(page)
    planner = enter(browser, desk, "minh", lang, **window)
    asked = planner.new_page()
    asked.goto(f"{desk}{lang}/desk/reports/requests/")
    whole(asked)
    assert json.dumps([one for one in complaints if "status of 4" not in one]) == "[]"
    planner.close()
    context.close()
