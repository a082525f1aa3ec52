"""Which figure holds on a day: the law of two clocks, in plain Python.

Of all observations of one thing known by that day the one recorded last holds. An exact
figure holds over a bound whatever their days, for a bound only says what is not so. The
others stay visible.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from lotrinh.ledger.observation import Key, Observation

#: Of two figures recorded on one day the firmer holds.
_FIRMNESS = {"estimate": 0, "preliminary": 1, "actual": 2}


def known_on(observations: Iterable[Observation], day: date) -> tuple[Observation, ...]:
    """Return what was known on `day`, in canonical order, superseded figures included."""
    known = (one for one in observations if one.recorded_at <= day)
    return tuple(sorted(known, key=order))


def history(observations: Iterable[Observation]) -> dict[Key, tuple[Observation, ...]]:
    """Return every figure of each thing, the one that holds last."""
    return {key: tuple(sorted(found, key=_strength)) for key, found in _by_key(observations)}


def holding(observations: Iterable[Observation]) -> dict[Key, Observation]:
    """Return the figure that holds for each thing."""
    # Most things were told once: nothing is to be compared there.
    return {
        key: found[0] if len(found) == 1 else max(found, key=_strength)
        for key, found in _by_key(observations)
    }


def _by_key(observations: Iterable[Observation]) -> Iterable[tuple[Key, list[Observation]]]:
    by_key: dict[Key, list[Observation]] = defaultdict(list)
    for one in observations:
        by_key[one.key].append(one)
    return by_key.items()


def _strength(one: Observation) -> tuple[bool, date, int, str]:
    return (not one.is_bound, one.recorded_at, _FIRMNESS[one.status], one.id)


def order(one: Observation) -> tuple[str, str, str, str, str, date, str]:
    """Return what the canonical order goes by: the indicator first, the id last."""
    about = (one.indicator, one.place, str(one.period), one.breakdown, one.shared)
    return (*about, one.recorded_at, one.id)
