"""Turns an assessment or a series beside it into a drawing with words in one language."""

from __future__ import annotations

from lotrinh.assess.assessment import Assessment
from lotrinh.base.words import Lang, say
from lotrinh.engine.result import Result
from lotrinh.indicators import Indicator, unit
from lotrinh.plan import Target
from lotrinh.publish.chart import Drawing, Mark, Span, position
from lotrinh.publish.page.wording import amount, bare, status_word

#: A shorter axis than this looks like no axis.
_FEWEST_YEARS = 5


def plot_target(
    judged: Assessment, indicator: Indicator | None, lang: Lang, *, short: bool = False
) -> Drawing:
    """Return the drawing of a target: its series, the line promised, the required path."""
    target = judged.target
    shown = _plotted((*judged.series, *_average(judged, indicator)), indicator)
    start, end = _stretch(shown, target)
    is_same_unit = indicator is not None and _comparable(target, indicator)
    said = amount(target, lang)
    return Drawing(
        marks=_marks(shown, indicator, lang, short=short),
        spans=_spans(shown, indicator, lang, short=short),
        unit=indicator.unit.say(lang) if indicator else "",
        start=start,
        end=end,
        target=float(target.value) if is_same_unit and target.value is not None else None,
        target_high=float(target.value_high) if is_same_unit and target.value_high else None,
        target_label=said if short else say("publish.target_line", lang, value=said),
        target_start=float(target.window.first_day.year) if target.window else None,
        target_end=float(target.deadline.year),
        path=_path(judged),
        path_label=say("publish.path", lang),
        first_on_top=indicator is not None and indicator.kind == "rank",
        empty_label=say("publish.no_figures", lang),
    )


def plot_series(series: tuple[Result, ...], indicator: Indicator, lang: Lang) -> Drawing:
    """Return the drawing of a series that has no target of its own."""
    shown = _plotted(series, indicator)
    start, end = _stretch(shown, None)
    return Drawing(
        marks=_marks(shown, indicator, lang, short=False),
        spans=_spans(shown, indicator, lang, short=False),
        unit=indicator.unit.say(lang),
        start=start,
        end=end,
        first_on_top=indicator.kind == "rank",
        empty_label=say("publish.no_figures", lang),
    )


def _plotted(series: tuple[Result, ...], indicator: Indicator | None) -> tuple[Result, ...]:
    """Keep what can share one line: nine months of a flow or of growth are no year."""
    years = tuple(one for one in series if one.period.months >= 12)
    is_of_a_day = indicator is not None and indicator.kind in ("stock", "index", "rank", "count")
    return series if is_of_a_day or not years else years


def _stretch(series: tuple[Result, ...], target: Target | None) -> tuple[float, float]:
    years = [round(position(one.period)) for one in series if one.period.months <= 12]
    years += [
        day.year
        for one in series
        if one.period.months > 12
        for day in (one.period.first_day, one.period.last_day)
    ]
    if target is not None:
        years.append(target.deadline.year)
        if target.baseline is not None:
            years.append(target.baseline.period.last_day.year)
        if target.window is not None:
            years.append(target.window.first_day.year)
    last = max(years, default=_FEWEST_YEARS)
    return float(min(*years, last - _FEWEST_YEARS) if years else 0), float(last)


def _average(judged: Assessment, indicator: Indicator | None) -> tuple[Result, ...]:
    """Return the average judged, when it can stand in the chart beside the yearly rates."""
    figure = judged.figure
    if figure is None or indicator is None or figure.period.months <= 12:
        return ()
    return (
        (figure,) if figure not in judged.series and _comparable(judged.target, indicator) else ()
    )


def _path(judged: Assessment) -> tuple[tuple[float, float], ...]:
    """Return the required path; one that only repeats the target line is left away."""
    if len({value for _, value in judged.path}) == 1:
        return ()
    return tuple((position(period), value) for period, value in judged.path)


def _comparable(target: Target, indicator: Indicator) -> bool:
    """Whether the promise has the unit of the series: 7 %/year is no line among levels."""
    return (
        not target.unit
        or target.kind != "growth"
        or indicator.unit.scale == unit(target.unit).scale
    )


def _marks(
    series: tuple[Result, ...], indicator: Indicator | None, lang: Lang, *, short: bool
) -> tuple[Mark, ...]:
    single = [one for one in series if one.period.months <= 12]
    last = single[-1] if len(single) == len(series) and single else None
    return tuple(
        Mark(
            position(one.period),
            one.value,
            one.status,
            _label(one, indicator, lang, short=short) if one is last else "",
            one.qualifier[:1] if one.qualifier[:1] in ("<", ">") else "",
        )
        for one in single
    )


def _spans(
    series: tuple[Result, ...], indicator: Indicator | None, lang: Lang, *, short: bool
) -> tuple[Span, ...]:
    wide = [one for one in series if one.period.months > 12][-1:]
    return tuple(
        Span(
            float(one.period.first_day.year),
            float(one.period.last_day.year),
            one.value,
            one.status,
            _label(one, indicator, lang, short=short),
        )
        for one in wide
    )


def _label(one: Result, indicator: Indicator | None, lang: Lang, *, short: bool) -> str:
    value = bare(one, indicator.unit if indicator else None, lang)
    if short:
        return value
    if one.status == "actual":
        return f"{value} ({one.period.say(lang)})"
    return f"{value} ({one.period.say(lang)}, {status_word(one.status, lang)})"
