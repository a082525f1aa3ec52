"""What tests of the shell share: the content as files, and both plans loaded through the door."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from lotrinh.base.files import Files
from lotrinh.flow import Content, open_content, read_folder

PROVINCE = "plans/dak-lak/kh-175-2020"
NATION = "plans/vn/nq-52-2019"
NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """Each test has a ledger of its own: what a process keeps at hand of another is dropped."""
    from lotrinh_web.portal import queries
    from lotrinh_web.reporting import live

    queries._case.cache_clear()
    queries._latest.cache_clear()
    live._official.cache_clear()


@pytest.fixture(autouse=True)
def quick_passwords(settings: Any) -> None:
    """Hash passwords in no time; that the site does not is a test of its own."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def files(content: Path) -> Files:
    """The whole content as texts."""
    return read_folder(content / PROVINCE)[0]


@pytest.fixture(scope="session")
def opened(files: Files) -> Callable[[Files, str], Content]:
    """Open each plan of the content once in a run; what the door does with it is not cut short."""
    kept = {folder: open_content(files, folder) for folder in (PROVINCE, NATION)}
    return lambda _, folder: kept[folder]


@pytest.fixture
def loaded(
    db: None,
    files: Files,
    opened: Callable[[Files, str], Content],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Both plans, issued."""
    from lotrinh_web.desk.actions import issue_plan

    monkeypatch.setattr("lotrinh_web.desk.actions.open_content", opened)
    for folder in (PROVINCE, NATION):
        issue_plan(files=files, folder=folder, by="test", at=NOON)
