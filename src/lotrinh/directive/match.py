"""Which known thing a phrase may name: candidates with scores, from best to worst.

Diacritics, capitals, abbreviations (KTS, GRDP, NSLĐ) and small words make no difference; rare
words count more than common ones. It proposes and never decides: where nothing comes near,
nothing is said.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log

#: A candidate below this shares too little with the phrase to be worth a person's look.
LEAST_SCORE = 0.45
#: Words after which a phrase names the whole that something is a part of.
_WITHIN = re.compile(r"\s(?:chiếm|trong|trên|so với)\s", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Candidate:
    """A thing that a phrase may name."""

    id: str
    #: The name of it that came nearest.
    name: str
    #: From 0 to 1: how much of phrase and name is shared, rare words counting more.
    score: float


@dataclass(frozen=True)
class _Entry:
    id: str
    name: str
    words: frozenset[str]


class Names:
    """The names that phrases are matched to: of indicators, bodies or places.

    >>> names = Names({"gdp-digital": ["Tỷ trọng kinh tế số trong GRDP"], "pci": ["Xếp hạng PCI"]})
    >>> [c.id for c in names.match("KTS chiếm GRDP của tỉnh")]
    ['gdp-digital']
    >>> names.match("số giường bệnh")
    ()
    """

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self._entries = tuple(
            _Entry(id, name, frozenset(words_of(name))) for id, of in names.items() for name in of
        )
        counted = Counter(word for entry in self._entries for word in entry.words)
        total = 1 + len(self._entries)
        self._weight = {word: log(1 + total / n) for word, n in counted.items()}
        self._unknown = log(1 + total)

    def match(self, phrase: str, most: int = 3) -> tuple[Candidate, ...]:
        """Return the nearest things, at most `most`; empty when nothing comes near."""
        # "kinh tế số chiếm … GRDP" is about the digital economy: what stands before counts alone.
        asked = {frozenset(words_of(part)) for part in (phrase, _WITHIN.split(phrase)[0])}
        best: dict[str, Candidate] = {}
        for entry in self._entries:
            score = max(self._score(words, entry.words) for words in asked)
            held = best.get(entry.id)
            if score >= LEAST_SCORE and (held is None or score > held.score):
                best[entry.id] = Candidate(entry.id, entry.name, round(score, 3))
        return tuple(sorted(best.values(), key=lambda c: (-c.score, c.id))[:most])

    def _score(self, asked: frozenset[str], known: frozenset[str]) -> float:
        """Return twice the weight shared over the weight of both (Dice's coefficient, weighted)."""
        shared = self._sum(asked & known)
        both = self._sum(asked) + self._sum(known)
        return 2 * shared / both if both else 0.0

    def _sum(self, words: frozenset[str]) -> float:
        return sum(self._weight.get(word, self._unknown) for word in words)


def words_of(text: str) -> list[str]:
    """Return the telling words of a phrase: folded, abbreviations spelt out, small words dropped.

    >>> words_of("Tỷ lệ NSLĐ của tỉnh")
    ['ty', 'le', 'nang', 'suat', 'lao', 'dong']
    """
    spelt: list[str] = []
    for word in map(fold, _WORD.findall(text)):
        spelt += _tables()["abbreviations"].get(word, word).split()
    return [word for word in spelt if word not in _tables()["small"]]


def fold(text: str) -> str:
    """Return the text without capitals and diacritics: Đắk Lắk is dak lak.

    >>> fold("Đắk Lắk")
    'dak lak'
    """
    flat = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in flat if not unicodedata.combining(letter))


@cache
def _tables() -> dict[str, dict[str, str]]:
    """Return the abbreviations and the small words, folded, of `abbreviations.toml`."""
    path = files("lotrinh.directive") / "abbreviations.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    small = dict.fromkeys(map(fold, data["small_words"]), "")
    known = {fold(short): fold(long) for short, long in data["abbreviations"].items()}
    return {"abbreviations": known, "small": small}
