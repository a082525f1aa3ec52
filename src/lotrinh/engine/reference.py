"""The reference engine: one figure after the other in plain Python. Slow, right, obvious.

What a formula means is what stands here; every other engine is held to it. A missing input
gives no result, and so do a division by zero, a number too large, a bound, which only says
what is not so, and a total that units are missing from, unless the indicator takes it.
"""

from __future__ import annotations

import math
import operator
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from lotrinh.engine.breaks import across
from lotrinh.engine.candidates import accumulated, candidates, shifted
from lotrinh.engine.crossings import crossed
from lotrinh.engine.observed import observed_results
from lotrinh.engine.over_places import over_places
from lotrinh.engine.over_time import over_time
from lotrinh.engine.put_together import least_firm
from lotrinh.engine.result import Coverage, Key, Result
from lotrinh.engine.results import Results
from lotrinh.engine.steps import Crossing, Local, Step, is_own, steps
from lotrinh.engine.territory import Territory
from lotrinh.indicators.formula import (
    AverageGrowth,
    Break,
    Choice,
    Cumulative,
    Dated,
    Extreme,
    FirstPresent,
    Formula,
    Growth,
    IndexTo,
    Lag,
    Link,
    Name,
    Negative,
    Number,
    Operation,
    Unbroken,
)
from lotrinh.indicators.indicator import Indicator
from lotrinh.ledger import Vintage
from lotrinh.periods import Period

_ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
}  # fmt: skip
_COMPARISON: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt,
    ">=": operator.ge, "==": operator.eq, "!=": operator.ne,
}  # fmt: skip


class NoValue(Exception):  # noqa: N818 (not an error: missing is missing)
    """Why a formula has no value: a message of this room, and the figure it is about."""

    def __init__(self, reason: str, key: Key | None = None, at: Break | None = None) -> None:
        super().__init__(reason, key, at)
        self.reason = reason
        self.key = key
        #: The break in series that a comparison would cross.
        self.at = at


def run(indicators: Mapping[str, Indicator], vintage: Vintage, territory: Territory) -> Results:
    """Compute every indicator on a vintage; formulas and observations are checked before.

    What was reported comes first, then longer periods of shorter ones, then the totals of
    places, and then one formula after the other, each after those that it rests on.
    """
    reported = over_time(observed_results(vintage.holding, indicators), indicators)
    results = over_places(reported, indicators, territory)
    for step in steps(indicators):
        results |= computed(step, results, territory)
    return Results((key for key in results if not is_own(key.indicator)), results.__getitem__)


def computed(step: Step, results: Mapping[Key, Result], territory: Territory) -> dict[Key, Result]:
    """Return what one step gives on the results before it."""
    if isinstance(step, Crossing):
        return crossed(step, results, territory)
    return _computed(step, results)


def _computed(step: Local, results: Mapping[Key, Result]) -> dict[Key, Result]:
    """Compute one formula for every place, part and period where it can have a value."""
    known: dict[tuple[str, str], dict[str, set[Period]]] = defaultdict(lambda: defaultdict(set))
    for key, one in results.items():
        if not one.qualifier and (step.takes_partial or not one.is_partial):
            known[key.place, key.breakdown][key.indicator].add(key.period)
    found = {}
    for (place, breakdown), periods in known.items():
        for period in candidates(step.formula, periods.__getitem__):
            key = Key(step.id, place, period, breakdown)
            try:
                found[key] = compute_one(key, step, results.get)
            except NoValue:
                continue
    return found


def compute_one(key: Key, step: Local, figure: Callable[[Key], Result | None]) -> Result:
    """Compute one value with its trace; raises NoValue that says why there is none."""
    calculation = Calculation(key, figure, takes_partial=step.takes_partial)
    value = calculation.value(step.formula, key.period)
    used = tuple(calculation.used.values())
    return Result(
        key.indicator, key.place, key.period, value, least_firm(one.status for one in used),
        formula=step.written_on(key.period.last_day), inputs=_of_indicators(used),
        breakdown=key.breakdown, how="formula",
        coverage=Coverage.least(one.coverage for one in used),
    )  # fmt: skip


def _of_indicators(used: Iterable[Result]) -> tuple[Result, ...]:
    """Return the inputs a reader knows: in the place of a step's own series what it used."""
    found: dict[Key, Result] = {}
    for one in used:
        inner = _of_indicators(one.inputs) if is_own(one.indicator) else (one,)
        found |= {part.key: part for part in inner if part.key not in found}
    return tuple(found.values())


