"""Does a value keep a promise? The surface word of the plan, read by the indicator's direction.

"Đạt 65 %" of something that should rise is kept by 66; "khoảng 20 %" is kept by a value
within the tolerance the plan (or, where it is silent, the declared default) allows.
"""

from __future__ import annotations

from lotrinh.indicators.indicator import Direction
from lotrinh.plan import Target

#: Relative distance that still counts as "about", where the plan names none, in percent.
DEFAULT_TOLERANCE_PCT = 5.0


def band(target: Target, direction: Direction, scale: float = 1.0) -> tuple[float, float]:
    """Return the least and the greatest value that keep the promise (infinite where open).

    `scale` turns the target's unit into the indicator's. Strictness is for `keeps`.
    """
    assert target.value is not None
    value = float(target.value) * scale
    low, high = value, value
    if target.operator == "~":
        slack = abs(value) * tolerance_pct(target) / 100
        low, high = value - slack, value + slack
    elif target.operator == "range":
        high = float(target.value_high or target.value) * scale
    if target.operator in (">", ">=") or (target.operator not in ("<", "<=") and direction == "up"):
        return low, float("inf")
    if target.operator in ("<", "<=") or direction == "down":
        return float("-inf"), high
    return low, high


def keeps(value: float, qualifier: str, target: Target, limits: tuple[float, float]) -> bool | None:
    """Return whether the value keeps the promise; None when a bound leaves it open."""
    low, high = limits
    if qualifier.startswith("<"):
        return False if value <= low else None
    if qualifier.startswith(">"):
        return False if value >= high else None
    if target.operator == ">":
        return value > low
    if target.operator == "<":
        return value < high
    return low <= value <= high


def tolerance_pct(target: Target) -> float:
    """Return how far from the value still counts as about it, in percent of the value."""
    return DEFAULT_TOLERANCE_PCT if target.tolerance_pct is None else float(target.tolerance_pct)
