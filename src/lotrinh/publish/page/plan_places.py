"""The tree of places of a plan as on any day, in the state's hierarchy or another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lotrinh.base.words import Lang, say
from lotrinh.places import Place, Tree
from lotrinh.places.tree import STATE
from lotrinh.publish.page.atlas import ONE_DAY, Atlas
from lotrinh.publish.page.case import Case
from lotrinh.publish.page.head import Head, head
from lotrinh.publish.page.place_words import PlaceLink, written


@dataclass(frozen=True)
class Branch:
    """A place with those below it."""

    place: PlaceLink
    code: str
    #: How many lie below it, in words; empty at the end of a branch.
    count: str
    below: tuple[Branch, ...]


@dataclass(frozen=True)
class TreeChoice:
    """A day or a hierarchy the reader may ask for."""

    key: str
    text: str
    is_shown: bool


@dataclass(frozen=True)
class PlanPlacesPage:
    """What the page of a plan's places shows."""

    head: Head
    on: date
    on_text: str
    sentence: str
    days: tuple[TreeChoice, ...]
    hierarchy: str
    hierarchies: tuple[TreeChoice, ...]
    tops: tuple[Branch, ...]


def plan_places_page(
    case: Case, atlas: Atlas, on: date, hierarchy: str, lang: Lang
) -> PlanPlacesPage:
    """Return the tree below the plan's place, or who holds its ground on that day."""
    known = {STATE: say("publish.hierarchy_state", lang)}
    known |= {one.id: one.say(lang) for one in atlas.hierarchies.values()}
    chosen = hierarchy if hierarchy in known else STATE
    tree = atlas.tree(on, chosen)
    id = case.plan.place
    holders = atlas.holders(id, on) if id in atlas.gazetteer else ()
    # A nation has three thousand communes: its tree ends at the provinces, which have their own.
    depth = 1 if any(one.level == "country" for one in holders) else 3
    tops = tuple(_branch(tree, one, depth, lang) for one in holders if one.id in tree.places)
    count = sum(1 for one in holders if one.id in tree.places for _ in tree.below(one.id))
    return PlanPlacesPage(
        head=head(case, lang),
        on=on,
        on_text=written(on, lang),
        sentence=_sentence(holders, tops, count, known[chosen], on, lang),
        days=_days(case, atlas, on, lang),
        hierarchy=chosen,
        hierarchies=tuple(TreeChoice(key, text, key == chosen) for key, text in known.items()),
        tops=tops,
    )


def _branch(tree: Tree, place: Place, depth: int, lang: Lang) -> Branch:
    below = sorted(tree.children(place.id), key=lambda one: (one.code, one.id))
    kinds = {one.level for one in below}
    key = f"publish.tree_{kinds.pop()}" if len(kinds) == 1 else "publish.tree_mixed"
    return Branch(
        place=PlaceLink(place.id, place.say(lang)),
        code=place.code,
        count=say(key, lang, count=len(below)) if below else "",
        below=tuple(_branch(tree, one, depth - 1, lang) for one in below) if depth else (),
    )


def _sentence(
    holders: tuple[Place, ...],
    tops: tuple[Branch, ...],
    count: int,
    hierarchy: str,
    on: date,
    lang: Lang,
) -> str:
    names = [one.say(lang) for one in holders]
    if not tops:
        return say("publish.tree_empty", lang, day=on, places=names, hierarchy=hierarchy)
    return say("publish.tree_sentence", lang, day=on, places=names, count=count)


def _days(case: Case, atlas: Atlas, on: date, lang: Lang) -> tuple[TreeChoice, ...]:
    """Offer the day the plan was issued, the eve and day of the last reform, and today."""
    known = case.as_known_on
    days = {known: say("publish.tree_day_known", lang, day=known)}
    place = atlas.gazetteer.places.get(case.plan.place)
    changed = place.valid_to if place else None
    if changed is None and place is not None:
        every = atlas.gazetteer.days_of_change(date.min, known)
        changed = every[-1] if every else None
    if changed is not None and changed <= known:
        days[changed] = say("publish.tree_day_after", lang, day=changed)
        days[changed - ONE_DAY] = say("publish.tree_day_before", lang, day=changed - ONE_DAY)
    issued = case.plan.directive.document.date
    if issued is not None:
        days[issued] = say("publish.tree_day_issued", lang, day=issued)
    return tuple(TreeChoice(day.isoformat(), days[day], day == on) for day in sorted(days))
