"""A breakdown: which part of the whole a figure is about, as text such as `area=rural;sex=female`.

The total has the empty text. Which dimensions and categories there are is content, and what
an indicator may be broken down by its own business; here is only how the text is written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lotrinh.base.errors import Where, wrong

TOTAL = ""
_WORD = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_PART = re.compile(rf"({_WORD})=([a-z0-9]+(?:-[a-z0-9]+)*)")


def read_breakdown(text: str, where: Where = Where()) -> dict[str, str]:  # noqa: B008 (frozen)
    """Return the category by dimension; raises LotrinhError unless `text` is canonical.

    >>> read_breakdown("area=rural;sex=female")
    {'area': 'rural', 'sex': 'female'}
    >>> read_breakdown("sex=female;area=rural")
    Traceback (most recent call last):
    lotrinh.base.errors.LotrinhError: ... area=rural;sex=female ...
    """
    found: dict[str, str] = {}
    for part in text.split(";") if text else ():
        read = _PART.fullmatch(part)
        if read is None or read[1] in found:
            raise wrong("ledger.breakdown_unreadable", where, text=text)
        found[read[1]] = read[2]
    if write_breakdown(found) != text:
        raise wrong("ledger.breakdown_order", where, text=text, right=write_breakdown(found))
    return found


def write_breakdown(parts: Mapping[str, str]) -> str:
    """Return the canonical text: sorted by dimension, empty for the total.

    >>> write_breakdown({"sex": "female", "area": "rural"})
    'area=rural;sex=female'
    """
    return ";".join(f"{dimension}={parts[dimension]}" for dimension in sorted(parts))
