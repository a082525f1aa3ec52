"""The marks of a chart, each a layer or two: target, path, spans, line, dots, labels.

Each function returns a list, empty when the drawing has nothing of the kind.
"""

from __future__ import annotations

from typing import Any, Literal

import altair as alt

from lotrinh.publish.chart.drawing import Drawing
from lotrinh.publish.chart.palette import DATA, DATA_SOFT, GROUND, INK, MUTED, PATH, TARGET

#: How firm a figure is, by its fill: full, soft, hollow.
_FILLS = {"actual": DATA, "preliminary": DATA_SOFT, "estimate": GROUND}

#: A bound points to the side on which the true value lies.
_SHAPES = {"": "circle", "<": "triangle-down", ">": "triangle-up"}


def domain_x(drawing: Drawing) -> alt.Scale:
    """Return the scale of time, with half a year of air on both sides."""
    return alt.Scale(domain=[drawing.start - 0.5, drawing.end + 0.5], nice=False, zero=False)


def domain_y(drawing: Drawing) -> alt.Scale:
    """Return the vertical scale."""
    return alt.Scale(
        domain=list(drawing.domain()), nice=False, zero=False, reverse=drawing.first_on_top
    )


def target(drawing: Drawing, x: alt.X, y: alt.Y, *, size: int = 13) -> list[alt.Chart]:
    """Return the line of the value promised, with its words on it."""
    if drawing.target is None:
        return []
    start, end = drawing.target_start or drawing.start, drawing.target_end or drawing.end
    layers = []
    heights = [drawing.target]
    if drawing.target_high is not None:
        heights.append(drawing.target_high)
    for height in heights:
        rows = [{"x": start - 0.4, "y": height}, {"x": end + 0.4, "y": height}]
        layers.append(_chart(rows).mark_line(color=TARGET, strokeWidth=1.75).encode(x=x, y=y))
    words = [{"x": start - 0.4, "y": max(heights), "label": drawing.target_label}]
    layers.append(_words(words, x, y, size, INK, align="left", dy=-6, weight=600))
    return layers


def path(drawing: Drawing, x: alt.X, y: alt.Y, *, size: int = 12) -> list[alt.Chart]:
    """Return the required path as dashes; `size` 0 leaves its words away."""
    if len(drawing.path) < 2:
        return []
    rows = [{"x": at, "y": value} for at, value in drawing.path]
    layers = [
        _chart(rows).mark_line(color=PATH, strokeDash=[2, 4], strokeWidth=1.5).encode(x=x, y=y)
    ]
    if size and drawing.path_label:
        at, value = drawing.path[len(drawing.path) // 2]
        words = [{"x": at, "y": value, "label": drawing.path_label}]
        layers.append(_words(words, x, y, size, MUTED, align="right", dx=-8, dy=-6))
    return layers


def spans(drawing: Drawing, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Return figures about several years as thick lines across them."""
    layers = []
    for span in drawing.spans:
        rows = [{"x": span.start - 0.4, "y": span.value}, {"x": span.end + 0.4, "y": span.value}]
        colour = DATA if span.status == "actual" else DATA_SOFT
        layers.append(_chart(rows).mark_line(color=colour, strokeWidth=4).encode(x=x, y=y))
    return layers


def trail(drawing: Drawing, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Return the thin line that leads the eye from dot to dot."""
    if len(drawing.marks) < 2:
        return []
    rows = [{"x": mark.at, "y": mark.value} for mark in drawing.marks]
    return [_chart(rows).mark_line(color=DATA_SOFT, strokeWidth=1.5).encode(x=x, y=y)]


def dots(drawing: Drawing, x: alt.X, y: alt.Y, *, size: int = 80) -> list[alt.Chart]:
    """Return a dot a figure, filled as firm as the figure is."""
    layers = []
    for status, fill in _FILLS.items():
        for bound, shape in _SHAPES.items():
            rows = [
                {"x": mark.at, "y": mark.value}
                for mark in drawing.marks
                if mark.status == status and mark.bound == bound
            ]
            if rows:
                dot = _chart(rows).mark_point(
                    shape=shape,
                    filled=True,
                    fill=GROUND if bound else fill,
                    stroke=DATA,
                    strokeWidth=1.75,
                    opacity=1,
                    size=size,
                )
                layers.append(dot.encode(x=x, y=y))
    return layers


def labelled(
    drawing: Drawing, x: alt.X, y: alt.Y, *, size: int = 13, is_small: bool = False
) -> list[alt.Chart]:
    """Return the words beside dots and spans, turned inwards near the right edge.

    In a small chart the words of a span stand under its end, clear of those of the target.
    """
    middle = (drawing.start + drawing.end) / 2
    layers = []
    for mark in drawing.marks:
        if mark.label:
            inwards = mark.at > middle
            row = [{"x": mark.at, "y": mark.value, "label": mark.label}]
            layers.append(
                _words(
                    row,
                    x,
                    y,
                    size,
                    DATA,
                    align="right" if inwards else "left",
                    dx=2 if inwards else -2,
                    dy=_side(drawing, mark.value),
                    weight=600,
                )
            )
    for span in drawing.spans:
        at = span.end + 0.4 if is_small else span.start - 0.4
        row = [{"x": at, "y": span.value, "label": span.label}]
        align: Literal["left", "right"] = "right" if is_small else "left"
        dy = 16 if is_small else -9
        layers.append(_words(row, x, y, size, DATA, align=align, dy=dy, weight=600))
    return layers


def empty(drawing: Drawing, x: alt.X, y: alt.Y, *, size: int = 13) -> list[alt.Chart]:
    """Return the words that stand where figures are missing."""
    if drawing.marks or drawing.spans or not drawing.empty_label:
        return []
    low, high = drawing.domain()
    row = [
        {
            "x": (drawing.start + drawing.end) / 2,
            "y": low + (high - low) * 0.38,
            "label": drawing.empty_label,
        }
    ]
    return [_words(row, x, y, size, MUTED, align="center")]


def _side(drawing: Drawing, value: float) -> int:
    """Words go under a mark that stands just under the target line, else above it."""
    low, high = drawing.domain()
    if drawing.target is None:
        return -10
    below = value - drawing.target if drawing.first_on_top else drawing.target - value
    if 0 <= below < 0.5 * (high - low):
        return 18
    return -10


def _chart(rows: list[dict[str, Any]]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=rows))


def _words(
    rows: list[dict[str, Any]],
    x: alt.X,
    y: alt.Y,
    size: int,
    colour: str,
    *,
    align: Literal["left", "center", "right"],
    dx: int = 0,
    dy: int = 0,
    weight: Literal[400, 600] = 400,
) -> alt.Chart:
    text = _chart(rows).mark_text(
        fontSize=size,
        color=colour,
        align=align,
        dx=dx,
        dy=dy,
        fontWeight=weight,
        baseline="alphabetic",
    )
    words: alt.Chart = text.encode(x=x, y=y, text="label:N")
    return words
