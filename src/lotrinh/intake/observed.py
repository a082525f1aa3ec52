"""Turns a filled-in report into observations: what the ledger keeps, the report as their source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lotrinh.base.source import Source
from lotrinh.base.words import say
from lotrinh.bodies import Body
from lotrinh.intake.filing import Filing, Filled
from lotrinh.ledger import Observation


def observed(filing: Filing, body: Body, day: date) -> Iterator[tuple[Filled, Observation]]:
    """Yield each figure that was written, as an observation known from `day`.

    A note is kept with the figure: it is where a soft check is answered.
    """
    title = say(
        "intake.source", "vi", body=body, report=filing.obligation, period=filing.period
    )  # a source's title stands in its own language
    source = Source(title, "", day)
    for one, value in filing.written():
        indicator = filing.indicators[one.cell.indicator]
        yield (
            one,
            Observation(
                indicator=one.cell.indicator,
                place=one.cell.place,
                period=filing.period,
                value=value,
                unit=indicator.unit.code,
                status=one.status,
                source=source,
                recorded_at=day,
                price_basis=indicator.price_basis,
                note=one.note,
                breakdown=one.cell.breakdown,
            ),
        )
