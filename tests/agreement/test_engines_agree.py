"""Random formulas on random ledgers: every engine equals the reference."""

import math
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreement import random_lands
from agreement.random_formulas import DAYS, OBSERVED, dated, definitions, examples, ledgers
from engines import FAST, FROM_FILES, engine_of
from lotrinh.engine import Result, reference
from lotrinh.engine.compute import run, run_file
from lotrinh.engine.incremental import recompute
from lotrinh.engine.territory import Territory
from lotrinh.engine.vintage_file import OBSERVATIONS, write_vintage
from lotrinh.indicators import Indicator
from lotrinh.indicators.formula import Formula
from lotrinh.indicators.indicator import Missing
from lotrinh.ledger import Observation, Vintage
from spec.figures import indicator

Plain = dict[tuple[str, ...], tuple[object, ...]]


def _indicators(formulas: dict[str, Formula]) -> dict[str, Indicator]:
    """Random formulas mix per cent with plain numbers, so engines are run without the checks."""
    observed = {name: indicator(name) for name in OBSERVED}
    return observed | dated(formulas)


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


def _agrees(
    on: str, indicators: dict[str, Indicator], vintage: Vintage, territory: Territory
) -> None:
    expected = reference.run(indicators, vintage, territory).all()
    found = run(on, indicators, vintage, territory).all()
    _assert_equal(_plain(found), _plain(expected))
    assert _inputs(found) == _inputs(expected)


def _with_formulas(
    observed: dict[str, Indicator], formulas: dict[str, Formula], takes_partial: bool
) -> dict[str, Indicator]:
    missing: Missing = "partial" if takes_partial else "strict"
    computed = dated(formulas)
    return observed | {name: replace(one, missing=missing) for name, one in computed.items()}


@pytest.mark.parametrize("on", FAST)
def test_an_engine_gives_the_results_of_the_reference(
    on: str, request: pytest.FixtureRequest
) -> None:
    """Formulas of all kinds over figures that hurt."""
    engine = engine_of(on, request)

    @examples(on)
    @given(definitions(), ledgers(), st.sampled_from(DAYS))
    def agrees(formulas: dict[str, Formula], ledger: list[Observation], day: date) -> None:
        _agrees(engine, _indicators(formulas), Vintage.freeze(ledger, day), Territory())

    agrees()


@pytest.mark.parametrize("on", FAST)
def test_an_engine_makes_the_totals_of_the_reference(
    on: str, request: pytest.FixtureRequest
) -> None:
    """Parts, shared results, quarters and places that end, with formulas over all of it."""
    engine = engine_of(on, request)

    @examples(on, share=0.25)
    @given(random_lands.observed(), definitions(), random_lands.figures(), st.sampled_from(DAYS),
           st.booleans())  # fmt: skip
    def agrees(
        observed: dict[str, Indicator],
        formulas: dict[str, Formula],
        ledger: list[Observation],
        day: date,
        takes_partial: bool,
    ) -> None:
        indicators = _with_formulas(observed, formulas, takes_partial)
        vintage = Vintage.freeze(ledger, day)
        _agrees(engine, indicators, vintage, Territory(random_lands.LAND))

    agrees()


@pytest.mark.parametrize("on", FROM_FILES)
def test_a_file_with_later_figures_gives_the_results_of_its_day(
    on: str, request: pytest.FixtureRequest
) -> None:
    """The way in for large files also chooses what was known, and gives the same."""
    engine = engine_of(on, request)

    @examples(on, share=0.5)
    @given(definitions(), ledgers(), st.sampled_from(DAYS))
    def agrees(formulas: dict[str, Formula], ledger: list[Observation], day: date) -> None:
        indicators = _indicators(formulas)
        with tempfile.TemporaryDirectory() as folder:
            write_vintage(Vintage.freeze(ledger, max(DAYS)), Path(folder))
            source, out = Path(folder, OBSERVATIONS), Path(folder, "results.parquet")
            run_file(engine, indicators, source, out, day, Territory())
            there = out / "*.parquet" if out.is_dir() else out
            rows = duckdb.execute("FROM read_parquet(?)", [str(there)]).fetchall()
        expected = reference.run(indicators, Vintage.freeze(ledger, day), Territory()).all()
        found = {
            (name, place, period, breakdown): (value, status, qualifier, None, None)
            for name, place, period, value, status, qualifier, breakdown, *_ in rows
        }
        assert len(found) == len(rows), "no result stands twice"
        _assert_equal(found, _plain(expected))

    agrees()


@examples("duckdb", share=0.25)
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
        name: replace(one, missing="partial" if takes_partial else "strict")
        for name, one in dated(formulas).items()
    }
    territory = Territory(random_lands.LAND)
    before = Vintage.freeze(ledger, max(DAYS))
    now = Vintage.freeze([*ledger, *more[:count]], max(DAYS))
    previous = reference.run(indicators, before, territory)
    found = recompute(previous, indicators, before, now, territory)
    assert found.all() == reference.run(indicators, now, territory).all()
