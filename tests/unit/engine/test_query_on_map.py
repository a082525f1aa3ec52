"""A slice on another day's map is what `restate` says of each figure, carried all at once."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lotrinh.base.words import Words
from lotrinh.engine.query import Source
from lotrinh.engine.restate import Maps, restate
from lotrinh.engine.slice import Slice
from lotrinh.engine.territory import Territory
from lotrinh.engine.vintage_file import write_vintage
from lotrinh.ledger import Observation, Vintage
from lotrinh.periods import Period
from lotrinh.places import Basis, Change, Gazetteer, Place, Weight, Weights
from spec.figures import DAY, indicator, observation

EVE, REFORM, BEFORE = date(2024, 6, 30), date(2024, 7, 1), date(2022, 3, 1)
INDICATORS = {
    "x": replace(indicator("x"), kind="flow", over_time="sum"),
    "z": replace(indicator("z"), kind="stock"),
    "score": replace(indicator("score"), kind="index"),
    "rate": indicator("rate", "x / z"),
    "change": indicator("change", "(x - lag(x, 1)) / lag(x, 1)"),
    "either": indicator("either", "coalesce(score, x)"),
    "over": indicator("over", "2 * change + z"),
}


def _place(id: str, start: date | None, end: date | None) -> Place:
    return Place(id, Words(id, id), "commune", "", "vn", start, end)


def _change(day: date, kind: str, before: str, after: str, parts: str = "") -> Change:
    return Change(
        day, kind, tuple(before.split()), tuple(after.split()), "1/NQ", "", tuple(parts.split())
    )


#: e joined a long before the reform; c was divided at it, d only renamed, f stayed.
GAZETTEER = Gazetteer(
    {
        "vn": Place("vn", Words("vn", "vn"), "country", "", "", None, None),
        "e": _place("e", None, BEFORE),
        "a0": _place("a0", None, BEFORE),
        "a": _place("a", BEFORE, REFORM),
        **{id: _place(id, None, REFORM) for id in ("b", "c", "d")},
        **{id: _place(id, REFORM, None) for id in ("ab", "c1", "c2", "d-new")},
        "f": _place("f", None, None),
    },
    (
        _change(BEFORE, "merge", "e a0", "a"),
        _change(REFORM, "merge", "a b", "ab"),
        _change(REFORM, "split", "c", "c1", "c"),
        _change(REFORM, "split", "c", "c2", "c"),
        _change(REFORM, "rename", "d", "d-new"),
    ),
)
WEIGHTS = Weights(
    parts={("c", id, "population"): Weight(w) for id, w in (("c1", 1.0), ("c2", 3.0))},
    whole={(id, "population"): Weight(w) for id, w in
           (("a", 5.0), ("b", 2.0), ("e", 1.0), ("a0", 4.0))},
)  # fmt: skip


def _ledger(seed: int) -> list[Observation]:
    """Most figures are there, some are bounds, some of a part, some of quarters, some estimates."""
    chance = random.Random(seed)
    found = []
    for name in ("x", "z", "score"):
        for id in ("e", "a0", "a", "b", "c", "d", "ab", "c1", "d-new", "f"):
            for period in ("2021", "2022", "2023", "2024-S1", "2024-S2", "2024"):
                if chance.random() < 0.65:
                    is_bound = chance.random() < 0.08
                    bound = {"qualifier": "<", "method": "inferred"} if is_bound else {}
                    status = chance.choice(("actual", "actual", "estimate"))
                    part = chance.choice(("", "", "", "", "sex=female"))
                    value = str(chance.randint(1, 90))
                    found.append(observation(name, period, value, place=id, status=status,
                                             breakdown=part, **bound))  # fmt: skip
    return found


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("basis", ["none", "count", "population"])
@pytest.mark.parametrize("day", [REFORM, EVE, date(2020, 1, 1)])
def test_every_figure_is_the_one_that_restate_gives(
    tmp_path: Path, seed: int, basis: Basis, day: date
) -> None:
    vintage = Vintage.freeze(_ledger(seed), DAY)
    write_vintage(vintage, tmp_path)
    source = Source(tmp_path, INDICATORS, Territory(GAZETTEER))
    for name in INDICATORS:
        (table,) = source.tables(Slice((name,), on_map=day, basis=basis), WEIGHTS)
        rows = table.to_pylist()
        told = restate(name, INDICATORS, vintage, Maps(GAZETTEER, basis, WEIGHTS), day)
        expected = {
            (one.place, str(one.period)): (one.status, one.reported, one.expected, one.value)
            for one in told
            if one.value is not None
        }
        found = {
            (row["place"], row["period"]):
            (row["status"], row["reported"], row["expected"], pytest.approx(row["value"]))
            for row in rows
        }  # fmt: skip
        assert len(found) == len(rows), "no figure stands twice"
        assert expected == found, name


def test_only_the_places_and_periods_asked_for_are_made(tmp_path: Path) -> None:
    figures = [
        observation("x", str(year), str(value), place=id)
        for id, value in (("a", 1), ("b", 2), ("f", 5))
        for year in (2022, 2023)
    ]
    write_vintage(Vintage.freeze(figures, DAY), tmp_path)
    source = Source(tmp_path, INDICATORS, Territory(GAZETTEER))
    asked = Slice(("x",), ("ab",), first=Period.year(2023), on_map=REFORM)
    assert [
        (row["place"], row["period"], row["value"]) for row in source.table(asked).to_pylist()
    ] == [("ab", "2023", 3.0)]
    within = Slice(("x",), ("vn",), subtree=True, last=Period.year(2022), on_map=REFORM)
    assert source.table(within)["value"].to_pylist() == [3.0, 5.0]
