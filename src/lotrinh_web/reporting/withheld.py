"""What the public is not told, for those at the desk whose powers let them see it, and no more.

What is left out follows the rule of `lotrinh.publish.disclosure`; who may see it is
`powers.may_see`: the internal for whoever may read, the confidential at the body whose it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lotrinh.base.mark import MARKS, Mark
from lotrinh.base.words import Lang
from lotrinh.flow import Content
from lotrinh.ledger import Known, Observation
from lotrinh.publish.page.wording import of_observation
from lotrinh.publish.secondary import rests_on
from lotrinh_web.accounts.powers import body_name, may_see
from lotrinh_web.desk.contents import content_of, contents, sources
from lotrinh_web.desk.told import Told, told_of
from lotrinh_web.reporting import queries
from lotrinh_web.reporting.shown import named
from lotrinh_web.reporting.vintages import public_vintage


@dataclass(frozen=True)
class Item:
    """One thing that is not for everyone."""

    #: body, indicator, duty or figure.
    kind: str
    name: str
    mark: Mark
    #: Whose it is, by name.
    owner: str
    #: Of a figure: its value, its place and period, and the parts of its history's address.
    value: str = ""
    where: str = ""
    about: Mapping[str, str] | None = None


def withheld(person: str, on: date, lang: Lang) -> tuple[tuple[str, tuple[Item, ...]], ...]:
    """Return of each plan, by name, what the public is not told and this person may see."""
    found = []
    for whole in contents():
        public = told_of(str(whole.plan.address))
        assert public is not None, "a version that was just read holds"
        view = _View(whole, public, lang)
        items = tuple(one for owner, one in view.items(on) if may_see(person, one.mark, owner, on))
        if items:
            found.append((whole.plan.directive.document.say(lang), items))
    return tuple(found)


def may_see_figure(person: str, one: Observation, plan: str, body: str, on: date) -> bool:
    """Tell whether a person may see a figure at the desk; `body` reported it, if one did."""
    whole = content_of(plan)
    if whole is None or one.indicator not in whole.indicators:
        return may_see(person, one.mark, body, on)
    owner = body or whole.indicators[one.indicator].custodian
    return may_see(person, _mark_of(one, whole), owner, on)


def _mark_of(one: Observation, whole: Content) -> Mark:
    return _strongest(one.mark, _mark_of_indicator(one.indicator, whole))


def _mark_of_indicator(id: str, whole: Content) -> Mark:
    """Return the strongest mark of an indicator, what it rests on, and whose figures they are."""
    known = [whole.indicators[one] for one in rests_on(id, whole.indicators)]
    bodies = [_mark_of_body(one.custodian, whole) for one in known]
    return _strongest(*(one.mark for one in known), *bodies)


def _mark_of_body(id: str, whole: Content) -> Mark:
    """Return the strongest mark of a body and of those it stands below."""
    found: Mark = ""
    seen = set[str]()
    while id in whole.bodies and id not in seen:
        seen.add(id)
        found = _strongest(found, whole.bodies[id].mark)
        id = whole.bodies[id].parent
    return found


def _strongest(*marks: Mark) -> Mark:
    return max(marks, key=MARKS.index, default="")


class _View:
    """What is left out of one plan, in words, each with the id of the body whose it is."""

    def __init__(self, whole: Content, public: Told, lang: Lang) -> None:
        self.whole = whole
        self.public = public
        self.lang = lang

    def items(self, on: date) -> Iterator[tuple[str, Item]]:
        """Yield bodies, indicators, duties and figures."""
        yield from self._bodies()
        yield from self._indicators()
        yield from self._duties()
        yield from self._figures(on)

    def _bodies(self) -> Iterator[tuple[str, Item]]:
        for id, one in self.whole.bodies.bodies.items():
            if id not in self.public.rule.bodies:
                yield self._item("body", one.say(self.lang), _mark_of_body(id, self.whole), id)

    def _indicators(self) -> Iterator[tuple[str, Item]]:
        for id, one in self.whole.indicators.items():
            if id not in self.public.rule.indicators:
                mark = _mark_of_indicator(id, self.whole)
                yield self._item("indicator", one.say(self.lang), mark, one.custodian)

    def _duties(self) -> Iterator[tuple[str, Item]]:
        told = {one.id for one in self.public.content.plan.duties}
        for one in self.whole.plan.duties:
            if one.id not in told:
                bodies = (_mark_of_body(actor, self.whole) for actor in one.actors)
                mark = _strongest(one.mark, *bodies)
                yield self._item("duty", one.action.say(self.lang), mark, one.actors[0])

    def _figures(self, on: date) -> Iterator[tuple[str, Item]]:
        known = queries.known(plans=sources(self.whole), day=on)
        _, hidden = public_vintage(self.public, on)
        for one in known:
            if one.entry.number in hidden:
                yield self._figure(one)

    def _figure(self, known: Known) -> tuple[str, Item]:
        one = known.observation
        words = named(one, self.whole, self.lang)
        indicator = self.whole.indicators.get(one.indicator)
        # Left out only because a hidden one could be worked out from it: as hidden as that.
        mark = (_mark_of(one, self.whole) if indicator else one.mark) or "confidential"
        owner = indicator.custodian if indicator else ""
        where = f"{words['place']}, {words['period']}"
        item = Item(
            "figure", words["indicator"], mark, body_name(owner).say(self.lang),
            of_observation(one, self.lang), where, words["about"],
        )  # fmt: skip
        return owner, item

    def _item(self, kind: str, name: str, mark: Mark, owner: str) -> tuple[str, Item]:
        return owner, Item(kind, name, mark, body_name(owner).say(self.lang))
