"""Small lands and the figures in them, written as people would on paper.

    vn(north(a b) south(c d))

is a country of two provinces with two communes each. In a table `x@a` is indicator x at place
a, `x@a#sex=female` a part of it, `x@a*key` a result shared under that key; `3[2/3]` is a total
of two out of three units, `3[2/3,40%]` one that carries two fifths of the weight.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from lotrinh.base.words import Words
from lotrinh.engine import Result, Results, compute
from lotrinh.indicators import Disaggregation, Indicator, Unit
from lotrinh.indicators.indicator import Earlier
from lotrinh.indicators.read_formula import read_formula
from lotrinh.indicators.unit_of_formula import Measure, measure_of
from lotrinh.ledger import Observation, Vintage
from lotrinh.periods import Period
from lotrinh.places import Gazetteer, Place
from spec.figures import DAY, LETTER, figure, indicator, read_table

LEVELS = ("country", "province", "commune")
SEX = Disaggregation(
    "sex", Words("giới tính", "sex"), {code: Words(code, code) for code in ("female", "male")}
)
_ROW = re.compile(r"([a-z-]+)@([a-z0-9-]+)(?:#([a-z=;-]+))?(?:\*([a-z-]+))?")


def land(text: str, *, ended: dict[str, date] | None = None, **wholes: date | None) -> Gazetteer:
    """Return the places of a tree; `ended` gives last days, `wholes` which lists are whole."""
    places = {}
    for name, parent, depth in _nodes(text):
        words, last = Words(name, name), (ended or {}).get(name)
        places[name] = Place(name, words, LEVELS[depth], "", parent, None, last)
    return Gazetteer(places, (), wholes or None)


def _nodes(text: str) -> Iterator[tuple[str, str, int]]:
    above = [""]
    name = ""
    for token in re.findall(r"[a-z0-9-]+|[()]", text):
        if token == "(":
            above.append(name)
        elif token == ")":
            above.pop()
        else:
            name = token
            yield name, above[-1], len(above) - 1


def rules(name: str, text: str) -> Indicator:
    """Return an indicator by its rules: `sum`, `sum weight=w`, `mean weight=w`, `a / b partial`.

    `defined=2023-01-01` says that its figures were of another definition before that day,
    `harmless` that the change does no harm.
    """
    words = text.split()
    anew = next((one.removeprefix("defined=") for one in words if one.startswith("defined=")), "")
    weight = next((one.removeprefix("weight=") for one in words if one.startswith("weight=")), "")
    over_time = next((one for one in words if one in ("year-sum", "year-last")), "none")
    over_places = next((one for one in words if one in ("sum", "mean")), "none")
    formula = " ".join(
        one
        for one in words
        if not re.fullmatch("sum|mean|none|partial|year-.*|weight=.*|defined=.*|harmless", one)
    )
    return replace(
        indicator(name, formula),
        over_places=over_places,  # type: ignore[arg-type]
        over_time=over_time.removeprefix("year-"),  # type: ignore[arg-type]
        weight=weight,
        missing="partial" if "partial" in words else "strict",
        disaggregations=(SEX,),
        valid_from=date.fromisoformat(anew) if anew else None,
        earlier=(Earlier(None, Words("cũ", "old"), "", (), True),) if "harmless" in words else (),
    )


def told(table: str) -> list[Observation]:
    """Return the figures of a table whose rows name indicator, place, part and shared result."""
    periods, rows = read_table(table)
    found = []
    for row, cells in rows.items():
        name, place, part, shared = _parts(row)
        for period, cell in zip(periods, cells, strict=True):
            if cell != ".":
                one = figure(name, period, cell)
                found.append(replace(one, place=place, breakdown=part, shared=shared))
    return found


def holds(
    on: str, places: str | Gazetteer, given: dict[str, str], table: str, expected: str
) -> Results:
    """Hold an engine to what it must give in a land for indicators of the given rules."""
    gazetteer = land(places) if isinstance(places, str) else places
    indicators = _indicators(given)
    vintage = Vintage.freeze(told(table), DAY)
    results = compute(indicators, vintage, on=on, places=gazetteer)
    periods, rows = read_table(expected)
    found = {}
    for row in rows:
        name, place, part, _ = _parts(row)
        found[row] = [shown(results.get(name, place, Period.read(p), part)) for p in periods]
    assert found == rows
    return results


def _indicators(given: dict[str, str]) -> dict[str, Indicator]:
    """A formula is declared in the unit it gives; what units must fit is tested elsewhere."""
    found: dict[str, Indicator] = {}
    for name, text in given.items():
        one = rules(name, text)
        if one.formula:
            measure = measure_of(read_formula(one.formula), lambda of: Measure.of(found[of]))
            measured = Unit("any", Words("bất kỳ", "any"), measure.scale, measure.dimension)
            one = replace(one, unit=measured)
        found[name] = one
    return found


def shown(one: Result | None) -> str:
    """Write a result as a cell."""
    if one is None:
        return "."
    text = f"{one.qualifier}{one.value:.6g}{LETTER[one.status]}"
    if not one.is_partial or one.coverage is None:
        return text
    weight = one.coverage.weight
    share = "" if weight is None else f" {100 * weight:.4g}%"
    return f"{text}[{one.coverage.reported}/{one.coverage.expected}{share}]".replace(" ", ",")


def _parts(row: str) -> tuple[str, str, str, str]:
    read = _ROW.fullmatch(row)
    assert read is not None, row
    return read[1], read[2], read[3] or "", read[4] or ""
