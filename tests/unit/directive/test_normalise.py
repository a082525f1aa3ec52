"""Read across page ends, broken lines and odd signs; every letter leads back to where it stood."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lotrinh.directive import Document
from lotrinh.directive.normalise import left_out
from lotrinh.directive.plain import Plain
from lotrinh.directive.sentences import Reading

PIECES = (
    "Uỷ ban – hoà\u00a0bình", "2021-\n2025", "\n- 3 -\n\n\f", "\n4\n\fUBND xã\n", "\u200b",
    "……" * 40,
    "khoẻ mạnh\n", "   " * 20, "\f", "Ðắk Lắk", "１２％", "\uf0b7 mục", "a\u0323\u0302", "\n",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=14).map("".join)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Uỷ ban – Hoà", "Ủy ban - Hòa"),
        (unicodedata.normalize("NFD", "Thuỷ lợi, khoẻ, hoàn toàn"), "Thủy lợi, khỏe, hoàn toàn"),
        ("quý, quả, Quỳ", "quý, quả, Quỳ"),
        ("Ðắk Lắk đạt １２％", "Đắk Lắk đạt 12%"),
        ("giai đoạn 2021−2025", "giai đoạn 2021-2025"),
        ("“chuyển đổi” «số»", '"chuyển đổi" "số"'),
        ("Kế hoạch số 175-\n  KH/TU", "Kế hoạch số 175-KH/TU"),
        ("tỷ\u00a0lệ\u200b hộ\u00ad", "tỷ lệ hộ"),
        ("\uf0b7 mục một\n▪ mục hai", "• mục một\n• mục hai"),
        ("Ký tên " + "." * 500, "Ký tên " + "." * 40),
    ],
)
def test_one_way_of_writing_each_thing(written: str, read: str) -> None:
    assert Plain.of(written).text == read


def test_a_sentence_is_read_whole_over_page_number_and_running_head() -> None:
    """The page end falls out of what is read, and stays in what is cited."""
    text = (
        "UBND xã Đồi Chè\nPhấn đấu đến hết năm\n\n1\n\fUBND xã Đồi Chè\n2025 đạt 65%. Rồi\n2\n"
        "\fUBND xã Đồi Chè\nnghỉ."
    )
    text = text.replace("\nPhấn đấu", "\n" + "Việc đầu năm.\n" * 5 + "Phấn đấu")
    first = next(s for s in Reading.of(Document("a.txt", text)).sentences if "Phấn" in s.text)
    assert first.text == "Phấn đấu đến hết năm 2025 đạt 65%."
    cited = text[first.start : first.end]
    assert cited == "Phấn đấu đến hết năm\n\n1\n\fUBND xã Đồi Chè\n2025 đạt 65%."


def test_a_page_number_copied_into_a_sentence_is_passed_over() -> None:
    text = (
        "Giao các sở, ban, ngành, đoàn thể của tỉnh và các địa phương\n17\n"
        "tổ chức thực hiện kế hoạch này trước ngày 30/6."
    )
    (sentence,) = Reading.of(Document("a.txt", text)).sentences
    assert "17" not in sentence.text


def test_a_number_alone_on_a_line_is_not_taken_for_a_page() -> None:
    """Only where pages are marked, or a long sentence is cut, is a bare number no content."""
    assert Plain.of("Chỉ tiêu\n95\nphần trăm").text == "Chỉ tiêu\n95\nphần trăm"
    assert Plain.of("100").text == "100"


@given(texts)
@settings(max_examples=150, deadline=None)
def test_every_letter_leads_back_to_itself(text: str) -> None:
    """But for its tone mark, which may have stood on the letter beside it."""
    plain = Plain.of(text)
    before = 0
    for at, letter in enumerate(plain.text):
        start, end = plain.span(at, at + 1)
        assert before <= start <= end
        assert _bare(letter) <= _bare(Plain.of(text[start:end]).text) or start == end
        before = start


def _bare(letters: str) -> set[str]:
    whole = unicodedata.normalize("NFD", letters)
    return {one for one in whole if not unicodedata.combining(one)}


@given(texts)
@settings(max_examples=150, deadline=None)
def test_what_is_left_out_stands_in_order_and_apart(text: str) -> None:
    spans = left_out(text)
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(one[1] < other[0] for one, other in pairwise(spans))


@given(texts)
@settings(max_examples=150, deadline=None)
def test_a_span_reads_as_what_it_cites(text: str) -> None:
    """But for a span over a page's end: what is furniture there shows only beside other pages."""
    for sentence in Reading.of(Document("a.txt", text)).sentences:
        cited = text[sentence.start : sentence.end]
        if "\f" not in cited:
            assert Plain.of(cited).text.split() == sentence.text.split()
