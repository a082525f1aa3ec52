"""In whose name a person decides: their own post, or one held for another until a day.

Level 1 is the head of the body that reports, and whoever approves above it; every further
level is the planning office, which asked for the figures.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from lotrinh.ledger import Submission, day_of
from lotrinh_web.accounts import powers
from lotrinh_web.accounts.posts import Post
from lotrinh_web.accounts.roles import Power

OWN_HEAD = 1


def power_at(level: int) -> Power:
    """Return the power that deciding at a level takes."""
    return "approve" if level <= OWN_HEAD else "plan"


def may_decide(person: str, author: str, body: str, level: int, on: date) -> bool:
    """Tell whether a person may decide on a submission that waits at a level."""
    return person != author and any(
        post.acting_for != author for post in powers.posts_with(person, power_at(level), body, on)
    )


def sign(sent: Submission, level: int, *, by: str, at: datetime) -> str:
    """Return how the person signs: empty in their own name. LotrinhError when they may not."""
    on = day_of(at)
    if level <= OWN_HEAD:
        return _as(powers.post_to_approve(by, sent.author, sent.body, on))
    powers.require(by, "plan", sent.body, on)
    found = powers.posts_with(by, "plan", sent.body, on)
    return _as(next((one for one in found if one.acting_for != sent.author), found[0]))


def _as(post: Post) -> str:
    if not post.acting_for or post.valid_to is None:
        return ""
    last = post.valid_to - timedelta(days=1)
    return f"{post.manner}:{post.acting_for}:{last.isoformat()}"
