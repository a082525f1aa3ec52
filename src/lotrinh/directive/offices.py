"""The office that is told to act, without the person who holds it.

"Phó Chủ tịch UBND tỉnh Vũ Hạnh" is told as the office; "Chủ tịch UBND huyện Lý Sơn" bears the
name of a place. Where the two cannot be told apart the name stays.
"""

from __future__ import annotations

import re

from lotrinh.directive.letters import capitals
from lotrinh.directive.signatories import FAMILY_NAMES, person_from

_HELD = re.compile(
    capitals(
        r"(?:Phó )?(?:Chủ tịch|Bí thư|Giám đốc|Chánh|Trưởng)\b.*?"
        r"(?:\s(?P<level>tỉnh|thành phố|huyện|thị xã|quận|xã|phường))?"
        r"(?P<name>(?:\s[A-ZĐÀ-Ỹ][^\W\d_]*){2,4})$"
    )
)


def office_of(actor: str, issuer: str) -> str:
    """Return an actor without a person's name; `issuer` tells whose place it is.

    >>> office_of("Phó Chủ tịch UBND tỉnh Vũ Hạnh", "UBND tỉnh Hà Sơn")
    'Phó Chủ tịch UBND tỉnh'
    >>> office_of("Chủ tịch UBND huyện Lý Sơn", "UBND tỉnh Hà Sơn")
    'Chủ tịch UBND huyện Lý Sơn'
    """
    held = _HELD.fullmatch(actor)
    if held is None:
        return actor
    words = held["name"].split()
    at = person_from(words)
    own = held["level"] and re.search(rf"\b{held['level']} (?P<name>\S+ \S+)", issuer)
    if at is None and own and " ".join(words) != own["name"] and words[0] in FAMILY_NAMES:
        at = 0  # one province issues: another name behind "tỉnh" is a person's
    if at is None:
        return actor
    return " ".join([actor[: held.start("name")], *words[:at]])
