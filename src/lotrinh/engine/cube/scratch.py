"""Arrays of one thread that are used again and again: fresh memory costs more than the work."""

from __future__ import annotations

import threading
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray


class Scratch:
    """Arrays by name; what one holds is good until the name is asked for again."""

    def __init__(self) -> None:
        self._kept: dict[str, NDArray[Any]] = {}

    def array(self, name: str, size: int, dtype: DTypeLike) -> NDArray[Any]:
        """Return an array of so many numbers, whatever they are."""
        if name not in self._kept or len(self._kept[name]) < size:
            self._kept[name] = np.empty(size + size // 8, dtype)
        return self._kept[name][:size]

    def copy(self, name: str, of: NDArray[Any]) -> NDArray[Any]:
        """Return a copy of an array."""
        found = self.array(name, of.size, of.dtype).reshape(of.shape)
        found[...] = of
        return found

    def codes(self, name: str, of: NDArray[np.int32]) -> NDArray[np.intp]:
        """Return codes as NumPy takes them to look something up; it would widen them each time."""
        found = self.array(name, len(of), np.intp)
        found[:] = of
        return found

    def taken(self, name: str, table: NDArray[Any], codes: NDArray[np.intp]) -> NDArray[Any]:
        """Return the entry of a table for each code."""
        return np.take(table, codes, out=self.array(name, len(codes), table.dtype), mode="clip")


def scratch_of_thread() -> Scratch:
    """Return the arrays of the thread that asks."""
    if not hasattr(_LOCAL, "scratch"):
        _LOCAL.scratch = Scratch()
    found: Scratch = _LOCAL.scratch
    return found


_LOCAL = threading.local()
