"""Whatever the bytes, a file is opened or refused in words; what is opened can be laid out."""

import contextlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lotrinh.base.errors import LotrinhError
from lotrinh.directive import Document, find_tables, open_document, read, structure
from lotrinh.directive.plain import Plain
from lotrinh.directive.source import ENDINGS
from specimens.documents.make_docx import PLAN, Word
from specimens.documents.make_pdf import Page, make_pdf

BEGINNINGS = (
    b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html><table>",
    b"\xff\xfe", b"{\\rtf", b"\xef\xbb\xbf",
)  # fmt: skip
MANY = 200_000


def _word() -> bytes:
    word = Word()
    word.numbered(PLAN, "7")
    word.write("MỤC TIÊU", "7")
    word.table(["TT", "Việc"], ["1", "Rà soát"])
    return word.data()


WHOLE = {".pdf": make_pdf(Page().text(90, 90, "Kế hoạch")), ".docx": _word()}


def _open(name: str, data: bytes) -> None:
    with contextlib.suppress(LotrinhError):
        structure(open_document(name, data))


@given(st.sampled_from(ENDINGS), st.sampled_from(BEGINNINGS), st.binary(max_size=300))
@settings(max_examples=250, deadline=None)
def test_any_bytes_are_opened_or_refused(ending: str, beginning: bytes, rest: bytes) -> None:
    _open(f"a{ending}", beginning + rest)


@given(st.sampled_from(sorted(WHOLE)), st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_file_damaged_anywhere_is_opened_or_refused(ending: str, data: st.DataObject) -> None:
    whole = bytearray(WHOLE[ending])
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    _open(f"a{ending}", bytes(whole[:cut] if cut % 3 == 0 else whole))


@pytest.mark.parametrize(
    "unit",
    [
        *("a", " ", "\n", ".", "1. ", "- ", "a) ", "| ", "1 | ", "\f", "1\n\f", "-\n", "…\n"),
        *("\u0301\u0323", "Điều 1 ", "I", "("),
    ],
    ids=ascii,
)
def test_a_long_row_of_anything_is_read_through(unit: str) -> None:
    """No sign in any number makes the way back or the layout take forever."""
    text = (unit * MANY)[:MANY]
    plain = Plain.of(text)
    assert plain.span(len(plain.text), len(plain.text)) is not None
    tree = structure(Document("a.txt", text))
    assert tree.end == len(text)
    find_tables(text)


ROWS = (
    "1 | 2 | 3\n", "TT | Chỉ tiêu | ĐVT | 2030\n1 | a | % | 5\n", "10% ", "năm 2025, ", "giảm ",
    "số a và số b, ", "từ 5% lên ", "một nửa ", "(5%) ", "xếp 1/63, ", "phấn đấu đạt ",
    "95%\nTên\n", "<table><tr><td>", "không còn xã dưới ", "100% xã có ít nhất 1 ", "đã ",
)  # fmt: skip


@pytest.mark.parametrize("unit", ROWS, ids=ascii)
def test_a_long_row_of_words_is_read_to_its_end(unit: str) -> None:
    """Every number found is cited from its own sentence, or the draft would have been refused."""
    text = (unit * MANY)[:20_000]
    draft = read(Document("a.txt", text))
    assert all(0 <= target.at[0] < target.at[1] <= len(text) for target in draft.targets)


def test_five_million_letters_on_one_line_are_opened() -> None:
    line = "Phấn đấu đến năm 2025 đạt 65%, " * 170_000
    document = open_document("a.txt", line.encode())
    assert [section.address for section in structure(document).walk()] == ["¶1"]


@pytest.mark.parametrize(
    "unit", [b"<table><tr><td>", b"<div>", b"<ul><li>", b"<b>", b"<td>", b"<p>"]
)
def test_a_page_nested_without_end_is_opened_or_refused(unit: bytes) -> None:
    _open("a.html", b"<html><body>" + unit * 50_000 + b"x")
