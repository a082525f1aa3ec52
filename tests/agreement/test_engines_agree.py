"""Random formulas on random ledgers: every engine equals the reference."""

import math
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import duckdb
from hypothesis import given
from hypothesis import strategies as st

from agreement.random_formulas import DAYS, OBSERVED, THOROUGH, definitions, ledgers
from lotrinh.engine import Result, on_duckdb, reference
from lotrinh.engine.vintage_file import OBSERVATIONS, write_vintage
from lotrinh.indicators import Indicator
from lotrinh.indicators.formula import Formula
from lotrinh.ledger import Observation, Vintage
from spec.figures import indicator

Plain = dict[tuple[str, str, str], tuple[float, str, str]]


def _indicators(formulas: dict[str, Formula]) -> dict[str, Indicator]:
    """Random formulas mix per cent with plain numbers, so engines are run without the checks."""
    observed = {name: indicator(name) for name in OBSERVED}
    return observed | {name: indicator(name, str(one)) for name, one in formulas.items()}


def _plain(results: Iterable[Result]) -> Plain:
    return {
        (one.indicator, one.place, str(one.period)): (one.value, one.status, one.qualifier)
        for one in results
    }


def _assert_equal(found: Plain, expected: Plain) -> None:
    assert found.keys() == expected.keys(), "missing on one engine is missing on the other"
    for key, (value, *labels) in expected.items():
        assert labels == list(found[key][1:]), key
        assert math.isclose(found[key][0], value, rel_tol=1e-9), key


@THOROUGH
@given(definitions(), ledgers(), st.sampled_from(DAYS))
def test_duckdb_gives_the_results_of_the_reference(
    formulas: dict[str, Formula], ledger: list[Observation], day: date
) -> None:
    indicators, vintage = _indicators(formulas), Vintage.freeze(ledger, day)
    expected = reference.run(indicators, vintage).all()
    found = on_duckdb.run(indicators, vintage).all()
    _assert_equal(_plain(found), _plain(expected))
    inputs = [[part.key for part in one.inputs] for one in expected]
    assert [[part.key for part in one.inputs] for one in found] == inputs
    leaves = [[leaf.id for leaf in one.observations()] for one in expected]
    assert [[leaf.id for leaf in one.observations()] for one in found] == leaves


@THOROUGH
@given(definitions(), ledgers(), st.sampled_from(DAYS))
def test_a_file_with_later_figures_gives_the_results_of_its_day(
    formulas: dict[str, Formula], ledger: list[Observation], day: date
) -> None:
    """The way in for large files also chooses what was known, and gives the same."""
    indicators = _indicators(formulas)
    with tempfile.TemporaryDirectory() as folder:
        write_vintage(Vintage.freeze(ledger, max(DAYS)), Path(folder))
        source, out = Path(folder, OBSERVATIONS), Path(folder, "results.parquet")
        on_duckdb.calculate_file(indicators, source, out, day)
        rows = duckdb.execute("FROM read_parquet(?)", [str(out)]).fetchall()
    expected = reference.run(indicators, Vintage.freeze(ledger, day)).all()
    found = {(name, place, period): tuple(rest) for name, place, period, *rest in rows}
    assert len(found) == len(rows), "no result stands twice"
    _assert_equal(found, _plain(expected))  # type: ignore[arg-type]
