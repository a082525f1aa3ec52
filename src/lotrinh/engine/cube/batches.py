"""Which slabs are made at once: those of one recipe, as many as fit into the processor's cache.

A call of NumPy and the objects around it cost the same for one small slab as for a stack of
fifty. A slab of a whole nation is large enough to be made alone.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lotrinh.engine.cube.recipes import Part, Recipe, Way
from lotrinh.engine.cube.schedule import in_order_of_need

#: Cells of a batch: 3 MB of values, as measured. In smaller ones threads wait for the interpreter
#: more often; from 4 MB on NumPy asks for huge pages, which take longer to get here.
CELLS = 393_216


@dataclass(frozen=True, eq=False)
class Batch:
    """Slabs that are made at once."""

    way: Way
    parts: tuple[Part, ...]
    #: The sources of each part.
    sources: tuple[tuple[Part | None, ...], ...]


def batches(
    recipes: Mapping[Part, Recipe], wanted: Sequence[Part], cells: int
) -> dict[Batch, tuple[Batch, ...]]:
    """Return batches of what is wanted and of all it rests on, each with those it needs.

    `cells` is how many a slab has at most. A formula is made near what it rests on, so that
    few batches are held at a time, and what is read together lies together.
    """
    needs = {part: recipe.needs for part, recipe in recipes.items()}
    order = in_order_of_need(needs, wanted)
    needed = {one for part in order for one in needs[part]}
    most = max(1, CELLS // max(1, cells))
    found: list[Batch] = []
    depth: dict[Part, int] = {}
    waiting: dict[Hashable, list[Part]] = {}
    for n, part in enumerate(order, 1):
        depth[part] = 1 + max((depth[one] for one in needs[part]), default=0)
        way, sources = recipes[part]
        waiting.setdefault((depth[part], way, len(sources)), []).append(part)
        # Two are full: one of what is read, and one of all that is computed from it.
        is_whole = part not in needed and sum(map(len, waiting.values())) >= 2 * most
        if is_whole or n == len(order):
            found += _cut(waiting.values(), most, recipes)
            waiting.clear()
    of = {part: batch for batch in found for part in batch.parts}
    return {
        batch: tuple(dict.fromkeys(of[one] for part in batch.parts for one in needs[part]))
        for batch in found
    }


def _cut(alike: Iterable[list[Part]], most: int, recipes: Mapping[Part, Recipe]) -> Iterator[Batch]:
    for parts in alike:
        # As the figures lie, so that they are read, and used, one after the other.
        parts.sort()
        for n in range(0, len(parts), most):
            some = tuple(parts[n : n + most])
            yield Batch(recipes[some[0]].way, some, tuple(recipes[part].sources for part in some))
