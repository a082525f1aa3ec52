"""What journeys share: the site with the real plans, a desk with people, the way in, and axe."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from web.reviewing import PASSWORD
from web.running import ANY, free_port, line_of, site, stop

#: The rules of WCAG 2.2, levels A and AA, and what axe holds for good practice.
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
MANAGE = (sys.executable, "-m", "lotrinh_web.manage")
SCIENCE = "dak-lak/so-khoa-hoc-cong-nghe"
YEAR = date.today().year  # noqa: DTZ011 (the site's own day)
#: A report of this year that asks for three figures of the province of today.
DECLARED = f"""\
obligations:
- id: ha-tang-so
  name: {{vi: Báo cáo hạ tầng số, en: Report on digital infrastructure}}
  body: {SCIENCE}
  indicators: [communes, broadband-communes, phone-subscriptions]
  places: [vn/dak-lak@2025]
  frequency: quarter
  due: ngày 25 tháng cuối quý
  since: {YEAR}-01-01
  until: {YEAR}-12-31
relations:
- id: covered
  rule: broadband_communes <= communes
  because: {{vi: Số xã có băng rộng không thể hơn số xã., en: No more communes than there are.}}
"""
REPORTS = "/desk/reports/dak-lak/kh-175-2020/ha-tang-so"


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the demo, as `make demo` starts it."""
    port = free_port()
    with site("demo", port, LOTRINH_DATA=str(tmp_path_factory.mktemp("site"))) as process:
        said = line_of(process)
        assert f"http://127.0.0.1:{port}" in said, said
        yield f"http://127.0.0.1:{port}"
        stop(process)


@contextmanager
def office(
    content: Path, folder: Path, people: Iterable[tuple[str, str, str]], declared: str = DECLARED
) -> Iterator[str]:
    """Run the demo with a declared report and people: name, role, body (none is everywhere)."""
    mine = folder / "content"
    shutil.copytree(content, mine)
    (mine / "plans/dak-lak/kh-175-2020/obligations.yml").write_text(declared, "utf-8")
    port = free_port()
    given = {"LOTRINH_DATA": str(folder / "data"), "LOTRINH_CONTENT": str(mine)}
    with site("demo", port, **given) as process:
        line_of(process)
        add_people(people, given)
        yield f"http://127.0.0.1:{port}"
        stop(process)


def add_people(people: Iterable[tuple[str, str, str]], given: dict[str, str]) -> None:
    """Run `add_person` for each, in one process: to start Django takes longer than to add."""
    commands = [
        [name, "--password-stdin", f"--role={role}", *([f"--body={body}"] if body else [])]
        for name, role, body in people
    ]
    each = (
        "from django.core.management import call_command\n"
        f"for one in {commands!r}: call_command('add_person', *one)"
    )
    subprocess.run(
        [*MANAGE, "shell", "--command", each],
        input=f"{PASSWORD}\n" * len(commands),
        env=ANY | given | {"LOTRINH_SECRET_KEY": "k" * 40},
        text=True,
        check=True,
        capture_output=True,
    )


def enter(browser: Browser, desk: str, name: str, lang: str = "", **window: Any) -> BrowserContext:
    """Return the browser of a person who signed in."""
    context = browser.new_context(reduced_motion="reduce", **window)
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.goto(f"{desk}{lang}/desk/sign-in/")
    page.fill("#name", name)
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")
    page.wait_for_url("**/desk/**")
    page.close()
    return context


def found_by_axe(
    page: Page, *, unfold: int = 0, colours_only: bool = False
) -> list[tuple[str, str]]:
    """Return what axe finds wrong on a page: the rule, and the first element that breaks it.

    `unfold` opens so many folded parts first; by night only the colours differ.
    """
    page.evaluate(
        "n => [...document.querySelectorAll('details')].slice(0, n)"
        ".forEach(one => one.open = true)",
        unfold,
    )
    rules = {"type": "tag", "values": list(RULES)}
    night = {"type": "rule", "values": ["color-contrast"]}
    options = {"runOnly": night if colours_only else rules, "resultTypes": ["violations"]}
    violations = Axe().run(page, options=options).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:200]) for one in violations]


def whole(page: Page, *, unfold: int = 0) -> None:
    """Axe finds nothing on the page, and nothing is wider than the window.

    `unfold` opens so many folded parts first.
    """
    page.wait_for_load_state()
    assert found_by_axe(page, unfold=unfold) == [], page.url
    width = page.viewport_size["width"]  # type: ignore[index]
    assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url
