"""A document as text: what `lotrinh read --text` prints, and its paragraphs by offset.

It knows nothing of where the text came from (that is `open_*.py`) nor of what it says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from lotrinh.directive.letters import capitals

#: What stands between two cells of a table; a line with it is a row and joins no other.
BAR = " | "
#: A line that begins a list item or a numbered part: it never continues the line above.
_MARKER = re.compile(
    r"\s*(?:[-+*•●–—·▪‐]\s|[-+•●](?=\w)|[IVXLC][IVXLCivxlc]{0,5}\s?[.)/-]\s"
    r"|\d{1,2}(?:\.\d{1,2}){0,3}\s?[.)/]\s|\d{1,2}-\s(?=[^\W\d])"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\s|[a-zđ]\s?[.)]\s|\(\d{1,2}\)\s|(?:Điều|Phần|Chương|Mục"
    r"|Khoản)\s+[\dIVX])"
)
_END = re.compile(r"[.:;!?…][\"”’)]*\s*$")
#: A line that cannot end here: "Hải Dương, ngày" goes on below.
_HANGS = re.compile(r"(?<!/)\b(?:ngày|tháng|năm|của|và|các|là|(?<=, )Luật)$")
#: "… trên địa bàn tỉnh" above "Bà Rịa - Vũng Tàu"; a line that begins otherwise is another.
_LEVEL_HANGS = re.compile(r"\b(?:tỉnh|huyện)$")
_TWO_CAPITALS = re.compile(capitals(r"[A-ZĐÀ-Ỹ][\w'’]*\s[A-ZĐÀ-Ỹ]"))
_DAY_HANGS = re.compile(r"\bngày \d{1,2}(?: tháng \d{1,2})?$")
#: "trẻ dưới" above "1 tuổi", "đạt" above "65%".
_NUMBER_HANGS = re.compile(
    r"\b(?:dưới|trên|hơn|khoảng|gần|tối thiểu|ít nhất|không quá|đạt|từ|lên|xuống|còn|đến|tới)$"
)
#: Heads of official documents that a page broke in the middle of their fixed words.
_HEAD_HANGS = re.compile(
    r"^(?:[ỦU][YỶ](?: BAN(?: NHÂN)?)?|HỘI(?: ĐỒNG NHÂN)?|VỀ|BAN|PHÊ|QUY|THỦ|QUYẾT|NGHỊ|KẾ|CHỈ"
    r"|CHƯƠNG|Căn|Theo|Xét|Chương|Mục|Phần|Điều(?: \d+\.)?"
    r"|CỘNG(?: H[ÒO][AÀ](?: XÃ(?: HỘI(?: CHỦ(?: NGHĨA)?)?)?)?)?"
    r"|Số\s?:|Điều)$"
)
#: "Hậu" above "Giang, ngày 27 tháng 12 năm 2016".
_HALF_PLACE = re.compile(r"[^\W\d_]{2,8}$")
_DATED = re.compile(r"[^\W\d_]{2,8}, ngày\b")
#: "Thực hiện Quyết định" above "150/QĐ-TTg …"; "Quảng Bình," above "ngày 25 tháng 4 …".
_KIND_HANGS = re.compile(r"(?:Quyết định|Nghị quyết|Kế hoạch|Chỉ thị|Nghị định|Thông tư|số)$")
_NUMBER = re.compile(r"\d{1,5}[/-]\S")
#: Columns of print and of plain-text mail; wider lines are not wrapped by hand.
_SHORTEST_WRAP, _WIDEST_WRAP = 40, 130
#: Shorter lines may stand for themselves.
_SHORT_LINE, _SHORT_ITEM = 20, 12
#: The longest line seen may be a little shorter than the column.
_SLACK = 6


@dataclass(frozen=True)
class Paragraph:
    """A stretch of a document, `text[start:end]`, that holds no paragraph break."""

    start: int
    end: int


@dataclass(frozen=True)
class Document:
    r"""A text with a name; every span of the reader points into `text`.

    >>> document = Document("ke-hoach.txt", "Phấn đấu đến năm 2025\nđạt 65%.\n\nNơi nhận:")
    >>> [document.text[p.start : p.end] for p in document.paragraphs]
    ['Phấn đấu đến năm 2025\nđạt 65%.', 'Nơi nhận:']
    """

    name: str
    text: str

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Return the paragraphs in order; lines wrapped by hand are one paragraph."""
        lines = _lines(self.text)
        width = _wrap_width([self.text[a:b] for a, b in lines])
        found: list[Paragraph] = []
        previous: tuple[int, int] | None = None
        for start, end in lines:
            joins = previous is not None and _continues(self.text, previous, (start, end), width)
            if joins:
                found[-1] = Paragraph(found[-1].start, end)
            else:
                found.append(Paragraph(start, end))
            previous = (start, end)
        return tuple(found)

    def quote(self, start: int, end: int) -> str:
        """Return what stands at a span."""
        return self.text[start:end]


