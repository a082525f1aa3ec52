"""Reads a CSV of observations whole or not at all; writes it back to the letter.

The door for figures in files. Excel and the web form are other doors; all of them end in
`check_observation`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from math import isfinite
from typing import get_args

from lotrinh.base.errors import LotrinhError, Problems, Where, wrong
from lotrinh.base.files import read_day
from lotrinh.base.mark import MARKS
from lotrinh.base.source import Source
from lotrinh.base.table import Row, rows_of
from lotrinh.indicators import Indicator
from lotrinh.intake.check import check_observation
from lotrinh.ledger.observation import (
    COLUMNS,
    LATER_COLUMNS,
    Method,
    Observation,
    Precision,
    Qualifier,
    Status,
)
from lotrinh.periods import Period
from lotrinh.places import Gazetteer

_CHOICES = {
    "status": get_args(Status),
    "method": get_args(Method),
    "qualifier": get_args(Qualifier),
    "recorded_precision": get_args(Precision),
    "mark": MARKS,
}


def read_observations(
    text: str, name: str, indicators: dict[str, Indicator], places: Gazetteer
) -> tuple[Observation, ...]:
    """Return the observations of the CSV `text` called `name`, in its order.

    Raises one LotrinhError with the errors of all rows; then nothing is returned.
    """
    problems = Problems()
    observations: list[Observation] = []
    for where, row in rows_of(text, name, COLUMNS, LATER_COLUMNS):
        try:
            one = _observation(row, where)
            check_observation(one, where, indicators, places)
        except LotrinhError as error:
            problems.take(error)
        else:
            observations.append(one)
    _refuse_repeats(observations, name, problems)
    problems.raise_if_any()
    return tuple(observations)


def write_observations(observations: Iterable[Observation]) -> str:
    """Return the CSV text of the observations: what `read_observations` reads.

    Columns that came later are written up to the last that a row needs.
    """
    rows = [one.as_row() for one in observations]
    needed = [n for n, column in enumerate(LATER_COLUMNS, 1) if any(row[column] for row in rows)]
    columns = [*COLUMNS, *LATER_COLUMNS[: max(needed, default=0)]]
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _observation(row: Row, where: Where) -> Observation:
    for column, choices in _CHOICES.items():
        if row[column] not in choices:
            place = Where(where.file, where.line, column)
            allowed = [choice for choice in choices if choice]
            raise wrong("intake.not_allowed", place, value=row[column], allowed=allowed)
    recorded_at = read_day(row["recorded_at"], Where(where.file, where.line, "recorded_at"))
    if not row["source_title"]:
        raise wrong("intake.no_source", Where(where.file, where.line, "source_title"))
    return Observation(
        indicator=row["indicator"],
        place=row["place"],
        period=Period.read(row["period"], Where(where.file, where.line, "period")),
        value=_value(row["value"], Where(where.file, where.line, "value")),
        unit=row["unit"],
        status=row["status"],  # type: ignore[arg-type]  # checked above, as the three below
        source=Source(row["source_title"], row["source_url"], recorded_at),
        recorded_at=recorded_at,
        recorded_precision=row["recorded_precision"],  # type: ignore[arg-type]
        qualifier=row["qualifier"],  # type: ignore[arg-type]
        method=row["method"],  # type: ignore[arg-type]
        price_basis=row["price_basis"],
        note=row["note"],
        breakdown=row["breakdown"],
        shared=row["shared"],
        mark=row["mark"],  # type: ignore[arg-type]
    )


def _value(text: str, where: Where) -> Decimal:
    try:
        value = Decimal(text)
    except InvalidOperation as error:
        raise wrong("intake.not_a_number", where, text=text) from error
    if not isfinite(float(value)):  # 1e400 is a Decimal, and no figure of anything
        raise wrong("intake.not_a_number", where, text=text)
    return value


def _refuse_repeats(observations: list[Observation], name: str, problems: Problems) -> None:
    """The same row twice is a slip of the hand; the same figure from two sources is not."""
    seen: set[str] = set()
    for one in observations:
        if one.id in seen:
            about = (one.indicator, one.place, str(one.period), one.breakdown, one.shared)
            what = ", ".join(filter(None, (*about, one.source.title)))
            problems.add("intake.twice", Where(name), what=what)
        seen.add(one.id)
