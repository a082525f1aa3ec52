"""Reads what a person was told, and the ladder that holds."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, cast, get_args

from lotrinh.base.words import Lang, say
from lotrinh.plan.reminder import LADDER, Step
from lotrinh_web.accounts.powers import body_name
from lotrinh_web.notices.models import Ladder, MailChoice, Notice

#: How a person's notices are mailed: each as it comes, all of a day in one letter, or not at all.
How = Literal["now", "daily", "none"]
HOWS: tuple[How, ...] = get_args(How)
#: Notices on the page; older ones stay in the table.
MOST = 200


@dataclass(frozen=True)
class Told:
    """One notice in words."""

    text: str
    page: str
    at: datetime
    is_new: bool


def told(person: str, lang: Lang) -> tuple[Told, ...]:
    """Return what the person was told, the latest first."""
    rows = Notice.objects.filter(person=person)[:MOST]
    return tuple(Told(words(one, lang), one.page, one.at, one.read_at is None) for one in rows)


def unread(person: str) -> int:
    """Return how many notices the person has not read."""
    return Notice.objects.filter(person=person, read_at=None).count()


def mail_choices(people: Collection[str]) -> dict[str, How]:
    """Return how each of these people wants notices mailed."""
    rows = MailChoice.objects.filter(person__in=people).values_list("person", "how")
    return dict.fromkeys(people, HOWS[0]) | {name: cast(How, how) for name, how in rows}


def words(notice: Notice, lang: Lang) -> str:
    """Say a notice in a language."""
    return say(f"lotrinh_web.notice_{notice.key}", lang, **_spoken(notice.values, lang))


def ladder() -> tuple[Step, ...]:
    """Return the ladder of reminders that holds."""
    last = Ladder.objects.order_by("-id").first()
    return tuple(Step(days, whom) for days, whom in last.steps) if last else LADDER


def _spoken(values: dict[str, Any], lang: Lang) -> dict[str, Any]:
    """Turn what a row keeps into what a message takes: bodies by name, days as days."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        if name == "body":
            found[name] = body_name(value).say(lang)
        elif name in ("due", "day"):
            found[name] = date.fromisoformat(value)
        elif isinstance(value, dict):
            found[name] = value[lang]
        else:
            found[name] = value
    return found
