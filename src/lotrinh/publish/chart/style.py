"""Type and lines common to all charts."""

from __future__ import annotations

from typing import Any

import altair as alt

from lotrinh.publish.chart.palette import GRID, INK, MUTED

FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif'


def configured(chart: alt.LayerChart | alt.FacetChart, *, size: int = 13) -> dict[str, Any]:
    """Return the specification in the house's type, without a frame or a ground of its own."""
    spec: dict[str, Any] = (
        chart.properties(
            background="transparent", padding={"left": 4, "top": 4, "right": 8, "bottom": 4}
        )
        .configure(font=FONT, aria=False)
        .configure_view(stroke=None)
        .configure_axis(
            labelFontSize=size,
            titleFontSize=size,
            labelColor=MUTED,
            titleColor=MUTED,
            titleFontWeight="normal",
            gridColor=GRID,
        )
        .configure_text(color=INK, font=FONT)
        .to_dict()
    )
    return spec
