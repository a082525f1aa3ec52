"""In which order slabs are made, and when each may be forgotten.

A slab is made right before it is first needed and forgotten after its last use, so that a
computation of any number of indicators holds few of them. Knows nothing of what a slab is.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import Generic, TypeVar

#: What things are called, what they are, and what is handed on of them.
Name = TypeVar("Name", bound=Hashable)
Made = TypeVar("Made")
Given = TypeVar("Given")


def in_order_of_need(
    needs: Mapping[Name, Sequence[Name]], wanted: Sequence[Name]
) -> tuple[Name, ...]:
    """Return what is wanted and all it rests on, each right after the last thing it needs.

    >>> in_order_of_need({"a": (), "b": (), "r": ("b",), "g": ("r",)}, ["a", "b", "r", "g"])
    ('b', 'r', 'g', 'a')
    """
    needed = {one for found in needs.values() for one in found}
    # What others rest on waits for the first of them, or it would be held for long.
    leading = [name for name in wanted if needs[name] and name not in needed]
    found: dict[Name, None] = {}
    for name in (*leading, *wanted):
        if name in found:
            continue
        stack = [(name, iter(needs[name]))]
        while stack:
            at, rest = stack[-1]
            below = next((one for one in rest if one not in found), None)
            if below is None:
                found[at] = None
                stack.pop()
            else:
                stack.append((below, iter(needs[below])))
    return tuple(found)


class Schedule(Generic[Name, Made, Given]):
    """Makes everything in order on some threads, and hands on what is wanted of it."""

    def __init__(
        self,
        needs: Mapping[Name, Sequence[Name]],
        wanted: Sequence[Name],
        make: Callable[[Name, Mapping[Name, Made]], Made],
        give: Callable[[Name, Made], Given],
        threads: int,
    ) -> None:
        """`give` makes of a thing what is handed on, on the thread that made the thing."""
        self.needs = needs
        self.order = in_order_of_need(needs, wanted)
        self.wanted = frozenset(wanted)
        self._make = make
        self._give = give
        self._threads = threads
        #: How often each is still needed; once to be handed on.
        self._left = dict.fromkeys(self.order, 1)
        for name in self.order:
            for one in needs[name]:
                self._left[one] += 1
        #: What is to be made soon, and needs something that is not made yet.
        self._waiting: list[Name] = []
        self._done: set[Name] = set()
        self._made: dict[Name, Made] = {}
        self._given: dict[Name, Given] = {}
        self._lock = threading.Lock()
        self._ended: SimpleQueue[Future[None]] = SimpleQueue()

    def run(self) -> Iterator[tuple[Name, Given]]:
        """Yield what is made of each that is wanted, with its name, in order.

        Few are made ahead of the one that is asked for, so that a slow reader holds the makers
        up instead of filling the memory.
        """
        ahead = 4 * self._threads
        with ThreadPoolExecutor(self._threads) as pool:
            try:
                self._begin(pool, self.order[:ahead])
                for at, name in enumerate(self.order):
                    self._begin(pool, self.order[at + ahead : at + ahead + 1])
                    while name not in self._done:
                        self._ended.get().result()
                    self._release([name])
                    if name in self.wanted:
                        yield name, self._given.pop(name)
            finally:
                pool.shutdown(cancel_futures=True)

    def _begin(self, pool: ThreadPoolExecutor, names: Sequence[Name] = ()) -> None:
        """Begin all that waits for nothing any more, so that no thread waits for another."""
        with self._lock:
            self._waiting += names
            ready = [one for one in self._waiting if self._done.issuperset(self.needs[one])]
            self._waiting = [one for one in self._waiting if one not in ready]
        for one in ready:
            pool.submit(self._one, one, pool).add_done_callback(self._ended.put)

    def _one(self, name: Name, pool: ThreadPoolExecutor) -> None:
        made = self._make(name, {one: self._made[one] for one in self.needs[name]})
        if name in self.wanted:
            self._given[name] = self._give(name, made)
        self._made[name] = made
        self._done.add(name)
        self._release(self.needs[name])
        self._begin(pool)

    def _release(self, names: Sequence[Name]) -> None:
        """Note one use of some things, and forget each after the last."""
        with self._lock:
            for name in names:
                self._left[name] -= 1
                if not self._left[name]:
                    del self._made[name]
