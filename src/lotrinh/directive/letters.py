"""The capitals of Vietnamese, for patterns: a range of code points would take small letters in."""

from __future__ import annotations

_CAPITALS = "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
#: How a pattern writes "any accented capital", to be filled in by `capitals`.
_MARK = "ĐÀ-Ỹ"


def capitals(pattern: str) -> str:
    """Fill the accented capitals into a pattern that writes them as ĐÀ-Ỹ.

    >>> import re
    >>> bool(re.match(capitals("[A-ZĐÀ-Ỹ]"), "Ủy")), bool(re.match(capitals("[A-ZĐÀ-Ỹ]"), "ủy"))
    (True, False)
    """
    return pattern.replace(_MARK, _CAPITALS)
