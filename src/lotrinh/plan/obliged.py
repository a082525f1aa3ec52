"""Makes the obligations that follow from a plan: which figures its targets need, and who has them.

A target names an indicator; the indicator rests on observed ones; each of those has a
custodian, whose own office in the place reports. What the content declares in
`obligations.yml` comes before: a figure declared there is not derived once more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from lotrinh.base.words import both
from lotrinh.bodies import Body, Register
from lotrinh.indicators import Indicator
from lotrinh.indicators.check_formula import inputs
from lotrinh.periods import Calendar, Frequency, Period
from lotrinh.periods.calendar import Due, Rule
from lotrinh.places import Gazetteer
from lotrinh.plan.obligation import Asked, Obligation
from lotrinh.plan.plan import Plan
from lotrinh.plan.target import Target

#: The calendar of a kind of body; every other body follows that of the administration.
_CALENDARS = {"statistics": "statistics"}
_ADMINISTRATION = "administration"
#: Body, place and years between two editions: what makes one obligation.
_Group = tuple[str, str, int]


@dataclass(frozen=True)
class Grounds:
    """What a plan's names stand for."""

    indicators: Mapping[str, Indicator]
    places: Gazetteer
    bodies: Register
    calendars: Mapping[str, Calendar]
    #: A year in which a survey not held every year was held, by indicator.
    editions: Mapping[str, int] = field(default_factory=dict)


def derived(plan: Plan, grounds: Grounds, day: date) -> tuple[Obligation, ...]:
    """Return the obligations that follow from the plan's targets, as bodies stood on `day`."""
    groups: dict[_Group, list[tuple[str, Target]]] = defaultdict(list)
    for target, indicator in _needed(plan, grounds):
        body = in_charge(indicator.custodian, target.place, grounds, day)
        groups[body.id, target.place, indicator.every_years].append((indicator.id, target))
    return tuple(_made(plan, grounds, *one) for one in groups.items())


def in_charge(custodian: str, place: str, grounds: Grounds, day: date) -> Body:
    """Return who reports a custodian's figure for a place: its office there, else itself.

    The office is a body directly below the custodian in any hierarchy whose seat is the
    place, or what the place has become.
    """
    bodies = grounds.bodies
    (custodian_now, *_) = bodies.today_of(custodian, day)
    seats = {place, *(one.id for one in grounds.places.successors(place))}
    below = [
        body
        for body in bodies.bodies.values()
        if body.place in seats and body.kind != "group" and body.is_there_on(day)
        and custodian_now.id in {one.id for one in bodies.parents(body.id, day).values()}
    ]  # fmt: skip
    return below[0] if len(below) == 1 else custodian_now


def _needed(plan: Plan, grounds: Grounds) -> Iterator[tuple[Target, Indicator]]:
    """Yield each target with each observed indicator it rests on."""
    for target in plan.all_targets():
        if target.indicator:
            for id in inputs(target.indicator, grounds.indicators):
                yield target, grounds.indicators[id]


def _made(
    plan: Plan, grounds: Grounds, group: _Group, needs: list[tuple[str, Target]]
) -> Obligation:
    body, place, every_years = group
    targets = {target.id: target for _, target in needs}
    name = both(
        "plan.obligation", body=grounds.bodies[body], plan=plan, place=grounds.places[place]
    )
    id = "-".join(part.replace("/", ".") for part in (body, place.rpartition("/")[2]))
    since = min(_since(target, plan) for target in targets.values())
    edition = next((grounds.editions[id] for id, _ in needs if id in grounds.editions), since.year)
    since = since.replace(year=since.year + (edition - since.year) % every_years)
    return Obligation(
        address=plan.address.to("obligation", id if every_years == 1 else f"{id}-{every_years}y"),
        name=name,
        body=body,
        asked=tuple(Asked(id) for id in dict.fromkeys(id for id, _ in needs)),
        places=(place,),
        frequency="year",
        calendar=calendar_of(grounds.bodies[body], grounds.calendars),
        since=since,
        until=max(target.deadline_period.last_day for target in targets.values()),
        every_years=every_years,
        targets=tuple(targets),
    )


def _since(target: Target, plan: Plan) -> date:
    """Return the first day of the first year a target needs figures of."""
    if target.baseline is not None:
        return Period.year(target.baseline.period.first_day.year).first_day
    if target.window is not None:
        return target.window.first_day
    issued = plan.directive.document.date
    first = issued.year if issued else target.deadline.year
    return date(min(first, target.deadline.year), 1, 1)


def calendar_of(body: Body, calendars: Mapping[str, Calendar]) -> Calendar:
    """Return the calendar a body reports by; without one a report is due when its period ends."""
    id = _CALENDARS.get(body.kind, _ADMINISTRATION)
    return calendars.get(id) or Calendar("", both("plan.no_calendar"), _when_it_ends())


def _when_it_ends() -> dict[Frequency, Rule]:
    rule = Rule(None, None, Due())
    return {"month": rule, "quarter": rule, "half": rule, "nine_months": rule, "year": rule}
