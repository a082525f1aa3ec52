"""The layout of a document is a tree; each part has an address of its own and a span."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lotrinh.cli import main
from lotrinh.directive import Document, Section, address_at, outline, structure
from lotrinh.directive.plain import Plain

SPECIMENS = Path(__file__).parents[2] / "specimens/documents"
LINES = """I. MỤC TIÊU
II. GIẢI PHÁP
1. Kinh tế
2. Xã hội:
1.1. Thu ngân sách
a) Đến năm 2025
b) sau đó;
- đạt 5%;
+ trong đó
Điều 3. Thi hành
Chương II
PHỤ LỤC 1
Nơi nhận:
TT | Việc | Cơ quan
1 | Rà soát | Sở Y tế
KẾ HOẠCH
Số: 5/KH-UBND
TM. ỦY BAN NHÂN DÂN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Căn cứ Luật Đất đai;
Trên đây là kế hoạch.
văn xuôi.
""".splitlines()
texts = st.lists(st.sampled_from(LINES) | st.text(max_size=15), max_size=30).map("\n".join)


def addresses(text: str) -> list[str]:
    return [section.address for section in structure(Document("a.txt", text)).walk()]


@pytest.mark.parametrize("path", sorted(SPECIMENS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_document_is_laid_out_as_a_person_cites_it(path: Path) -> None:
    text = path.read_text("utf-8")
    tree = structure(Document(path.name, text))
    lines = []
    for section in tree.walk():
        words = " ".join((section.heading or text[section.start : section.end]).split())
        lines.append(f"{section.address} = {words[:48].strip()}\n")
    assert "".join(lines) == path.with_suffix(".outline").read_text("utf-8")


def test_prose_is_counted_by_paragraphs() -> None:
    assert addresses("Tỉnh phấn đấu.\n\nNăm 2025 đạt 5%.") == ["¶1", "¶2"]


def test_a_reference_to_an_article_is_no_article() -> None:
    assert addresses("Điều 5 của Luật này.\nĐiều 6. Thi hành") == ["¶1", "Điều 6"]


def test_a_letter_that_is_also_a_roman_number_goes_by_its_row() -> None:
    text = "A. CHUNG\nB. VỐN\nC. MỤC TIÊU\nI. Kinh tế\nD. THI HÀNH\nI. Sở Y tế"
    assert addresses(text) == ["A", "B", "C", "C.I", "D", "D.I"]


def test_numbers_may_stand_above_or_below_letters() -> None:
    assert addresses("1) Một\na) hai\nb) ba\n2) Bốn") == ["1", "1.a", "1.b", "2"]
    assert addresses("a) Một\n1) hai\n2) ba\nb) Bốn") == ["a", "a.1", "a.2", "b"]


def test_a_head_typed_in_two_columns_is_told_by_its_gaps() -> None:
    text = (
        "UBND TỈNH LAM GIANG          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "SỞ XÂY DỰNG                     Độc lập - Tự do - Hạnh phúc\n"
        "Số: 9/QĐ-SXD              Lam Giang, ngày 2 tháng 3 năm 2024\n\n"
        "QUYẾT ĐỊNH\nVề việc giao chỉ tiêu nhà ở\n\nGIÁM ĐỐC SỞ XÂY DỰNG\n\n"
        "Căn cứ Luật Nhà ở;\nThực hiện Kế hoạch số 5/KH-UBND;\n\nQUYẾT ĐỊNH:\n\n"
        "Điều 1. Giao 300 căn.\n\n                    GIÁM ĐỐC\n                    T. Nam\n"
    )
    assert addresses(text) == [
        "Cơ quan ban hành", "Tiêu ngữ", "Số", "Tên loại", "Trích yếu", "Căn cứ", "Căn cứ.1",
        "Căn cứ.2", "Lệnh văn", "Điều 1", "Chữ ký",
    ]  # fmt: skip


def test_an_address_leads_to_its_clause_and_back() -> None:
    text = "II. MỤC TIÊU\n2. Cụ thể\nb) Đến năm 2025 đạt 65%."
    document = Document("a.txt", text)
    assert address_at(document, text.index("65%")) == "II.2.b"
    assert address_at(document, text.index("Cụ thể")) == "II.2"
    assert address_at(document, text.index("MỤC")) == "II"
    assert address_at(document, len(text) + 5) == ""


def test_the_outline_is_a_line_a_part() -> None:
    text = "I. MỤC TIÊU:\nđạt 5%"
    assert outline(Document("a.txt", text)) == "I\t0-19\tMỤC TIÊU\n"


def test_the_terminal_prints_the_outline(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Điều 2. Thi hành\n1. Giao Sở Y tế.", "utf-8")
    assert main(["read", "--structure", str(file)]) == 0
    printed = capsys.readouterr().out
    assert printed == "Điều 2\t0-33\tThi hành\nĐiều 2.1\t17-33\t1. Giao Sở Y tế.\n"


def test_a_tree_is_data_too() -> None:
    tree = structure(Document("a.txt", "Điều 1. Thi hành")).as_json()
    assert tree["children"] == [
        {
            "address": "Điều 1", "label": "Điều 1", "kind": "article", "heading": "Thi hành",
            "start": 0, "end": 16, "children": [],
        }
    ]  # fmt: skip


@given(texts)
@settings(max_examples=200, deadline=None)
def test_sections_lie_in_each_other_in_order_and_none_shares_its_address(text: str) -> None:
    tree = structure(Document("a.txt", text))
    found = [section.address for section in tree.walk()]
    assert len(found) == len(set(found))
    assert "" not in found
    _lies_well(tree, text)


def _lies_well(section: Section, text: str) -> None:
    at = section.start
    for child in section.children:
        assert at <= child.start < child.end <= section.end <= len(text)
        at = child.end
        _lies_well(child, text)


@given(texts)
@settings(max_examples=100, deadline=None)
def test_every_word_that_is_read_stands_at_some_address(text: str) -> None:
    document, plain = Document("a.txt", text), Plain.of(text)
    for paragraph in Document("a.txt", plain.text).paragraphs:
        start, _ = plain.span(paragraph.start, paragraph.end)
        assert address_at(document, start) != ""


def test_a_head_that_a_page_broke_into_short_lines_is_hung_up_whole() -> None:
    head = (
        "UỶ BAN NHÂN\nDÂN\nTỈNH SÔNG TRÀ\n----\n|\nCỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM\n|\n"
        "Số:\n58/QĐ-BCĐ\n|\nSông Trà,\nngày 17 tháng 5 năm 2016\nQUYẾT ĐỊNH\nV/V PHÊ DUYỆT ĐỀ ÁN\n"
        "Căn\ncứ Luật Đất đai;\nQUYẾT\nĐỊNH:\nĐiều\n1. Phê duyệt Đề án."
    )
    kinds = [section.kind for section in structure(Document("a.txt", head)).children]
    assert kinds == [
        "issuer", "motto", "number", "date", "kind", "title", "grounds", "enacting", "article",
    ]  # fmt: skip
