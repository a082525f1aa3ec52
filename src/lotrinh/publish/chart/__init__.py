"""Charts: one specification for browser, SVG and print, drawn without a browser."""

from lotrinh.publish.chart.drawing import Drawing, Mark, Span, position
from lotrinh.publish.chart.palette import DARK, LIGHT, fixed, live
from lotrinh.publish.chart.series import series_spec
from lotrinh.publish.chart.spark import spark_spec
from lotrinh.publish.chart.svg import draw, series_svg, spark_svg

__all__ = [
    "DARK",
    "LIGHT",
    "Drawing",
    "Mark",
    "Span",
    "draw",
    "fixed",
    "live",
    "position",
    "series_spec",
    "series_svg",
    "spark_spec",
    "spark_svg",
]
