"""What is known of a place beside its map: figures of plans, bodies and their duties, weights."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lotrinh.base.address import Address
from lotrinh.base.words import Lang, day, number, say
from lotrinh.bodies import Body
from lotrinh.ledger import Observation
from lotrinh.places.weights import Weight
from lotrinh.publish.page.atlas import Atlas
from lotrinh.publish.page.case import Case
from lotrinh.publish.page.data import data_anchor
from lotrinh.publish.page.head import Link
from lotrinh.publish.page.wording import of_observation, status_word
from lotrinh.supervise import coverage


@dataclass(frozen=True)
class PlaceFigure:
    """The latest figure of one indicator for the place."""

    indicator: str
    value: str
    period: str
    status: str
    source: str
    source_url: str
    #: How many periods have a figure.
    periods: int
    #: Targets judged by it, by itself or in a formula.
    targets: tuple[Link, ...]
    #: The plan whose page of data holds all its figures, and where on it.
    plan: Address
    anchor: str


@dataclass(frozen=True)
class SeatDuty:
    """A duty of a body that sits in the place."""

    action: str
    address: Address
    plan: str
    answered: str


@dataclass(frozen=True)
class Seat:
    """A body that sits in the place."""

    name: str
    kind: str
    heirs: str
    duties: tuple[SeatDuty, ...]


@dataclass(frozen=True)
class WeightView:
    """Population or area, with its day and source."""

    basis: str
    value: str
    as_of: str
    source: str
    source_url: str


def place_figures(cases: tuple[Case, ...], id: str, lang: Lang) -> tuple[PlaceFigure, ...]:
    """Return the latest figure of every indicator that a plan has for the place."""
    known: dict[str, dict[str, Observation]] = {}
    case_of: dict[str, Case] = {}
    for case in cases:
        for one in case.vintage.holding.values():
            if one.place == id and not (one.breakdown or one.shared):
                known.setdefault(one.indicator, {})[one.id] = one
                case_of.setdefault(one.indicator, case)
    judged = _judged(cases, id, lang)
    return tuple(
        _figure(
            tuple(known[indicator].values()),
            case_of[indicator],
            tuple(judged.get(indicator, {}).values()),
            lang,
        )
        for indicator in sorted(known)
    )


def _figure(
    found: tuple[Observation, ...], case: Case, targets: tuple[Link, ...], lang: Lang
) -> PlaceFigure:
    latest = max(found, key=lambda one: (one.period.last_day, one.period, one.recorded_at))
    return PlaceFigure(
        indicator=case.indicators[latest.indicator].say(lang),
        value=of_observation(latest, lang),
        period=latest.period.say(lang),
        status=status_word(latest.status, lang),
        source=latest.source.title,
        source_url=latest.source.url,
        periods=len({one.period for one in found}),
        targets=targets,
        plan=case.plan.address,
        anchor=data_anchor(latest.indicator, latest.place),
    )


def _judged(cases: tuple[Case, ...], id: str, lang: Lang) -> dict[str, dict[str, Link]]:
    """Return the targets that rest on figures of the place, by indicator."""
    found: dict[str, dict[str, Link]] = {}
    for case in cases:
        note = case.plan.directive.document.say(lang)
        for whole in case.scoreboard.assessments:
            for one in (whole, *whole.parts):
                used = {seen.indicator for result in one.series for seen in result.observations()
                        if seen.place == id}  # fmt: skip
                if one.target.place == id:
                    used.add(one.target.indicator)
                link = Link(one.target.say(lang), address=one.address, note=note)
                for indicator in used:
                    found.setdefault(indicator, {})[str(one.address)] = link
    return found


def place_seats(cases: tuple[Case, ...], id: str, lang: Lang) -> tuple[Seat, ...]:
    """Return the bodies that sit in the place, those with duties first."""
    bodies: dict[str, tuple[Body, Case]] = {}
    duties: dict[str, dict[str, SeatDuty]] = {}
    for case in cases:
        for body in case.bodies.bodies.values():
            if body.place == id and body.kind != "group":
                bodies.setdefault(body.id, (body, case))
        for found in coverage(case.plan, case.bodies, case.as_known_on):
            for owed in found.owed:
                address = case.plan.address.to("duty", found.duty.id)
                numbers = [answer.number or answer.title.say(lang) for answer in owed.answers]
                duties.setdefault(owed.body.id, {})[str(address)] = SeatDuty(
                    action=found.duty.say(lang),
                    address=address,
                    plan=case.plan.directive.document.say(lang),
                    answered=", ".join(numbers),
                )
    seats = [
        Seat(body.say(lang), say(f"publish.body_{body.kind}", lang), _heirs(body, case, lang),
             tuple(duties.get(body.id, {}).values()))
        for body, case in bodies.values()
    ]  # fmt: skip
    return tuple(sorted(seats, key=lambda seat: not seat.duties))


def _heirs(body: Body, case: Case, lang: Lang) -> str:
    if body.is_there_on(case.as_known_on):
        return ""
    heirs = [one for one in case.bodies.today_of(body.id, case.as_known_on) if one.id != body.id]
    if heirs:
        return say("publish.now", lang, bodies=heirs)
    return say("publish.ended", lang, day=body.valid_to)


def place_weights(atlas: Atlas, id: str, lang: Lang) -> tuple[WeightView, ...]:
    """Return population and area, each with the day it is about and who says so."""
    whole = atlas.country.weights.whole
    return tuple(
        _weight(basis, whole[id, basis], atlas, lang)
        for basis in ("population", "area")
        if (id, basis) in whole
    )


def _weight(basis: str, one: Weight, atlas: Atlas, lang: Lang) -> WeightView:
    source = atlas.sources.get(one.source)
    value = int(one.value) if one.value == int(one.value) else one.value
    return WeightView(
        basis=say(f"publish.weight_{basis}", lang),
        value=say(f"publish.amount_{basis}", lang, value=number(value, lang)),
        as_of=_as_of(one.as_of, lang),
        source=source.title.say(lang) if source else one.source,
        source_url=source.url if source else "",
    )


def _as_of(text: str, lang: Lang) -> str:
    """Write a day as the language does; a year or what else the source says stays."""
    try:
        return day(date.fromisoformat(text), lang)
    except ValueError:
        return text
