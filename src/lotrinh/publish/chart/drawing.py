"""What a chart shows, before it is drawn: marks in time, a target, a required path.

It knows positions and labels, not colours or sizes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from lotrinh.periods import Period


@dataclass(frozen=True)
class Mark:
    """One figure as a dot."""

    at: float
    value: float
    #: actual, preliminary or estimate.
    status: str
    #: Stands beside the dot; empty for a dot without words.
    label: str = ""
    #: "<" or ">" when the value only bounds the true one from that side.
    bound: str = ""


@dataclass(frozen=True)
class Span:
    """One figure about several years, as a line across them."""

    start: float
    end: float
    value: float
    status: str
    label: str = ""


@dataclass(frozen=True)
class Drawing:
    """A series against its target."""

    marks: tuple[Mark, ...]
    #: Name of the unit, over the vertical axis.
    unit: str
    #: First and last position in time.
    start: float
    end: float
    spans: tuple[Span, ...] = ()
    #: The value promised, its upper end for a range, and the words beside the line.
    target: float | None = None
    target_high: float | None = None
    target_label: str = ""
    #: Where the target line begins; it ends at `target_end`.
    target_start: float | None = None
    target_end: float | None = None
    #: What would have to be reached from year to year.
    path: tuple[tuple[float, float], ...] = ()
    path_label: str = ""
    #: Whether less is better and the best stands at the top, as for a rank.
    first_on_top: bool = False
    #: Said in the middle of a chart without figures.
    empty_label: str = ""

    def narrow(self) -> Drawing:
        """Return the drawing with short words on its spans, for a phone."""
        spans = tuple(replace(one, label=one.label.split(" (")[0]) for one in self.spans)
        return replace(self, spans=spans)

    def values(self) -> tuple[float, ...]:
        """Return every height that must fit into the chart."""
        heights = [mark.value for mark in self.marks] + [span.value for span in self.spans]
        heights += [value for _, value in self.path]
        heights += [value for value in (self.target, self.target_high) if value is not None]
        return tuple(heights)

    def domain(self) -> tuple[float, float]:
        """Return bottom and top of the vertical axis, with air above; zero is the bottom.

        A series far from zero (7,4 … 7,9) would lie flat on such an axis; it gets its own.
        """
        heights = self.values() or (0.0, 1.0)
        low, high = min(heights), max(heights)
        if self.first_on_top:
            air = max(1.0, (high - low) * 0.2)
            return (0.5 if low <= 10 else low - air), high + air
        if low >= 0 and (low < 0.6 * high or low == high or not (self.marks or self.spans)):
            return 0.0, high * 1.18
        air = (high - low or abs(high) or 1.0) * 0.25
        return low - air, high + air


def position(period: Period) -> float:
    """Return where a period stands in time: a year at its number, parts of it around that.

    >>> position(Period.read("2024")), position(Period.read("2024-S2"))
    (2024.0, 2024.25)
    """
    middle = (period.first_day.toordinal() + period.last_day.toordinal() + 1) / 2
    year = period.first_day.year + (period.last_day.year - period.first_day.year) // 2
    start = period.first_day.replace(year=year, month=1, day=1).toordinal()
    length = period.first_day.replace(year=year + 1, month=1, day=1).toordinal() - start
    return round(year - 0.5 + (middle - start) / length, 2)
