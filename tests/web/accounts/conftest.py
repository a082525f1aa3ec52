"""People for tests of accounts: each a user who may sign in, without a post."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from lotrinh_web.accounts.appoint import appoint
from lotrinh_web.accounts.posts import Post

NOW = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
#: The department of science and technology, and the committee above it.
SCIENCE = "dak-lak/so-khoa-hoc-cong-nghe"
COMMITTEE = "dak-lak/ubnd@2025"
SERVER = "terminal:test"


@pytest.fixture
def people(loaded: None, django_user_model: Any) -> None:
    """Five people who exist and may do nothing."""
    for name in ("an", "binh", "chi", "dung", "em"):
        full_name = f"{name.title()} Nguyễn"
        django_user_model.objects.create_user(username=name, password=name, first_name=full_name)


@pytest.fixture
def given(people: None) -> Callable[..., Post]:
    """Give a post from the server's terminal."""

    def give(person: str, role: Any, body: str = SCIENCE, **more: Any) -> Post:
        span = {"valid_from": TODAY} | more
        return appoint(person=person, role=role, body=body, by=SERVER, at=NOW, **span)

    return give
