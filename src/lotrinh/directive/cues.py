"""Words that make what follows them a promise or a result, and years that do.

Each group of words is one idea; which cue holds for which number is `voice.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from lotrinh.directive.cue_words import (
    AIMED,
    ATTRIBUTE,
    HEADS,
    NO_PROMISE,
    PLANNED,
    PROMISE,
    RESULT,
    SPOKEN_OF,
    TELLS_FIRST,
)
from lotrinh.directive.dates import Year
from lotrinh.directive.sentences import Sentence

#: none: nothing is said; the passage may say it.
Voice = Literal["promise", "result", "none"]

_OPENING = 14
#: Within how many letters a year opens a sentence.
_LEADING = 40
#: Between a word and the year it governs: "phấn đấu | đến | năm 2020".
_GOVERNS = re.compile(r"[^,;:.\d]{0,24}")


@dataclass(frozen=True)
class Cue:
    """A word that turns what follows it into a promise or a result."""

    at: int
    voice: Voice
    #: Only a year says so: it speaks for its numbers, not for the sentences that follow.
    by_year: bool = False
    #: Where the word ends.
    end: int = 0
    #: The word is a bare noun of aim, or only reckons: a stronger one beside it prevails.
    weak: bool = False
    #: The word recalls what another paper wanted.
    recalled: bool = False


def cues(
    sentence: Sentence, written: int | None, promised: bool = False, past: bool = False
) -> list[Cue]:
    """Return the cues of a sentence in order.

    `written` is the year of the document; `promised` and `past` say what the passage speaks of.
    """
    found = list(RESULT.finditer(sentence.low))
    tells = TELLS_FIRST.match(sentence.low)
    results = [Cue(0, "result", end=tells.end())] if tells else []
    results += [
        Cue(
            m.start(),
            "result",
            end=m.end(),
            weak=m.lastgroup in ("reckoned", "share"),
            recalled=m.lastgroup == "recalled",
        )
        for m in found
    ]
    done = next((m.start() for m in found if m.lastgroup != "tells"), len(sentence.low))
    gone = any(
        y.start < _LEADING and _voice_of_year(y, written) == "result" for y in sentence.years
    )
    words: list[Cue] = []
    for cue in sorted([*_promises(sentence, done, past or gone), *results], key=at_of):
        if not _outdone(cue, words, sentence, written, promised):
            words.append(cue)
    return sorted([*words, *_years(sentence, written, promised, words)], key=at_of)


def at_of(cue: Cue) -> int:
    """Return where a cue stands; cues are sorted by it."""
    return cue.at


def _promises(sentence: Sentence, done: int, past: bool) -> list[Cue]:
    """Return what promises; `done` is where the first word of something done stands."""
    low = sentence.low
    void = [m.span() for m in NO_PROMISE.finditer(low)]
    void += [m.span() for m in SPOKEN_OF.finditer(low)]
    found = []
    for m in PROMISE.finditer(low):
        if any(a <= m.start() < b or a < m.end() <= b for a, b in void):
            continue
        told = past or done < m.start()
        if m["aim"] and told and not _heads(low, m, sentence.marker_end):
            continue
        if m["moves"] and told:
            continue
        found.append(Cue(m.start(), "promise", end=m.end(), weak=m["aim"] is not None))
    return found


def _heads(low: str, aim: re.Match[str], opens: int) -> bool:
    return aim.start() - opens < _OPENING or HEADS.match(low, aim.end()) is not None


def _outdone(
    cue: Cue, before: list[Cue], sentence: Sentence, written: int | None, promised: bool
) -> bool:
    """ "Năm 2026, tỉnh đặt mục tiêu …, tỷ lệ … ước đạt 98%": reckoned, as it is aimed at."""
    wanted = before[-1].voice == "promise" if before else promised
    if cue.voice != "result" or not wanted:
        return False
    if ATTRIBUTE.search(sentence.low, max(0, cue.at - 60), cue.end):
        return True  # "phấn đấu 70% hộ | đã được cấp nước": says which
    if not cue.weak:
        return False
    if "%" in sentence.low[cue.at : cue.end]:
        return True  # "phấn đấu đạt 100% kế hoạch"
    named = [y.year for y in sentence.years if y.end <= cue.at and y.role != "against"]
    if AIMED.search(sentence.low, max(0, cue.at - 130), cue.at):
        return True
    if PLANNED.match(sentence.low, cue.at):
        return written is None or not named or max(named) >= written
    return bool(before) and bool(named) and (written is None or max(named) > written)


def _years(sentence: Sentence, written: int | None, promised: bool, words: list[Cue]) -> list[Cue]:
    latest = max((y.year for y in sentence.years if y.role != "against"), default=0)
    found: list[Cue] = []
    for year in (y for y in sentence.years if not y.silent):
        voice = _voice_of_year(year, written)
        if year.year == written and year.role == "of" and latest > written and not promised:
            voice = "result"  # "năm 2010 đạt 16.650 tấn (năm 2009 đạt 15.600 tấn)", told in 2009
        before = next((cue for cue in reversed(words) if cue.end <= year.start), None)
        if before is not None and before.recalled:
            continue
        governing = _governing(sentence.low, year, before)
        if voice != "none" and governing in (None, voice):
            found.append(Cue(year.start, voice, by_year=True, end=year.end))
    return found


def _governing(low: str, year: Year, before: Cue | None) -> Voice | None:
    """ "phấn đấu đến năm 2020", "ước đến hết năm 2023": the word says more than the year."""
    if before is None or not (before.voice == "promise" or before.weak):
        return None
    return before.voice if _GOVERNS.fullmatch(low, before.end, year.start) else None


def _voice_of_year(year: Year, written: int | None) -> Voice:
    """A year to come is a promise, a year gone by a result."""
    if year.role == "against":
        return "none"
    if written is None:
        return "promise" if year.role == "by" else "none"
    if year.year == written:
        # "Đến hết năm 2024, toàn tỉnh có …" late in 2024 may be either; a span is mostly over.
        return "result" if year.role == "span" else "none"
    return "promise" if year.year > written else "result"
