"""Sets beside each target and duty of a draft the known things its words may name.

Candidates with scores, never a choice: an empty list says that nothing known comes near.
"""

from __future__ import annotations

from typing import Any

from lotrinh.directive.match import Candidate, Names


def named(draft: dict[str, Any], indicators: Names, bodies: Names) -> dict[str, Any]:
    """Return the JSON of a draft with `indicators` on each target and `bodies` on each duty."""
    return {
        **draft,
        "targets": [
            {**one, "indicators": _shown(indicators.match(one["name"]))} for one in draft["targets"]
        ],
        "duties": [
            {**one, "bodies": _shown(bodies.match(one["actor"]))} for one in draft["duties"]
        ],
    }


def _shown(candidates: tuple[Candidate, ...]) -> list[dict[str, Any]]:
    return [{"id": one.id, "name": one.name, "score": one.score} for one in candidates]
