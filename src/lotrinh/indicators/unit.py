"""A unit of measure with its dimension and scale, so that a formula's unit can be checked.

The known units are in `units.toml`. Scale is against the base unit of the dimension:
`billion_dong` is 1e9 of VND, `percent` 0.01 of nothing.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lotrinh.base.errors import Where, wrong
from lotrinh.base.words import Lang, Words

#: Exponent by base unit, sorted: (("VND", 1), ("person", -1)).
Dimension = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Unit:
    """A unit people report in.

    >>> unit("billion_dong").scale
    1000000000.0
    >>> unit("bushel")
    Traceback (most recent call last):
    lotrinh.base.errors.LotrinhError: “bushel” is not a known unit. ...
    """

    code: str
    name: Words
    scale: float
    dimension: Dimension
    #: Whether the name stands before the number: `hạng 3`.
    leads: bool = False
    #: Whether what it counts comes in whole numbers only: a person, a commune.
    whole: bool = False

    def say(self, lang: Lang) -> str:
        """Return its short name as written behind a number."""
        return self.name.say(lang)


def unit(code: str, where: Where = Where()) -> Unit:  # noqa: B008 (frozen)
    """Return the unit of that code; raises LotrinhError placed at `where` when unknown."""
    if code not in known_units():
        raise wrong("indicators.unknown_unit", where, code=code, known=sorted(known_units()))
    return known_units()[code]


@cache
def known_units() -> dict[str, Unit]:
    """Return every unit of `units.toml` by its code."""
    text = (files("lotrinh.indicators") / "units.toml").read_text(encoding="utf-8")
    return {
        code: Unit(
            code,
            Words(entry["vi"], entry["en"]),
            float(entry["scale"]),
            tuple(sorted(entry.get("dimension", {}).items())),
            bool(entry.get("leads", False)),
            bool(entry.get("whole", False)),
        )
        for code, entry in tomllib.loads(text).items()
    }
