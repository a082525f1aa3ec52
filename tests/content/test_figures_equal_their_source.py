"""Every figure of the content equals the row of the sources it was taken from, and none is lost."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

from content.conftest import HERE, rows
from lotrinh.flow import Content
from lotrinh.ledger import Observation

#: Rows of other sources: rankings, the nation's productivity, the bound, the count of communes.
_ADDED = {
    "broadband-subscriber-communes",
    "communes",
    "digital-economy-share",
    "gii-asean-rank",
    "gii-rank",
    "labour-productivity-growth",
    "trained-worker-certificate-rate",
    "un-egovernment-asean-rank",
    "un-egovernment-rank",
}

_FILES = ("series.csv", "peers.csv")
Figure = tuple[str, str, Decimal, str, str]


def _sdmx(period: str) -> str:
    period = re.sub(r"^(\d{4})-H([12])$", r"\1-S\2", period)
    period = re.sub(r"^(\d{4})-M9$", r"\1-01-01/P9M", period)
    window = re.fullmatch(r"(\d{4})-(\d{4})", period)
    return f"{window[1]}-01-01/P{int(window[2]) - int(window[1]) + 1}Y" if window else period


def _published(row: dict[str, str], names: dict[str, str]) -> Figure:
    value = Decimal(row["value"])
    url_or_title = row["source_url"] or row["source_title"]
    return (names[row["indicator_id"]], _sdmx(row["period"]), value, row["status"], url_or_title)


def _held(one: Observation) -> Figure:
    url_or_title = one.source.url or one.source.title
    if one.source.title.startswith("Tính từ"):
        url_or_title = "TỰ TÍNH từ các dòng khác"
    return (one.indicator, str(one.period), one.value, one.status, url_or_title)


def _sources(shared: Path, name: str) -> list[dict[str, str]]:
    names = _names()
    found = rows(shared / "data" / name)
    return [row for row in found if row["indicator_id"] in names and row["status"] != "target"]


def _names() -> dict[str, str]:
    return {row["series_id"]: row["indicator"] for row in rows(HERE / "series_names.csv")}


def test_no_figure_says_other_than_its_source(opened: Content, shared: Path) -> None:
    """Indicator, period, value and status are the source's; the rest is named as added."""
    names = _names()
    published = {_published(row, names) for name in _FILES for row in _sources(shared, name)}
    strange = [one for one in opened.observations if _held(one) not in published]
    assert {one.indicator for one in strange} <= _ADDED
    assert len(strange) < 40


def test_no_figure_of_the_province_is_lost(plan_175: Content, shared: Path) -> None:
    """Conflicting and revised values of Đắk Lắk are all kept, as often as they were published."""
    names = _names()
    own = [row for row in _sources(shared, "series.csv") if row["place"] == "Đắk Lắk"]
    published = Counter(_published(row, names) for row in own)
    province = ("vn/dak-lak@2004", "vn/dak-lak@2025")
    held = Counter(_held(one) for one in plan_175.observations if one.place in province)
    assert not published - held


def test_a_figure_counts_as_known_from_its_publication(opened: Content, shared: Path) -> None:
    """The day recorded is the day published, or the first one of the month or year published."""
    names = _names()
    days: dict[Figure, set[str]] = {}
    for name in _FILES:
        for row in _sources(shared, name):
            days.setdefault(_published(row, names), set()).add(row["published_on"])
    for one in opened.observations:
        known = days.get(_held(one), {""}) - {""}
        day = one.recorded_at.isoformat()
        assert not known or any(day.startswith(published) for published in known), one
