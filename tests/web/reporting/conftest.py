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
from web.accounts.conftest import COMMITTEE, NOW, SCIENCE, given, people
from web.conftest import PROVINCE

__all__ = ["COMMITTEE", "SCIENCE", "given", "people"]
INDICATOR = "broadband-communes"
PLACE = "vn/dak-lak@2004"


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
