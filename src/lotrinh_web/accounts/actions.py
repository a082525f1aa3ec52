"""Signs people in, slowly for those who guess; adds a person with a password that will do."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.auth import authenticate, get_user_model, password_validation
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest

from lotrinh.base.errors import Problems, Where, wrong
from lotrinh_web.accounts.models import SignInAttempt
from lotrinh_web.audit.actions import record

#: Wrong passwords in a row under one name, and how long the name then rests.
MOST_FAILURES = 8
REST = timedelta(minutes=15)
#: What Django finds wrong with a password -> our words for it.
_WEAK = {
    "password_too_short": "account_too_short",
    "password_too_common": "account_too_common",
    "password_entirely_numeric": "account_only_digits",
    "password_too_similar": "account_too_similar",
}
SHORTEST_PASSWORD = 12


def check_password(
    *, request: HttpRequest, name: str, password: str, at: datetime
) -> object | None:
    """Return the person of that name and password, None when they do not fit.

    Raises LotrinhError while the name rests after too many failures.
    """
    name = name.strip()[:150]
    if _failures(name, at) >= MOST_FAILURES:
        minutes = int(REST.total_seconds() // 60)
        raise wrong("lotrinh_web.account_rests", Where(field="name"), minutes=minutes)
    person: object | None = authenticate(request, username=name, password=password)
    SignInAttempt.objects.create(name=name, at=at, succeeded=person is not None)
    return person


def add_person(*, name: str, password: str, by: str, at: datetime) -> None:
    """Add a person who may sign in.

    Raises one LotrinhError with everything that is wrong with the name and the password.
    """
    people = get_user_model()
    person = people(username=name)
    problems = Problems()
    if people.objects.filter(username=name).exists():
        problems.add("lotrinh_web.account_taken", Where(), name=name)
    try:
        people.username_validator(name)
    except ValidationError:
        problems.add("lotrinh_web.account_name", Where(), name=name)
    try:
        password_validation.validate_password(password, person)
    except ValidationError as error:
        for one in error.error_list:
            key = _WEAK.get(one.code or "", "account_too_common")
            problems.add(f"lotrinh_web.{key}", Where(), length=SHORTEST_PASSWORD)
    problems.raise_if_any()
    with transaction.atomic():
        people.objects.create_user(username=name, password=password)
        record(by=by, at=at, action="add_person", subject=f"people/{name}", payload={})


def _failures(name: str, at: datetime) -> int:
    """Return how often the name has failed lately since it last succeeded."""
    recent = SignInAttempt.objects.filter(name=name, at__gt=at - REST)
    last = recent.filter(succeeded=True).order_by("-id").first()
    failed = recent.filter(succeeded=False)
    return (failed.filter(id__gt=last.pk) if last else failed).count()
