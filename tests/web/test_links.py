"""No link of the site leads nowhere, whatever the language and the day."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from urllib.parse import urldefrag

import pytest
from django.test import Client

#: Thirteen thousand places and hundreds of figures have a page each, in two languages; of either
#: sort so many are walked.
MOST = 40
_MANY = re.compile(r"(?:/en)?/(?:(places)/.|plans/.*/(history)/)")

pytestmark = pytest.mark.usefixtures("loaded")


def crawl(client: Client, start: str) -> tuple[dict[str, str], set[tuple[str, str]]]:
    """Follow every link from a page; return the pages, and the anchors that are linked to."""
    pages: dict[str, str] = {}
    anchors: set[tuple[str, str]] = set()
    walked: Counter[str] = Counter()
    todo = [start]
    while todo:
        url = todo.pop()
        if url in pages or walked[sort := _sort(url)] >= MOST:
            continue
        walked[sort] += bool(sort)
        # The desk leads on to its sign-in.
        answer = client.get(url, follow=True)
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


def _sort(url: str) -> str:
    """Return the sort of a page there are many of, empty for the others."""
    found = _MANY.match(url)
    return found[1] or found[2] if found else ""


@pytest.mark.parametrize(
    "start", ["/", "/plans/dak-lak/kh-175-2020/?as_known_on=2021-06-01", "/?as_known_on=2010-01-01"]
)
def test_every_link_and_every_anchor_leads_somewhere(client: Client, start: str) -> None:
    pages, anchors = crawl(client, start)
    assert len(pages) > 40
    walked = {(url, anchor) for url, anchor in anchors if url in pages or not _sort(url)}
    lost = {(url, anchor) for url, anchor in walked if f'id="{anchor}"' not in pages.get(url, "")}
    assert lost == set()
