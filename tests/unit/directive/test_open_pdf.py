"""PDF in: paragraphs whole again, tables as rows, and a plain sentence for what has no text."""

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.directive.source import open_document
from specimens.documents.make_pdf import Page, make_pdf

#: The right edge of a full line of 75 letters from x = 90.
FULL = "Tỷ lệ thôn có đường bê tông đến tận nơi, người dân đi lại thuận tiện quanh năm"


def text_of(*pages: Page) -> str:
    return open_document("ke-hoach.pdf", make_pdf(*pages)).text


def refused(data: bytes, name: str = "ke-hoach.pdf") -> str:
    with pytest.raises(LotrinhError) as caught:
        open_document(name, data)
    (problem,) = caught.value.problems
    assert problem.say("vi").startswith(name)
    return f"{problem.wrong('en')} {problem.mend('en')}"


def test_lines_of_a_paragraph_are_one_line_of_text() -> None:
    page = (
        Page()
        .lines(90, 80, FULL, "và phấn đấu đạt 65%.")
        .lines(90, 112, FULL + ".", "2. Giao Sở Y tế chủ trì.")
    )
    assert text_of(page) == (f"{FULL} và phấn đấu đạt 65%.\n{FULL}.\n2. Giao Sở Y tế chủ trì.")


def test_a_name_that_goes_on_below_in_capitals_stays_in_its_sentence() -> None:
    page = Page().lines(90, 80, FULL[:-2], "Ủy ban nhân dân xã chịu trách nhiệm.")
    assert text_of(page) == f"{FULL[:-2]} Ủy ban nhân dân xã chịu trách nhiệm."


def test_years_parted_by_a_line_end_are_joined() -> None:
    page = Page().lines(90, 80, FULL[:-14] + " giai đoạn 2021-", "2025 đạt 5%.")
    assert text_of(page).endswith("giai đoạn 2021-2025 đạt 5%.")


def test_a_sentence_goes_on_over_the_page_and_its_number() -> None:
    """Numbers, running heads and feet are no part of the sentences around them."""
    pages = []
    for number in range(1, 5):
        page = Page().text(290, 40, str(number)).text(90, 60, "Kế hoạch phát triển thôn")
        body = [f"- việc thứ {one} của phần {number};" for one in "abcdefgh"]
        page.text(90, 84, f"vào năm {2021 + number}.").lines(90, 100, *body)
        last = FULL.replace("thôn", ("xóm", "làng", "buôn", "phố")[number - 1])
        pages.append(page.text(90, 300, last).text(90, 800, "UBND xã Đồi Chè"))
    text = text_of(*pages)
    assert "UBND xã" not in text
    assert "Kế hoạch phát triển" not in text
    assert f"{FULL.replace('thôn', 'xóm')} vào năm 2023.\n- việc thứ a của phần 2;\n" in text


def test_a_form_feed_stands_where_a_page_begins_with_a_new_paragraph() -> None:
    assert text_of(Page().text(90, 80, "Hết."), Page().text(90, 80, "II. GIẢI PHÁP")) == (
        "Hết.\n\fII. GIẢI PHÁP"
    )


def table(page: Page) -> Page:
    return (
        page.text(90, 90, "Bảng phân công:")
        .grid([90, 130, 330, 430], [100, 120, 155, 175])
        .text(95, 115, "TT").text(135, 115, "Nhiệm vụ").text(335, 115, "Chủ trì")
        .text(95, 135, "1").text(135, 135, "Rà soát quy hoạch, báo cáo").text(335, 135, "Sở Xây")
        .text(135, 150, "trong quý III/2024").text(335, 150, "dựng")
        .text(95, 170, "2").text(335, 170, "Sở Y tế")
        .text(90, 200, "Kết quả gửi về xã.")
    )  # fmt: skip


ROWS = (
    "Bảng phân công:\nTT | Nhiệm vụ | Chủ trì\n"
    "1 | Rà soát quy hoạch, báo cáo trong quý III/2024 | Sở Xây dựng\n2 | | Sở Y tế\n"
    "Kết quả gửi về xã."
)


def test_a_ruled_table_becomes_rows_in_its_place() -> None:
    assert text_of(table(Page())) == ROWS


def test_a_table_on_a_turned_page_becomes_rows_too() -> None:
    assert text_of(table(Page(turned=90))) == ROWS


def test_the_head_of_a_paper_is_read_block_by_block() -> None:
    page = (
        Page().text(60, 60, "ỦY BAN NHÂN DÂN").text(300, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        .text(60, 76, "TỈNH LAM GIANG").text(330, 76, "Độc lập - Tự do - Hạnh phúc")
        .text(60, 100, "Số: 12/KH-UBND").text(320, 100, "Lam Giang, ngày 5 tháng 6 năm 2022")
        .text(250, 130, "KẾ HOẠCH")
    )  # fmt: skip
    assert text_of(page).split("\n") == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH LAM GIANG",
        "Số: 12/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lam Giang, ngày 5 tháng 6 năm 2022",
        "KẾ HOẠCH",
    ]


def test_a_scan_is_refused_and_told_apart_from_a_broken_file() -> None:
    """A stamp or a signature over a picture does not make a text layer."""
    said = refused(make_pdf(Page().picture(), Page().picture().text(90, 90, "Ký bởi: UBND tỉnh")))
    assert said.startswith("The file “ke-hoach.pdf” is a scan (2 pages hold pictures and no text).")
    assert "OCR" in said


def test_a_locked_pdf_asks_for_a_copy_without_password() -> None:
    said = refused(make_pdf(Page().text(90, 90, "Mật"), locked=True))
    assert said.startswith("The file “ke-hoach.pdf” is locked with a password.")


@pytest.mark.parametrize("cut", [20, 200, 900])
def test_half_a_pdf_is_refused_or_read(cut: int) -> None:
    """A file cut off is mended by the library where it can be, else it is broken."""
    data = make_pdf(Page().text(90, 90, "Kế hoạch"))[:cut]
    said = refused(data)
    assert "is damaged or is not PDF" in said or "is a scan" in said


def test_a_text_named_pdf_is_no_pdf() -> None:
    assert "is damaged or is not PDF" in refused("Đến năm 2025".encode())
