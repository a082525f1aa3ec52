"""Rows of an assignment table that a page spelled out as cards: "Nhiệm vụ: …", "Chủ trì: …".

A card begins with its task and has a line for the body that leads; it is read as a table of one
row, whose header is made of the labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lotrinh.directive.tables import Cell, Table

_TASK = r"nhiệm vụ(?: cụ thể)?|nội dung(?: công việc| nhiệm vụ)?|công việc|tên nhiệm vụ"
_LEAD = r"(?:(?:cơ quan|đơn vị|bộ phận) )?chủ trì(?: thực hiện)?"
_BESIDE = (
    r"(?:(?:cơ quan|đơn vị) )?phối hợp(?: thực hiện)?|thời (?:gian|hạn)(?: hoàn thành| thực hiện)?"
    r"|tiến độ(?: thực hiện)?|sản phẩm|kết quả"
)
_LINE = re.compile(
    rf"^[ \t]*[-+*•]?[ \t]*(?P<label>(?P<task>{_TASK})|(?P<lead>{_LEAD})|{_BESIDE})[ \t]*:"
    r"[ \t]+(?P<said>[^\n]*\S)",
    re.IGNORECASE | re.MULTILINE,
)


def find_task_cards(text: str) -> Iterator[Table]:
    r"""Yield each card of a text as a table of one row.

    >>> text = "STT 1\nNhiệm vụ: Lập quy hoạch chợ\nCơ quan chủ trì: Sở Công Thương\nTiến độ: 2027"
    >>> card = next(find_task_cards(text))
    >>> [cell.text for cell in card.header], [cell.text for cell in card.rows[0]]
    (['Nhiệm vụ', 'Cơ quan chủ trì', 'Tiến độ'], ['Lập quy hoạch chợ', 'Sở Công Thương', '2027'])
    """
    card: list[re.Match[str]] = []
    for line in _LINE.finditer(text):
        goes_on = card and not line["task"] and not text[card[-1].end() : line.start()].strip()
        if not goes_on:
            yield from _table(card)
            card = []
        if goes_on or line["task"]:
            card.append(line)
    yield from _table(card)


def _table(card: list[re.Match[str]]) -> Iterator[Table]:
    if any(line["lead"] for line in card):
        header = tuple(Cell(line["label"], *line.span("label")) for line in card)
        row = tuple(Cell(line["said"], *line.span("said")) for line in card)
        yield Table(card[0].start("label"), card[-1].end(), header, (row,))
