"""Duties: which body is told to do what, with whom, until when.

From "… giao Sở A chủ trì …", from bodies that open a sentence where tasks are given out,
and from lists under a body's name. What bodies did in the past is no duty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lotrinh.directive import duty_words as says
from lotrinh.directive.clauses import clause_ends, passive
from lotrinh.directive.deadlines import Clock, every, find_deadline
from lotrinh.directive.draft import Duty
from lotrinh.directive.duty_kinds import kind_of
from lotrinh.directive.duty_verbs import ACTION
from lotrinh.directive.executing import executing
from lotrinh.directive.find_bodies import (
    HEAD,
    acting_end,
    body_end,
    name_end,
    names_follow,
)
from lotrinh.directive.offices import office_of
from lotrinh.directive.partners import together
from lotrinh.directive.products import product_of
from lotrinh.directive.sentences import PROSE, Reading, Sentence


@dataclass
class DutyFinder:
    """Finds duties sentence by sentence; it remembers whose list it is reading."""

    reading: Reading
    #: The text announces a document: bodies that open its sentences are told to act.
    announced: bool = False
    #: Who issued it: what it does itself is news, not a duty.
    issuer: str = ""
    #: What gives a day its year.
    clock: Clock | None = None
    _listed: tuple[Sentence, int, int] | None = None
    _listed_depth: int = 0
    _tasks: bool = False
    _flowing_in: int = -9
    found: list[Duty] = field(default_factory=list)

    def read(self, sentence: Sentence) -> list[Duty]:
        """Return the duties of the next sentence; call once for each, in order."""
        if sentence.heading:
            self._enter(sentence)
            if sentence.text.endswith((":", ".")) and not self._listed:
                return self._assigned_in(sentence)
            return []
        if self._listed and sentence.depth <= self._listed_depth:
            self._listed = None
        duties = list(self._clauses(sentence))
        if not duties and self._listed is not None:
            duties = self._from_list(sentence)
        if duties:
            self._flowing_in = sentence.paragraph
        return duties

    def _enter(self, heading: Sentence) -> None:
        """A heading may open the section of tasks, or be the name of whose list follows."""
        of_whom = says.OF_WHOM.match(heading.text, heading.marker_end)
        at = of_whom.end() if of_whom else heading.marker_end
        named = says.ENDS_NAME.sub("", heading.text[at:])
        whole = name_end(named, 0) == len(named)
        within = self._tasks or of_whom is not None
        if whole or (within and HEAD.match(named) and body_end(named, 0) is None):
            self._listed = (heading, at, at + len(named))
            self._listed_depth = heading.depth
            return
        if says.TASKS_HEADING.search(heading.low):
            self._tasks, self._listed = True, None
            return
        if self._listed and heading.depth <= self._listed_depth:
            self._listed = None
        if heading.depth <= 1 and not HEAD.match(heading.text, heading.marker_end):
            self._tasks = False

    def _assigned_in(self, sentence: Sentence) -> list[Duty]:
        return [d for d in self._clauses(sentence) if d.rule == "duty_assigned"]

    def _clauses(self, sentence: Sentence) -> Iterator[Duty]:
        """Read each clause between semicolons: "giao A …; giao B …; UBND các huyện …"."""
        if row := executing(sentence.text):
            yield self._executing(sentence, *row)
            return
        start = sentence.marker_end
        stops = clause_ends(sentence.text, start)
        found: list[tuple[Duty, int, int]] = []
        for stop in stops:
            duty = self._clause(sentence, start, stop)
            if duty is not None:
                found.append((duty, start, stop))
                self._flowing_in = sentence.paragraph
            start = stop + 1
        ends = [*(start for _, start, _ in found[1:]), len(sentence.text)][: len(found)]
        for (duty, start, stop), end in zip(found, ends, strict=True):
            yield self._due(sentence, duty, (start, stop, end))

    def _executing(self, sentence: Sentence, start: int, end: int, told: int) -> Duty:
        text = sentence.text
        actor = (text[start:end], start, end)
        duty = self._made(sentence, actor, text[told:], "duty_subject")
        return self._due(sentence, replace(duty, confidence=0.9), (told, len(text), len(text)))

    def _clause(self, sentence: Sentence, start: int, stop: int) -> Duty | None:
        text = sentence.text[:stop]
        while start < stop and text[start] in " ,;":
            start += 1
        if towards := says.TOWARDS.match(text, start):
            whose = (towards["actor"], *towards.span("actor"))
            return self._made(sentence, whose, text[towards.end() :], "duty_assigned")
        lead = says.LEAD.match(text, start)
        start = lead.end() if lead else start
        led = None if HEAD.match(text, start) else says.LED.match(text, start)
        start = led.end() if led and not says.ASSIGN.search(led.group()) else start
        if opened := says.OPENS_TASKS.match(text, start):
            self._tasks, start = True, opened.end()
        for assign in says.ASSIGN.finditer(text, start, min(stop, start + 400)):
            if says.assigns(text, start, assign):
                return self._duty(sentence, assign.end(), stop, "duty_assigned", 0.9)
        if not HEAD.match(text, start):
            return self._passive(sentence, start, stop) or self._of_any_name(sentence, start, stop)
        colon = re.compile(r"[^:;]{3,300}?:\s?(?=\w)").match(text, start) if self._tasks else None
        if colon and body_end(colon.group(), 0) is None and not names_follow(text, colon.end()):
            return self._after_colon(sentence, start, colon.end(), stop)
        end = acting_end(text, start)
        if end is None or says.PAST.match(text[end:]) or says.PAST.search(text[start:end]):
            return None
        plural = re.match(r"(?:[Cc]ác|[Nn]hững|[Tt]ừng|[Tt]oàn thể)\s", text[start:])
        strong = says.STRONG.match(text[end:])
        flowing = sentence.depth == PROSE and sentence.paragraph - self._flowing_in <= 1
        actor = text[start:end]
        acts = (
            self.announced and not says.MEETS.match(text[end:]) and not says.NO_NAME.search(actor)
        )
        acts = acts and not self.issuer.lower().startswith(actor.lower())
        row = says.ROW_OF_BODIES.search(sentence.text) is not None
        if not (self._tasks or strong or flowing or plural or acts or row):
            return None
        confidence = 0.85 if self._tasks or flowing else 0.8 if sentence.depth < PROSE else 0.6
        return self._duty(sentence, start, stop, "duty_subject", confidence)

    def _passive(self, sentence: Sentence, start: int, stop: int) -> Duty | None:
        """ "Việc tập huấn do Trường A đảm nhiệm": the body stands behind its task."""
        found = passive(sentence.text[:stop], start) if self._tasks or self.announced else None
        if found is None:
            return None
        (at, end), task = found
        actor = sentence.text[at:end], at, end
        return self._made(sentence, actor, sentence.text[slice(*task)], "duty_assigned")

    def _of_any_name(self, sentence: Sentence, start: int, stop: int) -> Duty | None:
        """ "VNPT Hải Thanh có trách nhiệm …": whoever is made answerable is told to act."""
        found = says.ANSWERABLE.match(sentence.text[:stop], start)
        if found is None or says.NO_ACTOR.search(found["actor"]):
            return None
        actor = (found["actor"], *found.span("actor"))
        made = self._made(sentence, actor, sentence.text[found.end("actor") : stop], "duty_subject")
        return replace(made, confidence=0.6)

    def _duty(
        self, sentence: Sentence, start: int, stop: int, rule: str, confidence: float
    ) -> Duty | None:
        text = sentence.text[:stop]
        end = acting_end(text, start)
        if end is None or says.NO_ACTOR.search(text[start:end]):
            return None
        action = text[end:].strip(" ,.;:/")
        told = self._tasks or rule == "duty_assigned"
        issues = says.ISSUES.match(action) or says.directs(text[start:end], action, self.issuer)
        if (not told and issues) or len(action.split()) < 2:
            return None
        actor = office_of(text[start:end].strip(), self.issuer)
        made = self._made(sentence, (actor, start, start + len(actor)), action, rule)
        return replace(made, confidence=confidence)

    def _made(
        self,
        sentence: Sentence,
        actor: tuple[str, int, int],
        task: str,
        rule: str,
        named_in: Sentence | None = None,
    ) -> Duty:
        """Make a duty of an actor, with where it is named, and the words of the task."""
        action = task.strip(" ,.;:/")
        return Duty(
            actor=actor[0],
            action=action,
            kind=kind_of(action),
            deadline=None,
            together=together(action),
            at=(sentence.start, sentence.end),
            confidence=0.8,
            rule=rule,
            actor_at=self.reading.span(named_in or sentence, actor[1], actor[2]),
            product=product_of(action),
        )

    def _due(self, sentence: Sentence, duty: Duty, clause: tuple[int, int, int]) -> Duty:
        """Give a duty the deadline of its clause, else of those behind that name no body."""
        start, stop, end = clause
        duty = _with_the_rest(sentence.text, duty, clause)
        for first, last in ((start, stop), (stop, end)):
            low = sentence.low[first:last]
            due = find_deadline(low, self.clock)
            if due is not None:
                at = self.reading.span(sentence, first + due.start, first + due.end)
                return replace(duty, deadline=due.day, deadline_at=at, deadline_year_at=due.year_at)
        return replace(duty, every=every(sentence.low[start:end]))

    def _after_colon(self, sentence: Sentence, start: int, task: int, stop: int) -> Duty | None:
        """ "UBND các huyện: Xây dựng kế hoạch …"."""
        actor = sentence.text[start:task].strip(" :")
        return self._made(sentence, (actor, start, task), sentence.text[task:stop], "duty_heading")

    def _from_list(self, sentence: Sentence) -> list[Duty]:
        """A line under a body's name is that body's task."""
        if self._listed is None or len(sentence.text.split()) < 4:
            return []
        heading, start, end = self._listed
        if re.match(r"nơi nhận|tm\.|lưu:|[^,;.]{2,40}, ngày \d", sentence.low):
            self._listed = None
            return []
        actor = heading.text[start:end].strip(" :.")
        duty = self._made(
            sentence,
            (actor, start, end),
            sentence.text[sentence.marker_end :],
            "duty_heading",
            heading,
        )
        return [self._due(sentence, duty, (0, len(sentence.text), len(sentence.text)))]


def _with_the_rest(text: str, duty: Duty, clause: tuple[int, int, int]) -> Duty:
    """Add what the same body is told behind a semicolon: "thẩm định …; hướng dẫn …"."""
    start, stop, end = clause
    rest = text[stop:end].strip(" ;,.:/")
    begins = text.find(duty.action, start)
    if begins < 0 or not rest or ACTION.match(rest) is None:
        return duty
    last = stop + text[stop:end].rindex(rest) + len(rest)
    return replace(duty, action=text[begins:last])
