"""How the rows of a table are written in a document's text: one line a row, bars between cells.

All openers write tables so, and `tables.py` reads them back with their offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lotrinh.directive.document import BAR

#: What stands in the tables that only put blocks side by side: the head and the foot of a paper.
_BLOCK = re.compile(
    r"^\s*(?:Số\s*[:.]|(?:CỘNG H[ÒO][AÀ]|ĐẢNG CỘNG SẢN)\s|Nơi nhận\s*:|(?:TM|KT|TL|TUQ"
    r"|T/M)\.?\s|Kính gửi\s*:)",
    re.MULTILINE | re.IGNORECASE,
)


def row_line(cells: Iterable[str]) -> str:
    """Return the line of a row; an empty row is an empty line.

    >>> row_line(["1", " Sở  Tài chính ", ""])
    '1 | Sở Tài chính |'
    """
    tidy = [re.sub(r"\s+", " ", cell.replace("|", "¦")).strip() for cell in cells]
    return re.sub(" {2,}", " ", BAR.join(tidy)).strip() if any(tidy) else ""


def is_layout(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether a table only lays out: one column, or the head or the foot of a paper."""
    widest = max((len(row) for row in rows), default=0)
    if widest <= 1:
        return True
    cells = [cell for row in rows for cell in row]
    return len(rows) <= 3 and widest <= 3 and any(_BLOCK.search(cell) for cell in cells)
