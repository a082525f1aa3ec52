"""The page of data: every observation behind a plan, those that no longer hold among them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from lotrinh.base.words import Lang
from lotrinh.ledger import Observation
from lotrinh.publish.page.case import Case
from lotrinh.publish.page.figure import ObservationView, observation_view
from lotrinh.publish.page.head import Head, head


@dataclass(frozen=True)
class IndicatorData:
    """All observations of one indicator in one place, the latest period first."""

    anchor: str
    indicator: str
    place: str
    observations: tuple[ObservationView, ...]


@dataclass(frozen=True)
class DataPage:
    """What the page of data shows."""

    head: Head
    groups: tuple[IndicatorData, ...]
    total: int
    superseded: int


def data_page(case: Case, lang: Lang) -> DataPage:
    """Return every observation of the vintage, by indicator and place."""
    known = sorted(case.vintage.observations, key=_group)
    groups = []
    for (indicator, place), members in groupby(known, key=_group):
        rows = sorted(members, key=lambda one: (one.breakdown, one.shared))
        rows.sort(key=lambda one: (one.period, one.recorded_at), reverse=True)
        groups.append(
            IndicatorData(
                anchor=data_anchor(indicator, place),
                indicator=case.indicators[indicator].say(lang),
                place=case.places[place].say(lang),
                observations=tuple(observation_view(one, case, lang, deep=False) for one in rows),
            )
        )
    all_rows = [row for group in groups for row in group.observations]
    superseded = sum(not (row.holds or row.agrees) for row in all_rows)
    return DataPage(head(case, lang), tuple(groups), len(known), superseded)


def data_anchor(indicator: str, place: str) -> str:
    """Return where on the page the figures of an indicator in a place stand."""
    return f"{indicator}--{place}".replace("/", "-").replace("@", "-")


def _group(one: Observation) -> tuple[str, str]:
    return one.indicator, one.place
