"""Passes the posts of a body that has ended on to the one that answers for it now.

Posts end with their body and nothing passes by itself: a merged body is larger than the post.
Here somebody who answers for the successor looks, chooses and says so. The posts of before
stay in the history as they were.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from lotrinh.base.errors import Where, wrong
from lotrinh.bodies import Body
from lotrinh_web.accounts.models import Appointment
from lotrinh_web.accounts.posts import Post, ever_held, post
from lotrinh_web.accounts.powers import body_name, may, require
from lotrinh_web.audit.actions import record
from lotrinh_web.desk.queries import bodies
from lotrinh_web.notices.actions import tell


@dataclass(frozen=True)
class Succession:
    """A body that has ended, who answers for it, and the posts that nobody has passed on."""

    body: Body
    heirs: tuple[Body, ...]
    posts: tuple[Post, ...]


def successions(by: str, on: date) -> tuple[Succession, ...]:
    """Return what this person may pass on, the body that ended last first."""
    known, every = bodies(), ever_held()
    found = []
    for id in {one.body for one in every if one.body in known}:
        body = known[id]
        heirs = tuple(one for one in _heirs(body, on) if _may_pass(by, one.id, on))
        posts = tuple(one for one in every if one.body == id and _is_left(one, body, every, on))
        if heirs and posts:
            found.append(Succession(body, heirs, posts))
    return tuple(sorted(found, key=lambda one: one.body.valid_to or on, reverse=True))


def pass_on(
    *, body: str, heir: str, posts: Collection[int], basis: str, by: str, at: datetime
) -> tuple[Post, ...]:
    """Give the holders of these posts of an ended body the same roles at its heir, from today.

    Who administers the heir may do this, and who plans for it, but for posts of administrators.
    Raises LotrinhError when nothing is chosen, or what is chosen cannot be passed on.
    """
    today = timezone.localdate(at)
    if heir not in bodies():
        raise wrong("lotrinh_web.pass_on_whom", Where(field="heir"))
    if not _may_pass(by, heir, today):
        require(by, "administer", heir, today)
    found = next((one for one in successions(by, today) if one.body.id == body), None)
    if found is None or heir not in {one.id for one in found.heirs}:
        raise wrong("lotrinh_web.pass_on_whom", Where(field="heir"))
    chosen = [one for one in found.posts if one.id in posts]
    if not chosen or len(chosen) != len(set(posts)):
        raise wrong("lotrinh_web.pass_on_none", Where(field="post"))
    if any(one.role == "administrator" for one in chosen):
        require(by, "administer", heir, today)
    with transaction.atomic():
        made = [_pass(one, heir, basis.strip(), by, at) for one in chosen]
    return tuple(one for id in made if (one := post(id)) is not None)


def _pass(old: Post, heir: str, basis: str, by: str, at: datetime) -> int:
    """Give one post anew; tell the audit and its holder."""
    row = Appointment.objects.create(
        person=old.person, role=old.role, body=heir, valid_from=timezone.localdate(at),
        basis=basis, by=by, at=at,
    )  # fmt: skip
    payload = {
        "from_post": old.id, "from_body": old.body, "person": row.person, "role": row.role,
        "body": heir, "valid_from": row.valid_from.isoformat(), "basis": basis,
    }  # fmt: skip
    record(by=by, at=at, action="pass_on", subject=f"posts/{row.pk}", payload=payload)
    tell(
        people=[old.person],
        key="passed_on",
        about=f"posts/{row.pk}",
        page="account/",
        at=at,
        values={"body": heir, "before": body_name(old.body).as_dict()},
    )
    return row.pk


def _heirs(body: Body, on: date) -> tuple[Body, ...]:
    """Return who answers for an ended body; nobody while it lasts or has no successor."""
    found = bodies().today_of(body.id, on)
    return tuple(one for one in found if one.id != body.id and one.kind != "group")


def _is_left(one: Post, body: Body, every: Collection[Post], on: date) -> bool:
    """Whether a post ended with its body, and its holder has none like it at an heir."""
    if one.acting_for or body.valid_to is None:
        return False
    ended_before = one.valid_to is not None and one.valid_to <= max(body.valid_to, on)
    heirs = {heir.id for heir in _heirs(body, on)}
    return not ended_before and not any(
        other.person == one.person and other.role == one.role and other.body in heirs
        for other in every
    )


def _may_pass(by: str, heir: str, on: date) -> bool:
    return may(by, "administer", heir, on) or may(by, "plan", heir, on)
