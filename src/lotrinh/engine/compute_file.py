"""Computes a vintage on a disk into a file of results, on the engine named or the fittest one.

The rule of the choice stands here, as `fittest`. Nothing is half-written: the file appears
when it is whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from lotrinh.base.errors import wrong
from lotrinh.engine.compute import ENGINES, POSTGRES, compute, is_known, is_spark, run_file
from lotrinh.engine.cube import Cube, Frame
from lotrinh.engine.cube.table import Tables
from lotrinh.engine.facts import Facts, open_facts
from lotrinh.engine.facts.manifest import is_partitioned, verify
from lotrinh.engine.result import Result
from lotrinh.engine.table_file import open_sink, read_tables, table_of
from lotrinh.engine.territory import Territory
from lotrinh.engine.vintage_file import read_vintage
from lotrinh.indicators.check_formula import check_formulas
from lotrinh.indicators.indicator import Indicator
from lotrinh.ledger import Vintage

#: A cube holds a cell for each place and period, filled or not. Where figures are scarcer than
#: one in so many cells, filling and reading empty cells costs more than SQL's work by the row.
SPARSE = 50
#: Fewer figures than this are computed before another engine has started.
SMALL = 20_000
#: Results that become a table at a time, of an engine that makes them one by one.
_ROWS = 50_000

#: Called with what is done and what there is to do.
Progress = Callable[[int, int], None]


def compute_vintage(
    folder: Path,
    out: Path,
    indicators: Mapping[str, Indicator],
    territory: Territory,
    *,
    on: str = "auto",
    progress: Progress = lambda *_: None,
) -> int:
    """Compute every indicator on the vintage in a folder; return how many results were written.

    `out` is Parquet, Arrow or CSV by its name, with the columns of `table_file.SCHEMA`. Raises
    LotrinhError when the vintage was changed, or when a formula or a figure is wrong.
    """
    if on != "auto" and not is_known(on):
        raise wrong("engine.unknown_engine", name=on, known=("auto", *ENGINES))
    check_formulas(indicators)
    if is_partitioned(folder):
        verify(folder)
        facts = open_facts(folder)
        engine = fittest(facts, len(territory.gazetteer.places)) if on == "auto" else on
        if engine == "cube":
            return _on_cube(facts, out, indicators, territory, progress)
        if engine == "duckdb" or engine.startswith(POSTGRES) or is_spark(engine):
            day = facts.as_known_on
            return _by_sql(engine, folder, day, out, indicators, territory, progress)
        every = range(len(facts.codes.series))
        vintage = Vintage(facts.as_known_on, tuple(facts.observations(every)))
    else:
        vintage = read_vintage(folder)
        small = len(vintage.observations) < SMALL
        engine = on if on != "auto" else "reference" if small else "cube"
    results = compute(indicators, vintage, on=engine, places=territory.gazetteer).all()
    with open_sink(out) as sink:
        for begin in range(0, len(results), _ROWS):
            sink.write_table(table_of([*_rows(results[begin : begin + _ROWS])]))
            progress(min(begin + _ROWS, len(results)), len(results))
    return len(results)


def fittest(facts: Facts, places: int) -> str:
    """Return the engine for a vintage: the cube, unless it would be all but empty.

    Whether it would be is told by the figures and by the cells they would stand in: a slab
    for each series, with the places of the vintage and its periods.
    """
    codes = facts.codes
    cells = len(codes.series) * max(len(codes.places), min(places, 1)) * len(codes.periods)
    return "duckdb" if cells > SPARSE * facts.rows else "cube"


def _on_cube(
    facts: Facts,
    out: Path,
    indicators: Mapping[str, Indicator],
    territory: Territory,
    progress: Progress,
) -> int:
    frame = Frame.of(territory, facts.codes.places, facts.codes.periods)
    cube = Cube(indicators, facts, facts.as_known_on, frame)
    tables, rows = Tables(frame.places), 0
    with open_sink(out) as sink:
        for done, (_, table) in enumerate(cube.made_of_slabs(tables.of), 1):
            sink.write_table(table)
            rows += table.num_rows
            progress(done, len(cube.own))
    return rows


def _by_sql(
    engine: str,
    folder: Path,
    day: date,
    out: Path,
    indicators: Mapping[str, Indicator],
    territory: Territory,
    progress: Progress,
) -> int:
    """Compute by SQL from file to file; no row becomes an object."""
    rows = 0
    with open_sink(out) as sink, TemporaryDirectory(dir=out.parent) as made:
        whole = Path(made, "results.parquet")
        run_file(engine, indicators, folder, whole, day, territory)
        for table in read_tables(whole):
            sink.write_table(table)
            rows += table.num_rows
    progress(rows, rows)
    return rows


def _rows(results: Sequence[Result]) -> Iterator[dict[str, object]]:
    for one in results:
        behind = one.coverage
        yield {
            "indicator": one.indicator, "place": one.place, "period": str(one.period),
            "value": one.value, "status": one.status, "qualifier": one.qualifier,
            "breakdown": one.breakdown,
            "reported": behind and behind.reported, "expected": behind and behind.expected,
            "weight": behind and behind.weight,
        }  # fmt: skip
