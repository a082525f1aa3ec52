"""The figures that the content must say on a day, carried here so that any clone can prove them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from math import prod
from pathlib import Path

import pytest

from lotrinh.engine import compute
from lotrinh.flow import Content, freeze
from lotrinh.ledger import Key
from lotrinh.periods import Period

FACTS = Path(__file__).parent / "facts.csv"


def _facts() -> list[dict[str, str]]:
    lines = FACTS.read_text(encoding="utf-8").splitlines()
    head = lines[0].split(",")
    return [dict(zip(head, line.split(",", len(head) - 1), strict=True)) for line in lines[1:]]


@pytest.mark.parametrize("fact", _facts(), ids=lambda f: f"{f['indicator']} {f['period']}")
def test_a_figure_is_what_was_known_on_the_day(plan_175: Content, fact: dict[str, str]) -> None:
    """Each fact comes out of the engine as it was known on its day."""
    vintage = freeze(plan_175, date.fromisoformat(fact["as_known_on"]))
    results = compute(plan_175.indicators, vintage)
    result = results.get(fact["indicator"], fact["place"], Period.read(fact["period"]))
    if fact["value"]:
        assert result is not None, fact["why"]
        assert result.value == pytest.approx(float(fact["value"]), abs=0.005), fact["why"]
    else:
        assert result is None, fact["why"]


def test_the_year_end_average_follows_from_the_yearly_rates(plan_175: Content) -> None:
    """5.88 % a year is the geometric mean of the five yearly rates, 2025 on the new ground."""
    holding = freeze(plan_175, date(2026, 6, 30)).holding
    old, new = "vn/dak-lak@2004", "vn/dak-lak@2025"
    rates = [
        holding[Key("grdp-growth", old, Period.year(year))].value for year in range(2021, 2025)
    ]
    rates.append(holding[Key("grdp-growth", new, Period.year(2025))].value)
    assert rates == [Decimal(text) for text in ("5.1", "8.94", "4.39", "4.38", "6.68")]
    mean = prod(1 + float(rate) / 100 for rate in rates) ** 0.2 - 1
    assert round(100 * mean, 2) == 5.88


def test_the_announced_average_presumed_a_year_that_did_not_come(plan_175: Content) -> None:
    """6.31 % a year needs 8.84 % in 2025; 6.68 % came, on other ground."""
    known = prod(1 + rate / 100 for rate in (5.1, 8.94, 4.39, 4.38))
    assert round(100 * (1.0631**5 / known - 1), 1) == 8.8


def test_a_bound_is_never_a_figure(plan_175: Content) -> None:
    """Đắk Lắk's digital economy is known only to lie below 8.01 % in 2024."""
    holding = freeze(plan_175, date(2026, 6, 30)).holding
    bound = holding[Key("digital-economy-share", "vn/dak-lak@2004", Period.year(2024))]
    assert (bound.qualifier, bound.method, bound.is_bound) == ("<", "inferred", True)
