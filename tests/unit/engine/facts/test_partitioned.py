"""A vintage in many files: what goes in comes out, a slice reads little, a change is found."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.base.source import Source
from lotrinh.engine.facts import Facts, facts_of, open_vintage
from lotrinh.engine.facts import write as writing
from lotrinh.engine.facts.manifest import verify
from lotrinh.engine.facts.write import write_facts
from lotrinh.engine.vintage_file import OBSERVATIONS, write_vintage
from lotrinh.ledger import Observation, Vintage
from spec.figures import DAY, observation

LATER = date(2025, 6, 1)
FIGURES = [
    *(
        observation(name, str(year), str(100 * n + year), place=place)
        for n, name in enumerate(("a", "b", "c-d"))
        for place in ("vn/x", "vn/y", "vn/z")
        for year in range(2020, 2025)
    ),
    observation("a", "2024", "7", place="vn/x", recorded_at=LATER),
    observation("a", "2024-Q4", "5", qualifier="<", method="inferred", place="vn/y"),
    observation("a", "2024", "3", breakdown="sex=female", note="của nữ"),
    observation("b", "2024", "2", shared="cầu", unit="percent", status="estimate",
                source=Source("Niên giám", "https://example.vn", date(2025, 1, 1))),
]  # fmt: skip


def partitioned(folder: Path, figures: list[Observation], day: date = LATER) -> Path:
    """Write figures as a vintage in many files."""
    write_vintage(Vintage.freeze(figures, max(day, LATER)), folder / "one")
    write_facts(folder / "one" / OBSERVATIONS, folder / "many", day)
    return folder / "many"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return partitioned(tmp_path, FIGURES)


def _whole(facts: Facts) -> set[Observation]:
    return set(facts.observations(range(len(facts.codes.series))))


def test_what_is_written_is_read_again_texts_and_all(folder: Path) -> None:
    facts = open_vintage(folder)
    assert _whole(facts) == set(FIGURES)
    assert facts.rows == len(FIGURES)
    assert facts.as_known_on == LATER


def test_what_was_recorded_later_than_the_day_is_left_out(tmp_path: Path) -> None:
    facts = open_vintage(partitioned(tmp_path, FIGURES, DAY))
    assert _whole(facts) == {one for one in FIGURES if one.recorded_at <= DAY}


def test_numbers_in_files_are_those_in_memory(folder: Path) -> None:
    """The cube reads both alike: same codes, same rows in the same order."""
    many, memory = open_vintage(folder), facts_of(Vintage.freeze(FIGURES, LATER))
    assert many.codes.series == memory.codes.series
    assert many.codes.places == memory.codes.places
    assert many.codes.periods == memory.codes.periods
    for code in range(len(many.codes.series)):
        for found, expected in zip(many.load(code)[:3], memory.load(code)[:3], strict=True):
            assert np.array_equal(found, expected)
        assert np.array_equal(many.ids(code), memory.ids(code))
        said = [[facts.codes.announcements.all[how] for how in facts.load(code).how.tolist()]
                for facts in (many, memory)]  # fmt: skip
        assert said[0] == said[1]


def test_the_figure_that_holds_stands_last(folder: Path) -> None:
    facts = open_vintage(folder)
    (code, *_) = facts.codes.series_of["a", ""]
    block = facts.load(code)
    at = (block.place == facts.codes.places.index("vn/x")) & (
        block.period == [str(one) for one in facts.codes.periods].index("2024")
    )
    assert block.value[at].tolist() == [2024.0, 7.0]


def test_many_files_and_row_groups_hold_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A series may fill several row groups, and several small ones share one."""
    monkeypatch.setattr(writing, "FILE_ROWS", 20)
    monkeypatch.setattr(writing, "SMALL_GROUP", 3)
    monkeypatch.setattr(writing, "LARGE_GROUP", 7)
    folder = partitioned(tmp_path, FIGURES)
    assert len(list((folder / "facts").iterdir())) > 1
    test_numbers_in_files_are_those_in_memory(folder)
    assert _whole(open_vintage(folder)) == set(FIGURES)


def test_a_slice_reads_the_row_groups_of_its_series_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "SMALL_GROUP", 1)
    facts = open_vintage(partitioned(tmp_path, FIGURES))
    read: list[int] = []
    whole = pq.ParquetFile.read_row_group

    def noted(file: pq.ParquetFile, number: int, **how: object) -> object:
        read.append(number)
        return whole(file, number, **how)

    monkeypatch.setattr(pq.ParquetFile, "read_row_group", noted)
    facts.load(facts.codes.series_of["c-d", ""][0])
    assert len(read) == 1


def test_threads_that_ask_for_one_row_group_read_it_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    whole = pq.ParquetFile.read_row_group

    def counted(file: pq.ParquetFile, *asked: object, **how: object) -> object:
        read.append("one")
        return whole(file, *asked, **how)

    monkeypatch.setattr(pq.ParquetFile, "read_row_group", counted)
    facts = open_vintage(folder)
    series = range(len(facts.codes.series))
    assert len(series) > 1
    with ThreadPoolExecutor(4) as pool:
        blocks = [*pool.map(facts.load, [*series] * 4)]
    assert sum(len(one.value) for one in blocks) == 4 * facts.rows
    assert read == ["one"]


def test_a_reader_is_told_that_no_fact_is_missing(folder: Path) -> None:
    for path in (folder / "facts").iterdir():
        assert not any(one.nullable for one in pq.read_schema(path))


def test_texts_lie_apart_from_the_five_numbers(folder: Path) -> None:
    (facts,) = (folder / "facts").iterdir()
    assert pq.read_schema(facts).names == ["series", "place", "period", "value", "how"]


def test_the_same_figures_are_named_alike(tmp_path: Path) -> None:
    one = partitioned(tmp_path / "1", FIGURES)
    other = partitioned(tmp_path / "2", FIGURES[::-1])
    assert (one / "manifest.json").read_text("utf-8") == (other / "manifest.json").read_text(
        "utf-8"
    )


def _spoil_facts(folder: Path) -> None:
    (path,) = (folder / "facts").iterdir()
    path.write_bytes(path.read_bytes()[:-9] + b"123456789")


def _lose_texts(folder: Path) -> None:
    (path,) = (folder / "texts").iterdir()
    path.unlink()


def _rename(folder: Path) -> None:
    path = folder / "manifest.json"
    said = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**said, "rows": 1}), "utf-8")


@pytest.mark.parametrize(
    ("spoil", "key"),
    [
        (_spoil_facts, "engine.vintage_changed"),
        (_lose_texts, "engine.vintage_missing"),
        (_rename, "engine.vintage_changed"),
    ],
)
def test_what_was_changed_is_named(folder: Path, spoil: Iterator[None], key: str) -> None:
    verify(folder)
    spoil(folder)  # type: ignore[operator]
    with pytest.raises(LotrinhError) as error:
        verify(folder)
    assert [one.key for one in error.value.problems] == [key]


def test_a_vintage_is_never_written_over(folder: Path) -> None:
    with pytest.raises(LotrinhError) as error:
        write_facts(folder.parent / "one" / OBSERVATIONS, folder, LATER)
    assert [one.key for one in error.value.problems] == ["engine.vintage_exists"]


def test_no_figures_are_a_vintage_too(tmp_path: Path) -> None:
    facts = open_vintage(partitioned(tmp_path, FIGURES, date(2000, 1, 1)))
    assert facts.rows == 0
    assert facts.codes.series == ()
