"""Every page the site has, for each role that may see it, on a phone and a desk, in both languages.

The pages come from the addresses of the site, so that a new one cannot be forgotten: it is
walked, or it is named below as none. Axe looks at each page once a width.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page

import lotrinh_web
from architecture.views import View, views
from journeys.conftest import YEAR, found_by_axe, office
from journeys.scene import PEOPLE, Scene, play

WORDS = tomllib.loads((Path(lotrinh_web.__file__).parent / "words.toml").read_text("utf-8"))
VIEWS = [one for one in views() if one.given["lang"] == "vi"]
#: Addresses that answer a program, hand out a file or lead on, and print no page. What only
#: takes something in answers 405, and needs no line here.
NO_PAGES = {
    "vi:csv", "vi:json", "vi:assessments", "vi:chart", "vi-desk:template", "vi-desk:marked",
    "vi-desk:evidence", "mfa_login_webauthn", "account_logout",
    "socialaccount_login_cancelled", "openid_connect_login", "openid_connect_callback",
}  # fmt: skip
#: Parts of addresses, where the scene has none of its own.
PARTS: dict[str, dict[str, Any]] = {
    "vi:indicator": {"id": "labour-productivity"},
    "vi:place": {"id": "vn/dak-lak@2025"},
    "vi:reform": {"id": "vn/dak-lak@2025"},
    "vi:target": {"id": "labour-productivity"},
    "vi:chart": {"id": "labour-productivity"},
}
ANY = {"folder": "dak-lak/kh-175-2020", "provider_id": "server", "n": 1, "id": 1}
QUERIES = {
    "vi-desk:figure": f"?indicator=communes&place=vn/dak-lak@2025&period={YEAR}-Q1",
    "vi:history": f"?indicator=communes&place=vn/dak-lak@2025&period={YEAR}-Q1",
    "vi:places": "?q=hòa thắng",
}
#: What stands on a page for people: texts and names, but what is in another language by its mark.
TEXTS = """() => {
    const lang = document.documentElement.lang, found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const at = walk.currentNode.parentElement;
        if (at.closest('[hreflang], [translate=no], script, style, pre, code, textarea')) continue;
        if (at.closest('[lang]').lang === lang) found.push(walk.currentNode.textContent.trim());
    }
    for (const one of document.querySelectorAll('[aria-label], [placeholder], [title]'))
        for (const name of ['aria-label', 'placeholder', 'title'])
            if (one.hasAttribute(name) && !one.hasAttribute('hreflang'))
                found.push(one.getAttribute(name));
    return found.filter(one => one);
}"""
#: A key of `words.toml`, a hole of a sentence, or what Python prints for nothing.
RAW = re.compile(r"lotrinh_web\.\w+|\{\w+\}|\bNone\b|\b[a-z]+_[a-z_]*[a-z]\b")

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def scene(
    content: Path, tmp_path_factory: pytest.TempPathFactory, browser: Browser
) -> Iterator[Scene]:
    with office(content, tmp_path_factory.mktemp("whole"), PEOPLE) as url:
        yield play(browser, url)


def address(view: View, scene: Scene) -> str:
    """Return the Vietnamese address of a view."""
    own = scene.at.get(view.name.removeprefix("vi-desk:"), {}) | PARTS.get(view.name, {})
    # A page about a report is about the one that is not sent yet, unless the scene says more.
    values = ANY | (scene.at["report"] if "period" in view.parts else {}) | own
    given = {} if ":" in view.name else view.given
    parts = {part: values[part] for part in view.parts if part in values}
    return reverse(view.name, kwargs=parts | given) + QUERIES.get(view.name, "")


def people(view: View, scene: Scene) -> list[tuple[str, BrowserContext]]:
    """Return who to try a view with: a stranger for what is public, each role for the desk."""
    if view.name == "mfa_authenticate":
        assert scene.half
        return [("half", scene.half)]
    if view.access and view.access.public:
        return [("", scene.people[""])]
    return [(role, context) for role, context in scene.people.items() if role]


def answered(context: BrowserContext, url: str) -> str:
    """Return what an address answers: a page, nothing but to those who send, or something else."""
    answer = context.request.get(url, max_redirects=0)
    is_html = "text/html" in answer.headers.get("content-type", "")
    return {200: "page" if is_html else "file", 405: "takes"}.get(answer.status, "other")


def foreign(lang: str) -> set[str]:
    """Return words of the other language that are none of this one."""
    other = {"vi": "en", "en": "vi"}[lang]
    theirs = {one[other] for one in WORDS.values()} - {one[lang] for one in WORDS.values()}
    return {one for one in theirs if len(one) > 3 and "{" not in one}


def faults(page: Page, lang: str, *, axe: bool) -> list[str]:
    """Return what is wrong with a page as it stands."""
    found = [str(one) for one in found_by_axe(page, unfold=3)] if axe else []
    wide, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    if wide > window:
        found.append(f"{wide} px wide in a window of {window}")
    said = page.evaluate(TEXTS)
    found += [f"not in {lang}: {one}" for one in foreign(lang) & set(said)]
    found += [f"not in words: {hit[0]}" for one in said if (hit := RAW.search(one))]
    if page.evaluate("document.documentElement.lang") != lang:
        found.append("says another language than it speaks")
    return found


class Walker:
    """One person's page, with everything their browser complained of since it was asked last."""

    def __init__(self, context: BrowserContext) -> None:
        self.page = context.new_page()
        self.said: list[str] = []
        self.page.on("console", lambda one: self.said.append(one.text))
        self.page.on("pageerror", lambda one: self.said.append(str(one)))

    def look(self, url: str, lang: str, widths: tuple[int, int], *, axe: bool) -> list[str]:
        """Open a page in one width, look at all of it, then only whether it fits the other."""
        first, then = widths
        self.said.clear()
        self.page.set_viewport_size({"width": first, "height": 844})
        self.page.goto(url)
        found = faults(self.page, lang, axe=axe)
        self.page.set_viewport_size({"width": then, "height": 844})
        if self.page.evaluate("document.documentElement.scrollWidth") > then:
            found.append(f"wider than {then} px")
        return [*found, *self.said]


def test_every_page_is_whole_for_every_role_that_may_see_it(scene: Scene) -> None:
    """One walk and one list of everything that is wrong anywhere.

    The first who may see a page sees it in both languages, under axe in both widths; the others
    have another menu over the same page, and see it in one.
    """
    walkers: dict[str, Walker] = {}
    wrong: dict[str, list[str]] = {}
    seen: dict[str, list[str]] = defaultdict(list)
    takes: set[str] = set()
    for view in VIEWS:
        url = address(view, scene)
        for role, context in people(view, scene):
            kind = answered(context, scene.url + url)
            if kind == "takes":
                takes.add(view.name)
            if kind != "page":
                continue
            walker = walkers.get(role) or walkers.setdefault(role, Walker(context))
            is_first = not seen[view.name]
            seen[view.name].append(role)
            found = walker.look(scene.url + url, "vi", (390, 1280), axe=is_first)
            if is_first:
                found += walker.look(f"{scene.url}/en{url}", "en", (1280, 390), axe=True)
            if found:
                wrong[f"{view.name} {role}"] = found
    assert wrong == {}
    assert {one.name for one in VIEWS} - set(seen) - takes - NO_PAGES == set()
    assert NO_PAGES & set(seen) == set()
