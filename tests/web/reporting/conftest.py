"""A department with its people, and figures for it to report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from lotrinh.base.source import Source
from lotrinh.flow import Content
from lotrinh.intake import check_submission
from lotrinh.ledger import Checked, Figure, Observation, Submission, day_of
from lotrinh.periods import Period
from lotrinh_web.accounts.posts import Post
from lotrinh_web.reporting.actions import approve, submit
from lotrinh_web.reporting.store import last_number
from web.accounts.conftest import COMMITTEE, NOW, SCIENCE, given, people
from web.conftest import PROVINCE

__all__ = ["COMMITTEE", "SCIENCE", "given", "people"]
INDICATOR = "broadband-communes"
PLACE = "vn/dak-lak@2004"
#: Minutes of a day, for `later`.
DAY = 24 * 60


def later(minutes: float) -> datetime:
    """Return a moment some minutes into the day."""
    return NOW + timedelta(minutes=minutes)


def figure(
    value: str = "150", year: int | str = 2024, at: datetime = NOW, **more: Any
) -> Observation:
    """Return what the department says of broadband in a year: so many communes."""
    known: dict[str, Any] = {
        "indicator": INDICATOR,
        "place": PLACE,
        "period": Period.read(str(year)),
        "value": Decimal(value),
        "unit": "commune",
        "status": "actual",
        "source": Source("Báo cáo của Sở Khoa học và Công nghệ", "", day_of(at)),
        "recorded_at": day_of(at),
    }
    return Observation(**known | more)


@pytest.fixture
def province(opened: Callable[..., Content], files: Any) -> Content:
    """The province's plan with all it rests on."""
    return opened(files, PROVINCE)


@pytest.fixture
def checked(province: Content) -> Callable[..., Checked]:
    """Check what somebody sends for the department."""

    def check(*figures: Observation, at: datetime = NOW, **more: Any) -> Checked:
        sent = Submission(
            **{
                "purpose": "report",
                "body": SCIENCE,
                "author": "an",
                "submitted_at": at,
                "plan": PROVINCE,
                "figures": tuple(Figure(one, more.pop("about", 0)) for one in figures),
            }
            | more
        )
        return check_submission(sent, province.indicators, province.places)

    return check


@pytest.fixture
def office(given: Callable[..., Post]) -> None:
    """An reports, Binh heads the department, Chi plans for the province, Dung reports elsewhere."""
    given("an", "reporter")
    given("binh", "approver")
    given("chi", "planning_office", body=COMMITTEE)
    given("em", "reporter")


@pytest.fixture
def corrected(office: None, checked: Callable[..., Checked]) -> int:
    """A figure approved on one day and corrected on the next; its entry's number."""
    first = submit(checked=checked(figure()), by="an", at=later(0))
    number = last_number()
    approve(id=first.id, level=1, by="binh", at=later(1))
    at = later(DAY)
    mended = checked(
        figure("160", at=at), at=at, about=number, purpose="correction", reason="Cộng sót"
    )
    second = submit(checked=mended, by="an", at=at)
    approve(id=second.id, level=1, by="binh", at=later(DAY + 1))
    return number
