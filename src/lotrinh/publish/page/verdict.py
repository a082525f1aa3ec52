"""A verdict and a target as rows: what was promised, where it stands, why it is judged so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lotrinh.assess.assessment import Assessment, Missing
from lotrinh.base.address import Address
from lotrinh.base.words import Lang, say
from lotrinh.publish.chart import live, spark_svg
from lotrinh.publish.page.case import Case
from lotrinh.publish.page.plot import plot_target
from lotrinh.publish.page.wording import (
    amount,
    due,
    measure_of,
    name_cut,
    of_result,
    status_word,
    verdict_word,
)

#: From what needs attention to what does not, for sorting.
VERDICTS = ("missed", "off_track", "at_risk", "cannot_assess", "on_track", "met")


@dataclass(frozen=True)
class VerdictView:
    """A verdict: its key names shape and colour, its word is always said."""

    key: str
    word: str


@dataclass(frozen=True)
class MissingView:
    """A figure that is needed and not there."""

    sentence: str


@dataclass(frozen=True)
class Row:
    """A target in a list."""

    address: Address
    name: str
    #: Value promised, empty when the name says it, and by when.
    amount: str
    due: str
    verdict: VerdictView
    #: The figure judged: `13,17%`; empty when there is none.
    value: str
    period: str
    figure_status: str
    reason: str
    #: What the nearest known figure is, when there is none of the target's own.
    nearest: str
    chart: str
    parts: tuple[Row, ...]
    #: For sorting: last day the newest figure is about.
    newest: date | None


def row(judged: Assessment, case: Case, lang: Lang) -> Row:
    """Return a judged target as a row of the scoreboard."""
    target, figure = judged.target, judged.figure
    indicator = case.indicators.get(target.indicator)
    return Row(
        address=judged.address,
        name=target.say(lang),
        amount="" if name_cut(target, lang)[1] else amount(target, lang),
        due=due(target, lang),
        verdict=verdict(judged, lang),
        value=of_result(figure, measure_of(target, indicator), lang) if figure else "",
        period=figure.period.say(lang) if figure else "",
        figure_status=status_word(figure.status, lang) if figure else "",
        reason=judged.reason.say(lang),
        nearest="" if figure else nearest(judged, case, lang),
        chart=small_chart(judged, case, lang),
        parts=tuple(row(part, case, lang) for part in judged.parts),
        newest=max((one.period.last_day for one in judged.series), default=None),
    )


def verdict(judged: Assessment, lang: Lang) -> VerdictView:
    """Return the verdict in words."""
    return VerdictView(judged.verdict, verdict_word(judged.verdict, lang))


def small_chart(judged: Assessment, case: Case, lang: Lang) -> str:
    """Return the small chart of a numeric target as SVG; empty when it promises no number."""
    target = judged.target
    if target.value is None or not target.indicator:
        return ""
    title = say("publish.chart_title", lang, name=target, amount=amount(target, lang))
    return live(
        spark_svg(
            plot_target(judged, case.indicators[target.indicator], lang, short=True), lang, title
        )
    )


def nearest(judged: Assessment, case: Case, lang: Lang) -> str:
    """Say the nearest known figure as what it is: another place's, another definition's."""
    for beside in judged.beside:
        if beside.latest is not None:
            indicator = case.indicators[beside.indicator]
            return say(
                "publish.nearest",
                lang,
                indicator=indicator,
                place=case.places[beside.place],
                value=of_result(beside.latest, indicator.unit, lang),
                period=beside.latest.period,
                status=status_word(beside.latest.status, lang),
            )
    return ""


def missing_view(one: Missing, case: Case, lang: Lang) -> MissingView:
    """Say which figure is missing, for when, whose it is, since when."""
    custodian = case.body_name(one.custodian, lang)
    values = {
        "indicator": case.indicators[one.indicator],
        "place": case.places[one.place],
        "periods": _stretch(one, lang),
        "custodian": custodian,
    }
    if one.last_known is None:
        return MissingView(say("publish.missing_never", lang, **values))
    return MissingView(say("publish.missing_since", lang, last=one.last_known, **values))


def _stretch(one: Missing, lang: Lang) -> str:
    """Write 2021–2025 for five single years, and a list for anything with gaps."""
    years = [period.first_day.year for period in one.periods if period.is_year]
    if len(years) == len(one.periods) > 2 and years[-1] - years[0] == len(years) - 1:
        return f"{years[0]}–{years[-1]}"
    return ", ".join(period.say(lang) for period in one.periods)
