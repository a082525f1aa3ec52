"""What looked like a target and was refused is listed, each with its reason and its place."""

from pathlib import Path

import pytest

from lotrinh.base.words import catalogue
from lotrinh.cli import main
from lotrinh.directive import Document, read

TEXT = (
    "Kế hoạch số 12/KH-UBND ngày 05/3/2024.\n\n"
    "Năm 2023, tỷ lệ hộ nghèo là 4,2%.\n\n"
    "Phấn đấu đến năm 2025, tỷ lệ hộ nghèo còn 2%; kinh phí thực hiện 412 tỷ đồng.\n\n"
    'Ông Nam nói: "Nhà tôi có 30 con bò, mỗi năm bán được 12 con, tiền đủ cho hai đứa đi học".\n'
)


def refused(text: str) -> dict[str, str]:
    return {one.text: one.rule for one in read(Document("a.txt", text)).refused}


def test_a_result_and_a_cost_are_refused_with_their_reasons() -> None:
    found = refused(TEXT)
    assert found["4,2%"] == "result"
    assert found["412 tỷ đồng"] == "no_aim"
    assert "2%" not in found


def test_what_is_refused_stands_where_it_says() -> None:
    for one in read(Document("a.txt", TEXT)).refused:
        assert TEXT[slice(*one.at)] == one.text
        assert one.reason.vi
        assert one.reason.en


def test_every_reason_can_be_said() -> None:
    said = {name for name in catalogue("directive") if name.startswith("refused_")}
    rules = "no_aim quoted said_again threshold result no_promise no_name project".split()
    assert {f"refused_{rule}" for rule in rules} <= said


def test_the_command_says_why_beside_the_draft(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert main(["read", str(path), "--json", "--why", "--lang", "en"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("{")
    assert "ke-hoach.txt:3: 4,2% – The sentence tells of a result" in said.err
