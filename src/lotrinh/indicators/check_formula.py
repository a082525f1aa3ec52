"""Checks the formulas of a set of indicators against each other, before anything is computed.

Every name must be known, no indicator may rest on itself, and the unit and the price basis
that come out must be the declared ones. All problems are reported at once.
"""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from lotrinh.base.errors import LotrinhError, Problems, Where
from lotrinh.indicators.formula import Dated, Formula, SumOver, children, names
from lotrinh.indicators.indicator import Indicator
from lotrinh.indicators.read_formula import read_formula
from lotrinh.indicators.unit_of_formula import Measure, measure_of

#: How alike a known name must be to be named beside a misspelt one.
_ALIKE = 0.5


def check_formulas(indicators: Mapping[str, Indicator]) -> None:
    """Raise one LotrinhError that holds every problem of every formula; else do nothing."""
    problems = Problems()
    formulas: dict[str, Formula] = {}
    for one in indicators.values():
        if not one.formula:
            continue
        try:
            formulas[one.id] = formula_of(one)
        except LotrinhError as error:
            problems.take(error)
    for name, formula in formulas.items():
        if _names_are_known(name, formula, indicators, problems):
            _check_measure(indicators[name], formula, indicators, problems)
    _check_cycle(formulas, problems)
    problems.raise_if_any()


def formula_of(indicator: Indicator) -> Formula:
    """Read the formula of an indicator, with those of earlier days if there are any."""
    now = read_formula(indicator.formula, _where(indicator.id))
    if not indicator.earlier:
        return now
    before = [(one.valid_from, read_formula(one.formula, _where(indicator.id)))
              for one in indicator.earlier]  # fmt: skip
    return Dated((*before, (indicator.valid_from, now)))


def order(indicators: Mapping[str, Indicator]) -> tuple[str, ...]:
    """Return the ids so that each comes after those its formula names; check them first."""
    needs = {name: direct_inputs(name, indicators) for name in sorted(indicators)}
    return tuple(TopologicalSorter(needs).static_order())


def direct_inputs(indicator: str, indicators: Mapping[str, Indicator]) -> tuple[str, ...]:
    """Return the ids that the indicator's own formula names, each once, as written."""
    if not indicators[indicator].formula:
        return ()
    return tuple(dict.fromkeys(name.indicator for name in names(formula_of(indicators[indicator]))))


def inputs(indicator: str, indicators: Mapping[str, Indicator]) -> tuple[str, ...]:
    """Return the observed indicators that one rests on; an observed one rests on itself."""
    direct = direct_inputs(indicator, indicators)
    if not direct:
        return (indicator,)
    found = (leaf for name in direct for leaf in inputs(name, indicators))
    return tuple(dict.fromkeys(found))


def _where(name: str) -> Where:
    return Where(f"indicators/{name}.yml", field="formula")


def _names_are_known(
    name: str, formula: Formula, indicators: Mapping[str, Indicator], problems: Problems
) -> bool:
    unknown = [one for one in names(formula) if one.indicator not in indicators]
    for one in unknown:
        near = difflib.get_close_matches(one.indicator, indicators, n=3, cutoff=_ALIKE)
        key = "indicators.formula_name" if near else "indicators.formula_name_like_none"
        written = [other.replace("-", "_") for other in near]
        problems.add(key, _where(name), column=one.column, name=str(one), near=written)
    for over in _sums_over(formula):
        for one in names(over):
            known = indicators[one.indicator].disaggregations if one.indicator in indicators else ()
            if one.indicator in indicators and over.dimension not in [d.id for d in known]:
                values = {"indicator": indicators[one.indicator], "dimension": over.dimension}
                codes = [d.id.replace("-", "_") for d in known] or ["–"]
                column = over.column
                problems.add("indicators.formula_dimension", _where(name), column=column,
                             known=codes, **values)  # fmt: skip
                unknown.append(one)
    if not any(names(formula)):
        problems.add("indicators.formula_constant", _where(name), formula=str(formula))
        return False
    return not unknown


def _check_measure(
    indicator: Indicator,
    formula: Formula,
    indicators: Mapping[str, Indicator],
    problems: Problems,
) -> None:
    where = _where(indicator.id)
    try:
        found = measure_of(formula, lambda name: Measure.of(indicators[name]))
    except LotrinhError as error:
        problems.take(error, where)
        return
    declared = Measure.of(indicator)
    if found.dimension != declared.dimension:
        problems.add("indicators.formula_wrong_unit", where, found=found, declared=declared)
    elif not found.fits(declared):
        factor = f"{_factor_between(found, declared):g}"
        problems.add(
            "indicators.formula_wrong_scale", where, found=found, declared=declared, factor=factor
        )
    elif not _basis_fits(found, declared):
        problems.add(
            "indicators.formula_wrong_basis",
            where,
            found=found.price_basis or "–",
            declared=declared.price_basis or "–",
        )


def _factor_between(found: Measure, declared: Measure) -> float:
    ratio = found.scale / declared.scale
    power = round(math.log10(ratio))
    return 10.0**power if math.isclose(ratio, 10.0**power, rel_tol=1e-9) else ratio


def _basis_fits(found: Measure, declared: Measure) -> bool:
    """A share or a growth may leave its basis unsaid; an amount of money may not."""
    if found.dimension:
        return found.price_basis == declared.price_basis
    return "" in (found.price_basis, declared.price_basis) or (
        found.price_basis == declared.price_basis
    )


def _check_cycle(formulas: Mapping[str, Formula], problems: Problems) -> None:
    needs = {
        name: [one.indicator for one in names(formula) if one.indicator in formulas]
        for name, formula in formulas.items()
    }
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        cycle = error.args[1][::-1]
        problems.add("indicators.formula_cycle", _where(cycle[0]), cycle=" → ".join(cycle))


def _sums_over(formula: Formula) -> Iterator[SumOver]:
    """Yield every sum over a disaggregation in the formula."""
    yield from (formula,) if isinstance(formula, SumOver) else ()
    for child in children(formula):
        yield from _sums_over(child)
