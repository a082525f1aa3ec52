"""Draws a specification as SVG, with numbers as the reader's language writes them."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from typing import Any

import vl_convert

from lotrinh.base.words import Lang
from lotrinh.publish.chart.drawing import Drawing
from lotrinh.publish.chart.series import series_spec
from lotrinh.publish.chart.spark import spark_spec

#: Names for the locale of d3, which vl-convert draws with.
_NUMBERS: dict[Lang, dict[str, Any]] = {
    "vi": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", ""]},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["", ""]},
}
_HEAD = re.compile(r'<svg [^>]*?width="(?P<width>[\d.]+)" height="(?P<height>[\d.]+)"[^>]*>')
#: Roles that make sense only inside vega's own accessibility tree.
_NOISE = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')


@lru_cache(maxsize=1024)
def series_svg(drawing: Drawing, lang: Lang, title: str, width: int, height: int) -> str:
    """Draw the large chart; the same drawing is drawn once, for making a chart is slow."""
    return draw(series_spec(drawing, width=width, height=height), lang, title)


@lru_cache(maxsize=1024)
def spark_svg(drawing: Drawing, lang: Lang, title: str) -> str:
    """Draw the small chart of a row."""
    return draw(spark_spec(drawing), lang, title)


def draw(spec: dict[str, Any], lang: Lang, title: str) -> str:
    """Return the chart as SVG whose one accessible name is `title`; colours are placeholders."""
    svg = vl_convert.vegalite_to_svg(spec, format_locale=_NUMBERS[lang])
    found = _HEAD.match(svg)
    if found is None:
        raise ValueError("vl-convert returned no SVG with a size")
    width, height = found["width"], found["height"]
    body = _NOISE.sub("", svg[found.end() :])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" aria-label="{escape(title)}">{body}'
    )
