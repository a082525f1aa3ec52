"""The lines of an official head, where a page has run several of them into one.

"BỘ Y TẾ Số: 12/QĐ-BYT | CỘNG HÒA XÃ HỘI … Hà Nội, ngày 15 tháng 10 năm 2018 |" is four lines:
the body, the number, the motto, the place and day. The motto says nothing and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lotrinh.directive.letters import capitals
from lotrinh.directive.sentences import Sentence

_MOTTO = (
    r"CỘNG H[ÒO][AÀ] XÃ HỘI(?: CHỦ NGHĨA VIỆT NAM)?|Độc lập\s?[-–]?\s?Tự do\s?[-–]?\s?Hạnh phúc"
    r"|ĐẢNG CỘNG SẢN VIỆT NAM"
)
_HAS_MOTTO = re.compile(_MOTTO, re.IGNORECASE)
_HAS_NUMBER = re.compile(r"\bSố\s?[:.]?\s?\d+(?:/\d{4})?\s?[-/]\s?[A-ZĐ]")
_HAS_DAY = re.compile(r",\s?ngày\s\d{1,2}\stháng\s\d{1,2}\snăm\s\d{4}")
#: A word of a place's name; the head's own words are all in capitals.
_WORD = r"(?![A-ZĐÀ-Ỹ]{2})[A-ZĐÀ-Ỹ][\w-]*"
_BORDER = re.compile(
    capitals(
        rf"\s?\|\s?|\s?[-_*]{{3,}}\s?|\s\*\s|(?P<motto>(?i:{_MOTTO}))"
        r"|\s(?=(?i:Số)\s?[:.]?\s?\d+(?:/\d{4})?\s?[-/]\s?[A-ZĐ])|\s(?=V/v\s)"
        r"|\s(?=(?:KHÓA|KHOÁ|NHIỆM KỲ)\s[IVXLC\d])"
        rf"|(?P<day>(?<!\w)(?:{_WORD}(?:\s-)?\s){{0,4}}{_WORD},\sngày\s\d{{1,2}}\stháng\s\d{{1,2}}"
        r"\snăm\s\d{4})"
    )
)
#: A head stands in few words; a longer line is text that names such things.
_LONGEST = 600
_FEWEST = 2


def head_lines(top: Sequence[Sentence]) -> list[Sentence]:
    """Return the top of a text with each line of its head by itself, in the order they stand."""
    return [line for sentence in top for line in _lines(sentence)]


def _lines(sentence: Sentence) -> Iterator[Sentence]:
    told = [has.search(sentence.text) for has in (_HAS_MOTTO, _HAS_NUMBER, _HAS_DAY)]
    columns = told[0] is not None and "|" in sentence.text
    joined = columns or sum(map(bool, told)) >= _FEWEST
    if not joined or len(sentence.text) > _LONGEST:
        yield sentence
        return
    start = 0
    for border in (*_BORDER.finditer(sentence.text), None):
        end = border.start() if border else len(sentence.text)
        piece = sentence.text[start:end]
        if words := piece.strip():
            yield _cut(sentence, start + piece.index(words), words)
        if border and border["day"]:
            yield _cut(sentence, border.start(), border["day"])
        start = border.end() if border else end


def _cut(sentence: Sentence, at: int, words: str) -> Sentence:
    low = sentence.low[at : at + len(words)]
    return replace(sentence, text=words, low=low, at=sentence.at + at, marker_end=0)
