"""A number with its unit, worded as people write it; rounding is for the eye alone."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lotrinh.base.words import Lang, number, say
from lotrinh.indicators.unit import Unit, unit

#: Message for each qualifier of a figure or operator of a target; "=" says nothing.
_WORDED = {"~": "about", "<": "below", "<=": "at_most", ">": "above", ">=": "at_least"}


@dataclass(frozen=True)
class Amount:
    """A value in a unit, with the word that stands before it.

    >>> Amount(Decimal("13.17"), unit("percent")).say("vi")
    '13,17%'
    >>> Amount(Decimal(7), unit("percent_per_year"), ">").say("vi")
    'trên 7%/năm'
    >>> Amount(Decimal(3), unit("rank")).say("en").split()
    ['rank', '3']
    """

    #: A Decimal is written as it was given, a float rounded.
    value: Decimal | float
    #: None for a bare number.
    unit: Unit | None
    qualifier: str = ""
    #: The upper end of a range.
    high: Decimal | None = None

    def say(self, lang: Lang) -> str:
        """Return word, number and unit in the reader's writing."""
        text = number(rounded(self.value), lang)
        if self.high is not None:
            text = f"{text}–{number(self.high, lang)}"
        worded = _WORDED.get(self.qualifier)
        text = _with_unit(text, self.unit, lang)
        return say(f"indicators.{worded}", lang, value=text) if worded else text


def _with_unit(text: str, of: Unit | None, lang: Lang) -> str:
    if of is None:
        return text
    name = of.say(lang)
    if of.leads:
        return f"{name}\N{NO-BREAK SPACE}{text}"
    return f"{text}{name}" if name.startswith("%") else f"{text}\N{NO-BREAK SPACE}{name}"


def distance(gap: float, of: Unit) -> Amount:
    """Return how far two values lie apart: shares by percentage points, ranks by places.

    >>> distance(-5.98, unit("percent")).say("en").split()
    ['5.98', 'percentage', 'points']
    """
    if of.dimension == unit("rank").dimension:
        return Amount(abs(gap), unit("rank_step"))
    is_share = of.scale == unit("percent").scale and not of.dimension
    return Amount(abs(gap), unit("percentage_point") if is_share else of)


def rounded(value: Decimal | float) -> Decimal:
    """Return a computed value with as many decimals as a reader can use.

    A Decimal was given by somebody and is left alone.

    >>> rounded(44.330046), rounded(0.0614), rounded(58235.4567), rounded(7.0)
    (Decimal('44.33'), Decimal('0.0614'), Decimal('58235.5'), Decimal('7'))
    """
    if isinstance(value, Decimal):
        return value
    places = 4 if abs(value) < 1 else 2 if abs(value) < 1000 else 1
    exact = Decimal(repr(round(value, places)))
    return exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact.normalize()
