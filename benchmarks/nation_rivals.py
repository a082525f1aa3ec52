"""The nation's work done by others: plain long-form SQL, Polars, pandas, and a scan that does none.

All read the very files lotrinh reads, five numbers a figure, with the code tables beside
them: texts would make the rivals slower. All lean on the order of the files where that is
quicker for them. None of them writes its results down, and neither does lotrinh here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from benchmarks.nation import AS_KNOWN_ON, RATIOS, Nation

_CELL = ["series", "place", "period"]


def scan_by_duckdb(folder: Path) -> None:
    """Read all five columns, decode every number, and do no more with them than a sum."""
    columns = ", ".join(f"sum({one})" for one in (*_CELL, "value", "how"))
    with duckdb.connect() as connection:
        connection.execute(f"SELECT {columns} FROM '{folder}/facts/*.parquet'").fetchall()


def scan_by_arrow(folder: Path) -> None:
    """Read all five columns into memory, row group after row group, two at a time."""
    for batch in ds.dataset(folder / "facts").to_batches(batch_readahead=2, fragment_readahead=1):
        del batch


@dataclass(frozen=True)
class Tables:
    """The small tables that the rivals join."""

    #: code, scale, firmness, known
    how: pd.DataFrame
    #: code, parent (of codes; upper places get codes after the reported ones)
    parent: dict[int, int]
    #: ratio number, series of the amount, series of the people
    pairs: pd.DataFrame
    places: list[str]

    @classmethod
    def of(cls, nation: Nation, day: date = AS_KNOWN_ON) -> Tables:
        """Return them for a vintage."""
        folder = nation.folder / "codes"
        how = pq.read_table(folder / "how.parquet").to_pandas()
        how["known"] = pd.to_datetime(how["recorded_at"]) <= pd.Timestamp(day)
        how["scale"] = np.where(how["unit"] == "thousand_persons", 1000.0, 1.0)
        reported = pq.read_table(folder / "place.parquet")["place"].to_pylist()
        places = reported + sorted(set(nation.tree.places) - set(reported))
        code = {id: n for n, id in enumerate(places)}
        parent = {code[id]: code[above] for id, above in nation.tree.parents.items()}
        series = pq.read_table(folder / "series.parquet")["indicator"].to_pylist()
        pairs = pd.DataFrame(
            [
                (n, series.index(f"amount-{n:03}"), series.index(f"people-{n:03}"))
                for n in range(RATIOS)
            ],
            columns=["ratio", "amount", "people"],
        )
        return cls(how[["code", "scale", "firmness", "known"]], parent, pairs, places)

    def ancestors(self) -> pd.DataFrame:
        """Return each place that reported with every place above it."""
        rows = []
        for one in range(len(self.places)):
            above = self.parent.get(one)
            while above is not None:
                rows.append((one, above))
                above = self.parent.get(above)
        return pd.DataFrame(rows, columns=["place", "above"])


def by_sql(nation: Nation, tables: Tables, memory: str = "10GB") -> dict[str, Any]:
    """Do it in plain long-form SQL, a row a figure from beginning to end."""
    with duckdb.connect(config={"memory_limit": memory}) as connection:
        connection.execute(f"SET temp_directory = '{nation.folder}.tmp'")
        connection.execute("SET preserve_insertion_order = false")
        connection.register("how_frame", tables.how)
        connection.register("above_frame", tables.ancestors())
        connection.register("pairs_frame", tables.pairs)
        for statement in _long_form(nation.folder):
            connection.execute(statement)
        return {
            name: connection.execute(
                f"SELECT count(*), sum(value), sum(firmness), sum(reported) FROM {name}"
            ).fetchone()
            for name in ("figures", "ratios", "growths")
        }


def _long_form(folder: Path) -> tuple[str, ...]:
    return (
        f"""CREATE TEMP TABLE held AS
            SELECT series, place, period, arg_max(f.value * h.scale, f.how) AS value,
                arg_max(h.firmness, f.how) AS firmness
            FROM '{folder}/facts/*.parquet' AS f JOIN how_frame AS h ON h.code = f.how
            WHERE h.known GROUP BY series, place, period""",
        """CREATE TEMP TABLE figures AS
            SELECT series, place, period, value, firmness, 1 AS reported FROM held
            UNION ALL
            SELECT series, above, period, sum(value), min(firmness), count(*)
            FROM held JOIN above_frame USING (place) GROUP BY series, above, period""",
        "DROP TABLE held",
        """CREATE TEMP TABLE ratios AS
            SELECT ratio, a.place, a.period, 1000 * a.value / b.value AS value,
                least(a.firmness, b.firmness) AS firmness,
                least(a.reported, b.reported) AS reported
            FROM pairs_frame AS p JOIN figures AS a ON a.series = p.amount
                JOIN figures AS b ON b.series = p.people AND b.place = a.place
                    AND b.period = a.period
            WHERE b.value <> 0""",
        """CREATE TEMP TABLE growths AS
            SELECT a.ratio, a.place, a.period, 100 * (a.value / b.value - 1) AS value,
                least(a.firmness, b.firmness) AS firmness,
                least(a.reported, b.reported) AS reported
            FROM ratios AS a JOIN (SELECT ratio, place, period + 1 AS period, value, firmness,
                reported FROM ratios WHERE value <> 0) AS b USING (ratio, place, period)""",
    )


def by_polars(nation: Nation, tables: Tables) -> dict[str, Any]:
    """Do it in Polars, lazily, with everything it knows of threads."""
    how = (
        pl.from_pandas(tables.how)
        .lazy()
        .select(
            how=pl.col("code").cast(pl.Int32), scale="scale", firmness="firmness", known="known"
        )
    )
    above = pl.from_pandas(tables.ancestors()).lazy().cast(pl.Int32)
    pairs = pl.from_pandas(tables.pairs).lazy().cast(pl.Int32)
    held = (
        pl.scan_parquet(f"{nation.folder}/facts/*.parquet")
        .join(how, on="how").filter("known")
        .group_by(_CELL)
        .agg(value=(pl.col("value") * pl.col("scale")).sort_by("how").last(),
             firmness=pl.col("firmness").sort_by("how").last())
        .with_columns(reported=pl.lit(1, pl.UInt32))
        .collect(engine="streaming").lazy()
    )  # fmt: skip
    totals = (
        held.join(above, on="place").group_by("series", "above", "period")
        .agg(value=pl.col("value").sum(), firmness=pl.col("firmness").min(),
             reported=pl.len().cast(pl.UInt32))
        .select("series", pl.col("above").alias("place"), "period", "value", "firmness", "reported")
    )  # fmt: skip
    figures = pl.concat([held.select(*_CELL, "value", "firmness", "reported"), totals]).collect()
    del held
    ratios = _ratios_in_polars(figures.lazy(), pairs).collect()
    growths = _growths_in_polars(ratios.lazy()).collect()
    return {
        name: frame.select(
            pl.len(), pl.col("value").sum(), pl.col("firmness").cast(pl.Int64).sum(),
            pl.col("reported").cast(pl.Int64).sum(),
        ).row(0)
        for name, frame in (("figures", figures), ("ratios", ratios), ("growths", growths))
    }  # fmt: skip


def _ratios_in_polars(figures: pl.LazyFrame, pairs: pl.LazyFrame) -> pl.LazyFrame:
    people = pairs.join(figures, left_on="people", right_on="series").filter(pl.col("value") != 0)
    return (
        pairs.join(figures, left_on="amount", right_on="series")
        .join(people, on=["ratio", "place", "period"], suffix="_b")
        .select("ratio", "place", "period", value=1000 * pl.col("value") / pl.col("value_b"),
                firmness=pl.min_horizontal("firmness", "firmness_b"),
                reported=pl.min_horizontal("reported", "reported_b"))
    )  # fmt: skip


def _growths_in_polars(ratios: pl.LazyFrame) -> pl.LazyFrame:
    before = ratios.filter(pl.col("value") != 0).with_columns(pl.col("period") + 1)
    return ratios.join(before, on=["ratio", "place", "period"], suffix="_b").select(
        "ratio", "place", "period", value=100 * (pl.col("value") / pl.col("value_b") - 1),
        firmness=pl.min_horizontal("firmness", "firmness_b"),
        reported=pl.min_horizontal("reported", "reported_b"),
    )  # fmt: skip


def by_pandas(nation: Nation, tables: Tables) -> dict[str, Any]:
    """Do it in pandas as it is fastest: a column an indicator, a row a place and year."""
    frame = pq.read_table(nation.folder / "facts").to_pandas()
    how = tables.how.set_index("code")
    frame["value"] *= how["scale"].to_numpy()[frame["how"].to_numpy()]
    frame["firmness"] = how["firmness"].to_numpy(dtype="int8")[frame["how"].to_numpy()]
    frame = frame[how["known"].to_numpy()[frame["how"].to_numpy()]]
    held = frame.drop_duplicates(_CELL, keep="last").drop(columns="how")
    held["reported"] = np.int32(1)
    levels, below = [held], held
    parent = pd.Series(tables.parent)
    while True:
        above = below["place"].map(parent)
        if not above.notna().any():
            break
        below = (
            below.assign(place=above.astype("int32")).groupby(_CELL, sort=False)
            .agg({"value": "sum", "firmness": "min", "reported": "sum"}).reset_index()
        )  # fmt: skip
        levels.append(below)
    figures = pd.concat(levels)
    wide = figures.set_index(["place", "period", "series"]).unstack("series")
    parts = _formulas_in_pandas(wide, tables.pairs)
    return {
        "figures": _summed(figures["value"], figures["firmness"], figures["reported"]),
        **{name: _summed(*columns) for name, columns in parts.items()},
    }


def _formulas_in_pandas(wide: pd.DataFrame, pairs: pd.DataFrame) -> dict[str, list[pd.DataFrame]]:
    value, firm, reported = (wide[name] for name in ("value", "firmness", "reported"))
    amounts, people = pairs["amount"].tolist(), pairs["people"].tolist()
    below = value[people].where(value[people] != 0)
    ratio = 1000 * value[amounts] / below.to_numpy()
    least = [
        pd.DataFrame(np.fmin(one[amounts].to_numpy(), one[people].to_numpy()), index=wide.index)
        for one in (firm, reported)
    ]
    index = wide.index
    earlier = pd.MultiIndex.from_arrays(
        [index.get_level_values("place"), index.get_level_values("period") - 1]
    )
    before = ratio.reindex(earlier)
    growth = 100 * (ratio / before.where(before != 0).to_numpy() - 1)
    both = [
        pd.DataFrame(np.fmin(one.to_numpy(), one.reindex(earlier).to_numpy()), index=index)
        for one in least
    ]
    return {"ratios": [ratio, *least], "growths": [growth, *both]}


def _summed(value: Any, firmness: Any, reported: Any) -> tuple[int, float, int, int]:
    """Return how many there are, and the sums of what stands beside a value."""
    there = value.notna().to_numpy()
    return (
        int(there.sum()),
        float(np.nansum(value.to_numpy())),
        int(np.nansum(np.where(there, firmness.to_numpy(), 0))),
        int(np.nansum(np.where(there, reported.to_numpy(), 0))),
    )
