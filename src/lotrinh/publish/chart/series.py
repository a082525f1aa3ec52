"""The large chart of a target: dots for figures, a line for the target, dashes for the path."""

from __future__ import annotations

from typing import Any

import altair as alt

from lotrinh.publish.chart.drawing import Drawing
from lotrinh.publish.chart.layers import (
    domain_x,
    domain_y,
    dots,
    empty,
    labelled,
    path,
    spans,
    target,
    trail,
)
from lotrinh.publish.chart.palette import GRID, MUTED
from lotrinh.publish.chart.style import specification


def series_spec(drawing: Drawing, *, width: int = 680, height: int = 300) -> dict[str, Any]:
    """Return the Vega-Lite specification of a series against its target."""
    x, y = _time(drawing, most=5 if width < 480 else 10), _height(drawing)
    layers = [
        *target(drawing, x, y),
        *path(drawing, x, y),
        *spans(drawing, x, y),
        *trail(drawing, x, y),
        *dots(drawing, x, y),
        *labelled(drawing, x, y),
        *empty(drawing, x, y),
    ]
    return specification(layers, width=width, height=height)


def _time(drawing: Drawing, *, most: int) -> alt.X:
    """Return the axis of years with about `most` of them written."""
    first, last = round(drawing.start), round(drawing.end)
    step = max(1, round((last - first + 1) / most))
    axis = alt.Axis(
        title=None,
        format="d",
        values=list(range(first, last + 1, step)),
        grid=False,
        tickColor=GRID,
        domainColor=MUTED,
        labelFlush=False,
    )
    return alt.X("x:Q", scale=domain_x(drawing), axis=axis)


def _height(drawing: Drawing) -> alt.Y:
    """Return the vertical axis with its unit written over it, not along it."""
    axis = alt.Axis(
        title=drawing.unit,
        titleAngle=0,
        titleAlign="left",
        titleAnchor="end",
        titleX=0,
        titleY=-6,
        titleBaseline="bottom",
        tickCount=5,
        tickMinStep=1 if drawing.first_on_top else 0,
        domain=False,
        ticks=False,
        gridColor=GRID,
        labelPadding=8,
    )
    return alt.Y("y:Q", scale=domain_y(drawing), axis=axis)
