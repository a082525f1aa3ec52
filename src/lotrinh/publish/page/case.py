"""All that a page about a plan may draw on: the plan, what surrounds it, figures, judgements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lotrinh.assess.assessment import Assessment, Scoreboard
from lotrinh.base.address import Address
from lotrinh.base.words import Lang
from lotrinh.bodies import Register
from lotrinh.engine import Results
from lotrinh.engine.territory import Territory
from lotrinh.indicators import Indicator
from lotrinh.ledger import Recorded, Vintage
from lotrinh.places import Gazetteer
from lotrinh.plan import Plan


@dataclass(frozen=True)
class Case:
    """A plan judged on a vintage, with everything needed to say how."""

    plan: Plan
    #: The plans it carries out that are in the content.
    parents: tuple[Plan, ...]
    places: Gazetteer
    #: The maps of all days.
    territory: Territory
    bodies: Register
    indicators: Mapping[str, Indicator]
    vintage: Vintage
    scoreboard: Scoreboard
    #: Every result that the judgements may rest on.
    results: Results
    #: By the id of the observation; empty where nobody keeps it, as in a notebook.
    recorded: Mapping[str, Recorded] = field(default_factory=dict)

    @property
    def as_known_on(self) -> date:
        """The day on which the figures were known."""
        return self.vintage.as_known_on

    def assessment(self, id: str) -> Assessment | None:
        """Return the judgement on a target or a part of one."""
        for one in self.scoreboard.assessments:
            for found in (one, *one.parts):
                if found.target.id == id:
                    return found
        return None

    def plan_at(self, address: Address) -> Plan | None:
        """Return this plan or the parent at that address."""
        return next(
            (one for one in (self.plan, *self.parents) if one.address.folder == address.folder),
            None,
        )

    def body_name(self, id: str, lang: Lang) -> str:
        """Name a body; a body nobody registered keeps its id."""
        return self.bodies[id].say(lang) if id in self.bodies else id
