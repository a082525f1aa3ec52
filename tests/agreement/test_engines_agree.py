"""Random formulas on random ledgers: every engine equals the reference."""

import math
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreement import random_lands
from agreement.random_formulas import DAYS, EXAMPLES, OBSERVED, THOROUGH, definitions, ledgers
from lotrinh.engine import Result, Results, on_cube, on_duckdb, reference
from lotrinh.engine.incremental import recompute
from lotrinh.engine.territory import Territory
from lotrinh.engine.vintage_file import OBSERVATIONS, write_vintage
from lotrinh.indicators import Indicator
from lotrinh.indicators.formula import Formula
from lotrinh.ledger import Observation, Vintage
from spec.figures import indicator

Run = Callable[[Mapping[str, Indicator], Vintage, Territory], Results]
#: The engines held to the reference.
RUNS = (on_duckdb.run, on_cube.run)
Plain = dict[tuple[str, ...], tuple[object, ...]]


def _indicators(formulas: dict[str, Formula]) -> dict[str, Indicator]:
    """Random formulas mix per cent with plain numbers, so engines are run without the checks."""
    observed = {name: indicator(name) for name in OBSERVED}
    return observed | {name: indicator(name, str(one)) for name, one in formulas.items()}


def _plain(results: Iterable[Result]) -> Plain:
    return {
        (one.indicator, one.place, str(one.period), one.breakdown): (
            one.value,
            one.status,
            one.qualifier,
            one.coverage and one.coverage.code(),
            one.coverage and one.coverage.weight,
        )
        for one in results
    }


def _assert_equal(found: Plain, expected: Plain) -> None:
    assert found.keys() == expected.keys(), "missing on one engine is missing on the other"
    for key, (value, *labels, weight) in expected.items():
        assert labels == list(found[key][1:-1]), key
        assert _close(found[key][0], value), key
        assert _close(found[key][-1], weight), key


def _close(one: object, other: object) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-9)
    return one is other


def _inputs(results: Iterable[Result]) -> list[tuple[str, list[str], list[str]]]:
    return [
        (one.how, [str(part.key) for part in one.inputs], [leaf.id for leaf in one.observations()])
        for one in results
    ]


@pytest.mark.parametrize("run", RUNS)
@THOROUGH
@given(definitions(), ledgers(), st.sampled_from(DAYS))
def test_every_engine_gives_the_results_of_the_reference(
    run: Run, formulas: dict[str, Formula], ledger: list[Observation], day: date
) -> None:
    indicators, vintage = _indicators(formulas), Vintage.freeze(ledger, day)
    expected = reference.run(indicators, vintage, Territory()).all()
    found = run(indicators, vintage, Territory()).all()
    _assert_equal(_plain(found), _plain(expected))
    assert _inputs(found) == _inputs(expected)


@pytest.mark.parametrize("run", RUNS)
@settings(THOROUGH, max_examples=int(EXAMPLES or 30))
@given(random_lands.observed(), definitions(), random_lands.figures(), st.sampled_from(DAYS),
       st.booleans())  # fmt: skip
def test_every_engine_makes_the_totals_of_the_reference(
    run: Run,
    observed: dict[str, Indicator],
    formulas: dict[str, Formula],
    ledger: list[Observation],
    day: date,
    takes_partial: bool,
) -> None:
    """Parts, shared results, quarters and places that end, with formulas over all of it."""
    indicators = observed | {
        name: replace(indicator(name, str(one)), missing="partial" if takes_partial else "strict")
        for name, one in formulas.items()
    }
    vintage, territory = Vintage.freeze(ledger, day), Territory(random_lands.LAND)
    expected = reference.run(indicators, vintage, territory).all()
    found = run(indicators, vintage, territory).all()
    _assert_equal(_plain(found), _plain(expected))
    assert _inputs(found) == _inputs(expected)


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
    expected = reference.run(indicators, Vintage.freeze(ledger, day), Territory()).all()
    found = {
        (name, place, period, breakdown): (value, status, qualifier, None, None)
        for name, place, period, value, status, qualifier, breakdown, *_ in rows
    }
    assert len(found) == len(rows), "no result stands twice"
    _assert_equal(found, _plain(expected))


@settings(THOROUGH, max_examples=int(EXAMPLES or 30))
@given(random_lands.observed(), definitions(), random_lands.figures(), random_lands.figures(),
       st.integers(1, 4), st.booleans())  # fmt: skip
def test_computing_again_what_new_figures_touch_is_computing_everything(
    observed: dict[str, Indicator],
    formulas: dict[str, Formula],
    ledger: list[Observation],
    more: list[Observation],
    count: int,
    takes_partial: bool,
) -> None:
    """Values, states, coverage and traces are the same, whichever few figures are new."""
    indicators = observed | {
        name: replace(indicator(name, str(one)), missing="partial" if takes_partial else "strict")
        for name, one in formulas.items()
    }
    territory = Territory(random_lands.LAND)
    before = Vintage.freeze(ledger, max(DAYS))
    now = Vintage.freeze([*ledger, *more[:count]], max(DAYS))
    previous = reference.run(indicators, before, territory)
    found = recompute(previous, indicators, before, now, territory)
    assert found.all() == reference.run(indicators, now, territory).all()
