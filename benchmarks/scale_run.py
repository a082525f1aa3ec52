"""One run of one contestant, in a process of its own; prints what it spent and gives as JSON."""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.nation import AS_KNOWN_ON, Nation, indicators, make_nation
from lotrinh.engine.cube import Cube, Frame, Part, Slab, fill, observed, run
from lotrinh.engine.cube.coverage import units_of
from lotrinh.engine.cube.table import Tables
from lotrinh.engine.facts import open_facts
from lotrinh.engine.query import Source
from lotrinh.engine.slice import Slice
from lotrinh.engine.table_file import open_sink

#: Six indicators, two of each sort, and three ways to ask for each.
ASKED = ("amount-003", "people-101", "ratio-007", "ratio-150", "growth-011", "growth-199")


def main() -> None:
    """Run what the command line names."""
    name, size, data = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    nation = make_nation(size, data, lambda part: print(f"  {part}", file=sys.stderr))
    if name == "make":
        print(json.dumps({"rows": nation.rows}))
    elif name == "slices":
        print(json.dumps({"slices": slices(nation)}))
    elif name == "profile":
        print(json.dumps({"profile": profile(nation)}))
    else:
        work, gives = _contestant(name, nation)
        begun, used = time.perf_counter(), time.process_time()
        found = work()
        spent = time.perf_counter() - begun, time.process_time() - used
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        print(json.dumps({"spent": (*spent, memory), "gives": gives(found)}))


def _contestant(name: str, nation: Nation) -> tuple[Callable[[], Any], Callable[[Any], Any]]:
    if name.startswith("lotrinh"):
        work = _written if "written" in name else _kept
        defined, territory = indicators(), nation.territory()
        return lambda: work(nation, defined, territory), lambda slabs: slabs and _sums(slabs)
    # Each is alone with its own libraries: what others would load lengthens every look for garbage.
    from benchmarks import nation_rivals as rivals

    if name.startswith("scan"):
        scan = rivals.scan_by_duckdb if "DuckDB" in name else rivals.scan_by_arrow
        return lambda: scan(nation.folder), lambda _: None
    rival = {"SQL": rivals.by_sql, "Polars": rivals.by_polars, "pandas": rivals.by_pandas}[name]
    tables = rivals.Tables.of(nation)
    return lambda: rival(nation, tables), lambda found: found


def _cube(nation: Nation, defined: Any, territory: Any, threads: int | None = None) -> Cube:
    facts = open_facts(nation.folder)
    frame = Frame.of(territory, facts.codes.places, facts.codes.periods)
    return Cube(defined, facts, AS_KNOWN_ON, frame, threads)


def _kept(nation: Nation, defined: Any, territory: Any) -> dict[Part, Slab]:
    """Compute everything and keep it in memory, as the rivals do."""
    return dict(_cube(nation, defined, territory).slabs())


def _written(nation: Nation, defined: Any, territory: Any) -> None:
    """Compute everything into a Parquet file and keep nothing."""
    cube = _cube(nation, defined, territory)
    tables = Tables(cube.frame.places)
    with (
        tempfile.TemporaryDirectory(dir=nation.folder.parent) as folder,
        open_sink(Path(folder, "results.parquet")) as sink,
    ):
        for _, table in cube.made_of_slabs(tables.of):
            sink.write_table(table)


def _sums(slabs: dict[Part, Slab]) -> dict[str, list[float]]:
    """Return, of each sort, how many values there are, and the sums of what is beside them."""
    found: dict[str, list[float]] = {}
    for part, slab in slabs.items():
        sort = part.indicator.partition("-")[0]
        there = ~np.isnan(slab.values)
        reported = there.astype(np.int64)
        if slab.coverage is not None:
            inner = slab.coverage.shape[1]
            reported[:, :inner] *= np.maximum(units_of(slab.coverage)[0], 1)
        sums = (there.sum(), np.nansum(slab.values), slab.firmness[there].sum(dtype=np.int64),
                reported.sum())  # fmt: skip
        name = {"ratio": "ratios", "growth": "growths"}.get(sort, "figures")
        so_far = found.setdefault(name, [0, 0, 0, 0])
        found[name] = [before + float(one) for before, one in zip(so_far, sums, strict=True)]
    return found


def slices(nation: Nation) -> dict[str, float]:
    """Return the seconds of 18 slices, each on a vintage nothing of which was read before.

    As in a server, indicators and places are known; everything of the vintage is opened anew,
    and the system is asked to forget its files.
    """
    defined, territory = indicators(), nation.territory()
    defined_once = Source(nation.folder, defined, territory)
    provinces = [one.id for one in nation.tree.children("vn")]
    ways = {
        "all provinces": Slice((), level="province"),
        "communes of one province": Slice((), (provinces[-1],), subtree=True, level="commune"),
        "the nation and a province": Slice((), ("vn", provinces[0])),
    }
    list(defined_once.tables(Slice(("amount-000",), level="province")))
    found = {}
    for name in ASKED:
        for way, asked in ways.items():
            _forget(nation.folder)
            begun = time.perf_counter()
            one = Slice((name,), asked.places, asked.subtree, asked.level)
            rows = Source(nation.folder, defined, territory).table(one).num_rows
            found[f"{name}, {way}"] = time.perf_counter() - begun
            assert rows, f"{name}, {way}: nothing found"
    return found


def _forget(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            number = os.open(path, os.O_RDONLY)
            os.posix_fadvise(number, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(number)


def profile(nation: Nation) -> dict[str, float]:
    """Return the processor seconds of each step, on one thread."""
    spent: dict[str, float] = {}

    def timed(step: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def measured(*given: Any, **named: Any) -> Any:
            begun = time.thread_time()
            try:
                return work(*given, **named)
            finally:
                spent[step] = spent.get(step, 0.0) + time.thread_time() - begun

        return measured

    cube = _cube(nation, indicators(), nation.territory(), threads=1)
    object.__setattr__(cube.facts, "runs", timed("reading Parquet", cube.facts.runs))
    fill.Filler.stack = timed("reading and putting figures into cells", fill.Filler.stack)  # type: ignore[method-assign]
    observed.add_totals = timed("totals of places, with coverage", observed.add_totals)
    run.compute_slab = timed("formulas: ratios and growth", run.compute_slab)
    begun = time.process_time()
    for _ in cube.slabs():
        pass
    whole = time.process_time() - begun
    filling = spent.pop("reading and putting figures into cells")
    spent["putting figures into cells"] = filling - spent["reading Parquet"]
    return {**spent, "the rest": whole - sum(spent.values())}


if __name__ == "__main__":
    main()
