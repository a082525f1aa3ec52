"""Files in: text and web pages are opened; a file that cannot be read gets one plain sentence."""

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.directive import open_document

LETTERS = "Đến năm 2025 đạt 65%."


@pytest.mark.parametrize(
    ("name", "data", "wrong", "mend"),
    [
        (
            "trong.txt",
            b"",
            "The file “trong.txt” is empty.",
            "Choose a file that holds the text of the directive.",
        ),
        ("trong.html", b" \n\t", "The file “trong.html” is empty.", "Choose a file"),
        (
            "anh.png",
            b"\x89PNG....",
            "Cannot read files of the type of “anh.png”.",
            "Give",
        ),
        (
            "ke-hoach.txt",
            b"%PDF-1.7 ...",
            "The name “ke-hoach.txt” does not fit what is inside: PDF.",
            "Rename the file so that it ends in “.pdf” and read it again.",
        ),
        (
            "cu.txt",
            b"abc \xe1\xba",
            "Cannot decode the letters in “cu.txt” (byte 4).",
            "Save the file again in Unicode, as UTF-8.",
        ),
        (
            "trang.html",
            b"<html><body><script>var a = 1;</script></body></html>",
            "The file “trang.html” holds no text to read.",
            "Open the file and look; if you see text, copy it into a .txt file.",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(
    name: str, data: bytes, wrong: str, mend: str
) -> None:
    with pytest.raises(LotrinhError) as caught:
        open_document(name, data)
    (problem,) = caught.value.problems
    assert problem.wrong("en") == wrong
    assert problem.mend("en").startswith(mend)
    assert problem.say("vi").startswith(name)


@pytest.mark.parametrize(
    "data",
    [
        LETTERS.encode(),
        b"\xef\xbb\xbf" + LETTERS.encode(),
        LETTERS.encode("utf-16"),
    ],
)
def test_unicode_is_opened_whatever_its_mark(data: bytes) -> None:
    assert open_document("a.txt", data).text == LETTERS


def test_line_ends_of_all_systems_are_one_newline() -> None:
    assert open_document("a.txt", b"mot\r\nhai\rba\n").text == "mot\nhai\nba\n"


def test_a_page_gives_its_text_a_block_a_line() -> None:
    page = (
        b"<html><head><style>p{}</style></head><body><nav>Menu</nav><h1>Ti\xc3\xaau</h1>"
        b"<p>m\xe1\xbb\x99t <b>hai</b>&nbsp;ba</p>"
        b"<table><tr><td>a</td><td>b</td></tr></table></body>"
    )
    assert open_document("a.html", page).text == "Tiêu\nmột hai ba\na | b"


def test_a_page_nested_very_deep_is_opened() -> None:
    page = b"<div>" * 20_000 + b"x" + b"</div>" * 20_000
    assert open_document("a.html", page).text == "x"


@pytest.mark.parametrize(
    ("line", "font"),
    [
        ("Uû ban nh©n d©n tØnh ban hµnh kÕ ho¹ch ph¸t triÓn n¨m 2025 ®¹t 65%. ", "TCVN3"),
        ("Uûy ban nhaân daân tænh ban haønh keá hoaïch phaùt trieån ñeán naêm 2025. ", "VNI"),
    ],
)
def test_text_of_old_fonts_is_refused_and_not_guessed(line: str, font: str) -> None:
    with pytest.raises(LotrinhError) as caught:
        open_document("cu.txt", (line * 8).encode())
    (problem,) = caught.value.problems
    assert font in problem.wrong("en")
    assert "not in Unicode" in problem.wrong("en")
    assert problem.mend("en").startswith("Convert the document to Unicode")


@pytest.mark.parametrize(
    "line", ["The plan was adopted in 2025, naïve or not; café, señor. ", "À Đà Nẵng, “hoà” bình. "]
)
def test_text_of_today_is_no_old_font(line: str) -> None:
    assert open_document("a.txt", (line * 20).encode()).text
