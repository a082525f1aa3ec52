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
from lotrinh.publish.chart.style import configured


def series_spec(drawing: Drawing, *, width: int = 680, height: int = 300) -> dict[str, Any]:
    """Return the Vega-Lite specification of a series against its target."""
    narrow = width < 480
    years = int(drawing.end) - int(drawing.start) + 1
    step = max(1, round(years / (5 if narrow else 10)))
    x = alt.X(
        "x:Q",
        scale=domain_x(drawing),
        axis=alt.Axis(
            title=None,
            format="d",
            values=list(range(round(drawing.start), round(drawing.end) + 1, step)),
            grid=False,
            tickColor=GRID,
            domainColor=MUTED,
            labelFlush=False,
        ),
    )
    y = alt.Y(
        "y:Q",
        scale=domain_y(drawing),
        axis=alt.Axis(
            title=drawing.unit,
            titleAngle=0,
            titleAlign="left",
            titleAnchor="end",
            titleX=0,
            titleY=-6,
            titleBaseline="bottom",
            tickCount=5,
            domain=False,
            ticks=False,
            gridColor=GRID,
            labelPadding=8,
        ),
    )
    layers = [
        *target(drawing, x, y),
        *path(drawing, x, y),
        *spans(drawing, x, y),
        *trail(drawing, x, y),
        *dots(drawing, x, y),
        *labelled(drawing, x, y),
        *empty(drawing, x, y),
    ]
    return configured(alt.layer(*layers).properties(width=width, height=height))
