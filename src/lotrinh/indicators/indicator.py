"""An indicator: the definition of what is measured. What was promised of it is a target.

Two definitions under one name are two indicators; `other_definitions` ties them together.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lotrinh.base.mark import Mark
from lotrinh.base.words import Lang, Words
from lotrinh.indicators.disaggregation import Disaggregation
from lotrinh.indicators.unit import Unit
from lotrinh.periods.arithmetic import Frequency

Kind = Literal["flow", "stock", "ratio", "rate", "index", "count", "rank"]
Direction = Literal["up", "down", "none"]
#: Kinds whose figures add up over places; the others are computed anew from their parts.
ADDITIVE: frozenset[Kind] = frozenset({"flow", "stock", "count"})
#: How a place's total is made of the places below: their sum, their mean weighted by another
#: indicator, or not at all.
OverPlaces = Literal["sum", "mean", "none"]
#: How a longer period is made of shorter ones: their sum, the last of them, or not at all.
OverTime = Literal["sum", "last", "none"]
#: Whether a formula takes a total that some units are missing from.
Missing = Literal["strict", "partial"]


@dataclass(frozen=True)
class Earlier:
    """What an indicator meant before its present definition: from a day until the next one."""

    #: None where it was not looked up since when it held.
    valid_from: date | None
    definition: Words
    formula: str
    references: tuple[str, ...] = ()
    #: Whether its figures may be compared with those of the next definition: a harmless change.
    comparable: bool = False


@dataclass(frozen=True)
class Indicator:
    """What is measured, in which unit, how it is computed, and whose figure it is."""

    id: str
    name: Words
    definition: Words
    unit: Unit
    kind: Kind
    #: Which way is better; `none` where neither is.
    direction: Direction
    #: How it is computed from other indicators, in the formula language; empty when observed.
    formula: str
    #: `current`, `constant 2010`, …; empty where prices play no part. Bases are never mixed.
    price_basis: str
    #: Id of the body whose figure this is.
    custodian: str
    #: Laws, decisions and methods that define it, and pages where they were read.
    references: tuple[str, ...]
    #: Ids of indicators that go by the same name and mean something else.
    other_definitions: tuple[str, ...] = ()
    #: Traps for the reader of the figures.
    note: Words | None = None
    #: Least and greatest value that can be true; None where there is no bound.
    least: float | None = None
    greatest: float | None = None
    #: Years between two editions of the figure; 2 for a survey held every other year.
    every_years: int = 1
    #: First day on which the definition holds, None when it was not looked up.
    valid_from: date | None = None
    #: Dimensions by which its figures may be broken down.
    disaggregations: tuple[Disaggregation, ...] = ()
    over_places: OverPlaces = "none"
    over_time: OverTime = "none"
    #: Indicator that says how much each place weighs: for a weighted mean, and for the share of
    #: weight reported; empty when none is declared.
    weight: str = ""
    missing: Missing = "strict"
    #: How far it and its figures may be told.
    mark: Mark = ""
    #: Definitions of earlier days, the earliest first; periods of theirs keep them.
    earlier: tuple[Earlier, ...] = ()
    #: Codes in official lists of indicators, with the list: `T0501 (QĐ 05/2023/QĐ-TTg)`.
    codes: tuple[str, ...] = ()
    #: Lengths of the periods it is published for, the shortest first.
    frequency: tuple[Frequency, ...] = ()
    #: Surveys, censuses and reports that the figures are drawn from.
    sources: Words | None = None

    def disaggregation(self, id: str) -> Disaggregation | None:
        """Return the dimension of that id, None when its figures are not broken down by it."""
        return next((one for one in self.disaggregations if one.id == id), None)

    def say(self, lang: Lang) -> str:
        """Return its name."""
        return self.name.say(lang)
