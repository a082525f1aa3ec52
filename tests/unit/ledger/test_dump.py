"""A dump holds all of a ledger, and reading it back gives the same."""

from __future__ import annotations

import pytest
from hypothesis import given

from lotrinh.base.errors import LotrinhError
from lotrinh.ledger.dump import Dump, read_dump, write_dump
from unit.ledger.audited import audited
from unit.ledger.story import Step, Story, steps


@given(steps)
def test_reading_a_dump_gives_back_the_ledger(todo: list[Step]) -> None:
    story = Story()
    story.live(todo)
    dump = audited(story)
    lines = list(write_dump(dump))
    again = read_dump(lines, "ledger.jsonl")
    assert again == dump
    assert list(write_dump(again)) == lines


def test_an_empty_ledger_has_a_dump_too() -> None:
    dump = audited(Story())
    assert read_dump(write_dump(dump), "x") == dump == Dump(dump.book)


@pytest.mark.parametrize(
    ("spoil", "key", "line"),
    [
        (lambda lines: lines[:0], "no_dump", None),
        (lambda lines: ["{}\n", *lines[1:]], "no_dump", 1),
        (lambda lines: [lines[0], "{", *lines[1:]], "dump_line", 2),
        (lambda lines: [lines[0], "[]"], "dump_line", 2),
        (lambda lines: [*lines, '{"what":1}'], "dump_line", 7),
        (lambda lines: [lines[0], lines[1], '{"entry":{}}'], "dump_line", 3),
        (
            lambda lines: [*lines[:3], lines[3].replace('"sha256":"', '"sha256":"../'), *lines[4:]],
            "dump_line",
            4,
        ),
        (lambda lines: [lines[0], *lines[2:]], "dump_astray", None),
        (lambda lines: [*lines[:2], *lines[3:]], "submission_broken", None),
    ],
)
def test_a_spoilt_dump_is_one_error_at_its_line(spoil: object, key: str, line: int) -> None:
    story = Story()
    story.live([("report", "an", 4, 1)])
    dump = audited(story)
    lines = list(write_dump(dump))
    assert len(lines) == 6
    with pytest.raises(LotrinhError) as caught:
        read_dump(spoil(lines), "ledger.jsonl")  # type: ignore[operator]
    (problem,) = caught.value.problems
    assert (problem.key, problem.where.line) == (f"ledger.{key}", line)
