"""What a form of Django's or allauth's found wrong, in our words: their codes, never their text."""

from __future__ import annotations

from typing import Any

from lotrinh.base.errors import Problem
from lotrinh.base.words import Lang

#: Code of an error -> our message.
_WORDS = {
    "required": "account_missing",
    "incorrect_code": "account_wrong_code",
    "incorrect_password": "account_wrong_password",
    "username_password_mismatch": "account_wrong",
    "too_many_login_attempts": "account_rests",
    "rate_limited": "account_rests",
    "invalid": "account_wrong_code",
}
#: Minutes a name rests after too many failures, in words of the messages.
REST_MINUTES = 15


def problems_of(form: Any) -> tuple[Problem, ...]:
    """Return the problems of a form that was sent, each once; an unknown code is a defect."""
    if form is None or not form.is_bound:
        return ()
    codes = [one.code for errors in form.errors.as_data().values() for one in errors]
    return tuple(_problem(code) for code in dict.fromkeys(codes))


def _problem(code: str | None) -> Problem:
    key = f"lotrinh_web.{_WORDS[code or 'invalid']}"
    return Problem(key, values={"minutes": REST_MINUTES} if key.endswith("rests") else {})


def said(problems: tuple[Problem, ...], lang: Lang) -> list[tuple[str, str]]:
    """Return what is wrong and the mend of each, as the templates print them."""
    return [(one.wrong(lang), one.mend(lang)) for one in problems]
