"""Sets beside each target and duty of a draft the known things its words may name.

Candidates with scores, never a choice: an empty list says that nothing known comes near.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from lotrinh.directive.letters import capitals
from lotrinh.directive.match import Candidate, Names

#: Asks for the places that bear or bore a name with its kind, "huyện Cư Kuin": id and name of each.
FindPlaces = Callable[[str], list[tuple[str, str]]]
_WORD = r"[A-ZĐÀ-Ỹ][\w'’-]*"
_PLACE = re.compile(
    capitals(
        r"(?<!\w)(?:[Tt]ỉnh|[Tt]hành phố|[Hh]uyện|[Tt]hị xã|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị trấn"
        rf"|[Đđ]ặc khu)\s{_WORD}(?:\s{_WORD}){{0,3}}"
    )
)


def named(
    draft: dict[str, Any], indicators: Names, bodies: Names, places: FindPlaces
) -> dict[str, Any]:
    """Return the JSON of a draft with what its document, targets and duties may name.

    `indicators` on each target, `bodies` on each duty, `places` on all three.
    """
    facts = draft["document"]
    of_document = f"{facts['issuer'] or ''}, {facts['title'] or ''}"
    return {
        **draft,
        "document": {**facts, "places": _places(of_document, places)},
        "targets": [
            {
                **one,
                "indicators": _shown(indicators.match(one["name"])),
                "places": _places(one["name"], places),
            }
            for one in draft["targets"]
        ],
        "duties": [
            {
                **one,
                "bodies": _shown(bodies.match(one["actor"])),
                "places": _places(one["actor"], places),
            }
            for one in draft["duties"]
        ],
    }


def _places(words: str, places: FindPlaces) -> list[dict[str, str]]:
    """Return the known places whose names, with their kind, stand in the words."""
    found: dict[str, dict[str, str]] = {}
    for said in _PLACE.finditer(words):
        for id, name in places(said.group()):
            found.setdefault(id, {"id": id, "name": name, "said": said.group()})
    return list(found.values())


def _shown(candidates: tuple[Candidate, ...]) -> list[dict[str, Any]]:
    return [{"id": one.id, "name": one.name, "score": one.score} for one in candidates]
