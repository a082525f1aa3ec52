"""A body's workbook is written, filled in and read from a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from lotrinh.cli import main
from unit.intake.workbooks import filled, number, text
from unit.plan.folder import PLAN
from unit.plan.reporting import WITH_REPORTS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in WITH_REPORTS.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return tmp_path


def template(folder: Path, *more: str) -> int:
    out = str(folder / "mau.xlsx")
    return main(["template", str(folder / PLAN), "people.p.a", "-o", out, "--lang=vi", *more])


def fill(folder: Path, cells: dict[str, str]) -> str:
    path = folder / "mau.xlsx"
    path.write_bytes(filled(path.read_bytes(), cells))
    return str(path)


def test_a_workbook_goes_out_and_its_figures_come_in(folder: Path, capsys) -> None:
    assert template(folder, "--as-known-on", "2026-03-01") == 0
    # The first quarter falls due on 17 March.
    assert capsys.readouterr().out == f"{PLAN}#report/people.p.a/2026-Q1\n"
    file = fill(folder, {"H5": number("9120"), "H8": number("1710"), "I8": text("sơ bộ")})
    assert main(["intake", file, "--content", str(folder), "--as-known-on", "2026-03-10"]) == 0
    out, err = capsys.readouterr()
    assert "people,vn/p/a,2026-Q1,,9120,person,actual,published,,2026-03-10,day," in out
    assert "pupils,vn/p/a,2026-Q1,,1710,person,preliminary" in out
    assert "UBND xã A: Báo cáo dân số – UBND xã A, kỳ quý 1/2026" in out
    assert err.startswith("All right: 2 figures, 2 cells left empty")


def test_every_fault_is_said_by_cell_and_marked_in_a_workbook(folder: Path, capsys) -> None:
    template(folder, "--period", "2026-Q2")
    file = fill(folder, {"H5": text("nhiều"), "H8": number("-1")})
    marked = folder / "sai.xlsx"
    call = ["intake", file, "--content", str(folder), "--marked", str(marked), "--lang", "vi"]
    assert main(call) == 1
    err = capsys.readouterr().err
    assert "mau.xlsx H5: “nhiều” là chữ" in err
    assert "mau.xlsx H8: Giá trị −1 không thể đúng" in err
    assert "Tổng số lỗi: 2." in err
    assert marked.stat().st_size > 5000


def test_an_obligation_or_period_that_is_not_there_lists_those_that_are(
    folder: Path, capsys
) -> None:
    assert main(["template", str(folder / PLAN), "x", "-o", "y.xlsx", "--lang", "en"]) == 1
    assert "Choose one of: people.p.a, people.p.b" in capsys.readouterr().err
    assert template(folder, "--period", "2025-Q4") == 1
    assert "Chọn một trong: 2026-Q1, 2026-Q2" in capsys.readouterr().err


def test_an_empty_workbook_reports_nothing(folder: Path, capsys) -> None:
    template(folder, "--period", "2026-Q2")
    call = ["intake", str(folder / "mau.xlsx"), "--content", str(folder), "--lang", "vi"]
    assert main(call) == 1
    assert "Chưa có con số nào được điền" in capsys.readouterr().err
