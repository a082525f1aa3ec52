"""A vintage on disk: what goes in comes out, to the digit, and nobody changes it unseen."""

import json
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest
from hypothesis import given

from agreement.random_formulas import DAYS, THOROUGH, ledgers
from lotrinh.base.errors import LotrinhError
from lotrinh.base.source import Source
from lotrinh.engine.on_duckdb import compute_file
from lotrinh.engine.vintage_file import MANIFEST, OBSERVATIONS, read_vintage, write_vintage
from lotrinh.ledger import Observation, Vintage
from spec.figures import indicator, observation

FIGURES = [
    observation(
        "a",
        "2020",
        "12.340",
        unit="percent",
        price_basis="current",
        qualifier="~",
        method="computed",
        status="estimate",
        recorded_precision="month",
        note="chép từ “Niên giám”",
        source=Source("Niên giám Đắk Lắk", "https://example.vn/?a='b'", date(2021, 6, 1)),
    ),
    observation("a", "2024-Q3", "-0.5"),
    observation("b", "2021-01-01/P5Y", "123456789012345678901234567890.12"),
]
VINTAGE = Vintage.freeze(FIGURES, date(2025, 1, 1))
OTHER = Vintage.freeze(FIGURES[:1], date(2025, 1, 1))


def _refusal(folder: Path) -> str:
    with pytest.raises(LotrinhError) as error:
        read_vintage(folder)
    return error.value.problems[0].key


def test_what_was_written_is_read(tmp_path: Path) -> None:
    write_vintage(VINTAGE, tmp_path / "new" / "folder")
    assert read_vintage(tmp_path / "new" / "folder") == VINTAGE


def test_an_empty_vintage_is_a_vintage(tmp_path: Path) -> None:
    nothing = Vintage.freeze([], date(2025, 1, 1))
    write_vintage(nothing, tmp_path)
    assert read_vintage(tmp_path) == nothing


@THOROUGH
@given(ledgers())
def test_every_ledger_is_read_as_it_was_written(ledger: list[Observation]) -> None:
    import tempfile

    vintage = Vintage.freeze(ledger, max(DAYS))
    with tempfile.TemporaryDirectory() as folder:
        write_vintage(vintage, Path(folder))
        assert read_vintage(Path(folder)).hash == vintage.hash


def test_the_same_figures_give_the_same_bytes(tmp_path: Path) -> None:
    for name, order in (("one", FIGURES), ("two", FIGURES[::-1])):
        write_vintage(Vintage.freeze(order, date(2025, 1, 1)), tmp_path / name)
    for file in (OBSERVATIONS, MANIFEST):
        one, two = ((tmp_path / name / file).read_bytes() for name in ("one", "two"))
        assert one == two


def test_the_manifest_says_what_it_holds(tmp_path: Path) -> None:
    write_vintage(VINTAGE, tmp_path)
    manifest = json.loads((tmp_path / MANIFEST).read_text(encoding="utf-8"))
    assert manifest["vintage"] == VINTAGE.hash
    assert (manifest["rows"], manifest["as_known_on"], manifest["format"]) == (3, "2025-01-01", 2)


def test_a_vintage_of_the_first_format_is_read_and_computed(tmp_path: Path) -> None:
    """It has no columns for parts of the whole, and keeps its hash: history is not rewritten."""
    write_vintage(VINTAGE, tmp_path)
    file, old = tmp_path / OBSERVATIONS, tmp_path / "old.parquet"
    duckdb.execute(
        f"COPY (SELECT * EXCLUDE (breakdown, shared) FROM '{file}') TO '{old}' (FORMAT parquet)"
    )
    old.replace(file)
    manifest = json.loads((tmp_path / MANIFEST).read_text(encoding="utf-8"))
    manifest |= {"format": 1, "files": {OBSERVATIONS: sha256(file.read_bytes()).hexdigest()}}
    (tmp_path / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    assert read_vintage(tmp_path) == VINTAGE
    out = tmp_path / "results.parquet"
    compute_file({"b": indicator("b")}, file, out, VINTAGE.as_known_on)
    assert duckdb.execute(f"SELECT count(*) FROM '{out}'").fetchall() == [(1,)]


def test_any_reader_of_parquet_finds_the_figures(tmp_path: Path) -> None:
    write_vintage(VINTAGE, tmp_path)
    rows = duckdb.execute(
        "SELECT indicator, period, value, exact FROM read_parquet(?) ORDER BY ALL",
        [str(tmp_path / OBSERVATIONS)],
    ).fetchall()
    assert rows[0] == ("a", "2020", 12.34, "12.340")


def test_writing_the_same_vintage_again_changes_nothing(tmp_path: Path) -> None:
    write_vintage(VINTAGE, tmp_path)
    before = (tmp_path / OBSERVATIONS).stat().st_mtime_ns
    write_vintage(VINTAGE, tmp_path)
    assert (tmp_path / OBSERVATIONS).stat().st_mtime_ns == before


def test_another_vintage_never_overwrites_one(tmp_path: Path) -> None:
    write_vintage(VINTAGE, tmp_path)
    with pytest.raises(LotrinhError) as error:
        write_vintage(OTHER, tmp_path)
    assert error.value.problems[0].key == "engine.vintage_exists"
    assert read_vintage(tmp_path) == VINTAGE


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    write_vintage(VINTAGE, tmp_path / "one")
    write_vintage(OTHER, tmp_path / "two")
    (tmp_path / "two" / OBSERVATIONS).replace(tmp_path / "one" / OBSERVATIONS)
    assert _refusal(tmp_path / "one") == "engine.vintage_changed"


@pytest.mark.parametrize(("entry", "value"), [("as_known_on", "2025-01-02"), ("vintage", "0" * 64)])
def test_a_changed_manifest_is_refused(tmp_path: Path, entry: str, value: str) -> None:
    write_vintage(VINTAGE, tmp_path)
    path = tmp_path / MANIFEST
    manifest = json.loads(path.read_text(encoding="utf-8")) | {entry: value}
    path.write_text(json.dumps(manifest), encoding="utf-8")
    assert _refusal(tmp_path) == "engine.vintage_changed"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("{", "engine.vintage_unreadable"),
        ("[]", "engine.vintage_unreadable"),
        ('{"format": 1}', "engine.vintage_unreadable"),
        (
            '{"format": 1, "as_known_on": 3, "files": [], "vintage": ""}',
            "engine.vintage_unreadable",
        ),
        ('{"format": 9}', "engine.vintage_format"),
    ],
)
def test_a_manifest_that_says_something_else_is_refused(
    tmp_path: Path, text: str, key: str
) -> None:
    write_vintage(VINTAGE, tmp_path)
    (tmp_path / MANIFEST).write_text(text, encoding="utf-8")
    assert _refusal(tmp_path) == key


@pytest.mark.parametrize("file", [MANIFEST, OBSERVATIONS])
def test_a_folder_without_its_files_holds_no_vintage(tmp_path: Path, file: str) -> None:
    write_vintage(VINTAGE, tmp_path)
    (tmp_path / file).unlink()
    assert _refusal(tmp_path) == "engine.vintage_missing"


def test_the_id_of_an_observation_stands_in_the_file(tmp_path: Path) -> None:
    """Engines break ties by it, so it must be the ledger's own."""
    changed = replace(FIGURES[0], note="")
    write_vintage(Vintage.freeze([changed], date(2025, 1, 1)), tmp_path)
    found = duckdb.execute("SELECT id FROM read_parquet(?)", [str(tmp_path / OBSERVATIONS)])
    assert found.fetchall() == [(int(changed.id, 16),)]
