"""Where one body's task ends and the next begins, and who is named behind a task.

"Bộ A chủ trì hướng dẫn, Tập đoàn B công bố …" tells two bodies; "việc tập huấn do Trường A
đảm nhiệm" names the body last. What a duty is made of is `find_duties.py`.
"""

from __future__ import annotations

import re

from lotrinh.directive.duty_verbs import ACTION
from lotrinh.directive.duty_words import ASSIGN, LED
from lotrinh.directive.find_bodies import HEAD, acting_end, name_end

_SEMICOLON = re.compile(r";\s")
_COMMA = re.compile(rf",\s(?=(?:còn\s|riêng\s)?{HEAD.pattern})")
_BY = re.compile(
    rf"(?P<task>[^;:.]{{6,200}}?),?\s(?:sẽ )?(?:do\s(?=(?P<by>{HEAD.pattern}))"
    rf"|(?:được )?giao (?:nhiệm vụ )?cho\s(?=(?P<to>{HEAD.pattern})))"
)
_BEARS = re.compile(r"\s(?:làm đầu mối|chủ trì|đảm nhiệm|đảm nhận|phụ trách|chịu trách nhiệm)\b")
_DONE = re.compile(r"\b(?:đã|vừa)\b")
_LONGEST = 160
#: "… các cơ quan | thuộc tỉnh;": so many words may close a row of bodies.
_FEW = 3


def clause_ends(text: str, start: int) -> list[int]:
    """Return where the clauses of a sentence end: at semicolons, and where another body acts.

    >>> text = "Sở A chủ trì hướng dẫn, Công ty B bố trí thêm xe; Sở C báo cáo."
    >>> [text[:end].split()[-1] for end in clause_ends(text, 0)]
    ['dẫn', 'xe', 'cáo.']
    """
    ends: list[int] = []
    since = start
    for stop in [*(m.start() for m in _SEMICOLON.finditer(text)), len(text)]:
        if _only_names(text, since, stop):
            since = stop + 1
            continue  # "Thủ trưởng các cơ quan; các tổ chức, doanh nghiệp | cụ thể hóa …"
        for comma in _COMMA.finditer(text, start, stop):
            if _acts(text, start, comma.start()) and _told_at(text[:stop], comma.end()):
                ends.append(comma.start())
                start = comma.end()
        ends.append(stop)
        start = since = stop + 1
    return ends


def passive(text: str, start: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return where the body stands and where its task, when the task comes first.

    >>> text = "Việc tập huấn do Trường Cao đẳng Y tế đảm nhiệm"
    >>> [text[slice(*span)] for span in passive(text, 0)]
    ['Trường Cao đẳng Y tế', 'Việc tập huấn']
    """
    found = _BY.match(text, start)
    if found is None or _DONE.search(text, start, found.end()):
        return None
    at = found.end()
    if found["to"] is not None:
        end = name_end(text, at)
        return ((at, end), found.span("task")) if end else None
    bears = _BEARS.search(text, at, at + _LONGEST)
    return ((at, bears.start()), found.span("task")) if bears else None


def _only_names(text: str, start: int, stop: int) -> bool:
    """Say whether nothing but bodies stands before a semicolon: their task comes behind it."""
    while start < stop and text[start] in " ,;":
        start += 1
    led = None if HEAD.match(text, start) else LED.match(text, start, stop)
    at = led.end() if led else start
    told = (m.end() for m in ASSIGN.finditer(text, at, stop) if HEAD.match(text, m.end()))
    at = next(told, at)
    end = name_end(text, at)
    if end is None or stop >= len(text):
        return False
    return len(text[end:stop].split()) <= _FEW and ACTION.search(text, end, stop) is None


def _acts(text: str, start: int, stop: int) -> bool:
    """Say whether one body is told a task in a stretch, and no other is named in it."""
    while start < stop and text[start] in " ,;":
        start += 1
    assigned = None if HEAD.match(text, start) else ASSIGN.search(text, start, stop)
    at = assigned.end() if assigned else start
    end = _told_at(text, at) if HEAD.match(text, at) else None
    return end is not None and end < stop and HEAD.search(text, end, stop) is None


def _told_at(text: str, at: int) -> int | None:
    """Return where the body that stands there ends, if a task follows at once."""
    end = acting_end(text, at)
    return end if end is not None and ACTION.match(text, end + 1) else None
