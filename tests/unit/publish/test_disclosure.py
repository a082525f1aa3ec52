"""What is marked is told to nobody, by no way round; what is open stays as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lotrinh.base.source import Source
from lotrinh.base.words import Words
from lotrinh.bodies import Body, Register, Tie
from lotrinh.indicators import Indicator, unit
from lotrinh.ledger import Key, Observation, holding
from lotrinh.periods import Period
from lotrinh.places import Gazetteer, Place
from lotrinh.plan import Duty
from lotrinh.publish.disclosure import WITHHELD_CLAUSE, Open, disclosed
from lotrinh.publish.secondary import withheld

DAY = date(2025, 3, 1)


def indicator(id: str, kind: str = "stock", formula: str = "", **more: Any) -> Indicator:
    name = Words(id, id)
    owner = more.pop("custodian", "office")
    return Indicator(id, name, name, unit("person"), kind, "up", formula, "", owner, (), **more)  # type: ignore[arg-type]


def body(id: str, parent: str = "", **more: Any) -> Body:
    return Body(id, Words(id, id), "department", "p", parent, **more)


def place(id: str, parent: str = "") -> Place:
    return Place(id, Words(id, id), "district", "", parent, None, None)


def figure(place: str, value: int, mark: Any = "", of: str = "people", **more: Any) -> Observation:
    told = {"recorded_at": DAY, "breakdown": ""} | more
    source = Source("Report", "", DAY)
    return Observation(
        of, place, Period.year(2024), Decimal(value), "person", "actual", source, mark=mark, **told
    )


PLACES = Gazetteer({p.id: p for p in (place("p"), *(place(d, "p") for d in "abc"))}, ())
BODIES = Register({"office": body("office")})
INDICATORS = {
    one.id: one
    for one in (
        indicator("people"),
        indicator("trained"),
        indicator("rate", "ratio", "100 * trained / people"),
    )
}
RULE = disclosed(BODIES, INDICATORS, PLACES)


def told(*figures: Observation, rule: Open = RULE) -> set[str]:
    return {f"{one.indicator} {one.place}" for one in rule.observations(figures)}


def test_open_figures_are_told_all_of_them() -> None:
    figures = (figure("p", 60), figure("a", 10), figure("b", 20), figure("c", 30))
    assert RULE.observations(figures) == figures


def test_a_hidden_part_cannot_be_had_from_the_total_and_the_other_parts() -> None:
    figures = (figure("p", 60), figure("a", 10), figure("b", 20, "confidential"), figure("c", 30))
    assert told(*figures) == {"people p", "people c"}, "the smallest other goes with it"


def test_two_hidden_parts_hide_each_other_and_the_total_stays() -> None:
    figures = (figure("p", 60), figure("a", 10, "internal"), figure("b", 20, "internal"))
    assert told(*figures, figure("c", 30)) == {"people p", "people c"}


def test_a_hidden_total_cannot_be_added_up_from_its_parts() -> None:
    figures = (figure("p", 60, "confidential"), figure("a", 10), figure("b", 20), figure("c", 30))
    assert told(*figures) == {"people b", "people c"}


def test_without_a_total_the_other_parts_tell_nothing_and_stay() -> None:
    figures = (figure("a", 10), figure("b", 20, "confidential"), figure("c", 30))
    assert told(*figures) == {"people a", "people c"}


def test_a_part_of_one_dimension_is_covered_by_another() -> None:
    women = figure("p", 25, "confidential", breakdown="sex=female")
    men = figure("p", 35, breakdown="sex=male")
    assert RULE.observations((figure("p", 60), women, men)) == (figure("p", 60),)


def test_a_published_ratio_of_a_hidden_figure_is_withheld_in_that_place() -> None:
    figures = (
        figure("a", 10, "confidential"),
        figure("a", 4, of="trained"),
        figure("a", 40, of="rate"),
        figure("b", 50, of="rate"),
    )
    assert told(*figures) == {"trained a", "rate b"}


def test_an_indicator_computed_from_a_withheld_one_goes_with_it() -> None:
    marked = {**INDICATORS, "people": replace(INDICATORS["people"], mark="internal")}
    rule = disclosed(BODIES, marked, PLACES)
    assert set(rule.indicators) == {"trained"}
    assert told(figure("a", 40, of="rate"), figure("a", 4, of="trained"), rule=rule) == {
        "trained a"
    }


def test_while_the_figure_that_holds_is_marked_those_before_it_are_hidden_too() -> None:
    before = figure("a", 9, recorded_at=date(2025, 1, 1))
    now = figure("a", 10, "confidential")
    assert RULE.observations((before, now)) == ()
    released = figure("a", 11, recorded_at=date(2025, 6, 1))
    assert RULE.observations((before, now, released)) == (before, released)


def test_a_marked_body_goes_with_all_below_it_their_ties_and_their_indicators() -> None:
    register = Register(
        {
            "office": body("office", successors=("guard",), members=("guard",)),
            "guard": body("guard", mark="confidential"),
            "unit": body("unit", "guard"),
        },
        (Tie("sector", "office", "guard"),),
    )
    kept = indicator("kept", custodian="unit")
    rule = disclosed(register, {"kept": kept, **INDICATORS}, PLACES)
    assert set(rule.bodies.bodies) == {"office"}
    assert rule.bodies["office"].successors == rule.bodies["office"].members == ()
    assert rule.bodies.ties == ()
    assert "kept" not in rule.indicators


def test_a_duty_that_is_marked_or_owed_by_withheld_bodies_only_is_not_told() -> None:
    words = Words("làm", "do")
    duties = [
        Duty("open", "report", ("office",), words, "I.1"),
        Duty("marked", "report", ("office",), words, "I.2", mark="internal"),
        Duty("theirs", "report", ("guard",), words, "I.3"),
        Duty("both", "report", ("office", "guard"), words, "I.4"),
    ]
    found = [one for duty in duties if (one := RULE._duty(duty))]
    assert [one.id for one in found] == ["open", "both"]
    assert found[1].actors == ("office",)
    assert [RULE._is_whole(duty) for duty in duties] == [True, False, False, False]
    assert WITHHELD_CLAUSE


FIGURES = st.lists(
    st.builds(
        figure,
        st.sampled_from("pabc"),
        st.integers(1, 99),
        st.sampled_from(("", "", "", "internal", "confidential")),
        st.sampled_from(("people", "trained")),
    ),
    unique_by=lambda one: one.key,
    max_size=8,
)


@given(FIGURES)
def test_no_hidden_figure_stands_alone_between_a_total_and_its_parts(
    figures: list[Observation],
) -> None:
    holds = holding(figures)
    marked = {key for key, one in holds.items() if one.mark}
    hidden = withheld(marked, holds, INDICATORS, PLACES)
    assert marked <= hidden
    for of in ("people", "trained"):
        relation = {key for key in holds if key.indicator == of}
        total = Key(of, "p", Period.year(2024))
        if total in relation and len(relation) > 1:
            assert len(relation & hidden) != 1


@given(FIGURES)
def test_nothing_is_hidden_where_nothing_is_marked(figures: list[Observation]) -> None:
    plain = tuple(replace(one, mark="") for one in figures)
    assert RULE.observations(plain) == plain
