"""Finds a place by an old or new name, and tells what it was made of and what became of it.

Names are met halfway: with or without diacritics, capitals, the word for the kind of unit,
and with the place around it in brackets or after a comma.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from lotrinh.base.words import Lang, Words, say
from lotrinh.places.gazetteer import Gazetteer
from lotrinh.places.place import Change, Place

#: Words for a kind of unit, folded, longest first.
KIND_WORDS = "thanhpho thitran dackhu thixa phuong huyen thudo quan tinh xa".split()
_LEVELS = ("country", "region", "province", "district", "commune")


def fold(text: str) -> str:
    """Return a text as names are compared: small ASCII letters and digits, nothing between.

    >>> fold("Phường Cư Êbur"), fold("M’Đrắk") == fold("m'drak")
    ('phuongcuebur', True)
    """
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(one for one in plain if one.isascii() and one.isalnum())


@dataclass(frozen=True)
class Fate:
    """What became of a place, or of a part of it."""

    before: Place
    after: Place
    change: Change

    @property
    def is_part(self) -> bool:
        """Whether only a part of the place went there."""
        return self.before.id in self.change.parts


class Index:
    """Names of a gazetteer, folded once, so that many searches are quick."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._by_name: dict[str, list[Place]] = {}
        for place in gazetteer.places.values():
            whole = fold(_bare(place.name.vi))
            for key in {whole, _without_kind(whole), place.code} - {""}:
                self._by_name.setdefault(key, []).append(place)

    def find(self, text: str) -> tuple[Place, ...]:
        """Return the places that bear or bore the name, larger ones first, then by code.

        With the kind of unit in the text only such units are meant; with another place in
        brackets or after a comma only those within it.
        """
        name, *within = [part for part in re.split(r"[(),]", text) if part.strip()] or [""]
        around = [_without_kind(fold(part)) for part in within]
        found = self._by_name.get(fold(name)) or self._by_name.get(_without_kind(fold(name)), [])
        exact = [one for one in found if _spelt(name) in _spelt(one.name.vi)]
        kept = [one for one in exact or found if self._lies_within(one, around)]
        return tuple(sorted(kept, key=_rank))

    def _lies_within(self, place: Place, around: Iterable[str]) -> bool:
        names = {_without_kind(fold(_bare(one.name.vi))) for one in line(self.gazetteer, place)}
        return all(any(part in name for name in names) for part in around)


def line(gazetteer: Gazetteer, place: Place) -> tuple[Place, ...]:
    """Return the places above, nearest first, without the nation."""
    found: list[Place] = []
    while place.parent in gazetteer:
        place = gazetteer[place.parent]
        if place.level not in ("country", "region"):
            found.append(place)
    return tuple(found)


def fates(gazetteer: Gazetteer, id: str) -> tuple[Fate, ...]:
    """Return what became of the place, followed to what is there today.

    A district left no district; its fate is that of the communes it held, each named once.
    """
    found: dict[tuple[str, str], Fate] = {}
    for change in gazetteer.endings(id):
        if change.carries_ground:
            for after in change.after:
                found[id, after] = Fate(gazetteer[id], gazetteer[after], change)
    for fate in tuple(found.values()):
        for later in fates(gazetteer, fate.after.id):
            found.setdefault((later.before.id, later.after.id), later)
    return tuple(found.values())


def origins(gazetteer: Gazetteer, id: str) -> tuple[Fate, ...]:
    """Return what the place was made of, one step back."""
    change = gazetteer.made_by(id)
    if change is None:
        return ()
    return tuple(Fate(gazetteer[before], gazetteer[id], change) for before in change.before)


def communes_after(gazetteer: Gazetteer, id: str) -> tuple[Place, ...]:
    """Return the units that hold the ground of a unit that left none of its level.

    They are found through the units below it on its last day; empty while it lasts.
    """
    ended = gazetteer[id].valid_to
    if ended is None:
        return ()
    last_day = ended - timedelta(days=1)
    below = [one for one in gazetteer.on(last_day, "commune") if one.parent == id]
    heirs = {heir.id: heir for one in below for heir in gazetteer.successors(one.id)}
    return tuple(sorted(heirs.values(), key=_rank))


def name_in_full(gazetteer: Gazetteer, place: Place, lang: Lang) -> str:
    """Return the name with the places around it in brackets.

    Two places of one name are told apart by these.
    """
    around = ", ".join(_bare(one.say(lang)) for one in line(gazetteer, place))
    return f"{_bare(place.say(lang))} ({around})" if around else _bare(place.say(lang))


def tell(gazetteer: Gazetteer, place: Place) -> tuple[Words, ...]:
    """Return sentences on the place: what it was made of, what it became, or that it lasts."""
    return tuple(
        Words(vi, en)
        for vi, en in zip(_tell(gazetteer, place, "vi"), _tell(gazetteer, place, "en"), strict=True)
    )


def _tell(gazetteer: Gazetteer, place: Place, lang: Lang) -> list[str]:
    name = name_in_full(gazetteer, place, lang)
    told = []
    for one in origins(gazetteer, place.id):
        key = "places.made_of_part" if one.is_part else "places.made_of"
        told.append(say(key, lang, **_values(gazetteer, one, lang)))
    became = fates(gazetteer, place.id)
    for one in became:
        key = "places.became_part" if one.is_part else "places.became"
        told.append(say(key, lang, **_values(gazetteer, one, lang)))
    if place.valid_to is None:
        since = place.valid_from
        key = "places.lasts" if since is None else "places.lasts_since"
        told.append(say(key, lang, name=name, day=since))
    elif not became:
        heirs = [_bare(one.say(lang)) for one in communes_after(gazetteer, place.id)]
        change = gazetteer.ended_by(place.id)
        act = name_of_act(change.legal_basis, lang) if change else "–"
        values = {"name": name, "day": place.valid_to, "act": act, "heirs": heirs or "–"}
        told.append(say("places.ended", lang, **values))
    return told


def _values(gazetteer: Gazetteer, fate: Fate, lang: Lang) -> dict[str, str | date]:
    return {
        "before": name_in_full(gazetteer, fate.before, lang),
        "after": name_in_full(gazetteer, fate.after, lang),
        "day": fate.change.day,
        "act": name_of_act(fate.change.legal_basis, lang),
    }


def name_of_act(number: str, lang: Lang) -> str:
    """Return the act with its kind: units are changed by resolutions, before 2013 by decrees."""
    return say("places.decree" if "NĐ" in number else "places.resolution", lang, number=number)


def _bare(name: str) -> str:
    """Return a name without the span of days that some carry in brackets."""
    return re.sub(r"\s*\((?:đến|từ|to|since|nay|now)\b[^)]*\)", "", name)


def _without_kind(folded: str) -> str:
    for word in KIND_WORDS:
        if folded.startswith(word) and len(folded) > len(word):
            return folded.removeprefix(word)
    return folded


def _spelt(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold().strip()


def _rank(place: Place) -> tuple[int, str, str]:
    return (_LEVELS.index(place.level), place.code, place.id)
