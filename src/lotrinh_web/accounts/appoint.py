"""Gives posts, ends them, lets another stand in: each with its audit entry, or not at all."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from django.utils import timezone

from lotrinh.base.errors import Problems, Where, wrong
from lotrinh_web.accounts.models import Appointment, AppointmentEnd
from lotrinh_web.accounts.posts import EVERYWHERE, Post, held, post
from lotrinh_web.accounts.powers import require
from lotrinh_web.accounts.roles import DELEGABLE, MANNERS, POWERS, Manner, Role, role_name
from lotrinh_web.audit.actions import record
from lotrinh_web.desk.queries import bodies

#: Begins the `by=` of what is done from the server's own terminal, where no post is needed. No
#: user name can hold its colon.
TERMINAL = "terminal:"


def appoint(
    *,
    person: str,
    role: Role,
    body: str,
    valid_from: date,
    valid_to: date | None = None,
    basis: str = "",
    by: str,
    at: datetime,
) -> Post:
    """Give a person a role at a body; `by` must administer the body.

    Raises one LotrinhError with everything that is wrong.
    """
    _require_administrator(by, body, at)
    problems = Problems()
    _check_person(person, problems)
    if role not in POWERS:
        problems.add("lotrinh_web.no_such_role", Where(field="role"), role=role, known=[*POWERS])
    _check_body(body, valid_from, problems)
    _check_span(valid_from, valid_to, problems)
    problems.raise_if_any()
    with transaction.atomic():
        row = Appointment.objects.create(
            person=person, role=role, body=body, valid_from=valid_from, valid_to=valid_to,
            basis=basis.strip(), by=by, at=at,
        )  # fmt: skip
        _tell("appoint", row)
    return _found(row.pk)


def delegate(
    *,
    id: int,
    to: str,
    manner: Manner,
    valid_from: date,
    valid_to: date,
    basis: str = "",
    by: str,
    at: datetime,
) -> Post:
    """Let another hold the post `id` in its holder's place until the day before `valid_to`.

    Its holder may do this, and who administers the body. Raises one LotrinhError.
    """
    own = _found(id)
    if by != own.person:
        _require_administrator(by, own.body, at)
    problems = Problems()
    _check_person(to, problems)
    if to == own.person:
        problems.add("lotrinh_web.delegate_to_self", Where(field="to"))
    if own.acting_for:
        problems.add("lotrinh_web.delegate_delegated", Where(field="post"), person=own.acting_for)
    if own.role not in DELEGABLE:
        problems.add("lotrinh_web.delegate_role", Where(field="post"), role=role_name(own.role))
    if manner not in MANNERS:
        problems.add("lotrinh_web.no_such_manner", Where(field="manner"), known=MANNERS)
    if not own.is_held_on(valid_from) or (own.valid_to is not None and valid_to > own.valid_to):
        problems.add("lotrinh_web.delegate_outside", Where(field="valid_from"))
    _check_span(valid_from, valid_to, problems)
    problems.raise_if_any()
    with transaction.atomic():
        row = Appointment.objects.create(
            person=to, role=own.role, body=own.body, valid_from=valid_from, valid_to=valid_to,
            acting_for_id=own.id, manner=manner, basis=basis.strip(), by=by, at=at,
        )  # fmt: skip
        _tell("delegate", row)
    return _found(row.pk)


def end_post(*, id: int, valid_to: date, reason: str, by: str, at: datetime) -> Post:
    """End a post: `valid_to` is the first day on which it is no more. Once, with a reason.

    Who administers the body may do this, and for a delegation also its giver and its holder.
    """
    one = _found(id)
    if not (one.acting_for and by in (one.acting_for, one.person)):
        _require_administrator(by, one.body, at)
    problems = Problems()
    if not reason.strip():
        problems.add("lotrinh_web.end_reason", Where(field="reason"))
    if valid_to < timezone.localdate(at):
        problems.add("lotrinh_web.end_in_the_past", Where(field="valid_to"), day=valid_to)
    if one.valid_to is not None and one.valid_to <= valid_to:
        problems.add("lotrinh_web.post_is_over", Where(field="valid_to"), day=one.valid_to)
    if _is_last_administrator(one, valid_to):
        problems.add("lotrinh_web.last_administrator", Where(field="post"))
    problems.raise_if_any()
    try:
        with transaction.atomic():
            AppointmentEnd.objects.create(
                appointment_id=id, valid_to=valid_to, reason=reason.strip(), by=by, at=at
            )
            action = "revoke_delegation" if one.acting_for else "end_post"
            payload = {"valid_to": valid_to.isoformat(), "reason": reason.strip()}
            record(by=by, at=at, action=action, subject=f"posts/{id}", payload=payload)
    except IntegrityError as error:
        raise wrong("lotrinh_web.post_is_over", Where(field="valid_to"), day=valid_to) from error
    return _found(id)


def _tell(action: str, row: Appointment) -> None:
    """Write the audit entry of an appointment."""
    payload = {
        "person": row.person,
        "role": row.role,
        "body": row.body,
        "valid_from": row.valid_from.isoformat(),
        "valid_to": row.valid_to.isoformat() if row.valid_to else None,
        "acting_for": row.acting_for_id,
        "manner": row.manner,
        "basis": row.basis,
    }
    record(by=row.by, at=row.at, action=action, subject=f"posts/{row.pk}", payload=payload)


def _found(id: int) -> Post:
    found = post(id)
    if found is None:
        raise wrong("lotrinh_web.no_such_post", Where(field="post"), id=str(id))
    return found


def _require_administrator(by: str, body: str, at: datetime) -> None:
    if not by.startswith(TERMINAL):
        require(by, "administer", body, timezone.localdate(at))


def _check_person(name: str, problems: Problems) -> None:
    if not get_user_model().objects.filter(username=name, is_active=True).exists():
        problems.add("lotrinh_web.no_such_person", Where(field="person"), name=name)


def _check_body(body: str, day: date, problems: Problems) -> None:
    """A post is held at one body that is there on its first day, or at all of them."""
    known = bodies()
    if body == EVERYWHERE:
        return
    if body not in known or known[body].kind == "group":
        problems.add("lotrinh_web.no_such_body", Where(field="body"), body=body)
    elif not known[body].is_there_on(day):
        heirs = tuple(one.name for one in known.today_of(body, day))
        values = {"body": known[body], "day": day, "heirs": heirs}
        problems.add("lotrinh_web.body_not_there", Where(field="body"), **values)


def _check_span(valid_from: date, valid_to: date | None, problems: Problems) -> None:
    if valid_to is not None and valid_to <= valid_from:
        problems.add("lotrinh_web.ends_before_it_begins", Where(field="valid_to"))


def _is_last_administrator(one: Post, day: date) -> bool:
    """Whether nobody would administer all bodies from that day on, without this post."""
    if one.role != "administrator" or one.body != EVERYWHERE:
        return False
    others = (post for post in held(day) if post.id != one.id and post.body == EVERYWHERE)
    return not any(other.role == "administrator" for other in others)
