"""The years a directive speaks for, by its title: "giai đoạn 2021-2025", "đến năm 2030".

A vision beyond ("tầm nhìn đến năm 2045") and the years of other documents are not among them.
"""

from __future__ import annotations

import re

from lotrinh.directive.cited import Span
from lotrinh.directive.dates import Year, find_years
from lotrinh.directive.identity import Covered
from lotrinh.directive.references import find_references
from lotrinh.directive.sentences import Reading

_VISION = re.compile(r"(?:tầm nhìn|định hướng|và những năm)[^,;]{0,20}$")
#: The year of a document that is only named: "Nghị quyết Đại hội XIII", "Luật Đất đai năm 2013".
_OF_LAW = re.compile(r"\b(?:luật|hiến pháp|bộ luật)\b[^,;]{0,40}$")
_CARRIES = re.compile(
    r"\bthực hiện (?=(?:các )?(?:chương trình|nghị quyết|chiến lược|đề án|quyết định|kế hoạch))"
)
_TERM = (
    r"[\s,(]*(?:(?:khóa|lần thứ) [ivxl\d]+[\s,(]*)*nhiệm kỳ\s"
    r"(?P<first>20\d\d)\s?[-–]\s?(?P<last>20\d\d)"
)
_TOP = 20
#: A plan for "2024" says so; a year in passing ("Ngày chuyển đổi số năm 2024") does as well.
_ORDER = ("span", "by", "of")


def covered(reading: Reading, at: Span) -> tuple[Covered, Span] | None:
    """Return the years that the words of a title name, and where they stand."""
    start, end = at
    text = reading.document.text[start:end].replace("\n", " ")
    low = text.lower().replace("–", "-").replace("—", "-")
    if len(low) != len(text):
        return None
    taken = [(one.number_start, one.end) for one in find_references(text)]
    years = [year for year in find_years(low) if _counts(low, year, taken)]
    # "kế hoạch vốn năm 2024 thực hiện Chương trình … giai đoạn 2021-2030": its own come first.
    carries = _CARRIES.search(low)
    own = [year for year in years if carries and year.end <= carries.start()]
    years = own or years
    for role in _ORDER:
        found = next((year for year in years if year.role == role), None)
        if found is not None:
            return _covered(found), (start + found.start, start + found.end)
    return None


def term_of(reading: Reading, congress: str) -> tuple[Covered, Span] | None:
    """Return the term that a congress is named with: "… lần thứ XI, nhiệm kỳ 2020 - 2025"."""
    stem, _, count = congress.lower().partition(" lần thứ ")
    named = re.compile(rf"(?:{re.escape(stem)}|lần thứ {re.escape(count) or stem}\b){_TERM}")
    for sentence in reading.sentences[:_TOP]:
        if term := named.search(sentence.low):
            years = Covered(int(term["first"]), int(term["last"]))
            return years, reading.span(sentence, term.start("first"), term.end())
    return _last_term(reading)


def _last_term(reading: Reading) -> tuple[Covered, Span] | None:
    """Else the last term that the top of the text names: the one before it is looked back on."""
    found = [
        (int(term["last"]), Covered(int(term["first"]), int(term["last"])), sentence, term)
        for sentence in reading.sentences[:_TOP]
        for term in re.finditer(_TERM, sentence.low)
    ]
    if not found:
        return None
    _, years, sentence, term = max(found, key=lambda one: one[0])
    return years, reading.span(sentence, term.start("first"), term.end())


def _counts(low: str, year: Year, taken: list[tuple[int, int]]) -> bool:
    before = low[: year.start]
    ahead = _VISION.search(before) or _OF_LAW.search(before)
    cited = any(a <= year.start < b for a, b in taken)
    return year.role != "against" and not ahead and not cited


def _covered(year: Year) -> Covered:
    if year.role == "of":
        return Covered(year.year, year.year)
    return Covered(year.first, year.year)
