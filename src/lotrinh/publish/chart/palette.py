"""Colours of charts as placeholders, painted at the end for a page, a file or print.

A chart is drawn once; on a page its colours are those of the page's tokens, light or dark,
and in a file of its own they are fixed.
"""

from __future__ import annotations

import re

INK = "#010101"
MUTED = "#020202"
GRID = "#030303"
TARGET = "#040404"
DATA = "#050505"
DATA_SOFT = "#060606"
PATH = "#070707"
GROUND = "#080808"

_TOKENS = {
    INK: "ink",
    MUTED: "muted",
    GRID: "grid",
    TARGET: "target",
    DATA: "data",
    DATA_SOFT: "data-soft",
    PATH: "path",
    GROUND: "ground",
}
#: The same colours as `tokens.css`, for files outside a page.
LIGHT = {
    INK: "#1f2421",
    MUTED: "#5b625d",
    GRID: "#dedcd3",
    TARGET: "#1f2421",
    DATA: "#1c5d8c",
    DATA_SOFT: "#8fb8d6",
    PATH: "#5b625d",
    GROUND: "#fdfcf8",
}
DARK = {
    INK: "#eceae2",
    MUTED: "#a9aea8",
    GRID: "#3a403d",
    TARGET: "#eceae2",
    DATA: "#7fbfe8",
    DATA_SOFT: "#3d6f92",
    PATH: "#a9aea8",
    GROUND: "#171a19",
}
_PLACEHOLDER = re.compile("|".join(_TOKENS))


def live(svg: str) -> str:
    """Paint with the tokens of the page the chart stands on.

    >>> live('<path fill="#050505"/>')
    '<path fill="var(--chart-data)"/>'
    """
    return _PLACEHOLDER.sub(lambda found: f"var(--chart-{_TOKENS[found[0]]})", svg)


def fixed(svg: str, colours: dict[str, str]) -> str:
    """Paint with colours that need no page.

    >>> fixed('<path fill="#050505"/>', LIGHT)
    '<path fill="#1c5d8c"/>'
    """
    return _PLACEHOLDER.sub(lambda found: colours[found[0]], svg)
