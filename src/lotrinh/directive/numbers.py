"""Numbers as Vietnamese texts write them: 1.234,5 · 6,5 - 7 · 20 nghìn tỷ · hai phần ba.

A point parts the thousands and a comma the decimals; what a number counts is another file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

#: Grouped by points or spaces; a comma for decimals; or the English point before 1-2 decimals.
NUMBER = (
    r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?: \d{3})+(?!\d)(?:,\d+)?"
    r"|\d+,\d+|\d+\.\d{1,2}(?!\d)|\d+)"
)
#: "6, 7 triệu": a space slipped in after the decimal comma.
_LOOSE = r"\d{1,3}, \d{1,2}(?= ?(?:%|triệu|tỷ|tỉ))"
_START = r"(?<![\w.,/%|-])(?<!\d:)(?!\d{1,2}[:h]\d\d)"
_GAP = r"\s?(?:-|đến|tới)\s?(?:khoảng |gần |dưới |trên )?"
_MIDDLE_UNIT = (
    r"(?:\s?%(?:/năm)?|\s?(?:nghìn|ngàn|triệu|tỷ|tỉ)?\s?(?:đồng|USD|ha|tấn|tạ|kg|km|m2|m3|lần"
    r"|triệu|tỷ|tỉ|lượt khách|lượt|khách|lao động|người|hộ|con|cây|giường|phòng|căn|việc làm"
    r"|doanh nghiệp|sản phẩm|tiêu chí|đảng viên)(?!\w))?"
)
_FIGURES = re.compile(
    rf"{_START}(?P<low>{_LOOSE}|{NUMBER})"
    rf"(?:(?P<middle>{_MIDDLE_UNIT}){_GAP}(?P<high>{NUMBER})(?![\w/]*/(?:19|20)\d\d))?"
)
_SMALL = dict(zip("một hai ba bốn năm sáu bảy tám chín mười".split(), range(1, 11), strict=True))
_DIGIT = "|".join(_SMALL)
#: Numbers in words: a half, two thirds, twice as much, two figures.
_SPELLED = re.compile(
    rf"\b(?:(?P<half>một nửa)|(?P<above>{_DIGIT}) phần (?P<below>{_DIGIT}|tư)(?! trăm| nghìn)"
    rf"|gấp (?P<times>đôi|rưỡi|{_DIGIT})(?: lần)?(?! \d)|(?P<figures>hai con số))\b"
)
_TIMES = {word: str(number) for word, number in _SMALL.items()} | {"đôi": "2", "rưỡi": "1.5"}
_IN_FIGURES = re.compile(r"[\d.,]*\d")
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_COMMAED = re.compile(r"\d{1,3}(?:,\d{3}){2,}")
#: A longer row of digits is a code, not a quantity.
_LONGEST = 24


@dataclass(frozen=True)
class Figure:
    """A number, or a range of two, with its span in the text it was found in."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None = None
    #: Unit written after the first number of a range, or said by a number in words.
    middle: str = ""
    #: Written in words: "hai phần ba".
    spelled: bool = False


def read_number(text: str) -> Decimal:
    """Read one number in figures.

    >>> read_number("1.234,5"), read_number("12 000"), read_number("10.5")
    (Decimal('1234.5'), Decimal('12000'), Decimal('10.5'))
    >>> read_number("nhiều")
    Traceback (most recent call last):
    ValueError: not a number in figures: 'nhiều'
    """
    figures = text.strip().replace(", ", ",").replace(" ", "")
    if not _IN_FIGURES.fullmatch(figures):
        raise ValueError(f"not a number in figures: {text!r}")
    if "." in figures and _POINTED.fullmatch(figures):
        return Decimal(figures.replace(".", "").replace(",", "."))
    if "," in figures and _COMMAED.fullmatch(figures):
        return Decimal(figures.replace(",", ""))
    return Decimal(figures.replace(",", "."))


def write_number(value: Decimal) -> str:
    """Write a number as Vietnamese texts do; `read_number` reads it back the same.

    >>> write_number(Decimal("1234567.50"))
    '1.234.567,5'
    """
    whole, _, decimals = f"{abs(value):,f}".partition(".")
    decimals = decimals.rstrip("0")
    return whole.replace(",", ".") + (f",{decimals}" if decimals else "")


def find_figures(text: str) -> list[Figure]:
    """Return every number and range in a text, in order.

    >>> [(str(f.low), str(f.high)) for f in find_figures("tăng 6,5 - 7%, từ 8% đến 10%")]
    [('6.5', '7'), ('8', '10')]
    """
    found = [_in_words(m) for m in _SPELLED.finditer(text)]
    at = 0
    while match := _FIGURES.search(text, at):
        figure = _figure(match)
        at = figure.end  # what is no range is two numbers
        if match.end("low") - match.start() < _LONGEST:
            found.append(figure)
    return sorted(found, key=lambda figure: figure.start)


def _in_words(match: re.Match[str]) -> Figure:
    """Read a share as per cent, to a tenth, and a multiple as times; two figures are 10% or more.

    >>> [(str(f.low), f.middle) for f in find_figures("hai phần ba số xã, tăng gấp rưỡi")]
    [('66.7', '%'), ('1.5', 'lần')]
    """
    if match["times"]:
        return Figure(*match.span(), Decimal(_TIMES[match["times"]]), middle="lần", spelled=True)
    if match["figures"]:
        return Figure(*match.span(), Decimal(10), middle="%", spelled=True)
    above = Decimal(_SMALL[match["above"]]) if match["above"] else Decimal(1)
    below = _SMALL.get(match["below"] or "hai", 4)
    share = Decimal(f"{100 * above / below:.1f}".removesuffix(".0"))
    return Figure(*match.span(), share, middle="%", spelled=True)


def _figure(match: re.Match[str]) -> Figure:
    low = read_number(match["low"])
    high = match["high"] and read_number(match["high"])
    if not high or not _is_range(match, low, high):
        return Figure(match.start("low"), match.end("low"), low)
    return Figure(match.start(), match.end(), low, high, (match["middle"] or "").strip())


def _is_range(match: re.Match[str], low: Decimal, high: Decimal) -> bool:
    """Tell "6,5 - 7%" from "2021-2025", "27-9-2019" and "30% - 20 xã"."""
    is_year = re.fullmatch(r"(?:19|20)\d\d", match["low"])
    if is_year and re.fullmatch(r"(?:19|20)?\d\d", match["high"]):
        return True
    rest = match.string[match.end() : match.end() + 5]
    dated = re.search(r"\bngày\s$", match.string[max(0, match.start() - 6) : match.start()])
    # "36% - 26% - 38%" are the parts of a whole.
    before = match.string[max(0, match.start() - 6) : match.start()]
    if re.search(r"%\s?-\s$", before) or (
        "%" in (match["middle"] or "") and re.match(r"\s?%\s?-\s?\d", rest)
    ):
        return False
    return low < high and not (dated or re.match(r"-\d|/(?:19|20)\d\d", rest))
