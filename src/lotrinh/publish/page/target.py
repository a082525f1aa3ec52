"""The page of a target: what was promised, where it stands, will it be kept, how do we know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lotrinh.assess.assessment import Assessment, Beside
from lotrinh.base.words import Lang, say
from lotrinh.indicators import Indicator, Unit, unit
from lotrinh.indicators.amount import distance
from lotrinh.publish.chart import Drawing, live, series_svg
from lotrinh.publish.page.case import Case
from lotrinh.publish.page.empty import why_empty
from lotrinh.publish.page.figure import FigureRow, figure_row, price_basis
from lotrinh.publish.page.head import Head, Link, head
from lotrinh.publish.page.marked import ClauseView, clause_view
from lotrinh.publish.page.plot import plot_series, plot_target
from lotrinh.publish.page.trail import ResultView, in_words, result_view
from lotrinh.publish.page.verdict import MissingView, Row, VerdictView, missing_view, row, verdict
from lotrinh.publish.page.wording import (
    amount,
    due,
    measure_of,
    name_cut,
    of_result,
    quantity,
    reference,
    status_word,
)

#: Width and height of a chart on a desk and on a phone; letters keep their size on both.
_SIZES = ((680, 300), (290, 230))


@dataclass(frozen=True)
class Chart:
    """A chart in two widths with the table that says the same."""

    wide: str
    narrow: str
    rows: tuple[FigureRow, ...]
    caption: str
    #: Which fills the dots have, said when not all are full.
    has_soft: bool


@dataclass(frozen=True)
class IndicatorView:
    """What is measured, and whose figure it is."""

    id: str
    name: str
    definition: str
    unit: str
    custodian: str
    formula: str
    formula_in_words: str
    price_basis: str
    #: Title and address; the address may be empty.
    references: tuple[tuple[str, str], ...]
    note: str


@dataclass(frozen=True)
class Judged:
    """A judgement told whole: the target's own, or one on another definition."""

    indicator: IndicatorView | None
    verdict: VerdictView
    reason: str
    value: str
    period: str
    figure_status: str
    required: str
    gap: str
    rule: Link
    chart: Chart | None
    #: The figure judged, or the latest that is known, down to its observations.
    trail: ResultView | None
    #: Whether that figure is the one judged.
    trail_decides: bool
    missing: tuple[MissingView, ...]
    #: What the history of its figures is asked by; empty where there is none.
    history: Mapping[str, str]
    #: Why there is no figure to judge, where the missing figures alone do not tell it.
    why: str


@dataclass(frozen=True)
class BesideView:
    """A series shown beside the target as what it is."""

    indicator: IndicatorView
    place: str
    note: str
    value: str
    period: str
    figure_status: str
    chart: Chart | None


@dataclass(frozen=True)
class TargetPage:
    """What the page of a target shows."""

    head: Head
    id: str
    name: str
    #: The name before its number, the number, and the rest; the number may be empty.
    name_cut: tuple[str, str, str]
    #: Value promised, empty when the name says it, and by when.
    amount: str
    due: str
    place: str
    silence: str
    judged: Judged
    others: tuple[Judged, ...]
    parts: tuple[Row, ...]
    parent: Link | None
    beside: tuple[BesideView, ...]
    clause: ClauseView | None
    projects: tuple[tuple[str, str, str, str], ...]
    previous: Link | None
    following: Link | None


def target_page(case: Case, id: str, lang: Lang) -> TargetPage | None:
    """Return the page of a target or a part of one; None when the plan has no such target."""
    found = case.assessment(id)
    if found is None:
        return None
    target = found.target
    clause = case.plan.directive.clause(target.clause)
    cut = name_cut(target, lang)
    before, after = _neighbours(case, id, lang)
    return TargetPage(
        head=head(case, lang),
        id=id,
        name=target.say(lang),
        name_cut=cut,
        amount="" if cut[1] else amount(target, lang),
        due=due(target, lang),
        place=case.places[target.place].say(lang),
        silence=target.silence.say(lang) if target.silence else "",
        judged=judged(found, target.indicator, case, lang),
        others=tuple(
            judged(one, id, case, lang)
            for id, one in zip(target.other_definitions, found.other_definitions, strict=True)
        ),
        parts=tuple(row(one, case, lang) for one in found.parts),
        parent=_parent(found, case, lang),
        beside=tuple(_beside(one, case, lang) for one in found.beside),
        clause=clause_view(clause, case, lang) if clause else None,
        projects=_projects(found, case, lang),
        previous=before,
        following=after,
    )


def judged(found: Assessment, id: str, case: Case, lang: Lang) -> Judged:
    """Tell a judgement whole; `id` is the indicator it was made on."""
    target, figure = found.target, found.figure
    indicator = case.indicators.get(id)
    measure = measure_of(target, indicator)
    return Judged(
        indicator=indicator_view(indicator, case, lang) if indicator else None,
        verdict=verdict(found, lang),
        reason=found.reason.say(lang),
        value=of_result(figure, measure, lang) if figure else "",
        period=figure.period.say(lang) if figure else "",
        figure_status=status_word(figure.status, lang) if figure else "",
        required=_required(found, lang),
        gap=_gap(found, lang),
        rule=Link(found.rule.name.say(lang), url=found.rule.source_url, note=found.rule.source),
        chart=_target_chart(found, indicator, case, lang) if indicator else None,
        trail=_trail(found, case, lang, measure),
        trail_decides=figure is not None,
        missing=tuple(missing_view(one, case, lang) for one in found.missing),
        history={"indicator": id, "place": target.place} if found.series else {},
        why=why_empty(found, id, case, lang),
    )


