"""The verdicts of a bundle: what the whole is when its parts are so and so."""

from __future__ import annotations

from collections.abc import Iterable

from lotrinh.assess.assessment import Verdict

#: From worst to best. "Cannot be assessed" stands before the good ones: no data is never green.
ORDER: tuple[Verdict, ...] = (
    "missed", "off_track", "at_risk", "cannot_assess", "on_track", "met",
)  # fmt: skip


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the worst of the verdicts: a bundle is met when all of it is.

    >>> worst(["met", "cannot_assess", "met"])
    'cannot_assess'
    """
    return min(verdicts, key=ORDER.index)
