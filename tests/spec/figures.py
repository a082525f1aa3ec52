"""Small tables of figures, written as people would on paper, turned into indicators and a vintage.

    2022  2023  2024
    a  10     .     30e
    b  2      <5    4p

A point is a missing figure, `e` an estimate, `p` a preliminary figure, `<5` only a bound.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from lotrinh.base.source import Source
from lotrinh.base.words import Words
from lotrinh.engine import Results, compute
from lotrinh.indicators import Indicator, Unit, unit
from lotrinh.indicators.read_formula import read_formula
from lotrinh.indicators.unit_of_formula import Measure, measure_of
from lotrinh.ledger import Observation, Vintage
from lotrinh.periods import Period

STATUS = {"e": "estimate", "p": "preliminary"}
LETTER = {"estimate": "e", "preliminary": "p", "actual": ""}
DAY = date(2025, 1, 1)
PLACE = "vn/somewhere"


def indicator(
    name: str, formula: str = "", *, measured: Unit | None = None, basis: str = ""
) -> Indicator:
    """An indicator that is nothing but its id, unit and formula."""
    words = Words(name, name)
    declared = measured or unit("ratio")
    return Indicator(name, words, words, declared, "ratio", "up", formula, basis, "vn/office", ())


def observation(name: str, period: str, value: str, **more: object) -> Observation:
    """One figure; what is not said is ordinary."""
    said: dict[str, object] = {
        "place": PLACE,
        "unit": "ratio",
        "status": "actual",
        "source": Source("a yearbook"),
        "recorded_at": DAY,
    }
    kept = said | more
    return Observation(name, period=Period.read(period), value=Decimal(value), **kept)  # type: ignore[arg-type]


def read_table(table: str) -> tuple[list[str], dict[str, list[str]]]:
    """Return the periods, and the cells of each row by its name."""
    header, *rows = [line.split() for line in table.strip().splitlines()]
    assert all(len(row) == len(header) + 1 for row in rows), "every row needs a cell a period"
    return header, {row[0]: row[1:] for row in rows}


def observations(table: str) -> list[Observation]:
    """Return the figures of a table."""
    periods, rows = read_table(table)
    return [
        figure(name, period, cell)
        for name, cells in rows.items()
        for period, cell in zip(periods, cells, strict=True)
        if cell != "."
    ]


def figure(name: str, period: str, cell: str) -> Observation:
    status = STATUS.get(cell[-1], "actual")
    digits = cell.rstrip("ep").lstrip("<>")
    bound = {"qualifier": cell[0], "method": "inferred"} if cell[0] in "<>" else {}
    return observation(name, period, digits, status=status, **bound)


def computed(
    formulas: dict[str, str], figures: list[Observation], on: str, also: Iterable[str] = ()
) -> Results:
    """Compute formulas over figures that are all plain numbers; `also` names those without any."""
    indicators = {name: indicator(name) for name in (*also, *(one.indicator for one in figures))}
    for name, text in formulas.items():
        measure = measure_of(read_formula(text), lambda one: Measure.of(indicators[one]))
        measured = Unit("any", Words("bất kỳ", "any"), measure.scale, measure.dimension)
        indicators[name] = indicator(name, text, measured=measured)
    return compute(indicators, Vintage.freeze(figures, DAY), on=on)


def answers(on: str, formula: str, table: str) -> None:
    """Hold an engine to a table whose last row, `=`, is what the formula must give."""
    periods, rows = read_table(table)
    expected = rows.pop("=")
    given = [
        figure(name, period, cell)
        for name, cells in rows.items()
        for period, cell in zip(periods, cells, strict=True)
        if cell != "."
    ]
    results = computed({"answer": formula}, given, on, also=rows)
    found = []
    for period in periods:
        one = results.get("answer", PLACE, Period.read(period))
        found.append("." if one is None else f"{one.value:.6g}{LETTER[one.status]}")
    assert found == expected
    computed_periods = {str(one.period) for one in results.series("answer", PLACE)}
    assert computed_periods <= set(periods), "a value stands where the table has no column"
