"""Measures the whole country's crosswalk against pandas: `python -m benchmarks.places`.

Every commune of 30 June 2025 has a figure for each indicator and year; all are put on the map
of 1 July 2025, divided communes by equal parts. Both rivals must agree to 1e-9.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

from lotrinh.flow import read_country
from lotrinh.places import Country, Crosswalk, crosswalk
from lotrinh.places.dense import Dense

EVE, DAY = date(2025, 6, 30), date(2025, 7, 1)
#: Indicators and years.
SIZES = ((10, 10), (100, 10), (200, 10))
_ROUNDS = 3


def main() -> None:
    """Print the table."""
    content = Path(__file__).resolve().parents[1] / "content"
    country, loaded = timed(lambda: read_country(content))
    over, walked = timed(lambda: _crosswalk(country))
    pairs = sum(len(found) for found in over.shares.values())
    print(f"load the country: {loaded:.2f} s; crosswalk of {pairs} pairs: {walked:.2f} s\n")
    print("| figures | lotrinh | of it counting who reported | pandas, wide | pandas, long |")
    print("|---|---|---|---|---|")
    for indicators, years in SIZES:
        print(_row(over, indicators, years))


def timed(work: Callable[[], object], rounds: int = _ROUNDS) -> tuple[object, float]:
    """Return what the work gives, and the median of its seconds."""
    seconds = []
    for _ in range(rounds):
        start = time.perf_counter()
        found = work()
        seconds.append(time.perf_counter() - start)
    return found, statistics.median(seconds)


def _crosswalk(country: Country) -> Crosswalk:
    over = crosswalk(country.gazetteer, EVE, DAY, basis="count")
    assert over.into
    return over


def _row(over: Crosswalk, indicators: int, years: int) -> str:
    dense = Dense.of(over)
    values = np.random.default_rng(7).uniform(0, 1000, (len(dense.before), indicators * years))
    ours, carrying = timed(lambda: dense.carry(values))
    counts, counting = timed(lambda: dense.reported(values))
    assert (counts == dense.expected[:, None]).all()
    links = pd.DataFrame(
        [(one.before, one.after, one.share) for found in over.shares.values() for one in found],
        columns=["before", "after", "share"],
    )
    table = pd.DataFrame(values, index=pd.Index(dense.before, name="before"))
    wide, wide_seconds = timed(lambda: _wide(table, links))
    np.testing.assert_allclose(wide.loc[list(dense.after)].to_numpy(), ours, rtol=1e-9)
    frame = _long_frame(dense, values, years)
    long, long_seconds = timed(lambda: _long(frame, links), rounds=1)
    order = {id: number for number, id in enumerate(dense.after)}
    long["row"] = long["after"].map(order).astype("int64")
    long = long.sort_values(["row", "indicator", "year"])
    np.testing.assert_allclose(long["value"].to_numpy(), ours.ravel(), rtol=1e-9)
    size = f"{values.size / 1e6:.1f} million ({indicators} × {years} years)"
    whole = carrying + counting
    return (
        f"| {size} | {whole:.2f} s | {counting:.2f} s "
        f"| {wide_seconds:.2f} s | {long_seconds:.1f} s |"
    )


def _wide(table: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """Do it as pandas is fastest: a row a commune, a column a figure."""
    merged = links.merge(table, left_on="before", right_index=True)
    figures = merged.drop(columns=["before", "after", "share"]).mul(merged["share"], axis=0)
    return figures.groupby(merged["after"]).sum()


def _long_frame(dense: Dense, values: np.ndarray, years: int) -> pd.DataFrame:
    """Return the figures as a ledger holds them: a row a figure."""
    count, columns = values.shape
    place = pd.Categorical.from_codes(
        np.repeat(np.arange(count), columns), categories=list(dense.before)
    )
    column = np.tile(np.arange(columns), count)
    return pd.DataFrame(
        {
            "before": place,
            "indicator": (column // years).astype("int16"),
            "year": (column % years).astype("int16"),
            "value": values.ravel(),
        }
    )


def _long(frame: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """Do it as most people write it: merge, multiply, group."""
    links = links.assign(before=pd.Categorical(links["before"], frame["before"].cat.categories))
    links["after"] = links["after"].astype("category")
    merged = frame.merge(links, on="before")
    merged["value"] *= merged["share"]
    grouped = merged.groupby(["after", "indicator", "year"], observed=True)["value"]
    return grouped.sum().reset_index()


if __name__ == "__main__":
    main()
