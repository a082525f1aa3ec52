"""A vintage that grows with the ledger is the one that the whole ledger freezes to."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lotrinh.ledger import Book, Growing, Recorded, Vintage
from lotrinh.ledger.published import once
from unit.ledger.story import DAY, MORNING, Step, Story, figure, sent, steps

DAYS = (DAY, DAY + timedelta(days=4), DAY + timedelta(days=60))


def whole(book: Book, day: date) -> tuple[Vintage, dict[str, Recorded]]:
    """Read the ledger from its beginning."""
    known = book.known_on(day)
    recorded = {one.observation.id: Recorded(one.entry.by, one.entry.at) for one in known}
    return Vintage.freeze(once(one.observation for one in known), day), recorded


def take(growing: Growing, book: Book, ids: set[str]) -> None:
    """Let a vintage take in what became official with these submissions."""
    entries = [one for one in book.entries if one.submission in ids]
    levels = {id: one.levels for id, one in book.submissions.items()}
    growing.take(entries, levels, book.progress())


@given(steps, st.integers(1, 5))
def test_what_grows_step_by_step_equals_the_whole_ledger(todo: list[Step], at_once: int) -> None:
    """Reports, corrections, withdrawals and approvals in any order, looked at now and then."""
    story, kept = Story(), [Growing(day) for day in DAYS]
    taken: set[str] = set()
    for first in range(0, len(todo), at_once):
        story.live(todo[first : first + at_once])
        book = story.store.book
        approved = {id for id, one in book.progress().items() if one.state == "approved"}
        for one in kept:
            take(one, book, approved - taken)
        taken = approved
        for day, one in zip(DAYS, kept, strict=True):
            assert (one.vintage, one.recorded) == whole(book, day)
            assert one.vintage.hash == whole(book, day)[0].hash


def test_a_figure_that_two_plans_bring_stands_once_until_both_took_it_back() -> None:
    one, later = figure(), MORNING + timedelta(hours=1)
    brought = {"purpose": "published", "levels": 0}
    book = Book({}, ())
    growing = Growing(DAY)
    found = []
    for more in (
        sent(one, author="an", **brought),  # type: ignore[arg-type]
        sent(one, author="binh", at=later, **brought),  # type: ignore[arg-type]
        sent(withdrawn=(2,), at=later, **brought),  # type: ignore[arg-type]
        sent(withdrawn=(1,), at=later, **brought),  # type: ignore[arg-type]
    ):
        entries = (*book.entries, *more.entries(len(book.entries) + 1))
        book = Book(dict(book.submissions) | {more.id: more}, entries)
        take(growing, book, {more.id})
        assert (growing.vintage, growing.recorded) == whole(book, DAY)
        found.append([recorded.by for recorded in growing.recorded.values()])
    assert found == [["an"], ["binh"], ["an"], []]