class Calculation:
    """One formula for one key; notes which figures it used, in the order it met them."""

    def __init__(
        self, about: Key, figure: Callable[[Key], Result | None], *, takes_partial: bool
    ) -> None:
        self.about = about
        self.figure = figure
        self.takes_partial = takes_partial
        self.used: dict[Key, Result] = {}

    def value(self, formula: Formula, period: Period) -> float:
        """Return the value of any part of the formula in a period; raises NoValue."""
        match formula:
            case Number(value=value):
                return float(value)
            case Name(indicator=name):
                return self._figure(self.about._replace(indicator=name, period=period))
            case Negative(of=of):
                return -self.value(of, period)
            case Operation(operator=sign, left=left, right=right):
                return self._operation(sign, self.value(left, period), self.value(right, period))
            case Choice():
                return self._choice(formula, period)
            case FirstPresent(parts=parts):
                return self._first_present(parts, period)
            case Extreme(which=which, parts=parts):
                values = [self.value(part, period) for part in parts]
                return min(values) if which == "min" else max(values)
            case _:
                return self._over_time(formula, period)

    def _figure(self, key: Key) -> float:
        found = self.figure(key)
        if found is None:
            raise NoValue("engine.no_input", key)
        if found.qualifier:
            raise NoValue("engine.only_a_bound", key)
        if found.is_partial and not self.takes_partial:
            raise NoValue("engine.only_a_part", key)
        self.used[key] = found
        return found.value

    def _operation(self, sign: str, left: float, right: float) -> float:
        if sign == "/" and right == 0:
            raise NoValue("engine.divided_by_zero")
        return _finite(_ARITHMETIC[sign](left, right))

    def _choice(self, formula: Choice, period: Period) -> float:
        asked = formula.condition
        left, right = self.value(asked.left, period), self.value(asked.right, period)
        branch = formula.then if _COMPARISON[asked.operator](left, right) else formula.otherwise
        return self.value(branch, period)

    def _first_present(self, parts: tuple[Formula, ...], period: Period) -> float:
        *others, last = parts
        before = dict(self.used)
        for part in others:
            try:
                return self.value(part, period)
            except NoValue:
                self.used = dict(before)
        return self.value(last, period)

    def _over_time(self, formula: Formula, period: Period) -> float:
        match formula:
            case Growth(of=of):
                now, before = self.value(of, period), self.value(of, _earlier(period, 1))
                return _finite(100 * (self._operation("/", now, before) - 1))
            case AverageGrowth(of=of, since=since):
                return self._average_growth(of, since, period)
            case Lag(of=of, years=years):
                return self.value(of, _earlier(period, years))
            case Cumulative(of=of, since=since):
                return self._cumulative(of, since, period)
            case IndexTo(of=of, base=base):
                then = _earlier(period, period.first_day.year - base)
                now, before = self.value(of, period), self.value(of, then)
                return _finite(100 * self._operation("/", now, before))
            case Link():
                return self._link(formula, period)
            case Dated():
                return self.value(formula.on(period.last_day), period)
            case Unbroken(of=of):
                if (found := across(formula, period)) is not None:
                    raise NoValue("engine.across_a_break", at=found)
                return self.value(of, period)
            case _:
                # What looks at other places or parts has been computed before.
                raise NoValue("engine.no_input")

    def _cumulative(self, of: Formula, since: int, period: Period) -> float:
        periods = accumulated(period, since)
        if not periods:
            raise NoValue("engine.before_start")
        total = 0.0
        for one in periods:
            total += self.value(of, one)
        return _finite(total)

    def _link(self, formula: Link, period: Period) -> float:
        if period.first_day.year >= formula.at:
            return self.value(formula.new, period)
        at = Period.year(formula.at)
        old = self.value(formula.old, period)
        new_level, old_level = self.value(formula.new, at), self.value(formula.old, at)
        return _finite(old * self._operation("/", new_level, old_level))

    def _average_growth(self, of: Formula, since: int, period: Period) -> float:
        years = period.first_day.year - since
        if years <= 0:
            raise NoValue("engine.not_after_since")
        now, base = self.value(of, period), self.value(of, _earlier(period, years))
        if now <= 0 or base <= 0:
            raise NoValue("engine.not_positive")
        return _finite(100 * (self._operation("/", now, base) ** (1 / years) - 1))


def _earlier(period: Period, years: int) -> Period:
    found = shifted(period, -years)
    if found is None:
        raise NoValue("engine.no_input")
    return found


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise NoValue("engine.too_large")
    return value
