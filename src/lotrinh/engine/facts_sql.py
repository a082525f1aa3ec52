"""The observations of a vintage in many files as SQL: the same columns as those of one file."""

# ruff: noqa: S608 (every text from outside goes through `text`)

from __future__ import annotations

from pathlib import Path

from lotrinh.engine.dialect import text

#: What a computation reads; of the texts that lie apart only the id, which orders equals.
_COLUMNS = (
    "indicator", "place_codes.place", "period_codes.period", "f.value", "unit", "status",
    "qualifier", "method", "price_basis", "recorded_at", "id", "breakdown", "shared",
)  # fmt: skip


def decoded(folder: Path) -> str:
    """Return SQL for the rows, each number turned back into the text it stands for."""

    def files(pattern: str) -> str:
        return f"read_parquet({text(str(folder / pattern))})"

    joins = " ".join(
        f"JOIN {files(f'codes/{name}.parquet')} AS {name}_codes ON {name}_codes.code = f.{name}"
        for name in ("series", "place", "period", "how")
    )
    # Both kinds of files hold the same rows in the same order.
    numbered = (
        f"SELECT * FROM {files('facts/*.parquet')} "
        f"POSITIONAL JOIN (SELECT id FROM {files('texts/*.parquet')})"
    )
    return f"(SELECT {', '.join(_COLUMNS)} FROM ({numbered}) AS f {joins})"
