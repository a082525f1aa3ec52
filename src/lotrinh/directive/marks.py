"""The mark a paragraph opens with: "Chương II", "Điều 3.", "1.2.", "b)", "-"; and its level.

How marks nest into a tree is for `structure.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ORDINALS = "nhất hai ba tư năm sáu bảy tám chín mười".split()
_LETTERS = "abcdđefghijklmnopqrstuvwxyz"
_CAPITAL = "A-ZĐÀ-ỸƠƯ"
#: What may follow a named part, so that "Điều 5 của Luật" is a sentence and no article.
_THEN = rf"(?=\s*$|\s*[.:-]|\s+[{_CAPITAL}(\"])\s*[.:-]?"
_MARKS = re.compile(
    rf"(?:(?i:phần)\s(?P<part>(?i:thứ)\s(?i:{'|'.join(_ORDINALS)})|[IVXLC]{{1,5}}|\d{{1,2}}){_THEN}"
    rf"|(?i:chương)\s(?P<chapter>[IVXLC]{{1,6}}|\d{{1,2}}){_THEN}"
    rf"|(?:Tiểu mục|TIỂU MỤC)\s(?P<subdivision>[IVXLC]{{1,6}}|\d{{1,2}}){_THEN}"
    rf"|(?:Mục|MỤC)\s(?P<division>[IVXLC]{{1,6}}|\d{{1,2}}|[A-Z]){_THEN}"
    rf"|(?:Điều|ĐIỀU)\s(?P<article>\d{{1,3}}[a-zđ]?){_THEN}"
    rf"|(?P<roman>[IVXLC]{{1,6}})\s?[.)/-](?=\s|[{_CAPITAL}])"
    rf"|(?P<capital>[A-ZĐ])\s?[.)/-]\s"
    rf"|(?P<deep>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?:[.)/]\s?|-\s|(?=\s[{_CAPITAL}]))(?!\d)"
    rf"|(?P<arabic>\d{{1,3}})(?:\s?[./]|-)(?=\s|[{_CAPITAL}])"
    rf"|\(?(?P<number>\d{{1,2}})\)(?=\s|[{_CAPITAL}])"
    rf"|\(?(?P<letter>[a-zđ])\s?[.)](?=\s|[{_CAPITAL}])"
    rf"|(?P<dash>-)(?=\s|[^\W\d_])|(?P<bullet>[*•·])(?=\s|\w)|(?P<plus>\+)(?=\s?\S))\s*"
)
_APPENDIX = re.compile(
    rf"(?:(?P<kind>Phụ lục|PHỤ LỤC|Biểu(?: mẫu)?(?= số)|BIỂU(?: MẪU)?(?= SỐ)|Mẫu(?= số)|MẪU(?= SỐ))"
    rf"(?:\s(?:số|SỐ))?(?:\s?:)?(?:\s(?P<number>[IVXLC]{{1,5}}|\d{{1,3}}[a-zA-Z]?))?)"
    rf"(?=\s*$|\s*[.:-]|\s+[{_CAPITAL}(])\s*[.:-]?\s*"
)
#: From the widest part to the narrowest; "deep" has a level for each of its points.
LEVELS = (
    "part", "chapter", "division", "subdivision", "capital", "roman", "article", "arabic",
    "deep1", "deep2", "deep3", "letter", "number", "dash", "bullet", "plus",
)  # fmt: skip
#: Marks of lists that carry no number of their own.
BULLETS = frozenset(("dash", "bullet", "plus"))
_NAMES = {
    "part": "Phần", "chapter": "Chương", "division": "Mục", "subdivision": "Tiểu mục",
    "article": "Điều",
}  # fmt: skip
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True)
class Mark:
    """A mark: its level, what it is called in a citation, its place in its row, its end."""

    level: str
    label: str
    order: int
    #: Where the words behind it begin.
    end: int


def read_mark(text: str, previous_capital: str = "") -> Mark | None:
    """Return the mark that a paragraph opens with; `previous_capital` is the last "B." before it.

    >>> read_mark("Điều 3. Tổ chức thực hiện")
    Mark(level='article', label='Điều 3', order=3, end=8)
    >>> read_mark("Điều 5 của Luật Đất đai") is None
    True
    >>> read_mark("C. Tổ chức", previous_capital="B").level
    'capital'
    """
    found = _MARKS.match(text)
    if found is None or text[:3].lower() == "v/v":  # "V/v" is no fifth part
        return None
    level = found.lastgroup or ""
    printed = found[level]
    if level == "roman" and len(printed) == 1 and _follows(previous_capital, printed):
        level = "capital"
    if level == "capital" and printed != "A" and not _follows(previous_capital, printed):
        return None
    if level == "deep":
        level = f"deep{printed.count('.')}"
    label = (
        f"{_NAMES[level]} {printed.lower() if ' ' in printed else printed}"
        if level in _NAMES
        else printed
    )
    return Mark(level, label, _order(level, printed), found.end())


def read_appendix(text: str) -> Mark | None:
    """Return the mark of a line that opens an appendix.

    >>> read_appendix("PHỤ LỤC II").label, read_appendix("Phụ lục kèm theo") is None
    ('PL2', True)
    """
    found = _APPENDIX.match(text) if len(text) < 300 else None
    if found is None or text.rstrip().endswith((";", ",")):
        return None
    kind = found["kind"].lower()
    printed = (found["number"] or "").lstrip("0")
    number = str(_roman(printed)) if printed.isalpha() else printed
    label = (
        f"PL{number}" if kind == "phụ lục" else f"{kind.partition(' ')[0].capitalize()} {number}"
    )
    return Mark("appendix", label.strip(), 0, found.end())


def _follows(letter: str, printed: str) -> bool:
    """Say whether a capital is the next one, with or without Đ."""
    if not letter:
        return False
    at, to = (_LETTERS.find(one.lower()) for one in (letter, printed))
    return at >= 0 and (to - at == 1 or (letter == "D" and printed == "E"))


def _order(level: str, printed: str) -> int:
    digits = re.search(r"\d+", printed.rpartition(".")[2])
    if digits:
        return int(digits.group())
    if level in ("letter", "capital"):
        return _LETTERS.find(printed.lower()) + 1
    if level in BULLETS:
        return 0
    words = printed.lower().split()
    if words[-1] in _ORDINALS:
        return _ORDINALS.index(words[-1]) + 1
    return _roman(printed)


def _roman(printed: str) -> int:
    values = [_VALUES.get(sign, 0) for sign in printed]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < following else one for one, following in pairs)
