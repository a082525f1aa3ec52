"""What holds follows from the entries alone; what was known on a day is never known otherwise."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given

from lotrinh.ledger import Book, Checked, InMemory, Vintage
from lotrinh.ledger.book import Known
from unit.ledger.story import DAY, MORNING, Step, Story, approval, figure, sent, steps

NEXT = DAY + timedelta(days=1)


def values(found: tuple[Known, ...]) -> list[tuple[int, date]]:
    return [(int(one.observation.value), one.observation.recorded_at) for one in found]


def test_claimed_verified_and_official_are_kept_apart() -> None:
    store = InMemory()
    one = sent(figure(), levels=2)
    store.append(Checked(one))
    store.decide(approval(one.id, MORNING + timedelta(days=1)))
    assert values(store.book.known_on(DAY, "claimed")) == [(150, DAY)]
    assert values(store.book.known_on(DAY, "verified")) == []
    assert values(store.book.known_on(NEXT, "verified")) == [(150, NEXT)]
    assert values(store.book.known_on(NEXT, "official")) == []
    store.decide(approval(one.id, MORNING + timedelta(days=1, hours=1), "chi", 2))
    assert values(store.book.known_on(NEXT, "official")) == [(150, NEXT)]
    assert values(store.book.known_on(DAY, "official")) == []


def test_a_returned_figure_is_no_longer_claimed() -> None:
    story = Story()
    story.live([("report", "an", 4, 1), ("return", "binh", 0, 1)])
    assert story.store.book.known_on(NEXT, "claimed") == ()


def test_a_published_figure_is_known_from_the_day_of_its_source() -> None:
    store = InMemory()
    early = figure(day=date(2020, 6, 16))
    store.append(Checked(sent(early, purpose="published", levels=0)))
    assert [one.observation for one in store.book.known_on(date(2020, 6, 16))] == [early]
    assert store.book.known_on(date(2020, 6, 15)) == ()


def test_what_a_correction_superseded_stays_visible_under_it() -> None:
    store = _approved(sent(figure(150)))
    later = MORNING + timedelta(days=1)
    second = sent(figure(160, day=NEXT), at=later, purpose="correction", about=1, reason="sót")
    store.append(Checked(second))
    store.decide(approval(second.id, later))
    assert values(store.book.known_on(DAY)) == [(150, DAY)]
    assert values(store.book.known_on(NEXT)) == [(150, DAY), (160, NEXT)]


def test_a_figure_corrected_on_the_day_it_became_known_never_was_known() -> None:
    store = _approved(sent(figure(150)))
    later = MORNING + timedelta(hours=2)
    second = sent(figure(160), at=later, purpose="correction", about=1, reason="sót")
    store.append(Checked(second))
    store.decide(approval(second.id, later))
    assert values(store.book.known_on(DAY)) == [(160, DAY)]


def test_what_is_taken_back_is_gone_from_that_day_on_and_was_known_before() -> None:
    store = _approved(sent(figure(150)))
    later = MORNING + timedelta(days=1)
    second = sent(at=later, purpose="withdrawal", withdrawn=(1,), reason="trùng")
    store.append(Checked(second))
    assert values(store.book.known_on(NEXT)) == [(150, DAY)], "a withdrawal waits for approval too"
    store.decide(approval(second.id, later))
    assert values(store.book.known_on(DAY)) == [(150, DAY)]
    assert store.book.known_on(NEXT) == ()


@given(steps)
def test_replaying_the_ledger_gives_the_same_progress_and_the_same_vintages(
    todo: list[Step],
) -> None:
    """What each step left ready equals a replay; a vintage of a day stays as it was that day."""
    story = Story()
    at_the_time: dict[date, str] = {}
    for step in todo:
        day = story.now.date()
        at_the_time[day] = _vintage(story.store.book, day)
        story.live([step])
        if story.now.date() == day:
            del at_the_time[day]  # the day is not over
    book = story.store.book
    again = Book(dict(book.submissions), tuple(book.entries))
    assert again.progress() == {id: story.store.progress(id) for id in book.submissions}
    assert {day: _vintage(again, day) for day in at_the_time} == at_the_time


@given(steps)
def test_entries_are_numbered_without_a_gap_and_name_their_submission(todo: list[Step]) -> None:
    story = Story()
    story.live(todo)
    book = story.store.book
    assert [one.number for one in book.entries] == list(range(1, len(book.entries) + 1))
    assert all(one.submission in book.submissions for one in book.entries)
    assert all(id == one.id for id, one in book.submissions.items())


@given(steps)
def test_no_figure_is_official_without_another_persons_approval(todo: list[Step]) -> None:
    story = Story()
    story.live(todo)
    book = story.store.book
    for one in book.known_on(story.now.date()):
        approved = [d for d in book.decisions[one.entry.submission] if d.verdict == "approved"]
        assert len({d.by for d in approved}) == book.submissions[one.entry.submission].levels
        assert one.entry.by not in {d.by for d in approved}


def _approved(one: object) -> InMemory:
    store = InMemory()
    store.append(Checked(one))  # type: ignore[arg-type]
    store.decide(approval(one.id, MORNING))  # type: ignore[attr-defined]
    return store


def _vintage(book: Book, day: date) -> str:
    return Vintage.freeze((one.observation for one in book.known_on(day)), day).hash
