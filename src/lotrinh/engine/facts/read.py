"""Reads the figures of a vintage in many files: only the row groups of the series asked for."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from lotrinh.engine.facts.codes import Announcement, Announcements, Codes, Series
from lotrinh.engine.facts.facts import Block, Facts
from lotrinh.engine.facts.groups import Groups, read_small
from lotrinh.engine.facts.manifest import read_manifest
from lotrinh.engine.facts.observations import read_observations
from lotrinh.periods import Period


def open_facts(folder: Path) -> Facts:
    """Return the figures of a vintage; nothing but the codes is read until a series is asked for.

    Raises LotrinhError when the folder holds no such vintage. The hashes of the files are for
    `manifest.verify`.
    """
    manifest = read_manifest(folder)
    reader = _Reader(folder)
    day = date.fromisoformat(manifest["as_known_on"])
    codes, rows = read_codes(folder), int(manifest["rows"])
    whole = partial(read_observations, folder, codes, reader.groups)
    return Facts(codes, reader.load, reader.ids, whole, rows, day)


#: Row groups of many small series that are kept, a few MB each.
_KEPT = 4


class _Reader:
    """Finds the row groups of a series and reads them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.groups = Groups(folder)
        self._footers: dict[str, pq.FileMetaData] = {}
        #: Groups of many small series are asked for again soon, often by two threads at once.
        self._kept: OrderedDict[int, Future[tuple[NDArray[np.int32], Block]]] = OrderedDict()
        self._lock = threading.Lock()

    def load(self, series: int) -> Block:
        """Return the figures of one series."""
        parts = [self._part(at, series) for at in self.groups.of(series)]
        if len(parts) == 1:
            return parts[0]
        place, period, value, how = zip(*parts, strict=True)
        return Block(*map(np.concatenate, (place, period)), *map(np.concatenate, (value, how)))

    def ids(self, series: int) -> NDArray[np.uint64]:
        """Return the ids of its observations, which lie with the texts."""
        found = []
        for at in self.groups.of(series):
            with pq.ParquetFile(self.folder / "texts" / self.groups.file_name(at)) as file:
                number = self.groups.number(at)
                table = file.read_row_group(number, columns=["id"], use_threads=False)
            found.append(_plain(table, "id")[self._rows(at, series)])
        return np.concatenate(found)

    def _part(self, at: int, series: int) -> Block:
        if self.groups.is_alone(at):
            return _block(self._read(at, Block._fields))
        return self._shared(at)[1].only(self._rows(at, series))

    def _rows(self, at: int, series: int) -> slice:
        """Return where in a row group the series lies."""
        if self.groups.is_alone(at):
            return slice(None)
        codes, _ = self._shared(at)
        begin, end = np.searchsorted(codes, np.array([series, series + 1], np.int32))
        return slice(int(begin), int(end))

    def _shared(self, at: int) -> tuple[NDArray[np.int32], Block]:
        """Return the figures of a row group of many series, read by the thread that is first."""
        with self._lock:
            known = self._kept.get(at)
            found = self._kept[at] = known or Future()
            self._kept.move_to_end(at)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        if known is None:
            try:
                found.set_result(self._read_shared(at))
            except BaseException as error:
                self._kept.pop(at, None)
                found.set_exception(error)
                raise
        return found.result()

    def _read_shared(self, at: int) -> tuple[NDArray[np.int32], Block]:
        table = self._read(at, ("series", *Block._fields))
        return _plain(table, "series"), _block(table)

    def _read(self, at: int, columns: tuple[str, ...]) -> pa.Table:
        name = self.groups.file_name(at)
        # A reader of a file is not for two threads; its footer is, and is parsed once.
        known = self._footers.get(name)
        with pq.ParquetFile(self.folder / "facts" / name, metadata=known, memory_map=True) as file:
            self._footers.setdefault(name, file.metadata)
            number = self.groups.number(at)
            return file.read_row_group(number, columns=[*columns], use_threads=False)


def _block(table: pa.Table) -> Block:
    return Block(
        _plain(table, "place"),
        _plain(table, "period"),
        _plain(table, "value"),
        _plain(table, "how"),
    )


def _plain(table: pa.Table, name: str) -> NDArray[Any]:
    """Return a column without gaps as NumPy sees it, copied only when it lies in pieces."""
    column = table[name]
    found: NDArray[Any] = (column.chunk(0) if column.num_chunks == 1 else column).to_numpy()
    return found


def read_codes(folder: Path) -> Codes:
    """Return what the numbers of a vintage stand for."""
    series, places, periods, announced = (
        read_small(folder / "codes" / f"{name}.parquet")
        for name in ("series", "place", "period", "how")
    )
    return Codes(
        tuple(Series(*row) for row in _rows(series, Series._fields)),
        tuple(places["place"].to_pylist()),
        tuple(Period.read(one) for one in periods["period"].to_pylist()),
        Announcements([Announcement(*row) for row in _rows(announced, Announcement._fields)]),
    )


def _rows(table: pa.Table, names: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    return zip(*(table[name].to_pylist() for name in names), strict=True)
