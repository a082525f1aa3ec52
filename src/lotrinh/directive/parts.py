"""The parts of a whole in one row: "cơ cấu nông nghiệp, công nghiệp, dịch vụ đạt 36% - 26% - 38%".

Each number of the row is said of the part that stands at its place in the name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lotrinh.directive.quantity import Quantity
from lotrinh.directive.sentences import Sentence

_WHOLE = re.compile(
    r"(?P<whole>(?:cơ cấu|tỷ trọng|tỉ trọng)(?: kinh tế| giá trị| lao động| các ngành"
    r"| các khu vực| ngành)*)[:,]?\s(?P<parts>.+?)(?P<of>\s(?:trong|của)\s.+)?",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\s?-\s?")
_BETWEEN = (re.compile(r",\s|\svà\s"), _NEXT)


def name_of_part(
    sentence: Sentence, quantity: Quantity, quantities: Sequence[Quantity], name: str
) -> str:
    """Return the name of one part where a row of numbers shares the name of the whole."""
    row: list[Quantity] = []
    for one in quantities:
        if row and not _NEXT.fullmatch(sentence.low, row[-1].end, one.start):
            if quantity in row:
                break
            row = []
        row.append(one)
    found = _WHOLE.fullmatch(name)
    if found is None or len(row) < 2 or quantity not in row:
        return name
    for between in _BETWEEN:
        parts = between.split(found["parts"])
        if len(parts) == len(row):
            return f"{found['whole']} {parts[row.index(quantity)]}{found['of'] or ''}"
    return name
