"""What goes wrong around the grid of a report: no answer, two tabs, a save that is refused."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from journeys.cable import cable
from journeys.conftest import SCIENCE, enter, office
from journeys.test_reporting import is_saved, open_grid, values

PEOPLE = (("lan", "reporter", SCIENCE), ("bao", "reporter", SCIENCE))
SAVE = "**/save/"

#: Notes every text that the state shows.
NOTED = """() => {
    const state = document.getElementById("state");
    window.told = [];
    const note = () => window.told.push(state.textContent);
    new MutationObserver(note).observe(state, {childList: true});
}"""

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def desk(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demo with a declared report and two who fill it in."""
    with office(content, tmp_path_factory.mktemp("desk"), PEOPLE) as url:
        yield url


def fill(page: Page, nth: int, text: str) -> None:
    page.locator("tbody .value input").nth(nth).fill(text)


def test_two_tabs_of_one_person_keep_what_is_typed_in_either(browser: Browser, desk: str) -> None:
    with cable(desk) as line:
        context = enter(browser, line.url, "lan")
        one, other = open_grid(context, line.url, 1), open_grid(context, line.url, 1)
        line.pull_out()
        fill(one, 0, "102")
        expect(one.locator("#state")).to_contain_text("Mất mạng")
        fill(other, 1, "88")
        expect(other.locator("#state")).to_contain_text("Mất mạng")
        one.close()
        other.close()
        line.plug_in()
        again = open_grid(context, line.url, 1)
        assert values(again)[:2] == ["102", "88"]
        is_saved(again)
        context.close()


def test_a_save_that_is_never_answered_is_tried_again(browser: Browser, desk: str) -> None:
    context = enter(browser, desk, "lan")
    page = open_grid(context, desk, 2)
    page.locator("#grid").evaluate("form => form.dataset.patience = 300")
    unanswered: list[Route] = []
    page.route(SAVE, lambda route: unanswered.append(route), times=1)  # noqa: PLW0108 (Playwright marks it)
    fill(page, 0, "102")
    expect(page.locator("#state")).to_contain_text("Mất mạng")
    assert len(unanswered) == 1
    expect(page.locator("#state")).to_contain_text("Đã lưu lúc", timeout=15_000)
    context.close()


def test_a_report_that_cannot_be_saved_is_not_sent_and_says_so(browser: Browser, desk: str) -> None:
    context = enter(browser, desk, "lan")
    page = open_grid(context, desk, 2)
    page.route(SAVE, lambda route: route.fulfill(status=502, content_type="text/html", body="502"))
    fill(page, 1, "88")
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.locator("#state")).to_have_text(
        "Chưa gửi báo cáo: có ô chưa lưu được lên máy chủ. "
        "Máy chủ chưa nhận được lần lưu này; sẽ thử lại."
    )
    assert values(page)[1] == "88"
    page.unroute(SAVE)
    context.close()


def test_two_who_type_the_same_go_on_as_if_one_had(browser: Browser, desk: str) -> None:
    one, other = enter(browser, desk, "lan"), enter(browser, desk, "bao")
    mine, theirs = open_grid(one, desk, 3), open_grid(other, desk, 3)
    for nth, text in enumerate(("102", "88", "5")):
        fill(theirs, nth, text)
    is_saved(theirs)
    fill(mine, 0, "102")
    is_saved(mine)
    assert values(mine) == ["102", "88", "5"]
    mine.get_by_role("button", name="Gửi báo cáo").click()
    expect(mine.locator(".done")).to_contain_text("Đã gửi báo cáo")
    one.close()
    other.close()


def test_saved_is_said_only_when_nothing_waits(browser: Browser, desk: str) -> None:
    context = enter(browser, desk, "lan")
    page = open_grid(context, desk, 4)
    page.evaluate(NOTED)

    def slowly(route: Route) -> None:
        time.sleep(1)
        route.continue_()

    page.route(SAVE, slowly)
    fill(page, 0, "102")
    expect(page.locator("#state")).to_contain_text("Đang lưu")
    fill(page, 1, "88")
    is_saved(page)
    told = page.evaluate("window.told")
    assert [text for text in told if "Đã lưu" in text] == told[-1:]
    context.close()
