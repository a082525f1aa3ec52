"""A floor holds for every year: one year below it settles the matter."""

from datetime import date
from decimal import Decimal

import pytest

from lotrinh.periods import Period
from unit.assess.worked import figure, judged, target

FLOOR = target(kind="floor", operator=">=", value=Decimal(10), window=Period.read("2021-2023"))


@pytest.mark.parametrize(
    ("values", "on", "verdict"),
    [
        ({2021: 11, 2022: 12, 2023: 10}, date(2026, 1, 1), "met"),
        ({2021: 11, 2022: 9, 2023: 12}, date(2026, 1, 1), "missed"),
        ({2021: 9}, date(2022, 6, 1), "missed"),
        ({2021: 11}, date(2022, 6, 1), "on_track"),
        ({2021: 11, 2023: 12}, date(2026, 1, 1), "cannot_assess"),
        ({}, date(2026, 1, 1), "cannot_assess"),
    ],
)
def test_every_year_must_keep_the_value(values, on: date, verdict: str) -> None:
    figures = [figure(year, value) for year, value in values.items()]
    assert judged(FLOOR, *figures, on=on).verdict == verdict
