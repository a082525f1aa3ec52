"""The operator that the words around a number say: "trên 7%" is more than, "đạt 65%" is equal.

It tells the surface words only; that a level is met at or above it is the assessment's matter.
"""

from __future__ import annotations

import re

from lotrinh.directive.numbers import Figure

_TAIL = r"(?:\s(?:là|đạt|có|được|khoảng|từ|ở mức|mức|còn|bằng|thêm|tương đương))*\s*$"
#: Typed together by mistake too: "xuốngdưới 3%".
_BEGINS = r"(?:\b|(?<=xuống)|(?<=lên)|(?<=còn)|(?<=đạt)|(?<=giảm)|(?<=tăng)|(?<=từ)|(?<=đến))"
_BEFORE = (
    (
        ">=",
        re.compile(
            _BEGINS
            + r"(?:ít nhất|thấp nhất|tối thiểu|chí ít|không (?:thấp|ít|nhỏ|dưới) hơn|không dưới"
            r"|không thấp hơn)" + _TAIL
        ),
    ),
    (
        "<=",
        re.compile(
            _BEGINS + r"(?:không quá|tối đa|không vượt quá|không vượt|không cao hơn"
            r"|nhiều nhất|không trên)" + _TAIL
        ),
    ),
    (
        ">",
        re.compile(
            _BEGINS + r"(?:trên|hơn|vượt|vượt mức|vượt qua|vượt ngưỡng|cao hơn|lớn hơn"
            r"|nhiều hơn)(?:\s(?:mức|tỷ lệ|là|khoảng))*\s*$"
        ),
    ),
    (
        "<",
        re.compile(
            _BEGINS + r"(?:dưới|thấp hơn|nhỏ hơn|ít hơn|chưa đến|chưa tới)(?:\s(?:mức"
            r"|tỷ lệ|là))*\s*$"
        ),
    ),
    (
        "~",
        re.compile(
            _BEGINS + r"(?:khoảng|gần|xấp xỉ|chừng|tầm|ước khoảng|ngót)(?:\s(?:là|đạt|từ"
            r"|mức))*\s*$"
        ),
    ),
)
_SIGNS = ((">=", "≥"), ("<=", "≤"), (">", ">"), ("<", "<"), ("~", "≈"), ("~", "~"))
_OR_MORE = re.compile(r"[^,;.:\d]{0,32}?\btrở lên\b")
_OR_LESS = re.compile(r"[^,;.:\d]{0,32}?\btrở xuống\b")
_FROM = re.compile(r"\btừ(?: mức| khoảng)?\s*$")
_LONGEST = 60


def operator_of(low: str, figure: Figure, end: int) -> tuple[str, int]:
    """Return the operator of a number in a lower-case text, and where its words begin.

    >>> operator_of("chiếm khoảng 20% GRDP", Figure(13, 15, 20), 16)
    ('~', 6)
    """
    before = low[max(0, figure.start - _LONGEST) : figure.start]
    offset = figure.start - len(before)
    sign, at = _from_words(before)
    lead_start = offset + at
    if figure.high is not None:
        start = _FROM.search(low[:lead_start][-16:])
        return "range", lead_start - (len(start.group()) if start else 0)
    if sign != ">" and _OR_MORE.match(low, end):
        return ">=", lead_start
    if sign != "<" and _OR_LESS.match(low, end):
        return "<=", lead_start
    if sign == "=" and (said := _FROM.search(before)):
        return ">=", offset + said.start()
    return sign, lead_start


def _from_words(before: str) -> tuple[str, int]:
    for sign, mark in _SIGNS:
        if before.rstrip().endswith(mark):
            return sign, before.rindex(mark)
    for sign, words in _BEFORE:
        if found := words.search(before):
            return sign, found.start()
    return "=", len(before)
