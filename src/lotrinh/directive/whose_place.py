"""The province, city or district that a directive speaks for, where the text leaves no doubt.

"UBND tỉnh" stays as written; the place is offered beside it only when every "tỉnh …" at the
top of the text is the same, or one of them is where an official paper is dated.
"""

from __future__ import annotations

import re
from collections import Counter

from lotrinh.directive.cited import Span
from lotrinh.directive.head_lines import head_lines
from lotrinh.directive.letters import capitals
from lotrinh.directive.sentences import Reading
from lotrinh.directive.signatories import MIDDLE_NAMES, person_from

Found = tuple[str, Span]
_WORD = r"[A-ZĐÀ-Ỹ][\w'’-]*"
_NAME = (
    r"(?!ỦY|[Ủủ]y)(?:Bà Rịa\s?-\s?Vũng Tàu|Thừa Thiên[\s-]+Huế|Hồ Chí Minh"
    rf"|{_WORD}(?:\s(?!Độc lập){_WORD}){{1,4}}|Huế)"
)
_LEVELS = {
    "tỉnh": rf"(?<!\w)(?:[Tt]ỉnh|TỈNH|Tỉnh ủy)\s(?P<name>{_NAME})",
    "thành phố": rf"(?<!\w)(?:[Tt]hành phố|THÀNH PHỐ|TP\.?|Thành ủy)\s?(?P<name>{_NAME})",
    "huyện": rf"(?<!\w)(?:[Hh]uyện|HUYỆN|Huyện ủy)\s(?P<name>{_NAME})",
    "xã": rf"(?<!\w)(?:[Xx]ã|XÃ)\s(?P<name>{_NAME})",
    "phường": rf"(?<!\w)(?:[Pp]hường|PHƯỜNG)\s(?P<name>{_NAME})",
}
_PATTERNS = {level: re.compile(capitals(words)) for level, words in _LEVELS.items()}
#: The issuer tells at which level to look.
_OF_ISSUER = re.compile(
    r"\b(?P<level>tỉnh|thành phố|huyện|xã|phường)\b(?!\s(?:đoàn|hội))", re.IGNORECASE
)
_PARTY = {"tỉnh ủy": "tỉnh", "thành ủy": "thành phố", "huyện ủy": "huyện"}
_DATELINE = re.compile(capitals(rf"^(?:.*\|\s)?(?P<name>{_NAME}), ngày\s"))
#: "Phó Chủ tịch UBND tỉnh | Nguyễn Thế Giang": who holds the office, not the place.
_OFFICE = re.compile(
    r"\b(?:chủ tịch|bí thư|giám đốc|trưởng ban)(?:\s(?:ubnd|hđnd|[\w ]{4,24}))?\s$"
)
_TOP, _ENOUGH = 30, 12
#: So many times as often as any other.
_CLEARLY = 3


def find_place(reading: Reading, issuer: str | None, official: bool) -> Found | None:
    """Return the place with its level, "tỉnh Phú Yên", and where the text names it."""
    level = _level(issuer)
    if level is None:
        return None
    named: Counter[str] = Counter()
    first: dict[str, Span] = {}
    seat = ""
    top = head_lines(reading.sentences[:_TOP]) if official else reading.sentences[:_ENOUGH]
    for sentence in top:
        if official and (dated := _DATELINE.match(sentence.text)):
            seat = dated["name"]
        for found in _PATTERNS[level].finditer(sentence.text):
            name = _place_alone(found["name"], sentence.low[: found.start()])
            if not name:
                continue
            start = found.start("name")
            named[name] += 1
            first.setdefault(name, reading.span(sentence, start, start + len(name)))
    sure = _certain(named, seat)
    return (sure, first[sure]) if sure else None


def _certain(named: Counter[str], seat: str) -> str | None:
    """Return the one place named; of several the one that the paper is dated at, or most name."""
    if len(named) <= 1 or seat in named:
        return seat if seat in named else next(iter(named), None)
    (most, times), (_, next_times) = named.most_common(2)
    return most if times >= _CLEARLY * next_times else None


def _level(issuer: str | None) -> str | None:
    low = (issuer or "").lower()
    for party, level in _PARTY.items():
        if party in low:
            return level
    found = _OF_ISSUER.search(low)
    return found["level"].lower() if found else None


def _place_alone(name: str, before: str) -> str:
    """Take a person's name off: "tỉnh Lào Cai Trịnh Xuân Trường"; "" if it is nothing else."""
    words = name.split()
    first = person_from(words)
    held = first == 0 and len(words) > 2 and _OFFICE.search(before)
    if first or held or (first == 0 and words[1] in MIDDLE_NAMES):
        return " ".join(words[:first])
    return name.title() if name.isupper() else name
