"""A figure as a row of a table: value, period, firmness, source, and what it replaced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lotrinh.base.words import Lang, say
from lotrinh.engine.result import Result
from lotrinh.ledger import Observation
from lotrinh.publish.page.case import Case
from lotrinh.publish.page.wording import (
    known,
    of_observation,
    of_result,
    part_of_whole,
    recorded_on,
    status_word,
)


@dataclass(frozen=True)
class ObservationView:
    """One observation, told whole."""

    id: str
    indicator: str
    place: str
    period: str
    #: Which part of the whole it is about: `nữ, nông thôn`; empty for the total.
    part: str
    value: str
    status: str
    #: published, computed or inferred, in words.
    method: str
    recorded_on: str
    source: str
    source_url: str
    note: str
    entered: str
    #: The same day, no longer than a cell of a table wants it.
    known: str
    #: Whether it is the figure that holds; if not, whether it says the same.
    holds: bool
    agrees: bool
    price_basis: str
    status_key: str
    #: What its history is asked by.
    about: Mapping[str, str]
    #: Older or contradicting figures of the same thing, the latest first.
    superseded: tuple[ObservationView, ...] = ()


@dataclass(frozen=True)
class FigureRow:
    """One period of a series."""

    period: str
    value: str
    status: str
    status_key: str
    #: Titles and addresses of the documents it rests on.
    sources: tuple[tuple[str, str], ...]
    is_computed: bool
    known: str
    superseded: tuple[ObservationView, ...]
    #: What its history is asked by; empty for a computed one.
    about: Mapping[str, str]


def observation_view(
    one: Observation, case: Case, lang: Lang, *, deep: bool = True
) -> ObservationView:
    """Return an observation in words; `deep` brings along the figures it replaced."""
    id = one.id  # a hash: asked for once
    entry = case.recorded.get(id)
    holding = case.vintage.holding.get(one.key)
    others = case.vintage.history.get(one.key, ())
    older = tuple(other for other in reversed(others) if other != one) if deep else ()
    return ObservationView(
        id=id,
        indicator=case.indicators[one.indicator].say(lang),
        place=case.places[one.place].say(lang),
        period=one.period.say(lang),
        part=part_of_whole(one, case.indicators[one.indicator], lang),
        value=of_observation(one, lang),
        status=status_word(one.status, lang),
        method=say(f"ledger.method_{one.method}", lang),
        recorded_on=recorded_on(one, lang),
        source=one.source.title,
        source_url=one.source.url,
        note=one.note,
        entered=say("publish.entered", lang, by=entry.by, at=entry.at.date()) if entry else "",
        known=known(one, lang),
        holds=holding is None or holding == one,
        agrees=holding is not None and _same(one, holding),
        price_basis=price_basis(one.price_basis, lang),
        status_key=one.status,
        about=about(one),
        superseded=tuple(observation_view(other, case, lang, deep=False) for other in older),
    )


def about(one: Observation) -> dict[str, str]:
    """Return what a figure is about as the address of its history names it; empty parts fall out.

    >>> from lotrinh.ledger import Key
    >>> Key._fields
    ('indicator', 'place', 'period', 'breakdown', 'shared')
    """
    return {name: str(part) for name, part in one.key._asdict().items() if str(part)}


def _same(one: Observation, other: Observation) -> bool:
    return (one.value, one.unit, one.qualifier) == (other.value, other.unit, other.qualifier)


def figure_row(result: Result, case: Case, lang: Lang) -> FigureRow:
    """Return a result as a row."""
    measure = case.indicators[result.indicator].unit
    seen = tuple(result.observations())
    view = observation_view(result.observation, case, lang) if result.observation else None
    return FigureRow(
        period=result.period.say(lang),
        value=of_result(result, measure, lang),
        status=status_word(result.status, lang),
        status_key=result.status,
        sources=tuple(dict.fromkeys((one.source.title, one.source.url) for one in seen)),
        is_computed=result.observation is None,
        known=view.known if view else "",
        superseded=view.superseded if view else (),
        about=view.about if view else {},
    )


def price_basis(code: str, lang: Lang) -> str:
    """Word a price basis: `constant 2010` becomes `giá so sánh 2010`."""
    if not code:
        return ""
    if code.startswith("constant"):
        return say("publish.prices_constant", lang, year=code.removeprefix("constant").strip())
    return say("publish.prices_current", lang)
