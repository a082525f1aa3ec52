"""The two plans opened once, and the files they were taken from where these lie beside us."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from lotrinh.flow import Content, open_content, read_folder

HERE = Path(__file__).parent
SHARED = Path(__file__).resolve().parents[3] / "shared"
PLANS = ("plans/dak-lak/kh-175-2020", "plans/vn/nq-52-2019")
#: A day on which every figure of the content was known.
TODAY = date(2026, 6, 30)


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="session", params=PLANS)
def opened(request: pytest.FixtureRequest, content: Path) -> Content:
    """A plan with all it rests on."""
    return open_content(*read_folder(content / request.param))


@pytest.fixture(scope="session")
def plan_175(content: Path) -> Content:
    """Plan 175 with the resolution above it."""
    return open_content(*read_folder(content / PLANS[0]))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of sources; skips where it does not lie beside the repository."""
    if not (SHARED / "data" / "series.csv").is_file():
        pytest.skip("the sources do not lie beside this repository")
    return SHARED
