"""The reference engine: one figure after the other in plain Python. Slow, right, obvious.

What a formula means is what stands here; every other engine is held to it. A missing input
gives no result, and so do a division by zero, a number too large, and a bound, which only
says what is not so.
"""

from __future__ import annotations

import math
import operator
from collections import defaultdict
from collections.abc import Callable, Mapping

from lotrinh.engine.candidates import candidates, shifted
from lotrinh.engine.observed import observed_result
from lotrinh.engine.result import Key, Result
from lotrinh.engine.results import Results
from lotrinh.indicators.check_formula import order
from lotrinh.indicators.formula import (
    AverageGrowth,
    Choice,
    Extreme,
    FirstPresent,
    Formula,
    Growth,
    Lag,
    Name,
    Negative,
    Number,
    Operation,
)
from lotrinh.indicators.indicator import Indicator
from lotrinh.indicators.read_formula import read_formula
from lotrinh.ledger import Vintage
from lotrinh.periods import Period

FIRMNESS = ("estimate", "preliminary", "actual")

_ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
}  # fmt: skip
_COMPARISON: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt,
    ">=": operator.ge, "==": operator.eq, "!=": operator.ne,
}  # fmt: skip


class NoValue(Exception):  # noqa: N818 (not an error: missing is missing)
    """Why a formula has no value: a message of this room, and the figure it is about."""

    def __init__(self, reason: str, key: Key | None = None) -> None:
        super().__init__(reason, key)
        self.reason = reason
        self.key = key


def run(indicators: Mapping[str, Indicator], vintage: Vintage) -> Results:
    """Compute every indicator on a vintage; formulas and observations are checked before."""
    results: dict[Key, Result] = {}
    for key, observation in vintage.holding.items():
        indicator = indicators.get(observation.indicator)
        if key.breakdown or key.shared:
            continue
        if indicator is not None and not indicator.formula:
            results[key[:3]] = observed_result(observation, indicator)
    for name in order(indicators):
        if indicators[name].formula:
            results |= _computed(name, read_formula(indicators[name].formula), results)
    return Results(results, results.__getitem__)


def _computed(name: str, formula: Formula, results: Mapping[Key, Result]) -> dict[Key, Result]:
    """Compute one indicator for every place and period where it can have a value."""
    known: dict[str, dict[str, set[Period]]] = defaultdict(lambda: defaultdict(set))
    for (indicator, place, period), one in results.items():
        if not one.qualifier:
            known[place][indicator].add(period)
    found = {}
    for place, periods in known.items():
        for period in candidates(formula, periods.__getitem__):
            try:
                found[name, place, period] = compute_one(name, formula, place, period, results.get)
            except NoValue:
                continue
    return found


def compute_one(
    name: str, formula: Formula, place: str, period: Period, figure: Callable[[Key], Result | None]
) -> Result:
    """Compute one value with its trace; raises NoValue that says why there is none."""
    calculation = _Calculation(place, figure)
    value = calculation.value(formula, period)
    used = tuple(calculation.used.values())
    firmness = min((FIRMNESS.index(one.status) for one in used), default=0)
    return Result(name, place, period, value, FIRMNESS[firmness], "", str(formula), used)


class _Calculation:
    """One formula at one place; notes which figures it used, in the order it met them."""

    def __init__(self, place: str, figure: Callable[[Key], Result | None]) -> None:
        self.place = place
        self.figure = figure
        self.used: dict[Key, Result] = {}

    def value(self, formula: Formula, period: Period) -> float:
        """Return the value of any part of the formula in a period; raises NoValue."""
        match formula:
            case Number(value=value):
                return float(value)
            case Name(indicator=name):
                return self._figure((name, self.place, period))
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
            case Growth() | AverageGrowth() | Lag():
                return self._over_time(formula, period)

    def _figure(self, key: Key) -> float:
        found = self.figure(key)
        if found is None:
            raise NoValue("engine.no_input", key)
        if found.qualifier:
            raise NoValue("engine.only_a_bound", key)
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

    def _over_time(self, formula: Growth | AverageGrowth | Lag, period: Period) -> float:
        match formula:
            case Growth(of=of):
                now, before = self.value(of, period), self.value(of, _earlier(period, 1))
                return _finite(100 * (self._operation("/", now, before) - 1))
            case AverageGrowth(of=of, since=since):
                return self._average_growth(of, since, period)
            case Lag(of=of, years=years):
                return self.value(of, _earlier(period, years))

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
