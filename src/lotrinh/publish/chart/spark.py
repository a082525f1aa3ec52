"""The small chart of a row: the same marks without axes, so that rows can be compared."""

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


def spark_spec(drawing: Drawing, *, width: int = 250, height: int = 64) -> dict[str, Any]:
    """Return the Vega-Lite specification of a small series against its target."""
    x = alt.X(
        "x:Q",
        scale=domain_x(drawing),
        axis=alt.Axis(
            title=None,
            format="d",
            values=[round(drawing.start), round(drawing.end)],
            grid=False,
            tickColor=GRID,
            domainColor=GRID,
            labelColor=MUTED,
            tickSize=3,
        ),
    )
    y = alt.Y("y:Q", scale=domain_y(drawing), axis=None)
    layers = [
        *target(drawing, x, y, size=11),
        *path(drawing, x, y, size=0),
        *spans(drawing, x, y),
        *trail(drawing, x, y),
        *dots(drawing, x, y, size=42),
        *labelled(drawing, x, y, size=12, is_small=True),
        *empty(drawing, x, y, size=12),
    ]
    return specification(layers, width=width, height=height, size=11)
