"""Sentences with their offsets, and the outline they stand in.

A sentence ends at a full stop that is no abbreviation, at a paragraph's end, or after
three thousand letters. What a sentence says is for the finders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lotrinh.directive.dates import Year, find_years
from lotrinh.directive.document import Document
from lotrinh.directive.letters import capitals
from lotrinh.directive.plain import Plain
from lotrinh.directive.references import Reference, find_references

_STOP = re.compile(
    capitals(
        r"[.!?…]+[\"')]*(?:\s+|(?=\(\d)|(?<=\.\.\.)"
        r"|(?<=…))(?=[\"'(]*[A-ZĐÀ-Ỹ\d+-])"
    )
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:TP|Tp|tp|TX|TT|Q|P|H|X|ThS|TS|PGS|GS|BS|KS|Ths|Nxb|St|Mr|Mrs|Dr|No|ĐT|Tel|UV|PCT"
    r"|CT)"
    r"|\b[A-ZĐ]|^\W*\d{1,2}(?:\.\d{1,2})*|^(?:Điều|Mục|Phần|Chương|Khoản)\s\w{1,4}"
    r"|^\W*[IVX]{1,5})\.$"
)
#: "… 80%. 2. Thu nhập …": the number opens the next item, its point ends nothing.
_NUMBERING = re.compile(r"(?:^|[.;:)]\s)\(?\d{1,2}$")
_NUMBER_AT_MOST = 6
#: Longer sentences are cut, so that no input makes matching slower than its length.
_LONGEST = 3000
_MARKER = re.compile(
    capitals(
        r"(?P<part>(?:Phần|Chương|Mục)\s(?:thứ\s)?[\dIVXLC]+\b\s*[.:-]?|Điều\s\d+[a-z]?\s*[.:]?)"
        r"|(?P<roman>(?![CL]\b)[IVXLC][IVXLCivxlc]{0,5}\s?[.)/-](?=\s|[A-ZĐÀ-Ỹ]))"
        r"|(?P<deep>\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s|[A-ZĐÀ-Ỹ]))"
        r"|(?P<arabic>(?:\d{1,2}-(?=\s(?:[^\W\d]|\d{2,3}\s?%))|\d{1,2}\s?[.)/])(?=\s|[A-ZĐÀ-Ỹ]))"
        r"|(?P<letter>[a-zđ]\s?[.)](?=\s))"
        r"|(?P<item>\(\d{1,2}\)(?=\s))|(?P<dash>[-*•●·▪](?=\s|[^\W\d_]))|(?P<plus>\+\s?(?=\S))"
    )
)
#: Headings that some offices close with a full stop.
_HEADING_WORDS = re.compile(
    r"(?:một số |những |các )?(?:giải pháp|mục tiêu|nhiệm vụ|chính sách|tổ chức thực hiện"
    r"|kinh phí|quan điểm|phạm vi|đối tượng|chỉ tiêu"
    r"|nguồn vốn|cơ chế|mục đích|tiến độ|về [^,;.\d]{3,40}\W*$|phân công)[^,;\d]{0,60}$"
)
_TARGETS_BELOW = re.compile(r"(?:các|một số|những|số) (?:chỉ tiêu|mục tiêu)\b[^%]*$")
#: "* Đến năm 2030", "Tầm nhìn 2045": a line that only names a time heads what follows.
_TIME = re.compile(
    r"(?:(?:mục tiêu|chỉ tiêu|tầm nhìn|định hướng|giai đoạn|thời kỳ|đến|tới|trong|hết|cuối"
    r"|cụ thể|năm"
    r"|từ|và|đoạn)[\s,:]+)+(?:19|20)\d\d(?:\s?-\s?(?:19|20)?\d\d)?\W*"
)
_DEPTH = {
    "part": 1,
    "roman": 1,
    "arabic": 2,
    "deep": 3,
    "letter": 4,
    "dash": 6,
    "item": 6,
    "plus": 7,
}
#: A paragraph without a marker that introduces what follows stands just above the dashes.
_LEAD_DEPTH = 5
PROSE = 9


@dataclass(frozen=True)
class Sentence:
    """One sentence: its words for matching, and where it stands in the document."""

    #: For matching: composed, one line.
    text: str
    low: str
    #: Offsets in the document's own text.
    start: int
    end: int
    #: Offset of the first letter in the matching view.
    at: int
    #: Place in the outline: 1 for a part, 6 for a dash, `PROSE` for running text.
    depth: int = PROSE
    heading: bool = False
    #: Number of its paragraph, from 0.
    paragraph: int = 0
    #: Where the words begin after "a)", "- ", "1.".
    marker_end: int = 0
    #: The years it counts from others: "5 năm tới"; see `relative_years.py`.
    relative: tuple[Year, ...] = ()

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """The numbered documents it names."""
        return tuple(find_references(self.text))

    @cached_property
    def years(self) -> tuple[Year, ...]:
        """The years it names outside of the numbers and dates of documents."""
        spans = [(r.number_start, r.end) for r in self.references]
        written = [
            y for y in find_years(self.low) if not any(a < y.end and y.start < b for a, b in spans)
        ]
        return tuple(sorted([*written, *self.relative], key=_start_of))


def _start_of(year: Year) -> int:
    return year.start


@dataclass(frozen=True)
class Reading:
    """A document with its matching view and its sentences; what every finder is given."""

    document: Document
    plain: Plain
    sentences: tuple[Sentence, ...]

    @classmethod
    def of(cls, document: Document) -> Reading:
        """Split a document into sentences."""
        plain = Plain.of(document.text)
        return cls(document, plain, tuple(_sentences(plain, document.name)))

    def span(self, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
        """Return the document's offsets of a stretch of a sentence."""
        return self.plain.span(sentence.at + start, sentence.at + end)


