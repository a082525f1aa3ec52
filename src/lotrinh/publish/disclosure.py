"""What may be told to everyone: plans, registers and figures without what is marked.

The rule, in full:

- A body that is marked is withheld with all bodies below it, and so are the indicators whose
  figures it keeps. A duty that only withheld bodies owe is withheld.
- An indicator that is marked is withheld with its figures, and so is a target set on it.
- Of figures that replace each other (one indicator, place, period and part of the whole) none
  is told while the one that holds is marked; a marked one is never told.
- An indicator computed from a withheld one is withheld with it: from its figures and the open
  ones beside them the hidden figure could be worked out.
- What is computed is computed from told figures alone, so whoever has the published data set
  can compute each published value again; a value that lacks a hidden figure is not there.
- Further figures are withheld until no hidden one can be worked out from totals and parts
  (`secondary.py`).
- A clause of the directive that tells of a withheld target or duty, or of a duty in which a
  withheld body takes part, is not shown.

Texts that people write (a plan's summary, a note) are theirs to keep clear of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from lotrinh.bodies import Register
from lotrinh.indicators import Indicator
from lotrinh.ledger import Observation, holding
from lotrinh.places import Gazetteer
from lotrinh.plan import Clause, Directive, Duty, Plan, Target
from lotrinh.publish.secondary import rests_on, withheld

#: Stands in a directive where a clause is withheld; directives are Vietnamese.
WITHHELD_CLAUSE = "[Nội dung không công bố]"


@dataclass(frozen=True)
class Open:
    """What is left of a content when everything that is marked has been taken out."""

    bodies: Register
    indicators: dict[str, Indicator]
    places: Gazetteer

    def plan(self, plan: Plan) -> Plan:
        """Return a plan without the duties, targets and clauses that are withheld."""
        targets = tuple(told for one in plan.targets if (told := self._target(one)))
        duties = tuple(owed for one in plan.duties if (owed := self._duty(one)))
        left = replace(plan, targets=targets, duties=duties)
        kept = {target.id for target in left.all_targets()}
        hidden = {target.clause for target in plan.all_targets() if target.id not in kept}
        hidden |= {duty.clause for duty in plan.duties if not self._is_whole(duty)}
        projects = (one for one in plan.projects if not one.target or one.target in kept)
        return replace(left, projects=tuple(projects), directive=_without(plan.directive, hidden))

    def observations(self, observations: Iterable[Observation]) -> tuple[Observation, ...]:
        """Return the figures that may be told, in their order."""
        known = [one for one in observations if one.indicator in self.indicators]
        found = {one.indicator for one in known if one.mark}
        if not found:
            return tuple(known)
        # Only what rests on an indicator with marked figures could give one of them away.
        near = {id for id in self.indicators if found & rests_on(id, self.indicators)}
        holds = holding(one for one in known if one.indicator in near)
        marked = {key for key, one in holds.items() if one.mark}
        hidden = withheld(marked, holds, self.indicators, self.places) if marked else marked
        return tuple(
            one
            for one in known
            if one.indicator not in near or (not one.mark and one.key not in hidden)
        )

    def _target(self, target: Target) -> Target | None:
        if target.indicator and target.indicator not in self.indicators:
            return None
        return replace(
            target,
            other_definitions=tuple(o for o in target.other_definitions if o in self.indicators),
            related=tuple(one for one in target.related if one.indicator in self.indicators),
            parts=tuple(found for one in target.parts if (found := self._target(one))),
        )

    def _is_whole(self, duty: Duty) -> bool:
        """Whether a duty is told with all who take part in it."""
        return not duty.mark and all(one in self.bodies for one in (*duty.actors, *duty.to))

    def _duty(self, duty: Duty) -> Duty | None:
        actors = tuple(one for one in duty.actors if one in self.bodies)
        if duty.mark or not actors:
            return None
        return replace(
            duty,
            actors=actors,
            to=tuple(one for one in duty.to if one in self.bodies),
            answers=tuple(one for one in duty.answers if one.body in self.bodies),
        )


def disclosed(bodies: Register, indicators: Mapping[str, Indicator], places: Gazetteer) -> Open:
    """Return what may be told of the registers; `Open` then sifts plans and figures by it."""
    open_bodies = _bodies(bodies)
    hidden = {id for id, o in indicators.items() if o.mark or o.custodian not in open_bodies}
    told = {id: one for id, one in indicators.items() if not hidden & rests_on(id, indicators)}
    others = {
        id: tuple(other for other in one.other_definitions if other in told)
        for id, one in told.items()
    }
    kept = {id: replace(one, other_definitions=others[id]) for id, one in told.items()}
    return Open(open_bodies, kept, places)


def _bodies(register: Register) -> Register:
    """Return the register without marked bodies, all that ever stood below one, and their ties."""
    hidden = {id for id, one in register.bodies.items() if one.mark}
    while below := {
        id for id, one in register.bodies.items() if one.parent in hidden and id not in hidden
    }:
        hidden |= below
    kept = {
        id: replace(
            one,
            successors=tuple(heir for heir in one.successors if heir not in hidden),
            members=tuple(member for member in one.members if member not in hidden),
        )
        for id, one in register.bodies.items()
        if id not in hidden
    }
    ties = (one for one in register.ties if one.body in kept and one.parent in kept)
    return Register(kept, tuple(ties))


def _without(directive: Directive, hidden: set[str]) -> Directive:
    """Return the directive with the hidden clauses' text replaced, and every span moved along."""
    text, clauses, moved = directive.text, [], 0
    for one in sorted(directive.clauses, key=lambda clause: clause.start):
        shown = WITHHELD_CLAUSE if one.address in hidden else one.text
        start = one.start + moved
        text = text[:start] + shown + text[one.end + moved :]
        moved += len(shown) - (one.end - one.start)
        clauses.append(Clause(one.address, shown, start, start + len(shown)))
    return Directive(directive.document, text, tuple(clauses))
