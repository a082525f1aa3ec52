"""A helper model may propose targets; only what the text bears out survives.

Off by default. The model is a function from a question to an answer, so this file speaks to
no network; whoever calls it decides what may leave the machine. Each proposal must quote the
text to the letter, and its number, unit and year must stand in the text: law 10 asks no more of
our own finders.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, get_args

from lotrinh.base.errors import LotrinhError, wrong
from lotrinh.base.words import Words
from lotrinh.directive.cited import Span, check_number, check_year
from lotrinh.directive.document import Document
from lotrinh.directive.draft import Draft, Kind, Operator, Target
from lotrinh.directive.plain import Plain

#: A question to a model, and its answer.
Ask = Callable[[str], str]
#: Characters of text in one question; a longer document is asked about in several.
_PART = 6000
#: What a model says counts for less than what a rule of ours found.
CONFIDENCE = 0.5
_QUESTION = """\
Below is a part of a Vietnamese plan, resolution or news article. List the targets it promises \
for the future: not results already reached, not baselines, not document numbers or dates. Answer \
with JSON only: {{"targets": [{{"quote": "the whole sentence, copied to the letter", "name": \
"the indicator", "kind": one of {kinds}, "operator": one of {operators}, "value": number or null, \
"value_high": number or null, "unit": "as written" or null, "year": number or null}}]}}

{text}
"""


@dataclass(frozen=True)
class Refused:
    """A proposal the text does not bear out, and why."""

    proposal: dict[str, Any]
    reason: Words


@dataclass(frozen=True)
class Suggestions:
    """What a model proposed: what stands, and what was refused."""

    targets: tuple[Target, ...]
    refused: tuple[Refused, ...]


def suggest(document: Document, draft: Draft, ask: Ask) -> Suggestions:
    """Ask a model about each part of the document; return what the draft does not have yet.

    Raises LotrinhError when an answer is not the JSON that was asked for.
    """
    targets: list[Target] = []
    refused: list[Refused] = []
    known = {_key(target) for target in draft.targets}
    for part in _parts(document):
        for proposal in _answer(ask(_question(part))):
            try:
                target = _target(document, proposal)
            except LotrinhError as error:
                reason = Words(error.problems[0].wrong("vi"), error.problems[0].wrong("en"))
                refused.append(Refused(proposal, reason))
                continue
            if _key(target) not in known:
                known.add(_key(target))
                targets.append(target)
    return Suggestions(tuple(targets), tuple(refused))


def _question(text: str) -> str:
    kinds, operators = list(get_args(Kind)), list(get_args(Operator))
    return _QUESTION.format(kinds=kinds, operators=operators, text=text)


def _parts(document: Document) -> Iterator[str]:
    """Yield the text in parts of whole paragraphs."""
    part: list[str] = []
    for paragraph in document.paragraphs:
        text = document.quote(paragraph.start, paragraph.end)
        if part and sum(map(len, part)) + len(text) > _PART:
            yield "\n\n".join(part)
            part = []
        part.append(text)
    if part:
        yield "\n\n".join(part)


def _answer(text: str) -> list[dict[str, Any]]:
    body = text[text.find("{") : text.rfind("}") + 1]
    try:
        found = json.loads(body)["targets"]
    except (ValueError, KeyError, TypeError) as error:
        raise wrong("directive.model_answer", answer=text[:120]) from error
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise wrong("directive.model_answer", answer=text[:120])
    return found


def _target(document: Document, proposal: dict[str, Any]) -> Target:
    """Return the proposal as a target; raises LotrinhError where the text does not bear it out."""
    quote = str(proposal.get("quote") or "").strip()
    at = _find(document, quote)
    if at is None:
        raise wrong("directive.model_quote", quote=quote[:80])
    name = str(proposal.get("name") or "").strip()
    if not name:
        raise wrong("directive.model_no_name", quote=quote[:80])
    value, high = _number(proposal.get("value")), _number(proposal.get("value_high"))
    for number in (value, high):
        if number is not None:
            check_number(document, at, number, at)
    year = proposal.get("year")
    year_at = _find_year(document, year) if isinstance(year, int) else None
    if isinstance(year, int):
        check_year(document, year_at, year)
    kind: Any = proposal.get("kind")
    operator: Any = proposal.get("operator")
    return Target(
        name=name,
        kind=kind if kind in get_args(Kind) else "level",
        operator=operator if operator in get_args(Operator) else "=",
        value=value,
        value_high=high,
        unit=_unit(quote, proposal.get("unit")),
        year=year if isinstance(year, int) else None,
        baseline=None,
        at=at,
        confidence=CONFIDENCE,
        rule="model",
        value_at=at if value is not None else None,
        year_at=year_at,
    )


def _find(document: Document, quote: str) -> Span | None:
    """Return where the quote stands, however its letters are composed; None when it does not."""
    if not quote:
        return None
    plain, asked = Plain.of(document.text), Plain.of(quote)
    at = plain.text.find(asked.text)
    return None if at < 0 else plain.span(at, at + len(asked.text))


def _find_year(document: Document, year: int) -> Span | None:
    """Return where a year stands as a number of its own: 2030, not the end of 12030."""
    plain = Plain.of(document.text)
    found = re.search(rf"(?<!\d){year}(?!\d)", plain.text)
    return plain.span(*found.span()) if found else None


def _number(value: object) -> Decimal | None:
    if value is None or isinstance(value, bool):
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation as error:
        raise wrong("directive.model_number", value=str(value)) from error


def _unit(quote: str, unit: object) -> str | None:
    """Return the unit where the quote has it; a unit the text does not name is not taken over."""
    return unit if isinstance(unit, str) and unit in quote else None


def _key(target: Target) -> tuple[Decimal | None, Decimal | None, int | None, Span]:
    return (target.value, target.value_high, target.year, target.at)
