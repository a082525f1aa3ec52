"""The index of a vintage in many files: where each series lies, in which row groups and rows."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray


def read_small(path: Path) -> pa.Table:
    """Return a whole small file; `pq.read_table` would load what large data sets need."""
    with pq.ParquetFile(path) as file:
        return file.read(use_threads=False)


class Groups:
    """Which row group of which file holds which series."""

    def __init__(self, folder: Path, figures: NDArray[np.integer]) -> None:
        """`figures` says how many each series has, by its code."""
        index = read_small(folder / "codes" / "groups.parquet")
        self._file, self._number, self.first, self.last, rows = (
            index[name].to_numpy() for name in ("file", "group", "first", "last", "rows")
        )
        #: Where each series and each row group begins among all figures, and the last one ends.
        self._series_begins, self._begins = _ends(figures), _ends(rows)

    def __len__(self) -> int:
        return len(self.first)

    def of(self, series: int) -> range:
        """Return the row groups that hold a series: both ends ascend, so they are in a row."""
        begin = np.searchsorted(self.last, series, side="left")
        end = np.searchsorted(self.first, series, side="right")
        return range(int(begin), int(end))

    def holds(self, at: int, series: int) -> bool:
        """Whether a row group may hold figures of a series."""
        return bool(self.first[at] <= series <= self.last[at])

    def is_alone(self, at: int) -> bool:
        """Whether a row group holds one series only."""
        return bool(self.first[at] == self.last[at])

    def begins(self, at: int) -> NDArray[np.intp]:
        """Return where in a row group each of its series begins, and where the last one ends."""
        begin, end = self._begins[at : at + 2]
        of_series = self._series_begins[self.first[at] : self.last[at] + 2]
        found: NDArray[np.intp] = np.clip(of_series, begin, end) - begin
        return found

    def file_name(self, at: int) -> str:
        """Return the name of the file, the same among the facts and among the texts."""
        return f"{self._file[at]:04}.parquet"

    def number(self, at: int) -> int:
        """Return the number of the row group in its file."""
        return int(self._number[at])


def _ends(counts: NDArray[np.integer]) -> NDArray[np.intp]:
    """Return where each of so many begins when they lie end to end, and where the last one ends."""
    return np.concatenate([[0], np.cumsum(counts, dtype=np.intp)])
