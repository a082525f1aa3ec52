"""The numbers that Word prints before the paragraphs of its lists: "II.", "1.2.", "a)", "-".

A docx file does not hold them; they are counted here from numbering.xml as Word counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from docx.oxml.ns import qn

_LEVELS: Final = 9
#: A paragraph's style may rest on others; a ring of styles must not be walked forever.
_LONGEST_CHAIN = 20
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


@dataclass(frozen=True)
class _Level:
    """How one level of a list is numbered."""

    start: int
    format: str
    text: str
    #: The level above whose step begins this one anew; 0 for never.
    restart: int | None
    legal: bool


class Styles:
    """The paragraph styles of a file, as far as they number and name."""

    def __init__(self, root: Any) -> None:
        self._by_id = {style.get(qn("w:styleId")): style for style in root.iter(qn("w:style"))}

    def numbered(self, paragraph: Any) -> tuple[str, int] | None:
        """Return the list and the level that a paragraph's style gives it."""
        number, level, style = None, None, _value(paragraph, "w:pPr/w:pStyle")
        for _ in range(_LONGEST_CHAIN):
            element = self._by_id.get(style)
            if element is None:
                break
            number = number or _value(element, "w:pPr/w:numPr/w:numId")
            level = level or _value(element, "w:pPr/w:numPr/w:ilvl")
            style = _value(element, "w:basedOn")
        return (number, _whole(level, 0)) if number else None

    def list_of(self, style: str) -> str | None:
        """Return the list that a list style names."""
        element = self._by_id.get(style)
        return None if element is None else _value(element, "w:pPr/w:numPr/w:numId")

    def is_contents(self, paragraph: Any) -> bool:
        """Say whether a paragraph is a line of a table of contents."""
        element = self._by_id.get(_value(paragraph, "w:pPr/w:pStyle"))
        name = _value(element, "w:name") if element is not None else None
        return bool(name and re.match(r"toc \d", name.lower()))


class Numbering:
    """Counts the lists of one file; ask it for each paragraph once, in order."""

    def __init__(self, root: Any, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Any] = {}
        self._lists: dict[str, Any] = {}
        for one in root if root is not None else ():
            if one.tag == qn("w:abstractNum"):
                self._abstract[one.get(qn("w:abstractNumId"))] = one
            elif one.tag == qn("w:num"):
                self._lists[one.get(qn("w:numId"))] = one
        self._levels: dict[str, tuple[str, dict[int, _Level], dict[int, int]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, paragraph: Any) -> str:
        """Return the number printed before a paragraph, "" where there is none."""
        placed = self._place(paragraph)
        if placed is None:
            return ""
        number, depth = placed
        if number not in self._levels:
            self._levels[number] = self._read(number)
        family, levels, overrides = self._levels[number]
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(family, [None] * _LEVELS)
        begins = overrides.get(depth)
        if begins is not None and (number, depth) not in self._begun:
            counts[depth] = None
        self._begun.add((number, depth))
        before = counts[depth]
        start = level.start if begins is None else begins
        counts[depth] = start if before is None else before + 1
        for deeper in range(depth + 1, _LEVELS):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or 0 <= depth < restart:
                counts[deeper] = None
        return _printed(level, levels, counts)

    def _place(self, paragraph: Any) -> tuple[str, int] | None:
        """Return the list and the level of a paragraph; its own word counts before its style's."""
        own = _value(paragraph, "w:pPr/w:numPr/w:numId")
        own_level = _value(paragraph, "w:pPr/w:numPr/w:ilvl")
        styled = self._styles.numbered(paragraph)
        number = own or (styled[0] if styled else None)
        if number is None or number == "0" or number not in self._lists:
            return None
        level = _whole(own_level, styled[1] if styled else 0)
        return number, min(max(level, 0), _LEVELS - 1)

    def _read(self, number: str) -> tuple[str, dict[int, _Level], dict[int, int]]:
        """Return the family a list counts with, its levels, and where it begins anew."""
        one = self._lists[number]
        family = _value(one, "w:abstractNumId") or ""
        abstract = self._abstract.get(family)
        link = _value(abstract, "w:numStyleLink") if abstract is not None else None
        linked = self._lists.get(self._styles.list_of(link) or "") if link else None
        if linked is not None:
            family = _value(linked, "w:abstractNumId") or family
            abstract = self._abstract.get(family)
        levels = _levels(abstract) if abstract is not None else {}
        overrides = {}
        for override in one.iter(qn("w:lvlOverride")):
            depth = _whole(override.get(qn("w:ilvl")), 0)
            levels |= _levels(override)
            begins = _value(override, "w:startOverride")
            if begins is not None:
                overrides[depth] = _whole(begins, 1)
        return family, levels, overrides


def _levels(parent: Any) -> dict[int, _Level]:
    found = {}
    for one in parent.findall(qn("w:lvl")):
        restart = _value(one, "w:lvlRestart")
        found[_whole(one.get(qn("w:ilvl")), 0)] = _Level(
            start=_whole(_value(one, "w:start"), 0),
            format=_value(one, "w:numFmt") or "decimal",
            text=_value(one, "w:lvlText") or "",
            restart=None if restart is None else _whole(restart, 0),
            legal=one.find(qn("w:isLgl")) is not None,
        )
    return found


def _printed(level: _Level, levels: dict[int, _Level], counts: list[int | None]) -> str:
    """Put the counts into the pattern of the level: "%1.%2." and 3, 1 make "3.1."."""
    if level.format == "none":
        return re.sub(r"%\d", "", level.text).strip()
    if level.format == "bullet":
        return level.text if level.text in ("-", "+", "*") else "-" if level.text else ""

    def put(found: re.Match[str]) -> str:
        depth = int(found[1]) - 1
        other = levels.get(depth)
        count = counts[depth] if 0 <= depth < _LEVELS else None
        if other is None or other.format in ("none", "bullet"):
            return ""
        return _write(
            other.start if count is None else count, "decimal" if level.legal else other.format
        )

    return re.sub(r"%(\d)", put, level.text).strip()


def _write(count: int, format: str) -> str:
    """Write a count in a list's letters.

    >>> _write(4, "upperRoman"), _write(28, "lowerLetter"), _write(3, "decimalZero")
    ('IV', 'bb', '03')
    """
    if format in ("upperRoman", "lowerRoman"):
        roman = _roman(count)
        return roman if format == "upperRoman" else roman.lower()
    if format in ("upperLetter", "lowerLetter") and 0 < count <= 780:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if format == "upperLetter" else letter
    return f"{count:02d}" if format == "decimalZero" else str(count)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    letters = []
    for value, letter in _ROMAN:
        letters.append(letter * (count // value))
        count %= value
    return "".join(letters)


def _value(parent: Any, path: str) -> str | None:
    """Return `w:val` of the element at a path below `parent`."""
    for name in path.split("/"):
        parent = parent.find(qn(name))
        if parent is None:
            return None
    value: str | None = parent.get(qn("w:val"))
    return value


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text) else default