def _trail(found: Assessment, case: Case, lang: Lang, measure: Unit | None) -> ResultView | None:
    if found.figure is not None:
        return result_view(found.figure, case, lang, measure)
    return result_view(found.series[-1], case, lang) if found.series else None


def _required(found: Assessment, lang: Lang) -> str:
    """Say what the figure would have to be or do; nothing when that is the promise itself."""
    target = found.target
    if found.required is None or not found.required_unit:
        return ""
    if target.value is not None and found.required == float(target.value):
        return ""
    return quantity(found.required, unit(found.required_unit), lang)


def _gap(found: Assessment, lang: Lang) -> str:
    """Say how far the figure lies from the target, and on which side."""
    if found.gap is None or not found.target.unit:
        return ""
    apart = distance(found.gap, unit(found.target.unit)).say(lang)
    side = "gap_above" if found.gap > 0 else "gap_below" if found.gap < 0 else "gap_none"
    return say(f"publish.{side}", lang, value=apart)


def indicator_view(one: Indicator, case: Case, lang: Lang) -> IndicatorView:
    """Return the definition of what is measured."""
    return IndicatorView(
        id=one.id,
        name=one.say(lang),
        definition=one.definition.say(lang),
        unit=one.unit.say(lang),
        custodian=case.body_name(one.custodian, lang),
        formula=one.formula,
        formula_in_words=in_words(one.formula, case, lang),
        price_basis=price_basis(one.price_basis, lang),
        references=tuple(map(reference, one.references)),
        note=one.note.say(lang) if one.note else "",
    )


def _target_chart(found: Assessment, indicator: Indicator, case: Case, lang: Lang) -> Chart | None:
    target = found.target
    if not found.series:
        return None
    title = say("publish.chart_title", lang, name=target, amount=amount(target, lang))
    place = case.places[target.place]
    caption = say("publish.chart_caption", lang, indicator=indicator, place=place)
    rows = tuple(figure_row(one, case, lang) for one in reversed(found.series))
    return _chart(plot_target(found, indicator, lang), rows, title, caption, lang)


def _beside(one: Beside, case: Case, lang: Lang) -> BesideView:
    indicator, place = case.indicators[one.indicator], case.places[one.place]
    chart = None
    if one.series:
        caption = say("publish.chart_caption", lang, indicator=indicator, place=place)
        rows = tuple(figure_row(each, case, lang) for each in reversed(one.series))
        chart = _chart(plot_series(one.series, indicator, lang), rows, caption, caption, lang)
    latest = one.latest
    return BesideView(
        indicator=indicator_view(indicator, case, lang),
        place=place.say(lang),
        note=one.note.say(lang),
        value=of_result(latest, indicator.unit, lang) if latest else "",
        period=latest.period.say(lang) if latest else "",
        figure_status=status_word(latest.status, lang) if latest else "",
        chart=chart,
    )


def _chart(
    drawing: Drawing, rows: tuple[FigureRow, ...], title: str, caption: str, lang: Lang
) -> Chart:
    wide, narrow = (
        live(series_svg(drawing, lang, title, width, height)) for width, height in _SIZES
    )
    return Chart(wide, narrow, rows, caption, any(one.status_key != "actual" for one in rows))


def _parent(found: Assessment, case: Case, lang: Lang) -> Link | None:
    address = found.target.parent
    plan = case.plan_at(address) if address else None
    target = plan.target(address.name) if plan and address else None
    if plan is None or target is None:
        return None
    note = found.target.parent_note.say(lang) if found.target.parent_note else ""
    value = "" if name_cut(target, lang)[1] else amount(target, lang)
    promise = ", ".join(part for part in (target.say(lang), value, due(target, lang)) if part)
    return Link(f"{plan.directive.document.say(lang)}: {promise}", address, note=note)


def _projects(found: Assessment, case: Case, lang: Lang) -> tuple[tuple[str, str, str, str], ...]:
    """Return name, status, document and address of each project the target counts."""
    return tuple(
        (one.name.say(lang), say(f"publish.project_{one.status}", lang), one.document, one.url)
        for one in case.plan.projects
        if one.target == found.target.id
    )


def _neighbours(case: Case, id: str, lang: Lang) -> tuple[Link | None, Link | None]:
    """Return the targets before and after, in the order of the plan."""
    all_targets = list(case.plan.all_targets())
    at = next(number for number, one in enumerate(all_targets) if one.id == id)

    def link(number: int) -> Link | None:
        if not 0 <= number < len(all_targets):
            return None
        one = all_targets[number]
        return Link(one.say(lang), case.plan.address.to("target", one.id))

    return link(at - 1), link(at + 1)
