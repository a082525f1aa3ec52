"""A slice holds what was asked for and nothing else, and is what the whole computation says."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.engine import compute
from lotrinh.engine.compute_file import compute_vintage, fittest
from lotrinh.engine.facts import open_vintage
from lotrinh.engine.facts.write import write_facts
from lotrinh.engine.query import Source, query
from lotrinh.engine.slice import Slice
from lotrinh.engine.table_file import FORMATS
from lotrinh.engine.territory import Territory
from lotrinh.engine.vintage_file import OBSERVATIONS, write_vintage
from lotrinh.indicators import unit
from lotrinh.ledger import Vintage
from lotrinh.periods import Period
from spec.figures import DAY, indicator, observation
from spec.lands import SEX, land

LAND = land("vn(north(a b) south(c d))")
INDICATORS = {
    "x": replace(indicator("x"), over_places="sum", disaggregations=(SEX,)),
    "y": replace(indicator("y"), over_places="sum"),
    "r": replace(indicator("r", "x / y"), missing="partial"),
    "g": replace(indicator("g", "growth(r)", measured=unit("percent")), missing="partial"),
    "s": replace(indicator("s", "share_of_parent(x)", measured=unit("percent")), missing="partial"),
    "k": indicator("k", "count_where(x > 2, commune)", measured=unit("commune")),
    "o": indicator("o", "sum_over(x, sex)"),
}
FIGURES = [
    *(
        observation(name, str(year), str(n + year - 2019), place=place)
        for n, name in enumerate(("x", "y"))
        for place in ("a", "b", "c")
        for year in range(2020, 2025)
    ),
    observation("x", "2024", "100", place="a", recorded_at=date(2025, 3, 1)),
    observation("x", "2024", "1", place="a", breakdown="sex=female"),
    observation("x", "2024", "3", place="a", breakdown="sex=male"),
    observation("x", "2024", "9", place="d", qualifier="<", method="inferred"),
]
VINTAGE = Vintage.freeze(FIGURES, date(2025, 6, 1))


@pytest.fixture(params=["one file", "many files"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    write_vintage(VINTAGE, tmp_path / "one")
    if request.param == "one file":
        return tmp_path / "one"
    write_facts(tmp_path / "one" / OBSERVATIONS, tmp_path / "many", VINTAGE.as_known_on)
    return tmp_path / "many"


def _rows(table: pa.Table) -> list[tuple[object, ...]]:
    return sorted(tuple(row.values()) for row in table.to_pylist())


def _expected(vintage: Vintage = VINTAGE) -> list[tuple[object, ...]]:
    rows = []
    for one in compute(INDICATORS, vintage, places=LAND).all():
        behind = one.coverage and (one.coverage.reported, one.coverage.expected)
        about = (one.indicator, one.place, str(one.period))
        said = (pytest.approx(one.value), one.status, one.qualifier, one.breakdown)
        rows.append((*about, *said, *(behind or (None, None)), None))
    return rows


def _keys(rows: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return sorted((*row[:3], row[6]) for row in rows)


def test_everything_is_what_the_computation_gives(folder: Path) -> None:
    found = query(folder, INDICATORS, Territory(LAND), Slice(tuple(INDICATORS), breakdown=None))
    expected = {(*row[:3], row[6]): row for row in _expected()}
    assert {(*row[:3], row[6]): row for row in _rows(found)} == expected


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        (Slice(("r",)), lambda row: row[0] == "r"),
        (Slice(("x",)), lambda row: row[0] == "x" and row[6] == ""),
        (Slice(("x",), breakdown="sex=female"), lambda row: row[:7:6] == ("x", "sex=female")),
        (Slice(("o",)), lambda row: row[:7:6] == ("o", "")),
        (Slice(("s",), ("south",)), lambda row: row[:2] == ("s", "south")),
        (Slice(("s",), breakdown="sex=male"), lambda row: row[:7:6] == ("s", "sex=male")),
        (Slice(("k",), ("north",)), lambda row: row[:2] == ("k", "north")),
        (Slice(("r",), ("north",)), lambda row: row[:2] == ("r", "north")),
        (
            Slice(("r", "g"), ("north",), subtree=True),
            lambda row: row[0] in ("r", "g") and row[1] in ("north", "a", "b"),
        ),
        (
            Slice(("x",), level="province"),
            lambda row: row[0] == "x" and row[1] in ("north", "south") and not row[6],
        ),
        (
            Slice(("g",), first=Period.year(2022), last=Period.year(2023)),
            lambda row: row[0] == "g" and row[2] in ("2022", "2023"),
        ),
    ],
)
def test_a_slice_is_that_part_of_the_whole(folder: Path, asked: Slice, wanted: object) -> None:
    found = Source(folder, INDICATORS, Territory(LAND)).table(asked)
    expected = _keys([row for row in _expected() if wanted(row)])  # type: ignore[operator]
    assert expected
    assert _keys(_rows(found)) == expected


def test_a_slice_can_be_seen_as_known_on_an_earlier_day(folder: Path) -> None:
    asked = Slice(("x",), ("a",), first=Period.year(2024), as_known_on=DAY)
    found = query(folder, INDICATORS, Territory(LAND), asked)
    assert found["value"].to_pylist() == [5.0]
    now = query(folder, INDICATORS, Territory(LAND), replace(asked, as_known_on=None))
    assert now["value"].to_pylist() == [100.0]


def test_a_slice_can_be_put_on_the_map_of_another_day(folder: Path) -> None:
    asked = Slice(("x",), ("a",), first=Period.year(2024), on_map=date(2025, 7, 1))
    found = query(folder, INDICATORS, Territory(LAND), asked)
    assert found["value"].to_pylist() == [100.0]


def test_everything_unknown_is_told_at_once(folder: Path) -> None:
    source = Source(folder, INDICATORS, Territory(LAND))
    asked = Slice(("z", "x"), ("nowhere",), breakdown=None, on_map=DAY)
    with pytest.raises(LotrinhError) as error:
        list(source.tables(asked))
    keys = [one.key for one in error.value.problems]
    assert keys == ["indicators.unknown", "places.unknown", "engine.not_on_a_map"]


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("on", ["auto", "reference", "duckdb", "cube"])
def test_a_vintage_is_computed_into_a_file(
    folder: Path, tmp_path: Path, on: str, kind: str
) -> None:
    out = tmp_path / f"results.{kind}"
    told: list[tuple[int, int]] = []
    count = compute_vintage(folder, out, INDICATORS, Territory(LAND), on=on,
                            progress=lambda *so_far: told.append(so_far))  # fmt: skip
    table = {"csv": pyarrow.csv.read_csv, "parquet": pq.read_table, "arrow": _arrow}[kind](out)
    assert count == table.num_rows == len(_expected())
    assert told[-1][0] == told[-1][1]
    texts = {"indicator", "place", "period", "breakdown"}
    plain = pa.table(
        {name: table[name].cast(pa.string()) for name in table.column_names if name in texts}
    )
    found = sorted(tuple(row.values()) for row in plain.to_pylist())
    assert found == _keys(_expected())
    assert not list(tmp_path.glob(".*")), "nothing half-written is left"


def _arrow(path: Path) -> pa.Table:
    return pa.ipc.open_stream(path).read_all()


def test_a_wrong_figure_leaves_no_file(folder: Path, tmp_path: Path) -> None:
    money = {"x": indicator("x", measured=unit("billion_dong"))}
    out = tmp_path / "results.parquet"
    with pytest.raises(LotrinhError) as error:
        compute_vintage(folder, out, money, Territory(LAND), on="cube")
    assert {one.key for one in error.value.problems} == {"engine.other_dimension"}
    assert not out.exists()


def test_an_all_but_empty_cube_is_left_to_sql(tmp_path: Path) -> None:
    """One figure a place, each of a year of its own, would fill a cube of many empty cells."""
    figures = [observation("x", str(1900 + n), "1", place=f"p{n}") for n in range(120)]
    for n, kept in ((120, "duckdb"), (3, "cube")):
        write_vintage(Vintage.freeze(figures[:n], DAY), tmp_path / f"one{n}")
        write_facts(tmp_path / f"one{n}" / OBSERVATIONS, tmp_path / f"many{n}", DAY)
        assert fittest(open_vintage(tmp_path / f"many{n}"), 0) == kept
