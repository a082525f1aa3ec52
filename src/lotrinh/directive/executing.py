"""The last article of a decision: who "chịu trách nhiệm thi hành Quyết định này".

The bodies stand in one long row, over semicolons and colons, and stay one row as written.
"""

from __future__ import annotations

import re

from lotrinh.directive.find_bodies import HEAD

_LEAD = re.compile(
    r"\W*(?:Điều \d+[a-z]?\s?[.:]\s*)?(?:\d{1,2}[.)]\s*)?(?:Các (?:ông|bà|đồng chí"
    r"|ông, bà)[^:]{0,20}:\s*"
    r"|(?:Các )?[Ôô]ng(?:,\s|/|\s)?\(?[Bb]à\)?\s?:?\s*|(?:Các )?[Ôô]ng\s(?=Chánh))?"
)
_EXECUTES = re.compile(
    r"[\s,;]+(?:và\s)?(?:có trách nhiệm|chịu trách nhiệm|căn cứ)[\s,]*(?:tổ chức\s|triển khai\s"
    r"|thực hiện"
    r"\svà\s)*(?:(?:Quyết định|Nghị quyết|Kế hoạch|Chỉ thị)(?:\snày)?,?\s)?(?:thi hành|thực hiện)\b"
    r"(?=[^.;]{0,60}(?:này|[.;/]|$))"
)
#: A row of fewer words is read like any other clause.
_LONGEST = 1800


def executing(text: str) -> tuple[int, int, int] | None:
    """Return where the row of bodies begins and ends, and where what they are told begins.

    >>> text = "Điều 3. Chánh Văn phòng; Giám đốc Sở Y tế chịu trách nhiệm thi hành."
    >>> start, end, told = executing(text)
    >>> text[start:end], text[told:]
    ('Chánh Văn phòng; Giám đốc Sở Y tế', 'chịu trách nhiệm thi hành.')
    """
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    if HEAD.match(text, start) is None:
        return None
    found = _EXECUTES.search(text, start, start + _LONGEST)
    if found is None or "đã" in text[start : found.start()].split():
        return None
    told = re.compile(r"(?:có|chịu|căn)\s").search(text, found.start())
    return (start, found.start(), told.start()) if told else None
