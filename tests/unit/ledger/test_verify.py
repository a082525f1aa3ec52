"""Whatever is mended, taken out or written past the software is found, and said where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from lotrinh.base.errors import LotrinhError
from lotrinh.ledger import Book, Entry, Submission
from lotrinh.ledger.chain import Link
from lotrinh.ledger.dump import Dump
from lotrinh.ledger.verify import verify
from unit.ledger.audited import FILE, FILES, audited
from unit.ledger.story import Step, Story, approval, steps

TOLD: list[Step] = [
    ("report", "an", 4, 1),
    ("report", "an", 2, 1),
    ("approve", "binh", 0, 1),
    ("approve", "binh", 1, 1),
]


@given(steps)
def test_every_ledger_that_was_written_by_its_rules_is_whole(todo: list[Step]) -> None:
    story = Story()
    story.live(todo)
    dump = audited(story)
    found = verify(dump, FILES.get)
    assert (found.links, found.entries) == (len(dump.links), len(dump.book.entries))


def whole() -> Dump:
    story = Story()
    story.live(TOLD)
    dump = audited(story)
    assert len(dump.links) == len(dump.book.entries) == 4
    return dump


def mended(dump: Dump, number: int, **changes: object) -> Dump:
    """Change an entry, and its submission with it, as somebody at the database might."""
    entries = [replace(e, **changes) if e.number == number else e for e in dump.book.entries]  # type: ignore[arg-type]
    return replace(dump, book=Book(_following(dump.book, entries), tuple(entries)))


def _following(book: Book, entries: list[Entry]) -> dict[str, Submission]:
    figures = {e.submission: e.observation for e in entries if e.observation}
    return {
        id: replace(one, figures=(replace(one.figures[0], observation=figures[id]),))
        for id, one in book.submissions.items()
    }


def raised(value: int) -> Callable[[Dump], Dump]:
    def change(dump: Dump) -> Dump:
        old = dump.book.entries[0].observation
        assert old is not None
        return mended(dump, 1, observation=replace(old, value=Decimal(value)))

    return change


def without(number: int) -> Callable[[Dump], Dump]:
    def change(dump: Dump) -> Dump:
        kept = tuple(one for one in dump.book.entries if one.number != number)
        return replace(dump, book=Book(dump.book.submissions, kept))

    return change


def link(number: int, **changes: object) -> Callable[[Dump], Dump]:
    def change(dump: Dump) -> Dump:
        links = list(dump.links)
        links[number - 1] = replace(links[number - 1], **changes)  # type: ignore[arg-type]
        return replace(dump, links=tuple(links))

    return change


def by_the_author(dump: Dump) -> Dump:
    return mended(dump, 3, by="an")


def without_a_link(dump: Dump) -> Dump:
    return replace(dump, links=dump.links[:1] + dump.links[2:])


def past_the_software(dump: Dump) -> Dump:
    id = next(iter(dump.book.submissions))
    more = replace(approval(id, dump.book.entries[-1].at, "chi", 2), number=5)
    return replace(dump, book=Book(dump.book.submissions, (*dump.book.entries, more)))


def rewritten(dump: Dump) -> Dump:
    """Mend a deed and every hash behind it: only what was published tells."""
    links: list[Link] = []
    before = "0" * 64
    for one in dump.links:
        by = "em" if not links else one.by
        links.append(Link.after(before, one.at, by, one.action, one.subject, one.payload))
        before = links[-1].hash
    return replace(dump, links=tuple(links))


def without_evidence(dump: Dump) -> Dump:
    return replace(dump, evidence=())


def evidence_elsewhere(dump: Dump) -> Dump:
    _, second = dump.book.submissions
    return replace(dump, evidence=(replace(dump.evidence[0], submission=second),))


@pytest.mark.parametrize(
    ("change", "keys"),
    [
        (raised(99), ["submission_mended", "entries_mended", "vintage_differs"]),
        (without(4), ["entries_mended", "vintage_differs"]),
        (without(2), ["number_gap", "entries_mended", "vintage_differs"]),
        (by_the_author, ["entries_mended", "own_submission"]),
        (link(2, payload="{}"), ["chain_broken", "entry_untold"]),
        (without_evidence, ["evidence_gone"]),
        (evidence_elsewhere, ["evidence_gone"]),
        (link(3, by="chi"), ["chain_broken"]),
        (without_a_link, ["chain_broken", "entry_untold"]),
        (past_the_software, ["entry_untold", "not_open"]),
        (rewritten, ["vintage_head"]),
    ],
)
def test_each_kind_of_tampering_is_found(change: Callable[[Dump], Dump], keys: list[str]) -> None:
    verify(whole(), FILES.get)
    with pytest.raises(LotrinhError) as caught:
        verify(change(whole()), FILES.get)
    found = [problem.key.removeprefix("ledger.") for problem in caught.value.problems]
    assert found == keys


def test_the_first_broken_link_is_told_in_both_languages() -> None:
    with pytest.raises(LotrinhError) as caught:
        verify(link(3, by="chi")(whole()), FILES.get)
    assert "mắt xích 3" in caught.value.say("vi")
    assert "link 3: approved, chi" in caught.value.say("en")


@pytest.mark.parametrize(
    ("files", "key"),
    [({}, "evidence_missing"), (dict.fromkeys(FILES, FILE[::-1]), "evidence_mended")],
)
def test_a_file_that_is_missing_or_altered_is_named(files: dict[str, bytes], key: str) -> None:
    with pytest.raises(LotrinhError) as caught:
        verify(whole(), files.get)
    (problem,) = caught.value.problems
    assert problem.key == f"ledger.{key}"
    assert "biên bản.pdf" in problem.say("vi")
