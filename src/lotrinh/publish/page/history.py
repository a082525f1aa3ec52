"""The page of a figure's history: what was said of it and when, what ended it, who answers for it.

Only what was official and may be told to everyone comes in; the shell sifts before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from lotrinh.base.words import Lang, day, say
from lotrinh.indicators.check_formula import direct_inputs
from lotrinh.ledger import Key
from lotrinh.ledger.history import Version
from lotrinh.ledger.published import Published
from lotrinh.publish.page.case import Case
from lotrinh.publish.page.head import Head, head
from lotrinh.publish.page.wording import (
    of_observation,
    part_of_whole,
    recorded_on,
    status_word,
)


@dataclass(frozen=True)
class Origin:
    """How a version came into the ledger: who reported it, who approved it, why, into what."""

    #: Id of the body that answers for it; empty for a figure of a public source.
    body: str = ""
    #: Who approved it, as they signed, and when; in the order of the levels.
    approvals: tuple[tuple[str, date], ...] = ()
    #: Why it corrects what stood before.
    reason: str = ""
    #: The first published vintage that holds it.
    vintage: Published | None = None


@dataclass(frozen=True)
class VersionView:
    """One thing that was said of a figure, for as long as it held."""

    #: Number of its entry in the ledger.
    entry: int
    #: `Số liệu`, or what it corrects.
    what: str
    value: str
    status: str
    method: str
    holds: bool
    #: From when to when it held, in words.
    held: str
    #: What ended it, in words; empty while it holds.
    ended: str
    known_from: str
    kept_on: str
    source: str
    source_url: str
    note: str
    reason: str
    body: str
    #: Each with the day.
    approvals: tuple[str, ...]
    #: Hash and day of the first vintage that holds it.
    vintage: str
    vintage_day: str


@dataclass(frozen=True)
class FigureHistory:
    """Everything told of one figure, the latest first."""

    period: str
    place: str
    part: str
    versions: tuple[VersionView, ...]


@dataclass(frozen=True)
class HistoryPage:
    """What the page of the history of a figure, or of a series, shows."""

    head: Head
    #: What is measured: id and name.
    id: str
    indicator: str
    #: The one place or period asked for; empty where the page holds several.
    place: str
    period: str
    figures: tuple[FigureHistory, ...]
    #: What it is computed from, each with what its own history is asked by.
    inputs: tuple[tuple[str, Mapping[str, str]], ...]
    #: What was asked, for the form that asks for another day.
    asked: Mapping[str, str]


def history_page(
    case: Case,
    versions: Iterable[Version],
    origins: Mapping[str, Origin],
    asked: Mapping[str, str],
    lang: Lang,
) -> HistoryPage:
    """Return the versions of an indicator's figures; `origins` by the id of the submission."""
    id = asked["indicator"]
    view = _View(case, origins, lang)
    ordered = sorted(versions, key=lambda one: _order(one.observation.key))
    groups = groupby(ordered, key=lambda one: one.observation.key)
    figures = tuple(view.figure(key, tuple(group)) for key, group in groups)
    places = {one.place for one in figures}
    periods = {one.period for one in figures}
    return HistoryPage(
        head=head(case, lang),
        id=id,
        indicator=case.indicators[id].say(lang),
        place=next(iter(places)) if len(places) == 1 else "",
        period=next(iter(periods)) if len(periods) == 1 else "",
        figures=figures,
        inputs=tuple(
            (case.indicators[one].say(lang), {**asked, "indicator": one})
            for one in sorted(direct_inputs(id, case.indicators))
            if one in case.indicators
        ),
        asked=asked,
    )


def _order(key: Key) -> tuple[object, ...]:
    """The latest period first; in it place by place, the total before its parts."""
    return -key.period.first_day.toordinal(), -key.period.months, key.place, *key[3:]


class _View:
    """Words for versions, in one language."""

    def __init__(self, case: Case, origins: Mapping[str, Origin], lang: Lang) -> None:
        self.case = case
        self.origins = origins
        self.lang = lang

    def figure(self, key: Key, versions: tuple[Version, ...]) -> FigureHistory:
        """Return everything told of one figure."""
        first = versions[0].observation
        latest = sorted(versions, key=lambda one: (one.since, one.entry.number), reverse=True)
        return FigureHistory(
            period=key.period.say(self.lang),
            place=self.case.places[key.place].say(self.lang),
            part=part_of_whole(first, self.case.indicators[key.indicator], self.lang),
            versions=tuple(self._version(one) for one in latest),
        )

    def _version(self, one: Version) -> VersionView:
        lang, figure, entry = self.lang, one.observation, one.entry
        origin = self.origins.get(entry.submission, Origin())
        has_ended = one.until is not None and one.until <= self.case.as_known_on
        held = "held_from_until" if has_ended else "holds_since"
        vintage, body = origin.vintage, self._body(origin.body)
        return VersionView(
            entry=entry.number,
            what=say(f"publish.entry_{entry.kind}", lang, number=entry.about),
            value=of_observation(figure, lang),
            status=status_word(figure.status, lang),
            method=say(f"ledger.method_{figure.method}", lang),
            holds=not has_ended,
            held=say(f"publish.{held}", lang, since=one.since, until=one.until),
            ended=self._ended(one) if has_ended else "",
            known_from=recorded_on(figure, lang),
            kept_on=day(entry.day, lang),
            source=figure.source.title,
            source_url=figure.source.url,
            note=figure.note,
            reason=entry.reason or origin.reason,
            body=body,
            # Where the body may not be named, nor may those who sign for it.
            approvals=tuple(
                say("publish.approved_by", lang, name=name, day=on)
                for name, on in origin.approvals
                if body
            ),
            vintage=vintage.hash if vintage else "",
            vintage_day=day(vintage.as_known_on, lang) if vintage else "",
        )

    def _ended(self, one: Version) -> str:
        by = one.ended_by
        assert by is not None, "what ended was ended by an entry"
        is_correction = by.kind == "correction" and by.about == one.entry.number
        key = (
            "withdrawal" if by.kind == "withdrawal" else "correction" if is_correction else "later"
        )
        return say(f"publish.ended_by_{key}", self.lang, number=by.number)

    def _body(self, id: str) -> str:
        """Name a body that may be named; of another nothing is said."""
        return self.case.bodies[id].say(self.lang) if id in self.case.bodies else ""
