"""A breakdown is written in one way only, and what was recorded before it keeps its id."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lotrinh.base.errors import LotrinhError
from lotrinh.base.source import Source
from lotrinh.ledger import Observation, Vintage, read_breakdown, write_breakdown
from lotrinh.periods import Period

TOLD = Observation(
    "grdp-constant", "vn/dak-lak@2004", Period.year(2020), Decimal(62500), "billion_dong",
    "estimate", Source("Báo cáo chính trị Đại hội XVII"), date(2020, 10, 14),
)  # fmt: skip
RURAL_WOMEN = replace(TOLD, breakdown="area=rural;sex=female")

_codes = st.from_regex(r"[a-z][a-z0-9]*(-[a-z0-9]+)?", fullmatch=True)


@given(st.dictionaries(_codes, _codes, max_size=4))
def test_what_was_written_is_read_again(parts: dict[str, str]) -> None:
    assert read_breakdown(write_breakdown(parts)) == parts


@pytest.mark.parametrize(
    "text", ["sex", "sex=", "=female", "sex=female;", "sex=male;sex=female", "Sex=female", "a=b c"]
)
def test_another_text_is_refused(text: str) -> None:
    with pytest.raises(LotrinhError, match="not a readable breakdown"):
        read_breakdown(text)


def test_another_order_is_refused_with_the_right_one() -> None:
    with pytest.raises(LotrinhError, match="Write it as area=rural;sex=female"):
        read_breakdown("sex=female;area=rural")


def test_a_total_keeps_the_id_it_had_before_there_were_breakdowns() -> None:
    """Computed by the version of 23 November 2026; an id in the ledger never changes."""
    assert TOLD.id == "872ca3dabf5092c6"
    assert '"breakdown"' not in TOLD.canonical()


def test_a_part_and_the_total_are_two_things() -> None:
    vintage = Vintage.freeze([TOLD, RURAL_WOMEN], date(2026, 1, 1))
    assert vintage.holding[TOLD.key] is TOLD
    assert vintage.holding[RURAL_WOMEN.key] is RURAL_WOMEN
    assert RURAL_WOMEN.id != TOLD.id


def test_a_shared_result_stands_beside_the_figure_of_ones_own() -> None:
    shared = replace(TOLD, shared="bridge-over-the-srepok")
    vintage = Vintage.freeze([TOLD, shared], date(2026, 1, 1))
    assert len(vintage.holding) == 2
