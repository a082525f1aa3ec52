"""Write words set in capitals as the rest of the text writes them: ĐẮK LẮK is Đắk Lắk.

Names keep their capitals because the body of the text shows which words are names; nothing
is looked up.
"""

from __future__ import annotations

import re
from itertools import pairwise

from lotrinh.directive.letters import capitals

#: A name has been written by then, and longer texts take no longer.
_LONGEST = 40_000
_WORD = re.compile(r"[^\W_]+")
_CAPITAL = re.compile(capitals(r"[A-ZĐÀ-Ỹ]"))
#: Behind these stands the name of a place, whatever the text says elsewhere.
_LEVEL = re.compile(
    r"\b(tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn) "
    r"(?!ủy|đoàn|hội|viên|luận|có|về|năm|đến|và|là|trong|theo|giai|phố|giao|trực|thuộc|này|ta)"
)
_ROMAN = re.compile(
    r"(?:(?<=thứ )|(?<=khóa ))[ivxlc]+\b|\b(?:i{2,3}|i?v|vi{1,3}|i?x|xi{1,3}|xi?v)\b"
)
_ALWAYS = frozenset("UBND HĐND MTTQ KHCN CNTT GRDP GDP PCI PAPI OCOP FDI BHYT BHXH HTX".split())


def small(words: str, text: str) -> str:
    """Return words in small letters with the capitals that the text gives them.

    >>> small("VỀ RỪNG TỈNH BẮC KẠN", "… Phê duyệt rừng tỉnh Bắc Kạn …")
    'Về rừng tỉnh Bắc Kạn'
    """
    low, body = words.lower(), text[:_LONGEST]
    body_low = body.lower()
    letters = list(low)
    found = list(_WORD.finditer(low))
    for first, second in pairwise(found):
        pair = _seen(body, body_low, low[first.start() : second.end()])
        for word in (first, second):
            if pair[word.start() - first.start()].isupper():
                letters[word.start()] = letters[word.start()].upper()
    for word in found:
        if word.group().upper() in _ALWAYS:
            letters[word.start() : word.end()] = word.group().upper()
    for roman in _ROMAN.finditer(low):
        letters[roman.start() : roman.end()] = roman.group().upper()
    _name_places("".join(letters), letters)
    return "".join([letters[0].upper(), *letters[1:]]) if letters else ""


def named(words: str, text: str) -> str:
    """Give the places in words their capitals where the writer left them out: "tỉnh lai châu"."""
    return small(words, text) if _unnamed(words) else words


def _unnamed(words: str) -> bool:
    found = _LEVEL.search(words)
    behind = words[found.end() : found.end() + 1] if found else ""
    return behind.islower() and not _CAPITAL.search(words[1:])


def _seen(body: str, body_low: str, pair: str) -> str:
    """Return a pair of words as the text first writes it other than all in capitals."""
    at = body_low.find(pair)
    while at >= 0:
        written = body[at : at + len(pair)]
        if not written.isupper() and not _opens(body, at):
            return written
        at = body_low.find(pair, at + 1)
    return pair


def _opens(body: str, at: int) -> bool:
    """Say whether a sentence or a line begins there: its capital says nothing."""
    before = body[max(0, at - 3) : at].rstrip(' "(“')
    return not before or before[-1] in ".:\n;-+|" or body[at - 1] == "\n"


def _name_places(words: str, letters: list[str]) -> None:
    """Give the two words behind "tỉnh", "huyện" … their capitals where none has any."""
    for found in _LEVEL.finditer(words):
        after = list(_WORD.finditer(words, found.end()))[:2]
        joined = len(after) == 2 and words[after[0].end() : after[1].start()] == " "
        if joined and not any(_CAPITAL.match(word.group()) for word in after):
            for word in after:
                letters[word.start()] = letters[word.start()].upper()