def _sentences(plain: Plain, name: str) -> Iterator[Sentence]:
    """Yield the sentences of a matching view; there letters are whole."""
    for number, paragraph in enumerate(Document(name, plain.text).paragraphs):
        text = plain.text[paragraph.start : paragraph.end].replace("\n", " ")
        marker = _MARKER.match(text)
        depth = _DEPTH[marker.lastgroup or "dash"] if marker else PROSE
        heading = _is_heading(text, marker)
        if heading and not marker:
            depth = 1 if text.isupper() else _LEAD_DEPTH
        for start, end in split_sentences(text, marker.end() if marker else 0):
            first = start == 0
            at = paragraph.start + start
            span = plain.span(at, paragraph.start + end)
            yield Sentence(
                text=text[start:end],
                low=plain.low[at : paragraph.start + end].replace("\n", " "),
                start=span[0],
                end=span[1],
                at=at,
                depth=depth if first else PROSE,
                heading=heading and first,
                paragraph=number,
                marker_end=_skip_space(text, marker.end()) if marker and first else 0,
            )


def split_sentences(text: str, floor: int = 0) -> list[tuple[int, int]]:
    """Return the spans of the sentences of one paragraph; none ends before `floor`.

    >>> text = "TP. Huế phấn đấu đạt 1.200 tỷ đồng. Năm 2030 tăng gấp đôi."
    >>> [text[a:b] for a, b in split_sentences(text)]
    ['TP. Huế phấn đấu đạt 1.200 tỷ đồng.', 'Năm 2030 tăng gấp đôi.']
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in _STOP.finditer(text, floor):
        mark_end = stop.start() + len(stop.group().rstrip())
        if stop.group()[0] == "." and _numbers_item(text, start, stop.start()):
            continue
        if stop.group()[0] == "." and _ABBREVIATION.search(
            text, max(start, stop.start() - 12), stop.start() + 1
        ):
            continue
        spans += _cut_long(text, start, mark_end)
        start = stop.end()
    spans += _cut_long(text, start, len(text))
    return [(a, b) for a, b in spans if a < b]


def _numbers_item(text: str, start: int, end: int) -> bool:
    return _NUMBERING.search(text[max(start, end - _NUMBER_AT_MOST) : end]) is not None


def _cut_long(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a span, cut at a semicolon, a comma or a space where it is too long."""
    while end - start > _LONGEST:
        window = text[start : start + _LONGEST]
        cut = max(window.rfind("; ") + 1, window.rfind(", ") + 1)
        cut = cut if cut > _LONGEST // 2 else window.rfind(" ") + 1 or _LONGEST
        yield start, start + len(window[:cut].rstrip())
        start = _skip_space(text, start + cut)
    yield start, start + len(text[start:end].rstrip())


def _is_heading(text: str, marker: re.Match[str] | None) -> bool:
    """A short marked line without a full stop, a line that ends in a colon, or one in capitals."""
    words = text[marker.end() :].strip() if marker else text
    if text.endswith(":") and len(text) < 500:
        return True
    if len(words) < 60 and _TIME.fullmatch(words.lower()):
        return True
    if marker is None and len(text) < 100 and _TARGETS_BELOW.match(text.lower()):
        return not text.endswith(".")
    if marker is not None and len(words) < 100 and _HEADING_WORDS.match(words.lower()):
        return True
    if len(words) > 160 or words.endswith((".", ";", ",")):
        return False
    if words.isupper() and len(words) > 3:
        return True
    deep_enough = marker is not None and marker.lastgroup in (
        "part",
        "roman",
        "arabic",
        "deep",
        "letter",
    )
    return deep_enough and not re.search(r"\d\s?%|\d (?:triệu|tỷ)", words)


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at
