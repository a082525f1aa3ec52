"""People at the desk: added, invited by a one-time link, given a password, closed. Each audited.

There is no default password and no page on which a stranger makes an account.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user_model, password_validation
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.encoding import force_str
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from lotrinh.base.errors import Problems, Where, wrong
from lotrinh_web.accounts.appoint import TERMINAL, appoint
from lotrinh_web.accounts.factors import remove_factors
from lotrinh_web.accounts.posts import EVERYWHERE, ever_held
from lotrinh_web.accounts.powers import NotAllowedError, require, require_somewhere
from lotrinh_web.audit.actions import record

#: What Django finds wrong with a password -> our words for it.
_WEAK = {
    "password_too_short": "account_too_short",
    "password_too_common": "account_too_common",
    "password_entirely_numeric": "account_only_digits",
    "password_too_similar": "account_too_similar",
}
SHORTEST_PASSWORD = 12


def add_person(
    *, name: str, full_name: str = "", password: str | None = None, by: str, at: datetime
) -> Any:
    """Add a person who may sign in; without a password only by one-time link or single sign-on.

    Raises one LotrinhError with everything that is wrong with the name and the password.
    """
    if not by.startswith(TERMINAL):
        require_somewhere(by, "administer", timezone.localdate(at))
    people = get_user_model()
    person = people(username=name, first_name=full_name.strip()[:150])
    problems = Problems()
    if people.objects.filter(username__iexact=name).exists():
        problems.add("lotrinh_web.account_taken", Where(field="name"), name=name)
    try:
        person.clean_fields(exclude=["password"])
    except ValidationError:
        problems.add("lotrinh_web.account_name", Where(field="name"), name=name)
    if password is not None:
        _check_password(password, person, problems)
    problems.raise_if_any()
    person.set_password(password)
    with transaction.atomic():
        person.save(force_insert=True)
        _tell("add_person", person, by, at)
    return person


def first_administrator(
    *, name: str, full_name: str = "", password: str, by: str, at: datetime
) -> None:
    """Add the first administrator of all bodies; only ever once, and only from a terminal."""
    if any(p.role == "administrator" and p.body == EVERYWHERE for p in ever_held()):
        raise wrong("lotrinh_web.first_was_made")
    with transaction.atomic():
        add_person(name=name, full_name=full_name, password=password, by=by, at=at)
        day = timezone.localdate(at)
        appoint(person=name, role="administrator", body=EVERYWHERE, valid_from=day, by=by, at=at)


def set_password(*, user: Any, password: str, again: str, by: str, at: datetime) -> None:
    """Give a person a new password; every session of theirs ends with the old one."""
    problems = Problems()
    if password != again:
        problems.add("lotrinh_web.account_unlike", Where(field="again"))
    _check_password(password, user, problems)
    problems.raise_if_any()
    user.set_password(password)
    with transaction.atomic():
        user.save(update_fields=["password"])
        _tell("set_password", user, by, at)


def one_time_link(*, user: Any, by: str, at: datetime) -> tuple[str, str]:
    """Return the two parts of an address by which a person sets a password, once, in three days."""
    _require_over(by, user, at)
    with transaction.atomic():
        _tell("make_one_time_link", user, by, at)
    return urlsafe_base64_encode(str(user.pk).encode()), default_token_generator.make_token(user)


def person_of_link(part: str, token: str) -> Any:
    """Return the person of a one-time link, None when it was used, is too old or never was."""
    try:
        key = int(force_str(urlsafe_base64_decode(part)))
    except (ValueError, OverflowError):
        return None
    user = get_user_model().objects.filter(pk=key, is_active=True).first()
    return user if user and default_token_generator.check_token(user, token) else None


def close_account(*, user: Any, is_active: bool, by: str, at: datetime) -> None:
    """Close an account, or open it again; closing ends its sessions at once."""
    _require_over(by, user, at)
    if user.get_username() == by:
        raise wrong("lotrinh_web.account_own")
    with transaction.atomic():
        user.is_active = is_active
        user.save(update_fields=["is_active"])
        _tell("open_account" if is_active else "close_account", user, by, at)
        _end_all(user)


def end_sessions(*, user: Any, by: str, at: datetime) -> int:
    """End every session of a person; return how many."""
    _require_over(by, user, at)
    with transaction.atomic():
        _tell("end_sessions", user, by, at)
        return _end_all(user)


def reset_factors(*, user: Any, by: str, at: datetime) -> None:
    """Take the second factors from a person who has lost them, and end their sessions."""
    _require_over(by, user, at)
    with transaction.atomic():
        _tell("reset_second_factors", user, by, at)
        remove_factors(user)
        _end_all(user)


def tell_factor(action: str, user: Any, kind: str) -> None:
    """Tell the audit of a second factor that the person set up or took away."""
    name = user.get_username()
    with transaction.atomic():
        record(
            by=name, at=timezone.now(), action=action,
            subject=f"people/{name}", payload={"kind": kind},
        )  # fmt: skip


def person(name: str) -> Any:
    """Return a person by user name; raises LotrinhError when there is none."""
    found = get_user_model().objects.filter(username=name).first()
    if found is None:
        raise wrong("lotrinh_web.no_such_person", Where(field="name"), name=name)
    return found


def full_names() -> dict[str, str]:
    """Return the full name for each user name, for signatures."""
    rows = get_user_model().objects.values_list("username", "first_name")
    return {name: full for name, full in rows if full}


def _require_over(by: str, user: Any, at: datetime) -> None:
    """Raise NotAllowedError unless `by` administers every body at which the person has a post.

    Otherwise the administrator of a commune could take over who administers the province.
    """
    if by.startswith(TERMINAL):
        return
    today = timezone.localdate(at)
    require_somewhere(by, "administer", today)
    for post in ever_held(person=user.get_username()):
        if post.valid_to is None or post.valid_to > today:
            require(by, "administer", post.body, today)


def may_administer(by: str, user: Any, at: datetime) -> bool:
    """Tell whether `by` may manage the person's account."""
    try:
        _require_over(by, user, at)
    except NotAllowedError:
        return False
    return True


def _end_all(user: Any) -> int:
    sessions = list(UserSession.objects.filter(user=user))
    for one in sessions:
        one.end()
    return len(sessions)


def _check_password(password: str, user: Any, problems: Problems) -> None:
    try:
        password_validation.validate_password(password, user)
    except ValidationError as error:
        for one in error.error_list:
            key = _WEAK.get(one.code or "", "account_too_common")
            where = Where(field="password")
            problems.add(f"lotrinh_web.{key}", where, length=SHORTEST_PASSWORD)


def _tell(action: str, user: Any, by: str, at: datetime) -> None:
    record(by=by, at=at, action=action, subject=f"people/{user.get_username()}", payload={})
