"""Says a formula in words: `1000 × GRDP ÷ employed persons`, growth of …, share of ….

The words stand in `words.toml` under `say_…`; here is only which of them a part takes.
"""

from __future__ import annotations

from collections.abc import Mapping

from lotrinh.base.words import Lang, number, say
from lotrinh.indicators.formula import (
    AverageGrowth,
    Choice,
    Comparison,
    CountWhere,
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
    ShareOfParent,
    SumOver,
)

_SIGNS = {"*": "×", "/": "÷", "-": "−", "+": "+", "==": "=", "!=": "≠", "<=": "≤", ">=": "≥"}
_TIGHTNESS = {"+": 1, "-": 1, "*": 2, "/": 2}
#: A name is set off, so that one sees where it begins and ends.
_NAMED = "[{}]"


def say_formula(
    formula: Formula,
    lang: Lang,
    names: Mapping[str, str],
    dimensions: Mapping[str, str] | None = None,
) -> str:
    """Return the formula in words; `names` are those of indicators, by id.

    >>> from lotrinh.indicators.read_formula import read_formula
    >>> names = {"grdp": "GRDP", "workers": "employed persons"}
    >>> say_formula(read_formula("growth(1000 * grdp / workers)"), "en", names)
    'growth of (1,000 × [GRDP] ÷ [employed persons]) over the same period a year earlier'
    """
    return _Words(lang, names, dimensions or {}).of(formula)


class _Words:
    def __init__(self, lang: Lang, names: Mapping[str, str], dimensions: Mapping[str, str]) -> None:
        self.lang = lang
        self.names = names
        self.dimensions = dimensions

    def of(self, formula: Formula) -> str:
        """Say a whole formula or a part of one."""
        match formula:
            case Number(value=value):
                return number(value, self.lang)
            case Name(indicator=id):
                return _NAMED.format(self.names.get(id, id))
            case Negative(of=of):
                return f"−{self._held(of, 3)}"
            case Operation(operator=sign, left=left, right=right):
                mine = _TIGHTNESS[sign]
                return f"{self._held(left, mine)} {_SIGNS[sign]} {self._held(right, mine + 1)}"
            case FirstPresent(parts=parts):
                return self._say("first_present", parts=self._listed(parts))
            case Extreme(which=which, parts=parts):
                return self._say(which, parts=self._listed(parts))
            case Choice(condition=asked, then=then, otherwise=otherwise):
                said = {"then": self.of(then), "otherwise": self.of(otherwise)}
                return self._say("if", condition=self._condition(asked), **said)
            case Dated(versions=versions):
                return self.of(versions[-1][1])
            case _:
                return self._looking(formula)

    def _looking(self, formula: Formula) -> str:
        """Say what looks at other periods, places or parts."""
        match formula:
            case Growth(of=of):
                return self._say("growth", of=self._held(of, 4))
            case AverageGrowth(of=of, since=since):
                return self._say("cagr", of=self._held(of, 4), year=str(since))
            case Lag(of=of, years=years):
                return self._say("lag", of=self._held(of, 4), years=years)
            case Cumulative(of=of, since=since):
                return self._say("cumulative", of=self._held(of, 4), year=str(since))
            case IndexTo(of=of, base=base):
                return self._say("index_to", of=self._held(of, 4), year=str(base))
            case Link(new=new, old=old, at=at):
                sides = {"new": self._held(new, 4), "old": self._held(old, 4)}
                return self._say("link", year=str(at), **sides)
            case ShareOfParent(of=of):
                return self._say("share_of_parent", of=self._held(of, 4))
            case CountWhere(condition=asked, level=level):
                units = self._say(f"level_{level}")
                return self._say("count_where", units=units, condition=self._condition(asked))
            case SumOver(of=of, dimension=id):
                dimension = self.dimensions.get(id, id)
                return self._say("sum_over", of=self._held(of, 4), dimension=dimension)
            case _:
                raise TypeError(f"no words for {formula!r}")

    def _condition(self, asked: Comparison) -> str:
        sign = _SIGNS.get(asked.operator, asked.operator)
        return f"{self.of(asked.left)} {sign} {self.of(asked.right)}"

    def _held(self, formula: Formula, tightness: int) -> str:
        mine = 4
        if isinstance(formula, Operation):
            mine = _TIGHTNESS[formula.operator]
        elif isinstance(formula, Negative):
            mine = 3
        said = self.of(formula)
        return f"({said})" if mine < tightness else said

    def _listed(self, parts: tuple[Formula, ...]) -> str:
        return "; ".join(map(self.of, parts))

    def _say(self, key: str, **values: object) -> str:
        return say(f"indicators.say_{key}", self.lang, **values)
