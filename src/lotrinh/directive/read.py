"""Read a directive: a Document in, a Draft out, every item tied to its sentence.

The order of the work on one page; how each kind of item is found is in `find_*.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lotrinh.directive.cards import find_cards
from lotrinh.directive.document import Document
from lotrinh.directive.draft import Draft, Duty, Goal, Refused, Target
from lotrinh.directive.duty_words import LED
from lotrinh.directive.facts import find_facts
from lotrinh.directive.find_aims import find_aims, find_goal
from lotrinh.directive.find_bodies import acting_end
from lotrinh.directive.find_duties import DutyFinder
from lotrinh.directive.find_in_tables import find_in_tables, table_at
from lotrinh.directive.find_targets import Heard, Promise, find_in
from lotrinh.directive.identity import Facts
from lotrinh.directive.relative_years import with_relative_years
from lotrinh.directive.repeats import without_repeats
from lotrinh.directive.said_after import dated_after
from lotrinh.directive.scopes import Scope, Scopes
from lotrinh.directive.sentences import PROSE, Reading, Sentence
from lotrinh.directive.teasers import teasers
from lotrinh.directive.titles import title_hopes
from lotrinh.directive.when_written import clock_of, day_of_writing, horizon, year_written

#: Lines that are no text of the document: addresses, credits, what signs it off.
_NOISE = re.compile(
    r"\W*$|https?:|www\.|nơi nhận|lưu:|tm\. |theo đề nghị|xét (?:đề nghị|tờ trình)|ảnh:"
    r"|nguồn:|trên đây là |\d+$|>+ |xem thêm|[^;]{0,120}lượt (?:xem|đọc|truy cập)|[\d.]+ lượt$"
    r"|trang \d+"
    r"|[^.;]{0,30}\d{1,2}[-/.]\d{1,2}[-/.]\d{4}[^.;%]{0,25}$"
)
#: What is left of a page's styles in its text: `line-height:130%">`.
_MARKUP = re.compile(r"\b[a-z]+-[a-z]+:\s?[\w.%#]+[;\"]")
#: A body that merely opens a sentence may be in the news, not told to act.
_SURE = 0.8
#: What follows the list of recipients counts again only in an appendix.
_APPENDIX = re.compile(r"\W*(?:phụ lục|biểu|danh mục|phụ biểu)\b")
_CAPTION = re.compile(
    r"\((?:ảnh|hình|nguồn)[^)]*\)[\s.|]*$|^\W*(?:trong )?ảnh\b|\bảnh(?: minh họa)?: [^.]{0,60}$"
)


def read(document: Document) -> Draft:
    """Return the draft of the plan that a document holds.

    >>> text = "Phấn đấu đến năm 2025, tỷ lệ lao động qua đào tạo đạt 65%."
    >>> target = read(Document("ke-hoach.txt", text)).targets[0]
    >>> target.name, target.operator, str(target.value), target.unit, target.year
    ('tỷ lệ lao động qua đào tạo', '=', '65', '%', 2025)
    """
    reading = Reading.of(document)
    facts = find_facts(reading)
    reading = with_relative_years(reading, day_of_writing(reading, facts), horizon(reading))
    found = _walk(reading, facts, year_written(reading, facts))
    headlines = _headlines(reading)
    promises = dated_after(reading, found.promises)
    kept = [p.target for p in without_repeats(promises, headlines)]
    starts = {reading.plain.span(at, at)[0] for at in headlines}
    aims = _new_aims(found.aims, starts)
    return Draft(
        document,
        facts,
        _without_repeated_goals(found.goals, starts),
        tuple(sorted([*kept, *found.tabled, *aims], key=_place)),
        tuple(found.duties),
        tuple(found.refused),
    )


def _of_document(reading: Reading, headlines: frozenset[int]) -> Iterator[Sentence]:
    """Yield what belongs to the document: no addresses, captions, styles, nor recipients."""
    signed = False
    others = teasers(reading.sentences)
    titles: set[str] = set()
    for sentence in reading.sentences:
        low = sentence.low
        if low in titles:
            continue  # beside a picture or a link the title stands again
        if sentence.at in headlines:
            titles.add(low)
        signed = (signed or low.startswith("nơi nhận")) and not _APPENDIX.match(low)
        left_out = signed or sentence.paragraph in others or _is_ground(sentence)
        if not (left_out or _NOISE.match(low) or _CAPTION.search(low) or _MARKUP.search(low)):
            yield sentence


def _is_ground(sentence: Sentence) -> bool:
    """ "Căn cứ Luật …;" is a ground; "Căn cứ hướng dẫn của Bộ A, Sở B xây dựng …" tells a task."""
    if not sentence.low.startswith("căn cứ ") or sentence.low.startswith("căn cứ vào "):
        return False
    led = LED.match(sentence.text)
    return led is None or acting_end(sentence.text, led.end()) is None


@dataclass
class _Found:
    """What one pass down the document gathers."""

    goals: list[Goal] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    aims: list[Target] = field(default_factory=list)
    tabled: list[Target] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def _walk(reading: Reading, facts: Facts, written: int | None) -> _Found:
    """Go down the document once, each finder hearing each sentence in its scope."""
    announced = facts.number is not None or facts.type is not None
    clock = clock_of(reading, facts)
    scopes = Scopes(reading, written)
    duty_finder = DutyFinder(reading, announced, facts.issuer or "", clock)
    tables = find_in_tables(reading.document.text, written, clock)
    cards, hopes = find_cards(reading), title_hopes(reading)
    found = _Found(
        tabled=[target for table in tables for target in table.targets],
        duties=[duty for table in tables for duty in table.duties],
    )
    for sentence in _of_document(reading, _headlines(reading)):
        table = table_at(tables, sentence.start)
        if table is not None and table.targets:
            continue
        scope, card = scopes.of(sentence), cards.get(sentence.at, "")
        told = list(table.duties) if table else duty_finder.read(sentence)
        if scope.section == "targets":  # "Mỗi xã thành lập được …": a state, no task
            told = [duty for duty in told if not duty.actor.startswith(("Mỗi ", "mỗi "))]
        wanted = (card and hopes) or _asked(scope, told, bool(found.promises))
        asked = replace(scope, voice="promise") if wanted and scope.voice == "none" else scope
        heard = find_in(reading, sentence, asked, written, card)
        found.promises += heard.promises
        found.refused += heard.refused
        if table is not None:
            continue
        if sentence.at not in cards:
            _hear_words(reading, sentence, scope, heard, told, found)
        scopes.heard(sentence, heard.voice, bool(heard.promises))
    return found


def _hear_words(
    reading: Reading, sentence: Sentence, scope: Scope, heard: Heard, told: list[Duty], to: _Found
) -> None:
    """Add the goal, the aims without a number and the duties of a sentence."""
    goal = find_goal(reading, sentence, scope, len(heard.promises))
    if goal is not None:
        to.goals.append(goal)
    elif not told:
        to.aims += find_aims(reading, sentence, scope, heard.promises, heard.quantities)
    to.duties += told


def _asked(scope: Scope, told: list[Duty], promised: bool) -> bool:
    """What a body is told to bring about is promised: "Sở A lắp đặt 32 bể bơi"."""
    planned = promised or scope.after_news or scope.section == "tasks"
    return planned and not scope.past and any(duty.confidence >= _SURE for duty in told)


def _headlines(reading: Reading) -> frozenset[int]:
    """Return where the title lines begin: the first lines that are no sentences."""
    found = []
    for sentence in reading.sentences[:12]:
        if sentence.text.endswith((".", ":", ";")) or (
            sentence.depth != PROSE and not sentence.heading
        ):
            break
        found.append(sentence.at)
    return frozenset(found)


def _without_repeated_goals(goals: list[Goal], headlines: set[int]) -> tuple[Goal, ...]:
    body = [g for g in goals if g.at[0] not in headlines]
    kept: dict[str, Goal] = {}
    for goal in body or goals:
        kept.setdefault(goal.text.lower(), goal)
    return tuple(kept.values())


def _new_aims(aims: list[Target], headlines: set[int]) -> list[Target]:
    """Drop aims of headlines and those told twice."""
    kept: dict[str, Target] = {}
    for aim in aims:
        if aim.at[0] not in headlines:
            kept.setdefault(aim.name.lower(), aim)
    return list(kept.values())


def _place(target: Target) -> tuple[int, int]:
    """Order by where the number stands; an aim in words follows the numbers of its sentence."""
    return target.at[0], target.value_at[0] if target.value_at else target.at[1]
