"""The page of methods: every rule by which targets are judged, with its published source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lotrinh.assess.assessment import Rule
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


def methods_page(rules: Iterable[Rule], lang: Lang) -> MethodsPage:
    """Return the rules and the meaning of each verdict."""
    keys = ("met", "on_track", "at_risk", "off_track", "missed", "cannot_assess")
    return MethodsPage(
        rules=tuple(
            RuleView(one.id, one.name.say(lang), one.source, one.source_url) for one in rules
        ),
        verdicts=tuple(
            VerdictMeaning(key, verdict_word(key, lang), say(f"publish.meaning_{key}", lang))
            for key in keys
        ),
    )
