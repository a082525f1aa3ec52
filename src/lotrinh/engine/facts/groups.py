"""The index of a vintage in many files: which row group of which file holds which series."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq


def read_small(path: Path) -> pa.Table:
    """Return a whole small file; `pq.read_table` would load what large data sets need."""
    with pq.ParquetFile(path) as file:
        return file.read(use_threads=False)


class Groups:
    """Which row group of which file holds which series."""

    def __init__(self, folder: Path) -> None:
        index = read_small(folder / "codes" / "groups.parquet")
        self._file, self._number, self.first, self.last = (
            index[name].to_numpy() for name in ("file", "group", "first", "last")
        )

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

    def file_name(self, at: int) -> str:
        """Return the name of the file, the same among the facts and among the texts."""
        return f"{self._file[at]:04}.parquet"

    def number(self, at: int) -> int:
        """Return the number of the row group in its file."""
        return int(self._number[at])
