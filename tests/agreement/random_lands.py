"""Random figures in a small land, with random rules of adding up: parts, shared results, quarters.

The values are tame, for sums of huge and tiny numbers depend on the order they are taken in;
numbers that hurt are drawn in `random_formulas`.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from agreement.random_formulas import DAYS, OBSERVED
from lotrinh.base.source import Source
from lotrinh.indicators import Indicator
from lotrinh.ledger import Observation
from lotrinh.periods import Period
from spec.figures import indicator
from spec.lands import SEX, land

#: Commune b ends in 2023, and of the communes in the west only some are known.
LAND = land(
    "vn(north(a b c) south(d e) west(f))",
    ended={"b": date(2023, 7, 1)},
    vn=None, north=None, south=date(2022, 1, 1),
)  # fmt: skip
PLACES = tuple(LAND.places)
PERIODS = [
    *map(Period.year, range(2021, 2025)),
    *(Period.read(f"{year}-Q{n}") for year in (2023, 2024) for n in range(1, 5)),
    Period.read("2024-S1"), Period.read("2024-12"),
]  # fmt: skip
WEIGHT = "people"


@st.composite
def observed(draw: st.DrawFn) -> dict[str, Indicator]:
    """Draw how each observed indicator adds up."""
    found = {}
    for name in OBSERVED:
        over_places = draw(st.sampled_from(("sum", "sum", "mean", "none")))
        weighs = over_places == "mean" or draw(st.booleans())
        found[name] = replace(
            indicator(name),
            over_places=over_places,
            over_time=draw(st.sampled_from(("sum", "last", "none"))),
            weight=WEIGHT if weighs else "",
            disaggregations=(SEX,),
        )
    return found | {WEIGHT: replace(indicator(WEIGHT), over_places="sum", over_time="last")}


def figures(names: tuple[str, ...] = (*OBSERVED, WEIGHT)) -> st.SearchStrategy[list[Observation]]:
    """Draw what was reported."""
    one = st.builds(
        Observation,
        indicator=st.sampled_from(names),
        place=st.sampled_from(PLACES),
        period=st.sampled_from(PERIODS),
        value=st.sampled_from(("0", "1", "2", "5", "80", "100", "110", "0.5")).map(Decimal),
        unit=st.just("ratio"),
        status=st.sampled_from(("actual", "preliminary", "estimate")),
        source=st.just(Source("a yearbook")),
        recorded_at=st.sampled_from(DAYS),
        qualifier=st.sampled_from(("", "", "", "", "<")),
        method=st.sampled_from(("published", "published", "inferred")),
        breakdown=st.sampled_from(("", "", "sex=female", "sex=male")),
        shared=st.sampled_from(("", "", "", "ferry", "bridge")),
    )
    everywhere = st.lists(st.sampled_from(("", "3", "7", "40")), min_size=24, max_size=24)
    return st.tuples(st.lists(one, max_size=40), everywhere).map(
        lambda drawn: [*drawn[0], *_everywhere(drawn[1])]
    )


def _everywhere(cells: list[str]) -> list[Observation]:
    """Two indicators and the weight in every commune in 2024, with gaps: totals come of it."""
    communes = [id for id, place in LAND.places.items() if place.level == "commune"]
    keys = [(name, place) for name in (*OBSERVED, WEIGHT) for place in communes]
    return [
        Observation(
            name, place, Period.year(2024), Decimal(cell), "ratio", "actual",
            Source("a yearbook"), DAYS[0],
        )
        for (name, place), cell in zip(keys, cells, strict=True)
        if cell
    ]  # fmt: skip
