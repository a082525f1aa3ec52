"""Brackets in a sentence: what stands inside them speaks only of what stands there too."""

from __future__ import annotations

#: A bracket that runs longer is a slip of the pen, not an aside.
_LONGEST = 200


def inside(low: str, at: int) -> tuple[int, int] | None:
    """Return the span of the round brackets around an offset, or None.

    >>> inside("đạt 61% (năm 2023 đạt 58%), còn", 12)
    (8, 26)
    """
    opened = low.rfind("(", max(0, at - _LONGEST), at)
    if opened < 0:
        return None
    closed = low.find(")", opened, opened + 2 * _LONGEST)
    return (opened, closed + 1) if closed >= at else None
