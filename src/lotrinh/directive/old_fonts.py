"""Tells text typed in the Vietnamese fonts of before Unicode: TCVN3 (.VnTime) and VNI.

Their letters come out as signs ("Uû ban nh©n d©n"). Nothing is converted: a wrong guess
would invent numbers, and the word processor that wrote the file converts it rightly.
"""

from __future__ import annotations

import re

_TODAY = re.compile("[ăâêôơưđĂÂÊÔƠƯĐ\u1ea0-\u1ef9]")
_TCVN3 = re.compile("[®©µ¸¶·¹¨«¬»¾¼½Æ](?=[a-z ])|[a-z][®©µ¸¶·¹¨«¬»¾¼½Æ]")
_VNI = re.compile("[aeoöu][âáàùøûõïåäéèêëúüôãæ](?=[a-zñ ])|ñ[aeiou]", re.IGNORECASE)
#: Enough letters to tell by, and the share of them that gives a font away.
_ENOUGH, _SHARE = 200, 0.08


def old_font(text: str) -> str | None:
    """Return the name of the old encoding that a text seems to be in.

    >>> old_font("Uû ban nh©n d©n tØnh ban hµnh kÕ ho¹ch ph¸t triÓn kinh tÕ " * 5)
    'TCVN3 (.Vn…)'
    >>> old_font("Ủy ban nhân dân tỉnh ban hành kế hoạch phát triển kinh tế " * 5)
    """
    sample = text[:20_000]
    letters = sum(map(str.isalpha, sample))
    if letters < _ENOUGH:
        return None
    for name, signs in (("TCVN3 (.Vn…)", _TCVN3), ("VNI", _VNI)):
        strange = sum(1 for _ in signs.finditer(sample))
        today = sum(1 for _ in _TODAY.finditer(signs.sub("", sample)))
        if strange > _SHARE * letters and strange > 4 * today:
            return name
    return None
