"""From a plan's folder to a vintage, its results and a slice of it, by the commands people type."""

from datetime import date
from pathlib import Path

import pyarrow.csv
import pyarrow.parquet as pq
import pytest

from lotrinh.cli import main
from lotrinh.engine.facts import open_vintage
from lotrinh.engine.vintage_file import OBSERVATIONS

CONTENT = Path(__file__).resolve().parents[3] / "content"
PLAN = CONTENT / "plans/dak-lak/kh-175-2020"
DAY = "2026-06-30"


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("vintage") / "one"
    assert main(["freeze", str(PLAN), "--as-known-on", DAY, "-o", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def parted(frozen: Path) -> Path:
    folder = frozen.parent / "many"
    source = str(frozen / OBSERVATIONS)
    assert main(["partition", source, "--as-known-on", DAY, "-o", str(folder)]) == 0
    return folder


def test_a_plans_figures_in_many_files_are_the_same_figures(frozen: Path, parted: Path) -> None:
    one, many = open_vintage(frozen), open_vintage(parted)
    assert (one.rows, one.as_known_on) == (many.rows, many.as_known_on)
    assert one.as_known_on == date.fromisoformat(DAY)
    every = range(len(one.codes.series))
    assert set(one.observations(every)) == set(many.observations(every))


def test_computed_by_any_engine_the_results_are_one(
    frozen: Path, parted: Path, tmp_path: Path
) -> None:
    tables = []
    for folder in (frozen, parted):
        for on in ("reference", "duckdb", "cube"):
            out = tmp_path / f"{folder.name}-{on}.csv"
            call = ["compute", str(folder), "--content", str(CONTENT), "--on", on, "-o", str(out)]
            assert main(call) == 0
            lines = out.read_text("utf-8").splitlines()
            tables.append(sorted(tuple(line.split(","))[:3] for line in lines))
    assert tables[0]
    assert all(one == tables[0] for one in tables)


@pytest.mark.postgres
def test_a_server_named_by_the_environment_computes(
    frozen: Path, parted: Path, tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOTRINH_ENGINE_POSTGRES_URL", postgres)
    for folder in (frozen, parted):
        assert _by(folder, "postgres", tmp_path) == _by(folder, "reference", tmp_path)


@pytest.mark.spark
@pytest.mark.usefixtures("spark")
def test_spark_computes_a_vintage_in_many_files(frozen: Path, parted: Path, tmp_path: Path) -> None:
    assert _by(parted, "spark", tmp_path) == _by(frozen, "reference", tmp_path)


def test_without_a_server_the_error_says_how_to_name_one(
    frozen: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.delenv("LOTRINH_ENGINE_POSTGRES_URL", raising=False)
    out = tmp_path / "results.csv"
    call = ["compute", str(frozen), "--content", str(CONTENT), "--on", "postgres", "-o", str(out)]
    assert main([*call, "--lang", "vi"]) == 1
    said = capsys.readouterr().err
    assert "Chưa nói tính trên máy chủ PostgreSQL nào." in said
    assert "đặt biến LOTRINH_ENGINE_POSTGRES_URL" in said
    monkeypatch.setenv("LOTRINH_ENGINE_POSTGRES_URL", "postgresql://me:secret@127.0.0.1:1/x")
    assert main([*call, "--lang", "en"]) == 1
    said = capsys.readouterr().err
    assert "The PostgreSQL server cannot be reached: Connection refused." in said
    assert "secret" not in said
    assert not out.exists()


def _by(folder: Path, on: str, tmp_path: Path) -> list[tuple[str, ...]]:
    """Compute by the command, and return what the results are about, with six digits of each."""
    out = tmp_path / f"{folder.name}-{on}.csv"
    call = ["compute", str(folder), "--content", str(CONTENT), "--on", on, "-o", str(out)]
    assert main(call) == 0
    rows = pyarrow.csv.read_csv(out).to_pylist()
    assert rows
    return sorted(
        (one["indicator"], one["place"], str(one["period"]), f"{one['value']:.6g}", one["status"])
        for one in rows
    )


def test_a_slice_holds_the_productivity_of_the_province(parted: Path, tmp_path: Path) -> None:
    out = tmp_path / "slice.parquet"
    asked = ["--indicator", "labour-productivity", "--place", "vn/dak-lak@2004", "--from", "2020"]
    call = ["query", str(parted), "--content", str(CONTENT), *asked, "--to", "2020"]
    assert main([*call, "-o", str(out)]) == 0
    (row,) = pq.read_table(out).to_pylist()
    assert row["value"] == pytest.approx(1000 * 50967 / 1149722)
    assert row["status"] == "estimate"
    csv = tmp_path / "slice"
    assert main([*call, "--format", "csv", "-o", str(csv)]) == 0
    assert pyarrow.csv.read_csv(csv).num_rows == 1


def test_what_cannot_be_asked_is_told(
    parted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "slice.csv"
    call = ["query", str(parted), "--content", str(CONTENT), "--lang", "en", "-o", str(out)]
    assert main([*call, "--indicator", "labour-productivty"]) == 1
    assert "labour-productivity" in capsys.readouterr().err
    assert not out.exists()
