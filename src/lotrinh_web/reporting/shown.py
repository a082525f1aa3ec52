"""A submission as its page prints it: figures beside the last period's, remarks, decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from lotrinh.base.address import Address
from lotrinh.base.words import Lang, number, say
from lotrinh.flow import Content
from lotrinh.indicators import unit
from lotrinh.ledger import Entry, Observation
from lotrinh.ledger.entry import day_of
from lotrinh.ledger.submission import State, state_name
from lotrinh.periods import Period
from lotrinh.publish.page.wording import part_of_whole, quantity, status_word
from lotrinh_web.accounts.people import full_names
from lotrinh_web.accounts.powers import body_name
from lotrinh_web.desk.contents import content_of, sources
from lotrinh_web.reporting import bridge, figures
from lotrinh_web.reporting.models import LedgerEntry
from lotrinh_web.reporting.models import Submission as SubmissionRow


@dataclass(frozen=True)
class ShownFigure:
    """One figure of a submission."""

    #: Number of its entry, and id of the observation remarks are tied to.
    number: int
    id: str
    indicator: str
    place: str
    period: str
    #: For the address of its history.
    about: Mapping[str, str]
    #: The number alone; the unit is said once, under the name.
    value: str
    unit: str
    status: str
    #: The official figure of the period before: its value and period; empty when none is known.
    last: str
    last_period: str
    #: The change against it in percent; empty where it cannot be told.
    change: str
    #: What it corrects, and why it is right although it looks odd.
    corrects: str
    reason: str
    #: What the person who returned it said of it.
    remark: str
    is_taken_back: bool = False


@dataclass(frozen=True)
class ShownStep:
    """One decision."""

    what: str
    #: As official letters write it where it was signed for another.
    by: str
    at: datetime
    reason: str
    #: Remarks on the whole.
    remarks: tuple[str, ...]


def figures_of(row: SubmissionRow, day: date, lang: Lang) -> tuple[ShownFigure, ...]:
    """Return the figures of a submission, in the order they were sent."""
    own = [bridge.to_entry(one) for one in row.entries.exclude(kind="decision").order_by("number")]
    about = {one.about for one in own if one.about}
    old = {one.number: bridge.to_entry(one) for one in LedgerEntry.objects.filter(number__in=about)}
    told = [(one, one if one.observation else old[one.about]) for one in own]
    opened = content_of(row.plan)
    plans = sources(opened) if opened else (row.plan,)
    last = figures.before([of.observation for _, of in told if of.observation], plans, day)
    remarks = {
        remark["figure"]: remark["text"]
        for decision in row.entries.filter(kind="decision")
        for remark in decision.remarks
    }
    shown = []
    for one, of in told:
        figure = of.observation
        assert figure is not None, "an entry of a submission is about a figure"
        before = last.get(figure.key)
        corrected = old[one.about].observation if one.about and one.observation else None
        shown.append(
            ShownFigure(
                number=one.number,
                id=figure.id,
                **named(figure, opened, lang),
                value=_bare(figure, lang),
                unit=unit(figure.unit).say(lang),
                status=status_word(figure.status, lang),
                last=_bare(before.observation, lang) if before else "",
                last_period=before.observation.period.say(lang) if before else "",
                change=_change(before.observation, figure, lang) if before else "",
                corrects=_bare(corrected, lang) if corrected else "",
                reason=one.reason,
                remark=remarks.get(figure.id, ""),
                is_taken_back=one.observation is None,
            )
        )
    return tuple(shown)


def named(one: Observation, opened: Content | None, lang: Lang) -> dict[str, Any]:
    """Return the words for what a figure is about, and the parts of its history's address."""
    indicator = opened.indicators.get(one.indicator) if opened else None
    name = indicator.say(lang) if indicator else one.indicator
    is_known = opened is not None and one.place in opened.places
    place = opened.places[one.place].say(lang) if opened and is_known else one.place
    part = part_of_whole(one, indicator, lang) if indicator else one.breakdown
    return {
        "indicator": f"{name} ({part})" if part else name,
        "place": place,
        "period": one.period.say(lang),
        "about": {
            "indicator": one.indicator,
            "place": one.place,
            "period": str(one.period),
            **({"breakdown": one.breakdown} if one.breakdown else {}),
            **({"shared": one.shared} if one.shared else {}),
        },
    }


def steps_of(row: SubmissionRow, lang: Lang) -> tuple[ShownStep, ...]:
    """Return the decisions on a submission, the first first."""
    names = full_names()
    return tuple(
        step_of(bridge.to_entry(one), names, lang)
        for one in row.entries.filter(kind="decision").order_by("number")
    )


def step_of(one: Entry, names: Mapping[str, str], lang: Lang) -> ShownStep:
    """Return a decision in words."""
    return ShownStep(
        what=say(f"lotrinh_web.ledger_{one.verdict}", lang, level=one.level),
        by=signature(one.by, one.signed_as, names, lang),
        at=one.at,
        reason=one.reason,
        remarks=tuple(remark.text for remark in one.remarks if not remark.figure),
    )


def signature(by: str, signed_as: str, names: Mapping[str, str], lang: Lang) -> str:
    """Return who signed, and for whom where they stood in: `KT. Nguyễn An – Trần Bình (…)`."""
    name = names.get(by) or by
    if not signed_as:
        return name
    manner, other, last = signed_as.split(":")
    values = {"name": name, "other": names.get(other) or other, "last": date.fromisoformat(last)}
    return say(f"lotrinh_web.signs_{manner}", lang, **values)


def purpose_word(row: SubmissionRow, lang: Lang) -> str:
    """Name why figures came in: report, correction, withdrawal, published."""
    return say(f"lotrinh_web.ledger_purpose_{row.purpose}", lang)


def state_word(state: State, level: int, levels: int, lang: Lang) -> str:
    """Name where a submission stands, and at which of its levels while it waits."""
    if state == "submitted" and levels > 1:
        return say("lotrinh_web.ledger_waits_at", lang, level=level + 1, levels=levels)
    return state_name(state).say(lang)


def title(row: SubmissionRow, lang: Lang) -> str:
    """Return what a submission is called: whose it is, and of which period or else which day."""
    values: dict[str, object] = {"body": body_name(row.body).say(lang) if row.body else row.plan}
    if row.obligation:
        _, _, period = Address.read(row.obligation).name.partition("/")
        return say("lotrinh_web.ledger_title_of", lang, period=Period.read(period), **values)
    return say("lotrinh_web.ledger_title", lang, day=day_of(row.submitted_at), **values)


def _bare(one: Observation, lang: Lang) -> str:
    """Write a figure without its unit; % stays."""
    measure = unit(one.unit)
    return quantity(
        one.value, measure if measure.say(lang).startswith("%") else None, lang, one.qualifier
    )


def _change(before: Observation, one: Observation, lang: Lang) -> str:
    if before.unit != one.unit or not before.value:
        return ""
    percent = float((one.value - before.value) / abs(before.value) * 100)
    sign = "+" if percent > 0 else ""
    return f"{sign}{number(round(percent, 1), lang, 1)}%"
