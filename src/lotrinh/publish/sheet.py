"""A scoreboard and a trail as plain text, for a terminal."""

from __future__ import annotations

from lotrinh.assess import Assessment, Scoreboard
from lotrinh.base.address import Address
from lotrinh.base.errors import Where, wrong
from lotrinh.base.words import Lang, day, say
from lotrinh.bodies import Register
from lotrinh.indicators import Indicator
from lotrinh.ledger import Vintage
from lotrinh.places import Gazetteer
from lotrinh.plan import Plan
from lotrinh.publish.trail import Guide, trail

#: One sign a verdict, so that colour is never needed.
SIGNS = {
    "met": "●", "on_track": "▲", "at_risk": "◆", "off_track": "▼", "missed": "■",
    "cannot_assess": "○",
}  # fmt: skip


def sheet(plan: Plan, scoreboard: Scoreboard, lang: Lang) -> str:
    """Return the scoreboard as text: a paragraph a target."""
    known = say("publish.as_known_on", lang, day=day(scoreboard.as_known_on, lang))
    lines = [plan.name.say(lang), f"{known}; {scoreboard.vintage[:12]}", ""]
    for one in scoreboard.assessments:
        lines += _paragraph(one, lang, "")
    return "\n".join(lines).rstrip()


def _paragraph(one: Assessment, lang: Lang, indent: str) -> list[str]:
    verdict = say(f"publish.verdict_{one.verdict}", lang)
    lines = [
        f"{indent}{SIGNS[one.verdict]} {verdict} — {one.target.name.say(lang)}",
        f"{indent}  {one.reason.say(lang)}",
        f"{indent}  {one.address}",
        "",
    ]
    for part in one.parts:
        lines += _paragraph(part, lang, indent + "    ")
    return lines


def explain(
    plan: Plan, scoreboard: Scoreboard, vintage: Vintage, address: str, *,
    indicators: dict[str, Indicator], places: Gazetteer, bodies: Register, lang: Lang,
) -> str:  # fmt: skip
    """Return the trail of one target as indented text; raises LotrinhError for none."""
    guide = Guide(plan, vintage, indicators, places, bodies, lang)
    lines = []
    for step in trail(find(scoreboard, address), guide).steps:
        indent = "   " * step.depth
        lines.append(f"{indent}└ {step.headline}")
        lines += [f"{indent}  {detail}" for detail in (*step.details, step.url) if detail]
    return "\n".join(lines)


def find(scoreboard: Scoreboard, address: str) -> Assessment:
    """Return the judgement a person means by `broadband`, `#target/broadband` or all of it."""
    name = Address.read(address.removeprefix("#")).name if "#" in address[1:] else address
    name = name.removeprefix("#").removeprefix("target/")
    every = [one for a in scoreboard.assessments for one in (a, *a.parts)]
    for one in every:
        if one.target.id == name:
            return one
    known = [one.target.id for one in every]
    raise wrong("publish.unknown_target", Where(field=address), name=name, known=known)
