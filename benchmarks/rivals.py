"""The same work done by others: pandas, and a bare DuckDB scan that does no work at all.

pandas gets its texts as categories, the form it is fastest with, and keeps its results in
memory: writing them is in lotrinh's time and not in its own. It reads the file through
DuckDB, since it cannot read Parquet without another library.
"""

from datetime import date
from pathlib import Path

import duckdb
import pandas as pd

from benchmarks.figures import PAIRS
from lotrinh.engine.sql import FIRMNESS, INPUT_COLUMNS

_THING = ["indicator", "place", "period"]
_STATUS = {number: status for status, number in FIRMNESS.items()}


def scan(path: Path) -> None:
    """Read every column that a computation needs, and nothing more: the floor."""
    # A count or a maximum would be answered from the file's statistics; a hash makes it read.
    hashed = ", ".join(f"bit_xor(hash({column}))" for column in INPUT_COLUMNS)
    with duckdb.connect() as connection:
        connection.execute(f"SELECT {hashed} FROM '{path}'").fetchall()


def load(path: Path) -> pd.DataFrame:
    """Return the figures as pandas likes them best."""
    columns = ", ".join(INPUT_COLUMNS)
    with duckdb.connect() as connection:
        frame = connection.execute(f"SELECT {columns} FROM '{path}'").df()
    texts = [*_THING, "unit", "status", "qualifier", "method", "price_basis"]
    return frame.astype(dict.fromkeys(texts, "category"))


def compute(frame: pd.DataFrame, day: date) -> pd.DataFrame:
    """Do in pandas what `compute_file` does: as known on the day, ratios, growth."""
    exact = (frame["method"] != "inferred") | ~frame["qualifier"].isin(["<", "<=", ">", ">="])
    known = frame[(frame["recorded_at"] <= pd.Timestamp(day)) & exact]
    firmness = known["status"].map(FIRMNESS).astype("int8")
    scale = known["unit"].map({"thousand_persons": 1000.0}).astype("float64").fillna(1.0)
    figures = pd.DataFrame({name: known[name] for name in (*_THING, "recorded_at", "id")})
    figures["value"] = known["value"] * scale
    figures["firmness"] = firmness
    figures = figures.sort_values(["recorded_at", "firmness", "id"])
    holding = figures.drop_duplicates(_THING, keep="last")
    wide = holding.pivot_table(
        index=["indicator", "place"],
        columns="period",
        values=["value", "firmness"],
        aggfunc="last",
        observed=True,
    )
    return _long([wide, *_formulas(wide)])


def _formulas(wide: pd.DataFrame) -> list[pd.DataFrame]:
    found = []
    for n in range(PAIRS):
        amount, people = wide.loc[f"amount-{n:02}"], wide.loc[f"people-{n:02}"]
        below = people["value"].where(people["value"] != 0)
        ratio = (1000 * amount["value"]).div(below)
        firm = amount["firmness"].where(amount["firmness"] < people["firmness"], people["firmness"])
        before = ratio.shift(axis="columns")
        growth = 100 * (ratio.div(before.where(before != 0)) - 1)
        shifted = firm.shift(axis="columns")
        both = firm.where(firm < shifted, shifted)
        for name, value, firmness in (("ratio", ratio, firm), ("growth", growth, both)):
            one = pd.concat({"value": value, "firmness": firmness}, axis="columns")
            found.append(pd.concat({f"{name}-{n:02}": one}, names=["indicator"]))
    return found


def _long(wides: list[pd.DataFrame]) -> pd.DataFrame:
    """Return all results as rows: indicator, place, period, value, status."""
    rows = pd.concat(
        [one.stack(level="period", future_stack=True).dropna(subset="value") for one in wides]
    ).reset_index()
    rows["status"] = rows.pop("firmness").map(_STATUS)
    return rows
