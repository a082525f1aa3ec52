"""Posts as pages print them: the role, the body, the days, for whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from lotrinh.base.words import Lang, day, say
from lotrinh_web.accounts.posts import Post
from lotrinh_web.accounts.powers import body_name
from lotrinh_web.accounts.roles import DELEGABLE, role_name


@dataclass(frozen=True)
class ShownPost:
    """One post in words."""

    id: int
    person: str
    full_name: str
    role: str
    body: str
    #: From when to when, in words.
    span: str
    #: For whom it is held and how; empty for a post of one's own.
    acting: str
    basis: str
    is_over: bool
    can_delegate: bool


def shown_post(post: Post, names: dict[str, str], lang: Lang, today: date) -> ShownPost:
    """Return a post in words; `names` gives full names by user name."""
    last = post.valid_to - timedelta(days=1) if post.valid_to else None
    key = "post_span" if last else "post_since"
    span = say(f"lotrinh_web.{key}", lang, first=post.valid_from, last=last)
    if post.valid_to and post.valid_to <= post.valid_from:
        span = day(post.valid_from, lang)
    acting = ""
    if post.acting_for:
        other = names.get(post.acting_for) or post.acting_for
        acting = say(f"lotrinh_web.post_for_{post.manner}", lang, other=other)
    return ShownPost(
        id=post.id,
        person=post.person,
        full_name=names.get(post.person, ""),
        role=role_name(post.role).say(lang),
        body=body_name(post.body).say(lang),
        span=span,
        acting=acting,
        basis=post.basis,
        is_over=post.valid_to is not None and post.valid_to <= today,
        can_delegate=post.role in DELEGABLE and not post.acting_for and post.is_held_on(today),
    )
