"""An indicator goes to another day's map: sums exactly, ratios by their parts, or not at all."""

from datetime import date
from decimal import Decimal

import pytest

from lotrinh.base.source import Source
from lotrinh.base.words import Words
from lotrinh.engine.restate import Maps, Restated, restate
from lotrinh.indicators import Indicator, unit
from lotrinh.ledger import Observation, Vintage
from lotrinh.periods import Period
from lotrinh.places import Change, Gazetteer, Place, Weight, Weights

DAY, EVE = date(2025, 7, 1), date(2025, 6, 30)
LATER = date(2026, 1, 1)


def indicator(id: str, code: str, kind: str, formula: str = "") -> Indicator:
    name = Words(id, id)
    return Indicator(id, name, name, unit(code), kind, "up", formula, "", "vn/gso", ("x",))  # type: ignore[arg-type]


INDICATORS = {
    one.id: one
    for one in (
        indicator("employed", "person", "stock"),
        indicator("trained", "person", "stock"),
        indicator("trained-rate", "percent", "ratio", "100 * trained / employed"),
        indicator("growth", "percent", "rate", "growth(employed)"),
        indicator("score", "point", "index"),
    )
}


def place(id: str, start: date | None, end: date | None) -> Place:
    return Place(id, Words(id, id), "province", "", "vn", start, end)


def change(kind: str, before: str, after: str, parts: str = "") -> Change:
    return Change(
        DAY, kind, tuple(before.split()), tuple(after.split()), "1/NQ", "", tuple(parts.split())
    )


GAZETTEER = Gazetteer(
    {
        "vn": Place("vn", Words("vn", "vn"), "country", "", "", None, None),
        **{id: place(id, None, DAY) for id in ("a", "b", "c", "d")},
        **{id: place(id, DAY, None) for id in ("ab", "c1", "c2", "d-new")},
        "e": place("e", None, None),
    },
    (
        change("merge", "a b", "ab"),
        change("split", "c", "c1", "c"),
        change("split", "c", "c2", "c"),
        change("rename", "d", "d-new"),
    ),
)


def figure(id: str, where: str, period: str, value: float, status: str = "actual") -> Observation:
    return Observation(
        id, where, Period.read(period), Decimal(str(value)), INDICATORS[id].unit.code,
        status, Source("x"), date(2025, 1, 1),
    )  # type: ignore[arg-type] # fmt: skip


def on_map(name: str, *figures: Observation, day: date = DAY, **maps: object) -> dict:
    vintage = Vintage.freeze(figures, LATER)
    rows = restate(name, INDICATORS, vintage, Maps(GAZETTEER, **maps), day)  # type: ignore[arg-type]
    return {(one.place, str(one.period)): one for one in rows}


def test_a_merged_place_has_the_sum_of_its_parts() -> None:
    rows = on_map(
        "employed", figure("employed", "a", "2024", 100), figure("employed", "b", "2024", 50)
    )
    one: Restated = rows["ab", "2024"]
    assert (one.value, one.made_of, one.basis) == (150, ("a", "b"), "whole")
    assert (one.reported, one.expected) == (2, 2)


def test_a_missing_part_is_missing_and_never_zero() -> None:
    one = on_map("employed", figure("employed", "a", "2024", 100))["ab", "2024"]
    assert one.value is None
    assert (one.reported, one.expected, one.is_refused) == (1, 2, False)
    assert one.reason is not None
    assert one.reason.vi == "ab: mới có số của 1/2 địa bàn; thiếu: b."


def test_a_ratio_goes_by_way_of_its_numerator_and_denominator() -> None:
    rows = on_map(
        "trained-rate",
        figure("trained", "a", "2024", 10), figure("employed", "a", "2024", 100),
        figure("trained", "b", "2024", 200), figure("employed", "b", "2024", 400),
    )  # fmt: skip
    assert rows["ab", "2024"].value == 100 * 210 / 500, "not the mean of 10 and 50"


def test_a_growth_is_computed_from_the_sums_of_both_years() -> None:
    figures = [
        figure("employed", where, year, value)
        for where, year, value in (
            ("a", "2023", 10),
            ("b", "2023", 90),
            ("a", "2024", 20),
            ("b", "2024", 90),
        )
    ]
    assert on_map("growth", *figures)["ab", "2024"].value == pytest.approx(10)


def test_a_ratio_without_one_part_says_what_is_missing() -> None:
    one = on_map(
        "trained-rate", figure("trained", "a", "2024", 1), figure("employed", "a", "2024", 2)
    )
    assert one["ab", "2024"].value is None
    assert one["ab", "2024"].reason is not None
    assert "thiếu: b" in one["ab", "2024"].reason.vi


def test_an_index_of_parts_is_refused_and_one_of_a_renamed_place_goes_over() -> None:
    rows = on_map("score", figure("score", "a", "2024", 60), figure("score", "d", "2024", 70))
    assert rows["ab", "2024"].is_refused
    assert "does not add up" in rows["ab", "2024"].reason.en
    assert rows["d-new", "2024"].value == 70


def test_a_divided_place_is_refused_without_a_basis_and_estimated_with_one() -> None:
    one = figure("employed", "c", "2024", 90)
    refused = on_map("employed", one)
    assert refused["c1", "2024"].is_refused
    assert "c was divided" in refused["c1", "2024"].reason.en
    parts = {("c", after, "population"): Weight(w) for after, w in (("c1", 1.0), ("c2", 2.0))}
    known = on_map("employed", one, basis="population", weights=Weights(parts=parts))
    assert [known[id, "2024"].value for id in ("c1", "c2")] == pytest.approx([30, 60])
    assert known["c1", "2024"].basis == "population"
    assert on_map("employed", one, basis="count")["c2", "2024"].value == 45


def test_a_new_figure_goes_back_to_the_old_map_on_a_basis() -> None:
    one = figure("employed", "ab", "2026", 300)
    weights = Weights({("a", "area"): Weight(1.0), ("b", "area"): Weight(2.0)})
    rows = on_map("employed", one, day=EVE, basis="area", weights=weights)
    assert {id: found.value for (id, _), found in rows.items()} == pytest.approx(
        {"a": 100, "b": 200}
    )
    assert on_map("employed", one, day=EVE)["a", "2026"].is_refused


def test_a_place_that_is_there_keeps_its_own_figure() -> None:
    rows = on_map(
        "employed",
        figure("employed", "a", "2025", 1), figure("employed", "b", "2025", 2),
        figure("employed", "ab", "2025", 7), figure("employed", "e", "2025", 5),
    )  # fmt: skip
    assert rows["ab", "2025"].value == 7, "a reported figure holds over one that could be added up"
    assert rows["e", "2025"].made_of == ("e",)


def test_the_least_firm_part_gives_the_status() -> None:
    rows = on_map(
        "employed",
        figure("employed", "a", "2024", 1),
        figure("employed", "b", "2024", 2, "estimate"),
    )
    assert rows["ab", "2024"].status == "estimate"


def test_a_place_that_left_no_successor_is_refused() -> None:
    gone = Gazetteer({**GAZETTEER.places, "f": place("f", None, DAY)}, GAZETTEER.changes)
    vintage = Vintage.freeze([figure("employed", "f", "2024", 1)], LATER)
    (one,) = restate("employed", INDICATORS, vintage, Maps(gone), DAY)
    assert one.is_refused
    assert one.value is None
    assert "Không biết địa bàn nào" in one.reason.vi  # type: ignore[union-attr]
