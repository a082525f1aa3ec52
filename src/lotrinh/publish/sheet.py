"""A scoreboard and the trail of a judgement as plain text, for a terminal.

The trail leads from the verdict down to the sources and back to the clause; it is told with
the same views as the pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from lotrinh.assess import Assessment
from lotrinh.base.address import Address
from lotrinh.base.errors import Where, wrong
from lotrinh.base.words import Lang, day, say
from lotrinh.publish.page.case import Case
from lotrinh.publish.page.empty import why_empty
from lotrinh.publish.page.figure import ObservationView
from lotrinh.publish.page.indicator import IndicatorPage
from lotrinh.publish.page.trail import ResultView, WorkedView, result_view
from lotrinh.publish.page.verdict import missing_view
from lotrinh.publish.page.wording import measure_of, verdict_word

#: One sign a verdict, so that colour is never needed.
SIGNS = {
    "met": "●", "on_track": "▲", "at_risk": "◆", "off_track": "▼", "missed": "■",
    "cannot_assess": "○",
}  # fmt: skip
_STEP = "   "


def sheet(case: Case, lang: Lang) -> str:
    """Return the scoreboard as text: a paragraph a target."""
    known = say("publish.as_known_on", lang, day=day(case.as_known_on, lang))
    lines = [case.plan.name.say(lang), f"{known}; {case.scoreboard.vintage[:12]}", ""]
    for one in case.scoreboard.assessments:
        lines += _paragraph(one, lang, "")
    return "\n".join(lines).rstrip()


def explain(case: Case, address: str, lang: Lang) -> str:
    """Return the trail of one target as indented text; raises LotrinhError for no such target."""
    found = find(case, address)
    lines = list(_judgement(found, case, lang, ""))
    clause = case.plan.directive.clause(found.target.clause)
    if clause is not None:
        document = case.plan.directive.document
        lines.append(f"└ {document.say(lang)}, {document.issuer.say(lang)} [{clause.address}]")
        lines += [f"  {text}" for text in (clause.text, document.url) if text]
    return "\n".join(lines)


def find(case: Case, address: str) -> Assessment:
    """Return the judgement a person means by `broadband`, `#target/broadband` or all of it."""
    name = Address.read(address).name if "#" in address[1:] else address
    found = case.assessment(name.removeprefix("#").removeprefix("target/"))
    if found is None:
        known = [a.target.id for one in case.scoreboard.assessments for a in (one, *one.parts)]
        raise wrong("publish.unknown_target", Where(field=address), name=name, known=known)
    return found


def _paragraph(one: Assessment, lang: Lang, indent: str) -> list[str]:
    lines = [
        f"{indent}{SIGNS[one.verdict]} {verdict_word(one.verdict, lang)} — {one.target.say(lang)}",
        f"{indent}  {one.reason.say(lang)}",
        f"{indent}  {one.address}",
        "",
    ]
    for part in one.parts:
        lines += _paragraph(part, lang, indent + "    ")
    return lines


def _judgement(one: Assessment, case: Case, lang: Lang, indent: str) -> Iterator[str]:
    word = verdict_word(one.verdict, lang)
    yield f"{indent}{SIGNS[one.verdict]} {word} — {one.target.say(lang)}"
    yield f"{indent}  {one.reason.say(lang)}"
    inner = indent + _STEP
    yield f"{inner}└ {one.rule.name.say(lang)}"
    yield f"{inner}  {' '.join(text for text in (one.rule.source, one.rule.source_url) if text)}"
    if one.figure is not None:
        measure = measure_of(one.target, case.indicators.get(one.target.indicator))
        yield from _result(result_view(one.figure, case, lang, measure), inner)
    if why := why_empty(one, one.target.indicator, case, lang):
        yield f"{inner}└ {why}"
    for missing in one.missing:
        yield f"{inner}└ {missing_view(missing, case, lang).sentence}"
    for part in one.parts:
        yield from _judgement(part, case, lang, inner)


def _result(view: ResultView, indent: str) -> Iterator[str]:
    yield f"{indent}└ {view.indicator}, {view.place}, {view.period}: {view.value} ({view.status})"
    if view.formula:
        yield f"{indent}  {view.formula_in_words}"
    if view.worked is not None:
        yield from _worked(view.worked, indent + "  ")
    if view.observation is not None:
        yield from _observation(view.observation, indent)
        for older in view.observation.superseded:
            yield f"{indent}{_STEP}└ {older.value} ({older.status})"
            yield from _observation(older, indent + _STEP)
    for part in view.inputs:
        yield from _result(part, indent + _STEP)


def _worked(view: WorkedView, indent: str) -> Iterator[str]:
    beside = ", ".join(filter(None, (view.about, view.counted)))
    yield f"{indent}= {view.value}: {view.words}{f' ({beside})' if beside else ''}"
    for part in view.parts:
        yield from _worked(part, indent + _STEP)


def _observation(view: ObservationView, indent: str) -> Iterator[str]:
    yield f"{indent}  {view.method}; {view.recorded_on}"
    yield f"{indent}  {' '.join(text for text in (view.source, view.source_url) if text)}"
    if view.note:
        yield f"{indent}  {view.note}"


def indicator_sheet(page: IndicatorPage) -> str:
    """Return the metadata sheet of an indicator for a terminal."""
    lines = [page.name, f"{page.id}; {page.unit}"]
    for one in page.concepts:
        lines += ["", f"{one.number} {one.name} ({one.id})"]
        lines += [f"{_STEP}{' '.join(filter(None, (line.text, line.url)))}" for line in one.lines]
    return "\n".join(lines)
