"""What a sentence inherits: promise or result, and the year, from headings and what went before.

One pass down the document: headings open scopes that deeper lines stand in; running text
hands its voice on to the next sentence until something else is spoken of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lotrinh.directive.announced import find_announced
from lotrinh.directive.cues import Voice
from lotrinh.directive.dates import Year
from lotrinh.directive.headings import speaks, told
from lotrinh.directive.horizons import leading_year
from lotrinh.directive.passages import Hopes, counted_off, goes_on, turns_away
from lotrinh.directive.sentences import PROSE, Reading, Sentence
from lotrinh.directive.titles import title_year

#: Within how many letters a year opens a sentence: "Đến năm 2025, …".
_LEADING = 60
_FIELD = 5
#: "… biểu quyết các chỉ tiêu kinh tế - xã hội năm 2018.": whose numbers come next.
_AIMS_OF = re.compile(
    r"^[^;:\d]*\b(?:các|những) (?:chỉ tiêu|mục tiêu)\b[^;:,.\d]{0,50}\bnăm \d{4}$"
)
#: A heading of fewer letters names a list and tells nothing else.
_PLAIN = 60
#: A sentence of fewer words is the number of a part: "II."
_FEW = 3
#: "… các chỉ tiêu. (A picture.) | Cụ thể, huyện A giảm …": back to what was promised.
_IN_DETAIL = re.compile(r"\W*cụ thể\b")


@dataclass(frozen=True)
class Scope:
    """What holds for a sentence before it says anything itself."""

    voice: Voice = "none"
    year: Year | None = None
    #: The sentence that the year was read in.
    year_from: Sentence | None = None
    #: Stands under "mục tiêu tổng quát", or under targets, or under tasks.
    section: str = ""
    heading: Sentence | None = None
    #: Follows the news of a plan: words of wanting are enough for a promise.
    after_news: bool = False
    #: The paragraph speaks of what is already so.
    past: bool = False


class Scopes:
    """The stack of headings above a sentence, and the voice of the running text."""

    def __init__(self, reading: Reading, written: int | None = None) -> None:
        self._hopes = Hopes(reading, written)
        year = title_year(reading)
        self._title = Scope(year=year[0], year_from=year[1]) if year else Scope()
        #: Depth, scope, and whether it announces a list of targets.
        self._stack: list[tuple[float, Scope, bool]] = []
        #: The sentence before this one was a heading.
        self._headed = False
        self._flow: Scope | None = None
        #: The promise that words without a voice have broken off: "Cụ thể, …" takes it up again.
        self._parted: Scope | None = None
        announced = find_announced(reading)
        self._news_at = announced.sentence.at if announced else len(reading.plain.text)
        self._paragraph = -1
        #: The running text has come to speak of what is already so.
        self._past = False
        #: The year of the running text stands in a sentence with targets of its own.
        self._counted = False
        #: The paragraph that last held a target.
        self._told_in = -1
        #: Words among the targets have just told of something else.
        self._loose = False
        #: The year that opened this paragraph, and the last one that anything was promised for.
        self._opened: tuple[Year, Sentence] | None = None
        self._horizon: tuple[Year, Sentence] | None = None

    def of(self, sentence: Sentence) -> Scope:
        """Return the scope of the next sentence; call once for each, in order."""
        headed, self._headed = self._headed, sentence.heading
        if self._names_field(sentence):
            return self._above()
        if headed and sentence.heading and sentence.marker_end:
            self._take_under(sentence)
        if sentence.heading or (sentence.depth < PROSE and sentence.depth <= 4):
            self._close(sentence)
        above = self._above()
        if sentence.heading:
            self._open(sentence, above)
            return replace(self._above(), heading=above.heading)
        self._carry_on(sentence)
        if sentence.paragraph != self._paragraph:
            self._opened = None
        past = self._past and sentence.paragraph == self._paragraph
        self._paragraph = sentence.paragraph
        after_news = sentence.at > self._news_at and above.section != "tasks" and not self._past
        if self._flow is None:
            past = past or above.voice == "result"
            if above.voice == "none" and after_news and self._hopes.fill(sentence.paragraph):
                above = replace(above, voice="promise")
            return self._dated(replace(above, after_news=after_news, past=past))
        year, said = (self._flow.year, self._flow.year_from) if self._flow.year else (None, None)
        scope = replace(above, voice=self._flow.voice, after_news=after_news, past=past)
        return self._dated(replace(scope, year=year, year_from=said) if year else scope)

    def _carry_on(self, sentence: Sentence) -> None:
        """Keep, break off or take up again what the running text promised so far."""
        # A new paragraph of running text goes on with targets only if it begins like one.
        anew = sentence.depth == PROSE and sentence.paragraph != self._paragraph
        promised = self._flow is not None and self._flow.voice == "promise"
        if (anew or self._loose) and promised and not goes_on(sentence):
            self._parted, self._flow = self._flow, None
        elif self._flow is None and self._parted and _IN_DETAIL.match(sentence.low):
            self._flow = self._parted
        elif anew and self._flow and self._counted and counted_off(sentence):
            # An item with a year of its own says nothing of the next item's.
            self._flow = replace(self._flow, year=None, year_from=None)

    def _dated(self, scope: Scope) -> Scope:
        """Give a scope the year that opened its paragraph, or else the last one promised for."""
        asked = scope.year is not None or scope.section == "tasks"
        known = self._opened or (None if asked else self._horizon)
        return replace(scope, year=known[0], year_from=known[1]) if known else scope

    def heard(self, sentence: Sentence, voice: Voice, promised: bool) -> None:
        """Note what a sentence turned out to say, for those that follow it."""
        above = self._above()
        year = leading_year(sentence)
        prose = sentence.depth == PROSE
        several = len({y.year for y in sentence.years if y.role != "against"}) > 1
        known = (self._flow or above).year is not None
        near = year is not None and _is_near(sentence, year, known)
        leads = near and not several
        opens = prose and voice == "promise" and leads
        spoken = prose and leads and voice == "none" and year is not None and year.role != "of"
        if year is not None and (spoken or _sets_aims_of(sentence, year)):
            self._opened = year, sentence
        elif opens:
            self._opened = None
        if year is not None and (voice == "promise" or year.role in ("by", "span")):
            self._horizon = year, sentence
        if voice != "none":
            self._past = voice == "result"
        self._loose = False
        if voice != "none" or turns_away(sentence):
            self._parted = None
        if voice == "promise":
            kept = self._flow or above
            self._told_in = sentence.paragraph if promised else self._told_in
            self._counted = promised if opens else self._counted
            self._flow = Scope(
                "promise", year if opens else kept.year, sentence if opens else kept.year_from
            )
        elif voice == "result" and self._told_in == sentence.paragraph:
            return  # an aside about the past in a passage of targets
        elif (voice == "result" and prose) or (not promised and turns_away(sentence)):
            self._flow = Scope("none")
        elif not promised and prose and above.voice != "promise":
            self._loose = self._aside(sentence)
            self._parted = self._parted if self._flow is None else self._flow
            self._flow = self._flow if self._loose else None

    def _aside(self, sentence: Sentence) -> bool:
        """A few words, or words among the targets of their paragraph, end no passage."""
        return len(sentence.low.split()) < _FEW or self._told_in == sentence.paragraph

    def _above(self) -> Scope:
        return self._stack[-1][1] if self._stack else self._title

    def _close(self, sentence: Sentence) -> None:
        self._parted = None
        while self._stack and self._stack[-1][0] >= sentence.depth:
            self._stack.pop()
        # A heading that only names a field ("- Về văn hóa:") goes on with the targets above it.
        if sentence.depth < _FIELD or speaks(sentence.low):
            self._flow = None

    def _take_under(self, numbered: Sentence) -> None:
        """ "Các chỉ tiêu chủ yếu:" then "1. Về kinh tế:": all that is numbered like it is meant."""
        if not self._stack or not self._stack[-1][2]:
            return
        depth, scope, lists = self._stack[-1]
        said = scope.heading
        plain = said is not None and not said.marker_end and len(said.low) < _PLAIN
        if plain and scope.section == "targets" and depth >= numbered.depth:
            self._stack[-1] = (numbered.depth - 0.5, scope, lists)

    def _names_field(self, sentence: Sentence) -> bool:
        """ "… 22 chỉ tiêu, trong đó có:" then "KINH TẾ": the field ends no list of targets."""
        if not (sentence.heading and sentence.text.isupper() and not sentence.marker_end):
            return False
        above = self._stack[-1][1] if self._stack else None
        opened = self._stack[-1][2] if self._stack else False
        return above is not None and opened and not speaks(sentence.low)

    def _open(self, heading: Sentence, above: Scope) -> None:
        voice, section = told(heading.low, above.voice, above.section)
        year = leading_year(heading)
        scope = replace(above, voice=voice, section=section, heading=heading)
        if year is not None:
            scope = replace(scope, year=year, year_from=heading)
        lists = voice == "promise" and heading.text.endswith(":")
        self._stack.append((heading.depth, scope, lists))


def is_specific(scope: Scope) -> bool:
    """Say whether a scope is a list of targets, where clauses without numbers are aims too."""
    return scope.section == "targets" and scope.heading is not None


def _sets_aims_of(sentence: Sentence, year: Year) -> bool:
    """ "Hội nghị biểu quyết các chỉ tiêu năm 2018.": that is the year of what comes next."""
    return year.role == "of" and _AIMS_OF.search(sentence.low[: year.end]) is not None


def _is_near(sentence: Sentence, year: Year, known: bool) -> bool:
    """Say whether a year opens its sentence, or is the first that the passage could have."""
    if re.search(r"\d", sentence.low[sentence.marker_end : year.start]):
        return False
    return year.start < _LEADING or (not known and year.role != "of")
