"""Reads a CSV text as rows that know their line; knows nothing of what the rows mean."""

from __future__ import annotations

import csv
import io

from lotrinh.base.errors import Where, wrong
from lotrinh.base.files import Files, text_of

Row = dict[str, str]


def read_table(files: Files, path: str, columns: list[str]) -> list[tuple[Where, Row]]:
    """Return the rows of a CSV file with their places.

    Raises LotrinhError when the file is missing or its first line is not `columns`.
    """
    return rows_of(text_of(files, path), path, columns)


def rows_of(
    text: str, name: str, columns: list[str], later: tuple[str, ...] = ()
) -> list[tuple[Where, Row]]:
    """Return the rows of a CSV text called `name`; raises LotrinhError for other columns.

    The `later` columns may follow, the first few or all; those that do not are empty.
    """
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), restval="")
    known = ([*columns, *later[:count]] for count in range(len(later) + 1))
    if list(reader.fieldnames or ()) not in known:
        raise wrong("base.columns", Where(name, 1), columns=",".join(columns))
    rows = []
    for row in reader:
        where = Where(name, reader.line_num)
        if None in row:
            raise wrong("base.too_many_cells", where, count=len(reader.fieldnames or ()))
        empty = dict.fromkeys(later, "")
        rows.append((where, empty | {key: cell.strip() for key, cell in row.items()}))
    return rows
