"""Whatever the letters are made of, spans cut the document where the words stand."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from lotrinh.directive import Document, read
from lotrinh.directive.numbers import find_figures
from lotrinh.directive.plain import Plain
from lotrinh.directive.sentences import Reading

PIECES = [
    "Phấn đấu đến năm 2025, tỷ lệ hộ nghèo còn 3,5%.",
    "Uỷ ban nhân dân tỉnh giao Sở Y tế chủ trì, phối hợp với Sở Tài chính thực hiện.",
    "TP. Huế có 1.200 doanh nghiệp; thu ngân sách đạt 9.150 tỷ đồng.",
    "Mục tiêu cụ thể đến năm 2030:",
    "- Kinh tế số chiếm khoảng 20% GRDP;",
    "Kế hoạch số 88–KH/TU, ngày 14-5-2020",
    "hoà bình\u200b – xoá đói",
    "Năm 2025 phấn đấu giảm một nửa số vụ, doanh thu gấp rưỡi, tăng trưởng hai con số.",
    "Số vụ, số người chết và số người bị thương đều giảm 5 – 10% so với năm 2023.",
    "Xếp thứ 5/14 tỉnh vùng Bắc Trung Bộ, thuộc nhóm khá.",
    "\n\n95%\nDân số có bảo hiểm y tế\nDưới 1%\nHộ nghèo\n\n",
    "\n",
    "\n\n",
    " ",
]
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=30), max_size=12).map(" ".join)
written = st.sampled_from(["NFC", "NFD"])


@given(texts, written)
@settings(deadline=None)
def test_a_sentence_is_cut_out_of_the_text_whole(text: str, form: str) -> None:
    document = Document("a.txt", unicodedata.normalize(form, text))
    for sentence in Reading.of(document).sentences:
        cut = document.text[sentence.start : sentence.end]
        assert Plain.of(cut).text.replace("\n", " ").strip() == sentence.text.strip()


@given(texts, written)
@settings(max_examples=60, deadline=None)
def test_every_number_stands_in_the_sentence_it_cites(text: str, form: str) -> None:
    document = Document("a.txt", unicodedata.normalize(form, text))
    for target in read(document).targets:
        if target.value is not None:
            sentence = Plain.of(document.text[slice(*target.at)]).low
            assert target.value in {f.low for f in find_figures(sentence)}


@given(texts)
@settings(max_examples=60, deadline=None)
def test_reading_is_the_same_for_composed_and_decomposed_letters(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    one = read(Document("a.txt", composed)).as_json()
    two = read(Document("a.txt", unicodedata.normalize("NFD", text))).as_json()
    assert _without_places(one) == _without_places(two)


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_any_letters_at_all_are_read_without_a_crash(data: bytes) -> None:
    read(Document("a.txt", data.decode("utf-8", "replace")))


def test_one_long_line_is_read_in_pieces() -> None:
    line = "đến năm 2025 tỷ lệ hộ dùng nước sạch đạt 95%; " * 400
    sentences = Reading.of(Document("a.txt", line)).sentences
    assert max(len(sentence.text) for sentence in sentences) <= 3000


def _without_places(value: object) -> object:
    if isinstance(value, dict):
        return {k: _without_places(v) for k, v in value.items() if k not in ("start", "end")}
    if isinstance(value, list):
        return [_without_places(one) for one in value]
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value
