"""Draws a specification as SVG, with numbers as the reader's language writes them."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from html import escape
from typing import Any

import vl_convert

from lotrinh.base.words import Lang

#: Names for the locale of d3, which vl-convert draws with.
_NUMBERS: dict[Lang, dict[str, Any]] = {
    "vi": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", ""]},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["", ""]},
}
_HEAD = re.compile(r'<svg [^>]*?width="(?P<width>[\d.]+)" height="(?P<height>[\d.]+)"[^>]*>')
#: Roles that make sense only inside vega's own accessibility tree.
_NOISE = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')


def draw(spec: dict[str, Any], lang: Lang, title: str) -> str:
    """Return the chart as SVG whose one accessible name is `title`; colours are placeholders."""
    body, width, height = _drawn(json.dumps(spec, sort_keys=True), lang)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" aria-label="{escape(title)}">{body}'
    )


@lru_cache(maxsize=512)
def _drawn(spec: str, lang: Lang) -> tuple[str, str, str]:
    """Draw once for each specification; the same vintage always gives the same one."""
    svg = vl_convert.vegalite_to_svg(spec, format_locale=_NUMBERS[lang])
    found = _HEAD.match(svg)
    if found is None:
        raise ValueError("vl-convert returned no SVG with a size")
    return _NOISE.sub("", svg[found.end() :]), found["width"], found["height"]
