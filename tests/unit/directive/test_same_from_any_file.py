"""One document written as text, page, Word and PDF gives one draft, its spans in each text."""

import textwrap
from html import escape
from pathlib import Path

import pytest

from lotrinh.directive import open_document, read, structure
from specimens.documents.make_docx import Word
from specimens.documents.make_pdf import Page, make_pdf

SPECIMEN = Path(__file__).parents[2] / "specimens/directives/07-official-plan.txt"
TEXT = SPECIMEN.read_text("utf-8")
LINES = [line for line in TEXT.split("\n") if line]
#: As many letters as go on a printed line, and lines on a page.
WIDTH, HEIGHT = 75, 38


def page() -> bytes:
    body = "".join(f"<p>{escape(line)}</p>" for line in LINES)
    return f"<!doctype html><meta charset=utf-8><body>{body}".encode()


def word() -> bytes:
    paper = Word()
    paper.table(["\n".join(LINES[:3]), "\n".join(LINES[3:6])], LINES[6:8])
    for line in LINES[8:]:
        paper.write(line)
    return paper.data()


def pdf() -> bytes:
    """Print the lines, broken at the edge and over pages with a number and a foot."""
    printed = [
        f"{one:<{WIDTH}}"[: len(one)]
        for line in LINES
        for one in textwrap.wrap(line, WIDTH, break_on_hyphens=False)
    ]
    pages = []
    for number, at in enumerate(range(0, len(printed), HEIGHT), 1):
        sheet = Page().text(300, 40, str(number)) if number > 1 else Page()
        sheet.lines(90, 80, *printed[at : at + HEIGHT])
        pages.append(sheet.text(90, 810, "Kế hoạch hạ tầng số"))
    return make_pdf(*pages)


FILES = {"a.txt": TEXT.encode, "a.html": page, "a.docx": word, "a.pdf": pdf}


@pytest.mark.parametrize("name", FILES)
def test_the_draft_is_the_same(name: str) -> None:
    document, original = open_document(name, FILES[name]()), open_document("a.txt", TEXT.encode())
    draft, first = read(document), read(original)
    assert _told(draft.as_json()) == _told(first.as_json())
    for one, other in zip(draft.targets, first.targets, strict=True):
        cited, there = document.quote(*one.at), original.quote(*other.at)
        assert " ".join(cited.split()) == " ".join(there.split())


@pytest.mark.parametrize("name", FILES)
def test_the_layout_is_the_same(name: str) -> None:
    tree = structure(open_document(name, FILES[name]()))
    first = structure(open_document("a.txt", TEXT.encode()))
    assert [s.address for s in tree.walk()] == [s.address for s in first.walk()]


def _told(data: object) -> object:
    """Leave out where things stand."""
    if isinstance(data, dict):
        places = ("start", "end", "at", "text")
        return {key: _told(one) for key, one in data.items() if key not in places}
    return [_told(one) for one in data] if isinstance(data, list) else data
