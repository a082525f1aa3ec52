"""No link of the site leads nowhere, whatever the language and the day."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urldefrag

import pytest
from django.test import Client

#: The country has thirteen thousand places in two languages; so many of their pages are walked.
MOST_PLACES = 40

pytestmark = pytest.mark.usefixtures("loaded")


def crawl(client: Client, start: str) -> tuple[dict[str, str], set[tuple[str, str]]]:
    """Follow every link from a page; return the pages, and the anchors that are linked to."""
    pages: dict[str, str] = {}
    anchors: set[tuple[str, str]] = set()
    todo = [start]
    while todo:
        url = todo.pop()
        if url in pages or (_is_place(url) and sum(map(_is_place, pages)) >= MOST_PLACES):
            continue
        answer = client.get(url)
        assert answer.status_code == 200, url
        is_page = answer["Content-Type"].startswith("text/html")
        pages[url] = answer.content.decode() if is_page else ""
        for link in re.findall(r'href="((?:/|#|\?)[^"]*)"', pages[url]):
            target, anchor = urldefrag(unescape(link))
            if target.startswith("?"):
                target = url.split("?")[0] + target
            if anchor and not anchor.startswith("shape-"):
                anchors.add((target or url, anchor))
            if target and not target.startswith("/static/"):
                todo.append(target)
    return pages, anchors


def _is_place(url: str) -> bool:
    return re.match(r"(/en)?/places/.", url) is not None


@pytest.mark.parametrize(
    "start", ["/", "/plans/dak-lak/kh-175-2020/?as_known_on=2021-06-01", "/?as_known_on=2010-01-01"]
)
def test_every_link_and_every_anchor_leads_somewhere(client: Client, start: str) -> None:
    pages, anchors = crawl(client, start)
    assert len(pages) > 40
    walked = {(url, anchor) for url, anchor in anchors if url in pages or not _is_place(url)}
    lost = {(url, anchor) for url, anchor in walked if f'id="{anchor}"' not in pages.get(url, "")}
    assert lost == set()
