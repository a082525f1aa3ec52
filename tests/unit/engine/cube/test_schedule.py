"""Things are made right before they are needed, and forgotten after their last use."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest

from lotrinh.engine.cube.schedule import Schedule

NEEDS = {
    "people": (),
    **{f"a{n}": () for n in range(50)},
    **{f"r{n}": (f"a{n}", "people") for n in range(50)},
}


def _itself(_: str, made: Thing | str) -> Thing | str:
    return made


class Thing:
    """Something that can be seen to be forgotten."""


@pytest.mark.usefixtures("only_what_comes")
def test_few_things_are_held_at_a_time() -> None:
    """What all rest on is held, of the rest only what is being made or handed on."""
    alive: weakref.WeakSet[Thing] = weakref.WeakSet()
    most = 0

    def make(name: str, needed: dict[str, Thing]) -> Thing:
        assert set(needed) == set(NEEDS[name])
        one = Thing()
        alive.add(one)
        return one

    for _, one in Schedule(NEEDS, [*NEEDS], make, _itself, threads=2).run():
        gc.collect()
        most = max(most, len(alive))
        del one
    assert most <= 1 + 2 * 8 + 4


@pytest.fixture
def only_what_comes() -> Iterator[None]:
    """Keep what all tests before have left behind out of the collector's way: it is much."""
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_only_what_is_wanted_is_handed_on_and_in_order(threads: int) -> None:
    found = Schedule(NEEDS, ["r7", "r3"], lambda name, _: name, _itself, threads).run()
    assert [name for name, _ in found] == ["r7", "r3"]


def test_what_goes_wrong_in_one_thread_stops_all() -> None:
    def make(name: str, _: object) -> str:
        if name == "a5":
            raise ValueError(name)
        return name

    with pytest.raises(ValueError, match="a5"):
        list(Schedule(NEEDS, [*NEEDS], make, _itself, threads=2).run())


def test_no_thread_waits_for_what_another_makes() -> None:
    """While one makes what `r` needs, the other makes what needs nothing."""
    meet = threading.Barrier(2, timeout=10)
    begun: list[str] = []

    def make(name: str, _: object) -> str:
        begun.append(name)
        if name in ("a", "b"):
            meet.wait()
        return name

    needs = {"a": (), "r": ("a",), "b": ()}
    found = Schedule(needs, ["r", "b"], make, lambda name, _: name, threads=2).run()
    assert [name for name, _ in found] == ["r", "b"]
    assert begun[-1] == "r"
