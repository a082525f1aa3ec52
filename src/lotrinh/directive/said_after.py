"""The deadline of a target that the next sentence gives: "Chỉ tiêu này phải xong trước 30/7/2025".

Only for targets whose own sentence names no year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lotrinh.directive.due import Due
from lotrinh.directive.find_targets import Promise
from lotrinh.directive.horizons import leading_year
from lotrinh.directive.sentences import Reading, Sentence

_OF_THE_ABOVE = re.compile(
    r"\W*(?:các |những )?(?:chỉ tiêu|mục tiêu|tỷ lệ|con số|nội dung|việc)"
    r" (?:này|trên|nói trên|ấy|đó)\b"
    r"[^;:]{0,60}?\b(?:hoàn thành|đạt|thực hiện|xong)\b"
)


def dated_after(reading: Reading, promises: Sequence[Promise]) -> list[Promise]:
    """Return the promises, those without a year of their own dated by the sentence behind."""
    behind: dict[int, Due] = {}
    for one, following in zip(reading.sentences, reading.sentences[1:], strict=False):
        due = _due(reading, following)
        if due is not None and one.paragraph == following.paragraph:
            behind[one.at] = due
    return [_dated(promise, behind.get(promise.sentence.at)) for promise in promises]


def _due(reading: Reading, sentence: Sentence) -> Due | None:
    year = leading_year(sentence) if _OF_THE_ABOVE.match(sentence.low) else None
    return Due.of(reading, sentence, year) if year is not None and year.role == "by" else None


def _dated(promise: Promise, due: Due | None) -> Promise:
    at = promise.target.year_at
    if due is None or (at and promise.sentence.start <= at[0] < promise.sentence.end):
        return promise
    dated = replace(promise.target, year=due.year, year_at=due.at, year_counted=due.counted)
    return replace(promise, target=dated)
