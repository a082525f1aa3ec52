"""Results that several bodies report together: part of what each has done, counted once above.

They are few, so they are kept one by one beside the slab of the figures of one's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lotrinh.engine.cube.frame import Map
from lotrinh.engine.cube.slab import Slab, Values

#: When it was recorded, how firm it is, and its id: of two reports of one result the later
#: holds, or the firmer of one day.
Strength = tuple[int, int, int]


class SharedCell(NamedTuple):
    """One report of a shared result."""

    row: int
    column: int
    name: str
    value: float
    firmness: int
    strength: Strength


@dataclass(frozen=True)
class SharedCells:
    """All reports of shared results of one series, that hold and are exact."""

    cells: Sequence[SharedCell] = ()

    def __bool__(self) -> bool:
        return bool(self.cells)

    def mark(self, there: NDArray[np.bool_]) -> None:
        """Note in `there` the places that have reported a shared result."""
        for one in self.cells:
            there[one.row, one.column] = True

    def add_to_own_place(self, slab: Slab) -> None:
        """Add each to what its place has reported of its own; too large a sum is missing."""
        for one in self.cells:
            at = one.row, one.column
            if np.isnan(slab.values[at]):
                slab.values[at], slab.firmness[at] = one.value, one.firmness
            else:
                slab.values[at] += one.value
                slab.firmness[at] = min(slab.firmness[at], one.firmness)
        for one in self.cells:
            if not np.isfinite(slab.values[one.row, one.column]):
                slab.values[one.row, one.column] = np.nan

    def add_above(
        self,
        value: Values,
        firmness: NDArray[np.int8],
        there: NDArray[np.bool_],
        on: Map,
        rows: slice | NDArray[np.intp],
    ) -> None:
        """Add to every total above the report that holds of each result, once."""
        numbers = range(len(there)) if isinstance(rows, slice) else rows.tolist()
        row_at = {row: n for n, row in enumerate(numbers)}
        holds: dict[tuple[int, int, str], SharedCell] = {}
        for one in self.cells:
            if one.row not in row_at:
                continue
            row, above = row_at[one.row], int(on.parent[one.column])
            while above >= 0 and not there[row, above]:
                known = holds.get((row, above, one.name))
                if known is None or known.strength < one.strength:
                    holds[row, above, one.name] = one
                above = int(on.parent[above])
        for (row, column, _), one in holds.items():
            value[row, column] += one.value
            firmness[row, column] = min(firmness[row, column], one.firmness)
