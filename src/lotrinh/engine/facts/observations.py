"""Reads observations back, texts and all, out of a vintage in many files."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from lotrinh.base.source import Source
from lotrinh.engine.facts.codes import Codes
from lotrinh.engine.facts.groups import Groups
from lotrinh.ledger import Observation

_TEXTS = (
    "exact", "recorded_precision", "source_title", "source_url", "source_published_on", "note",
)  # fmt: skip


def read_observations(
    folder: Path, codes: Codes, groups: Groups, series: Collection[int]
) -> Iterator[Observation]:
    """Yield the observations of some series, in the order of the files."""
    for at in range(len(groups)):
        if any(groups.holds(at, one) for one in series):
            for code, one in _read(folder, codes, groups, at):
                if code in series:
                    yield one


def _read(folder: Path, codes: Codes, groups: Groups, at: int) -> Iterator[tuple[int, Observation]]:
    columns: list[list[Any]] = []
    for kind, names in (("facts", ("series", "place", "period", "how")), ("texts", _TEXTS)):
        with pq.ParquetFile(folder / kind / groups.file_name(at)) as file:
            table = file.read_row_group(groups.number(at), columns=[*names])
        columns += [table[name].to_pylist() for name in names]
    for row in zip(*columns, strict=True):
        series, place, period, how, exact, precision, title, url, published, note = row
        about, said = codes.series[series], codes.announcements.all[how]
        yield (
            series,
            Observation(
                indicator=about.indicator,
                place=codes.places[place],
                period=codes.periods[period],
                value=Decimal(exact),
                unit=said.unit,
                status=said.status,
                source=Source(title, url, published),
                recorded_at=said.recorded_at,
                recorded_precision=precision,
                qualifier=said.qualifier,
                method=said.method,
                price_basis=said.price_basis,
                note=note,
                breakdown=about.breakdown,
                shared=about.shared,
            ),
        )
