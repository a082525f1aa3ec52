"""The page of methods: every rule by which targets are judged, with its published source."""

from __future__ import annotations

from dataclasses import dataclass

from lotrinh.assess import completion, floor, growth, level
from lotrinh.base.words import Lang, say
from lotrinh.publish.page.wording import verdict_word


@dataclass(frozen=True)
class RuleView:
    """One rule."""

    id: str
    name: str
    source: str
    source_url: str


@dataclass(frozen=True)
class VerdictMeaning:
    """A verdict and what it says."""

    key: str
    word: str
    meaning: str


@dataclass(frozen=True)
class MethodsPage:
    """What the page of methods shows."""

    rules: tuple[RuleView, ...]
    verdicts: tuple[VerdictMeaning, ...]


#: Every rule of the room of judgement, in the order a reader meets them.
RULES = (
    level.AT_DEADLINE,
    level.PACE,
    growth.RULE,
    floor.RULE,
    completion.COMPLETION,
    completion.BUNDLE,
    completion.NO_MEASURE,
)


def methods_page(lang: Lang) -> MethodsPage:
    """Return the rules and the meaning of each verdict."""
    keys = ("met", "on_track", "at_risk", "off_track", "missed", "cannot_assess")
    return MethodsPage(
        rules=tuple(
            RuleView(one.id, one.name.say(lang), one.source, one.source_url) for one in RULES
        ),
        verdicts=tuple(
            VerdictMeaning(key, verdict_word(key, lang), say(f"publish.meaning_{key}", lang))
            for key in keys
        ),
    )
