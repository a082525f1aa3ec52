"""A chart shows figures as firm as they are, fits a strict page, and is drawn for its reader."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lotrinh.periods import Period
from lotrinh.publish.chart import DARK, LIGHT, Drawing, Mark, Span, fixed, live, position
from lotrinh.publish.chart import series_svg as series
from lotrinh.publish.chart import spark_svg as spark

DRAWING = Drawing(
    marks=(
        Mark(2020, 1266.5, "actual"),
        Mark(2024, 1317, "preliminary"),
        Mark(2025, 1402, "estimate", "1.402 (2025)"),
    ),
    spans=(Span(2021, 2025, 1300, "estimate", "bình quân"),),
    unit="tỷ đồng",
    start=2020,
    end=2025,
    target=2000,
    target_label="Chỉ tiêu: khoảng 2.000",
    path=((2020, 1266.5), (2025, 2000)),
    path_label="mức cần đạt",
)


@pytest.mark.parametrize("svg", [series(DRAWING, "vi", "T", 680, 300), spark(DRAWING, "vi", "T")])
def test_a_chart_needs_no_style_script_or_outside_address(svg: str) -> None:
    assert not re.search(r"style=|<style|<script|href|url\(", svg)


def test_a_chart_has_one_name_for_those_who_do_not_see_it() -> None:
    svg = series(DRAWING, "vi", 'Biểu đồ: <kinh tế số> & "GDP"', 680, 300)
    assert svg.count("aria-label") == 1
    assert 'role="img" aria-label="Biểu đồ: &lt;kinh tế số&gt; &amp; &quot;GDP&quot;"' in svg


def test_every_colour_of_a_chart_is_one_of_the_page() -> None:
    svg = series(DRAWING, "vi", "T", 680, 300)
    assert not re.search(r"#[0-9a-f]{3}", live(svg))
    for colours in (LIGHT, DARK):
        assert not re.search(r"#0[1-8]0[1-8]0[1-8]\b", fixed(svg, colours))


def test_numbers_on_an_axis_are_written_as_the_reader_writes_them() -> None:
    assert ">1.600<" in series(DRAWING, "vi", "T", 680, 300)
    assert ">1,600<" in series(DRAWING, "en", "T", 680, 300)


def test_an_estimate_is_hollow_and_an_official_figure_full() -> None:
    svg = live(series(DRAWING, "vi", "T", 680, 300))
    dots = re.findall(r'fill="var\(--chart-([a-z-]+)\)" stroke="var\(--chart-data\)"', svg)
    assert sorted(dots) == ["data", "data-soft", "ground"]


def test_a_chart_without_figures_says_so_instead_of_drawing_any() -> None:
    bare = Drawing((), "%", 2020, 2025, target=20, target_label="20%", empty_label="chưa có")
    svg = live(series(bare, "vi", "T", 680, 300))
    assert "chưa có" in svg
    assert "--chart-data" not in svg


def test_a_year_stands_at_its_number_and_its_parts_around_it() -> None:
    assert position(Period.read("2024")) == 2024
    assert position(Period.read("2024-S1")) < 2024 < position(Period.read("2024-S2"))


@given(
    some.lists(some.floats(-1e6, 1e6), min_size=1, max_size=6),
    some.one_of(some.none(), some.floats(-1e6, 1e6)),
    some.booleans(),
)
def test_everything_drawn_lies_inside_the_axis(
    values: list[float], target: float | None, first_on_top: bool
) -> None:
    if first_on_top:  # ranks begin at 1
        values, target = [abs(value) + 1 for value in values], None
    marks = tuple(Mark(2020.0 + at, value, "actual") for at, value in enumerate(values))
    drawing = Drawing(marks, "%", 2020, 2025, target=target, first_on_top=first_on_top)
    low, high = drawing.domain()
    assert low < high or set(values) == {0.0}
    assert all(low <= height <= high for height in drawing.values())
