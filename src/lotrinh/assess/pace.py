"""Pace: the rate of change so far against the rate needed, by a published method.

Statistics Canada's method for its SDG hubs, as documented by Open SDG: the compound annual
growth rate observed since the baseline is divided by the one required to reach the target on
time; 95 % and more is on track, 60 to 95 % is at risk, less is off track.
"""

from __future__ import annotations

from typing import Literal

#: Title and address of the published method.
METHOD = "Open SDG, Progress measures methodology (method of Statistics Canada)"
METHOD_URL = (
    "https://github.com/open-sdg/open-sdg/blob/"
    "26d2e38700e4fee329fea4823e908c4298064693/docs/progress-methodology.md"
)
ON_TRACK, AT_RISK = 0.95, 0.6
#: The method's stand-in for a zero, of which no rate can be taken.
_ALMOST_ZERO = 0.001

Pace = Literal["on_track", "at_risk", "off_track"]


def cagr(first: float, last: float, years: float) -> float | None:
    """Return the compound annual growth rate as a fraction: 0.07 is seven percent a year.

    None when the two values have different signs or no time has passed.

    >>> round(cagr(50967, 63249, 4), 5)
    0.05546
    """
    first, last = first or _ALMOST_ZERO, last or _ALMOST_ZERO
    if years <= 0 or first * last < 0:
        return None
    rate: float = (last / first) ** (1 / years) - 1
    return rate


def progress_ratio(
    base: float,
    latest: float,
    years: float,
    *,
    target: float,
    years_to_target: float,
    rising: bool,
) -> float | None:
    """Return observed over required growth, negative when the base already lay beyond the target.

    `years` run from the base to the latest value, `years_to_target` from the base to the
    deadline; `rising` says that more is better. None when no rate can be taken.
    """
    observed = cagr(base, latest, years)
    required = cagr(base, target, years_to_target)
    if observed is None or not required:
        return None
    ratio = observed / required
    beyond = base > target if rising else base < target
    return -abs(ratio) if beyond else ratio


def judge(ratio: float) -> Pace:
    """Return the verdict on a ratio of observed to required pace."""
    if ratio >= ON_TRACK:
        return "on_track"
    return "at_risk" if ratio >= AT_RISK else "off_track"
