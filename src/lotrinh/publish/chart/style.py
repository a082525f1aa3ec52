"""Type and lines common to all charts."""

from __future__ import annotations

from typing import Any

import altair as alt

from lotrinh.publish.chart.palette import GRID, INK, MUTED

FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif'


def specification(
    layers: list[alt.Chart], *, width: int, height: int, size: int = 13
) -> dict[str, Any]:
    """Return the layers as one specification in the house's type, without frame or ground.

    All is handed over at once and not checked again: altair copies a chart for each method
    called on it and checks each copy, which took most of the time.
    """
    whole = alt.LayerChart(
        layer=layers,
        width=width,
        height=height,
        background="transparent",
        padding={"left": 4, "top": 4, "right": 8, "bottom": 4},
        config=_config(size),
    )
    spec: dict[str, Any] = whole.to_dict(validate=False)
    return spec


def _config(size: int) -> alt.Config:
    return alt.Config(
        font=FONT,
        aria=False,
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(
            labelFontSize=size,
            titleFontSize=size,
            labelColor=MUTED,
            titleColor=MUTED,
            titleFontWeight="normal",
            gridColor=GRID,
        ),
        text=alt.MarkConfig(color=INK, font=FONT),
    )
