"""The PostgreSQL engine is a guest on its server: it takes temporary tables and leaves nothing."""

import pytest

from lotrinh.engine import compute
from lotrinh.ledger import Vintage
from spec.figures import DAY, PLACE, indicator, observation

pytestmark = pytest.mark.postgres

INDICATORS = {"a": indicator("a"), "x": indicator("x", "a * a")}


def _x(server: str, value: str) -> float | None:
    vintage = Vintage.freeze([observation("a", "2024", value)], DAY)
    found = compute(INDICATORS, vintage, on=server).series("x", PLACE)
    return found[0].value if found else None


def test_nothing_stays_on_the_server(postgres: str) -> None:
    import psycopg

    there = "SELECT count(*) FROM pg_class UNION ALL SELECT count(*) FROM pg_proc"
    with psycopg.connect(postgres, autocommit=True) as connection:
        before = connection.execute(there).fetchall()
        assert _x(postgres, "3") == 9
        assert connection.execute(there).fetchall() == before


@pytest.mark.parametrize(
    ("value", "square"),
    [("1e-200", 0.0), ("1e200", None), ("-1e154", 1e308), ("1e-162", 1e-324), ("0", 0.0)],
)
def test_the_ends_of_the_numbers_are_those_of_the_reference(
    postgres: str, value: str, square: float | None
) -> None:
    """PostgreSQL itself stops at both: where IEEE gives zero, and where it gives infinity."""
    assert _x(postgres, value) == _x("reference", value) == square
