"""The text as the reader matches it: one way of writing each letter, and the way back.

Composed letters, one dash, one space, one place for the tone mark (hoà → hòa), no page
numbers in between. Every offset leads back to the document, so that what is cited is what
was written.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass

from lotrinh.directive.normalise import left_out

_DASHES = "‐‑‒–—―−⁃﹣－\uf02d"
_SPACES = "\\\t\r\f\v\x1c\x1d\x1e\x1f\u00a0\u1680\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
#: Bullets, those of the fonts Symbol and Wingdings among them.
_BULLETS = "\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf0e8\uf06e\uf071\uf0a8▪■□●◦‣⁌⁍"
_SAME_LENGTH = str.maketrans(
    dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_BULLETS, "•")
    | dict.fromkeys("\u0085\u2028\u2029", "\n")
    | dict.fromkeys("“”„‟«»″＂", '"')
    | dict.fromkeys("‘’‚‛`´′＇", "'")
    # Signs of East Asian width; Icelandic eth and African dje, typed for the letter they look like.
    | dict(zip("％，．：；（）＋０１２３４５６７８９", "%,.:;()+0123456789", strict=True))
    | dict(zip("ÐƉðɖ", "ĐĐđđ", strict=True))
)
#: Invisible signs to drop; letters whose marks stand apart, eight marks at the most (sorting
#: more by the Unicode rules takes longer than linear time).
_APART = re.compile(
    "(?P<dropped>[\u200b-\u200f\u2060\ufeff\u00ad]+)|[^\u0300-\u036f]?[\u0300-\u036f]{1,8}"
)

#: Tone on the second vowel, as old typesetters put it, and where the schools put it.
_OLD = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split()
_NEW = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split()
_TONE = dict(zip(_OLD, _NEW, strict=True))
_OLD_TONE = re.compile("(?<![qQ])(?:" + "|".join(_OLD) + r")(?!\w)", re.IGNORECASE)


#: "quí II", "Quí 3": a quarter as the old spelling has it.
_OLD_QUARTER = re.compile(r"(?<=[Qq]u)í(?!\w)")


@dataclass(frozen=True)
class Plain:
    """A text to match in, and for each of its characters the offset it came from.

    >>> plain = Plain.of("Uỷ ban\u00a0– Hoà")
    >>> plain.text, plain.low
    ('Ủy ban - Hòa', 'ủy ban - hòa')
    """

    text: str
    low: str
    _origin: array[int] | None
    #: End of a stretch left out → its start.
    _gaps: dict[int, int]

    @classmethod
    def of(cls, source: str) -> Plain:
        """Make the matching view of `source`."""
        origin: array[int] | None = None
        gaps: dict[int, int] = {}
        text = source
        skipped = left_out(source)
        if skipped or _APART.search(source):
            text, origin = _compose(source, skipped, gaps)
        text = _OLD_TONE.sub(_move_tone, text.translate(_SAME_LENGTH))
        text = _OLD_QUARTER.sub("ý", text)
        low = text.lower()
        if len(low) != len(text):
            low = "".join(c if len(c) == 1 else "?" for c in map(str.lower, text))
        return cls(text, low, origin, gaps)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the source of `text[start:end]`."""
        if self._origin is None:
            return start, end
        stop = self._origin[end]
        return self._origin[start], self._gaps.get(stop, stop)


def _compose(
    source: str, skipped: list[tuple[int, int]], gaps: dict[int, int]
) -> tuple[str, array[int]]:
    """Put letters and their marks together and leave stretches out, noting where each began."""
    letters: list[str] = []
    origin = array("l")
    at = 0

    def leave(start: int, end: int) -> None:
        gaps[end] = gaps.pop(start, start)

    def copy(end: int) -> None:
        nonlocal at
        while at < end:
            found = _APART.search(source, at, end)
            stop = found.start() if found else end
            letters.append(source[at:stop])
            origin.extend(range(at, stop))
            at = stop
            if found is None:
                continue
            if found["dropped"]:
                leave(*found.span())
            else:
                composed = unicodedata.normalize("NFC", found.group())
                letters.append(composed)
                origin.extend([stop] * len(composed))
            at = found.end()

    for start, end in skipped:
        copy(start)
        if end > at:
            leave(max(start, at), end)
            at = end
    copy(len(source))
    origin.append(len(source))
    return "".join(letters), origin


def _move_tone(found: re.Match[str]) -> str:
    """Move a tone mark to its place, keeping capitals."""
    old = found.group()
    new = _TONE[old.lower()]
    return "".join(b.upper() if a.isupper() else b for a, b in zip(old, new, strict=True))
