"""Word in: the numbers that Word prints, tables in their order, and what cannot be opened."""

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.directive.source import open_document
from specimens.documents.make_docx import PLAN, Word, packed


def text_of(word: Word) -> list[str]:
    return open_document("ke-hoach.docx", word.data()).text.split("\n")


def refused(name: str, data: bytes) -> str:
    with pytest.raises(LotrinhError) as caught:
        open_document(name, data)
    (problem,) = caught.value.problems
    assert problem.say("vi").startswith(name)
    return f"{problem.wrong('en')} {problem.mend('en')}"


def test_numbers_are_printed_as_word_counts_them() -> None:
    word = Word()
    word.numbered(PLAN, "7")
    for text, level in (
        ("MỤC TIÊU", 0), ("Chung", 1), ("Cụ thể", 1), ("Đến năm 2025", 2), ("đạt 5%", 3),
        ("Đến năm 2030", 2), ("GIẢI PHÁP", 0), ("Vốn", 1), ("Trước hết", 2),
    ):  # fmt: skip
        word.write(text, "7", level)
    assert text_of(word) == [
        "I. MỤC TIÊU", "1. Chung", "2. Cụ thể", "a) Đến năm 2025", "- đạt 5%", "b) Đến năm 2030",
        "II. GIẢI PHÁP", "1. Vốn", "a) Trước hết",
    ]  # fmt: skip


def test_a_level_shows_the_numbers_above_it() -> None:
    word = Word()
    word.numbered(("decimal %1.", "decimal %1.%2.", "lowerRoman %1.%2.%3"), "3")
    word.write("Mục tiêu", "3", 0)
    word.write("Đến năm 2025", "3", 1)
    word.write("Thu ngân sách", "3", 2)
    assert text_of(word) == ["1. Mục tiêu", "1.1. Đến năm 2025", "1.1.i Thu ngân sách"]


def test_lists_of_one_family_go_on_counting_and_a_restart_begins_anew() -> None:
    word = Word()
    word.numbered(("decimal %1.",), "1", "2")
    word.numbered(("decimal %1)",), "5")
    word.numbered(("decimal %1)",), "6", restart=4)
    for text, number in (("a", "1"), ("b", "2"), ("c", "1"), ("d", "5"), ("e", "6"), ("f", "6")):
        word.write(text, number)
    assert text_of(word) == ["1. a", "2. b", "3. c", "1) d", "4) e", "5) f"]


def test_an_empty_paragraph_of_a_list_is_counted_and_number_zero_is_none() -> None:
    word = Word()
    word.numbered(("decimal %1.",), "1")
    word.write("một", "1")
    word.write("", "1")
    word.write("ba", "1")
    word.write("không số", "0")
    assert text_of(word) == ["1. một", "3. ba", "không số"]


def test_a_table_stands_in_its_place_with_its_empty_cells() -> None:
    word = Word()
    word.write("Phân công:")
    word.table(["TT", "Nhiệm vụ", "Chủ trì"], ["", "Rà soát\nquy hoạch", "Sở Y tế"], ["2", "", ""])
    word.write("Hết.")
    assert text_of(word) == [
        "Phân công:", "TT | Nhiệm vụ | Chủ trì", "| Rà soát quy hoạch | Sở Y tế", "2 | |", "Hết.",
    ]  # fmt: skip


def test_a_table_that_lays_out_the_head_is_read_block_by_block() -> None:
    word = Word()
    word.table(
        ["UBND TỈNH LAM GIANG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"],
        ["Số: 12/KH-UBND", "Lam Giang, ngày 5 tháng 6 năm 2022"],
    )
    assert text_of(word) == [
        "UBND TỈNH LAM GIANG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 12/KH-UBND",
        "Lam Giang, ngày 5 tháng 6 năm 2022",
    ]


def test_what_is_printed_is_read_and_nothing_else() -> None:
    """Insertions and capitals yes; deletions and the table of contents no."""
    word = Word()
    word.contents("I. MỤC TIÊU 3")
    word.insert(
        "<w:r><w:t xml:space='preserve'>đạt </w:t></w:r><w:del><w:r><w:delText>60</w:delText></w:r>"
        "</w:del><w:ins><w:r><w:t>65</w:t></w:r></w:ins><w:r><w:t>%</w:t><w:noBreakHyphen/></w:r>"
        "<w:r><w:rPr><w:caps/></w:rPr><w:t>sở y tế</w:t><w:tab/><w:t>x</w:t></w:r>"
    )
    assert text_of(word) == ["đạt 65%-SỞ Y TẾ X"]


def test_tables_nested_deep_are_opened_or_refused() -> None:
    word = Word()
    word.nested(60)
    assert open_document("a.docx", word.data()).text


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", b"PK\x03\x04 word/document.xml", "is damaged or is not Word (docx)"),
        ("a.docx", b"chi la chu", "is damaged or is not Word (docx)"),
        ("a.docx", packed({"word/document.xml": b"<w:p/>"}), "is damaged or is not Word (docx)"),
        ("a.docx", packed({"xl/workbook.xml": b""}), "Inside “a.docx” is Excel (xlsx)"),
        ("a.docx", b"{\\rtf1 abc}", "Inside “a.docx” is RTF"),
        ("a.doc", b"<html><body>Ke hoach</body></html>", "so that it ends in “.html”"),
        ("a.docx", b"%PDF-1.4 abc", "Rename the file so that it ends in “.pdf”"),
        ("a.pdf", Word().data(), "Rename the file so that it ends in “.docx”"),
        ("a.docx", Word().data(), "holds no text to read"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "is locked with a password",
        ),
        (
            "a.docx",
            packed({"word/document.xml": bytes(60_000_000)}),
            "unpacks to too much (57 MB)",
        ),
    ],
)  # fmt: skip
def test_each_file_that_cannot_be_read_is_told_apart(name: str, data: bytes, said: str) -> None:
    assert said in refused(name, data)
