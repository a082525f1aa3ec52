"""Reads the figures of a vintage in many files: only the row groups of the series asked for."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
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
from lotrinh.engine.facts.facts import Block, Facts, Run, runs_of
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
    series = read_small(folder / "codes" / "series.parquet")
    reader = _Reader(folder, Groups(folder, series["figures"].to_numpy()))
    day = date.fromisoformat(manifest["as_known_on"])
    codes, rows = read_codes(folder, series), int(manifest["rows"])
    whole = partial(read_observations, folder, codes, reader.groups)
    return Facts(codes, reader.runs, reader.ids, whole, rows, day)


#: Row groups of many small series that are kept, a few MB each.
_KEPT = 8


class _Reader:
    """Finds the row groups of a series and reads them."""

    def __init__(self, folder: Path, groups: Groups) -> None:
        self.folder = folder
        self.groups = groups
        #: Each file that was read from, mapped into memory, and its footer.
        self._files: dict[str, tuple[pa.MemoryMappedFile, pq.FileMetaData]] = {}
        #: Groups of many small series are asked for again soon, often by two threads at once.
        self._kept: OrderedDict[int, Future[Block]] = OrderedDict()
        self._lock = threading.Lock()

    def runs(self, asked: Sequence[int]) -> list[Run]:
        """Return the figures of some series, in order of their codes."""
        groups: dict[int, list[int]] = {}
        for series in asked:
            for at in self.groups.of(series):
                groups.setdefault(at, []).append(series)
        found: list[Run] = []
        for at, some in groups.items():
            block, first = self._group(at), int(self.groups.first[at])
            found += runs_of(block, self.groups.begins(at), first, some)
        return found

    def ids(self, series: int) -> NDArray[np.uint64]:
        """Return the ids of its observations, which lie with the texts."""
        found = []
        for at in self.groups.of(series):
            with pq.ParquetFile(self.folder / "texts" / self.groups.file_name(at)) as file:
                number = self.groups.number(at)
                table = file.read_row_group(number, columns=["id"], use_threads=False)
            begins, nth = self.groups.begins(at), series - int(self.groups.first[at])
            found.append(_plain(table, "id")[begins[nth] : begins[nth + 1]])
        return np.concatenate(found)

    def _group(self, at: int) -> Block:
        """Return a row group; one of many series is read by the thread that is first."""
        if self.groups.is_alone(at):
            return self._read(at)
        with self._lock:
            known = self._kept.get(at)
            found = self._kept[at] = known or Future()
            self._kept.move_to_end(at)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        if known is None:
            try:
                found.set_result(self._read(at))
            except BaseException as error:
                self._kept.pop(at, None)
                found.set_exception(error)
                raise
        return found.result()

    def _read(self, at: int) -> Block:
        name = self.groups.file_name(at)
        if name not in self._files:
            mapped = pa.memory_map(str(self.folder / "facts" / name))
            self._files[name] = mapped, pq.read_metadata(mapped)
        # A reader of a file is not for two threads; what it reads from is.
        mapped, footer = self._files[name]
        file = pq.ParquetFile(mapped, metadata=footer)
        number = self.groups.number(at)
        table = file.read_row_group(number, columns=[*Block._fields], use_threads=False)
        return Block(*(_plain(table, name) for name in Block._fields))


def _plain(table: pa.Table, name: str) -> NDArray[Any]:
    """Return a column without gaps as NumPy sees it, copied only when it lies in pieces."""
    column = table[name]
    found: NDArray[Any] = (column.chunk(0) if column.num_chunks == 1 else column).to_numpy()
    return found


def read_codes(folder: Path, series: pa.Table) -> Codes:
    """Return what the numbers of a vintage stand for; `series` is the table of their series."""
    places, periods, announced = (
        read_small(folder / "codes" / f"{name}.parquet") for name in ("place", "period", "how")
    )
    return Codes(
        tuple(Series(*row) for row in _rows(series, Series._fields)),
        tuple(places["place"].to_pylist()),
        tuple(Period.read(one) for one in periods["period"].to_pylist()),
        Announcements([Announcement(*row) for row in _rows(announced, Announcement._fields)]),
    )


def _rows(table: pa.Table, names: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    return zip(*(table[name].to_pylist() for name in names), strict=True)
