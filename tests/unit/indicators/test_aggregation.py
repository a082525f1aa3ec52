"""How an indicator adds up is declared, and what no honest total can be is refused."""

from dataclasses import replace

import pytest

from architecture.house import ROOT
from lotrinh.base.errors import LotrinhError
from lotrinh.bodies import Register, load_bodies
from lotrinh.flow import read_folder
from lotrinh.indicators import Indicator, load_indicators
from lotrinh.places import load_places

FILES, _ = read_folder(ROOT / "content/plans/vn/nq-52-2019")
PATH = "indicators/employed-total.yml"
#: One file of the content, of which each test changes what it is about.
LEFT_OUT = ("over_", "weight", "kind", "frequency")
HEAD = "\n".join(line for line in FILES[PATH].splitlines() if not line.startswith(LEFT_OUT))


@pytest.fixture(scope="module")
def bodies() -> Register:
    return load_bodies(FILES, load_places(FILES))


def _loaded(bodies: Register, more: str, kind: str = "stock") -> Indicator:
    files = {**FILES, PATH: f"{HEAD}\nkind: {kind}\n{more}\n"}
    return load_indicators(files, bodies)["employed-total"]


def test_flows_are_summed_and_stocks_take_the_last(bodies: Register) -> None:
    flow, stock = _loaded(bodies, "", "flow"), _loaded(bodies, "")
    assert (flow.over_places, flow.over_time) == ("sum", "sum")
    assert (stock.over_places, stock.over_time) == ("sum", "last")


def test_an_amount_for_each_person_is_not_summed_over_places(bodies: Register) -> None:
    path = "indicators/grdp-per-capita.yml"
    text = FILES[path].replace("kind: ratio", "kind: flow")
    assert load_indicators({**FILES, path: text}, bodies)["grdp-per-capita"].over_places == "none"


def test_a_mean_names_its_weight(bodies: Register) -> None:
    one = _loaded(bodies, "over_places: {mean_weighted_by: population}")
    assert (one.over_places, one.weight) == ("mean", "population")


@pytest.mark.parametrize(
    ("kind", "more", "vi", "en"),
    [
        ("ratio", "over_places: sum", "không bao giờ được cộng", "is never added up or averaged"),
        ("rank", "over_places: {mean_weighted_by: population}", "thứ hạng", "index or rank"),
        ("index", "over_time: last", "chỉ số", "is never added up"),
        ("stock", "over_time: sum", "Số thời điểm không bao giờ", "A stock is never summed"),
        ("stock", "weight: nothing-like-it", "“nothing-like-it” không dùng", "cannot weigh"),
        ("stock", "weight: labour-productivity", "làm trọng số", "cannot weigh"),
        ("flow", 'formula: "population"\nover_places: sum', "được tính lại", "computed anew"),
    ],
)
def test_what_cannot_be_is_refused_with_the_mend(
    bodies: Register, kind: str, more: str, vi: str, en: str
) -> None:
    with pytest.raises(LotrinhError) as caught:
        _loaded(bodies, more, kind)
    assert vi in caught.value.say("vi")
    assert en in caught.value.say("en")
    assert {problem.where.file for problem in caught.value.problems} == {PATH}


def test_a_field_is_one_of_the_words_it_may_be(bodies: Register) -> None:
    with pytest.raises(LotrinhError, match="over_time"):
        _loaded(bodies, "over_time: mean")
    assert replace(_loaded(bodies, "missing: partial")).missing == "partial"