def begins_item(line: str) -> bool:
    """Say whether a line begins a list item or a numbered part.

    >>> begins_item("a) Nâng cao"), begins_item("2025 đạt 65%")
    (True, False)
    """
    return _MARKER.match(line) is not None


def _lines(text: str) -> list[tuple[int, int]]:
    """Return the spans of the lines that hold something, without the spaces around."""
    spans = []
    for found in re.finditer(r"[^\n]+", text):
        line = found.group()
        kept = line.strip()
        if kept.strip("\ufeff\u200b"):
            start = found.start() + len(line) - len(line.lstrip())
            spans.append((start, start + len(kept)))
    return spans


def _wrap_width(lines: list[str]) -> int:
    """Return the column at which a hard-wrapped text was wrapped, or 0 for one that was not.

    Where lines are cut by hand, many go on in small letters on the next.
    """
    long = [len(line) for line in lines if len(line) > _SHORTEST_WRAP]
    cut = [
        len(upper)
        for upper, lower in pairwise(lines)
        if len(upper) > _SHORTEST_WRAP and lower[0].islower() and not _END.search(upper)
    ]
    if len(cut) < 3 or len(cut) < 0.3 * len(long) or max(cut) > _WIDEST_WRAP:
        return 0
    return max(cut)


def _continues(text: str, above: tuple[int, int], below: tuple[int, int], width: int) -> bool:
    """Say whether the line `below` goes on with the sentence of the line `above`."""
    if text.count("\n", above[1], below[0]) > 1:
        return False
    upper, lower = text[slice(*above)], text[slice(*below)]
    if lower.startswith("Căn cứ "):
        return False
    if (upper.endswith(",") and lower.startswith("ngày ")) or (
        _KIND_HANGS.search(upper) and _NUMBER.match(lower)
    ):
        return True
    if _HEAD_HANGS.match(upper) or (_HALF_PLACE.match(upper) and _DATED.match(lower)):
        return True
    if begins_item(lower) or upper.isupper() != lower.isupper():
        return False
    if BAR in upper or BAR in lower:
        return False
    if width and len(upper) + 1 + len(lower.split()[0]) > width - _SLACK:
        return not _END.search(upper) or len(upper) > 0.9 * width
    opens_low = lower[0].islower() or lower[0] in ",;)%"
    opens_low = opens_low or (lower[0].isdigit() and _NUMBER_HANGS.search(upper) is not None)
    names_place = _LEVEL_HANGS.search(upper) and _TWO_CAPITALS.match(lower)
    if names_place or _HANGS.search(upper) or _DAY_HANGS.search(upper):
        return True
    # "Điều 2. Thủ trưởng" above "các sở …": an article or item goes on, however short its line.
    enough = len(upper) > (_SHORT_ITEM if begins_item(upper) else _SHORT_LINE)
    return opens_low and not _END.search(upper) and enough
