"""`lotrinh import`: all indicators of a file or none, unless the rest is asked for."""

from pathlib import Path

import pytest
import yaml

from architecture.house import ROOT
from lotrinh.cli import main

METADATA = str(ROOT / "tests" / "specimens" / "dhis2" / "metadata.json")


def _import(out: Path, *more: str) -> int:
    call = ["import", "dhis2-indicators", METADATA, "-o", str(out), "--custodian", "vn/moha"]
    return main([*call, "--lang", "en", *more])


def test_one_refusal_stops_all_and_every_one_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "indicators"
    assert _import(out) == 1
    said = capsys.readouterr().err
    assert "is annualised, so the days of its reporting period must be known" in said
    assert "is always -1 and rests on no figure" in said
    assert not out.exists()


def test_the_rest_is_written_when_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "indicators"
    assert _import(out, "--days", "365", "--leave-out") == 0
    said = capsys.readouterr().err
    assert "dataElements 17, indicators 6, indicatorTypes 2; translated 5 of 6" in said
    rate = yaml.safe_load((out / "ta-mal-of-malaria-tested-cases-by-rdt.yml").read_text("utf-8"))
    assert rate["unit"] == "percent"
    assert rate["formula"].startswith("100 * ta_")


def test_nobodys_file_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "indicators"
    assert _import(out, "--days", "365", "--leave-out") == 0
    assert _import(out, "--days", "365", "--leave-out") == 1
    assert "already holds" in capsys.readouterr().err
