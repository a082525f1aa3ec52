"""What a plan may name, taken from the plans that were issued: indicators, bodies, places, units.

The shared files travel with every version, so the desk needs no folder on a disk.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from lotrinh.base.errors import wrong
from lotrinh.base.files import Files
from lotrinh.bodies import Register, load_bodies
from lotrinh.directive.match import Candidate, Names, fold
from lotrinh.indicators import Indicator
from lotrinh.indicators.load import load_indicators
from lotrinh.indicators.unit import known_units
from lotrinh.places import Gazetteer, Place, load_places
from lotrinh.plan import Plan, load_plan
from lotrinh_web.desk import queries as desk

#: A candidate this near is put into the draft, where the reviewer sees it before accepting.
NEAR_ENOUGH = 0.72
#: … and only when the next one is this much further: of several definitions a person chooses.
APART = 0.15
_LEVELS = ("country", "region", "province")


@dataclass(frozen=True)
class Known:
    """Everything that is known, loaded once for a state of the desk."""

    files: Files
    places: Gazetteer
    bodies: Register
    indicators: dict[str, Indicator]

    @cached_property
    def _indicator_names(self) -> Names:
        return Names({id: (one.name.vi,) for id, one in self.indicators.items()})

    @cached_property
    def _body_names(self) -> Names:
        return Names({id: (one.name.vi,) for id, one in self.bodies.bodies.items()})

    def like_indicator(self, phrase: str) -> tuple[Candidate, ...]:
        """Return the indicators a phrase may name, the nearest first."""
        return self._indicator_names.match(phrase)

    def like_body(self, phrase: str) -> tuple[Candidate, ...]:
        """Return the bodies a phrase may name, the nearest first."""
        return self._body_names.match(phrase)

    def choosable_places(self) -> tuple[Place, ...]:
        """Return the places a plan may be for, by level and name."""
        found = (one for one in self.places.places.values() if one.level in _LEVELS)
        return tuple(sorted(found, key=lambda p: (_LEVELS.index(p.level), p.name.vi)))


def known() -> Known:
    """Return what is known now; raises LotrinhError when no plan was ever loaded."""
    ids = tuple(one.id for one in desk.versions())
    if not ids:
        raise wrong("lotrinh_web.review_nothing_known")
    return _known(ids)


@lru_cache(maxsize=4)
def _known(ids: tuple[int, ...]) -> Known:
    files: dict[str, str] = {}
    for id in sorted(ids):
        files |= desk.files(id)
    places = load_places(files)
    bodies = load_bodies(files, places)
    return Known(files, places, bodies, load_indicators(files, bodies))


def issued_plans() -> tuple[Plan, ...]:
    """Return the plans as issued, so that a document one carries out can be told."""
    return _plans(tuple(one.id for one in desk.versions()))


@lru_cache(maxsize=4)
def _plans(ids: tuple[int, ...]) -> tuple[Plan, ...]:
    kept = {one.id: one.address for one in desk.versions()}
    return tuple(load_plan(desk.files(id), kept[id]) for id in ids)


def nearest(candidates: tuple[Candidate, ...]) -> str:
    """Return the best candidate if it is near and well ahead of the next, else nothing."""
    if not candidates or candidates[0].score < NEAR_ENOUGH:
        return ""
    rivalled = len(candidates) > 1 and candidates[0].score - candidates[1].score < APART
    return "" if rivalled else candidates[0].id


def unit_code(written: str, kind: str) -> str:
    """Return the code of a unit as a text writes it, empty when it is none of ours."""
    folded = _tight(written)
    if kind == "rank" and folded in ("", "hang", "thu"):
        return "rank"
    if kind == "growth" and folded.startswith("%"):
        return "percent_per_year"
    if folded == "phan tram":
        return "percent"
    for code, unit in known_units().items():
        names = unit.name.vi.split(", ")  # "xã, phường, thị trấn" is one unit of three words
        if folded and folded in map(_tight, (unit.name.vi, *names)):
            return code
    return ""


def _tight(text: str) -> str:
    return fold(text).replace(" /", "/").replace("/ ", "/").strip()
