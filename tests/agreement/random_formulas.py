"""Random formulas and ledgers: all that the language can say, over figures that hurt.

Zeros, signs, huge and tiny numbers, bounds, gaps, revisions and ties on one day are drawn
often, for that is where engines come apart.
"""

import os
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from lotrinh.base.source import Source
from lotrinh.indicators import Indicator
from lotrinh.indicators.formula import (
    COMPARATORS,
    OPERATORS,
    AverageGrowth,
    Choice,
    Comparison,
    CountWhere,
    Cumulative,
    Extreme,
    FirstPresent,
    Formula,
    Growth,
    IndexTo,
    Lag,
    Link,
    Name,
    Negative,
    Number,
    Operation,
    ShareOfParent,
    SumOver,
)
from lotrinh.indicators.indicator import Earlier
from lotrinh.indicators.rewrite_formula import renamed
from lotrinh.ledger import Observation
from lotrinh.periods import Period
from spec.figures import indicator

#: As many examples as the environment says, new ones each time; else the same few on each run.
EXAMPLES = os.environ.get("LOTRINH_EXAMPLES")


def examples(on: str, share: float = 1.0) -> settings:
    """Return how many examples an engine is held to: Spark takes seconds for each."""
    count = int(EXAMPLES or 120) * share / {"duckdb": 1, "cube": 1, "postgres": 4, "spark": 20}[on]
    return settings(
        max_examples=max(int(count), 2),
        derandomize=EXAMPLES is None,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )


THOROUGH = examples("duckdb")

OBSERVED = ("a", "b", "c-d")
PLACES = ("vn", "vn/somewhere")
PERIODS = [*map(Period.year, range(2019, 2025)), Period.read("2023-Q4"), Period.read("2024-Q4")]
DAYS = [date(2024, 1, 1), date(2024, 6, 1), date(2025, 1, 1)]
NUMBERS = ["0", "1", "2", "3", "100", "0.5", "7.25", "1000"]
VALUES = [*NUMBERS, "-1", "-2.5", "110", "121", "1e200", "-1e308", "1e-200"]

_numbers = st.sampled_from(NUMBERS).map(lambda text: Number(Decimal(text)))


def formulas(names: tuple[str, ...]) -> st.SearchStrategy[Formula]:
    """Draw a formula over the names."""
    leaves = st.one_of(st.sampled_from(names).map(Name), st.sampled_from(names).map(Name), _numbers)
    return st.recursive(leaves, _larger, max_leaves=8)


def _larger(inner: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    parts = st.lists(inner, min_size=2, max_size=3).map(tuple)
    comparison = st.builds(Comparison, st.sampled_from(COMPARATORS), inner, inner)
    return st.one_of(
        st.builds(Negative, inner),
        st.builds(Operation, st.sampled_from(OPERATORS), inner, inner),
        st.builds(Operation, st.sampled_from(OPERATORS), inner, inner),
        st.builds(Choice, comparison, inner, inner),
        st.builds(FirstPresent, parts),
        st.builds(Extreme, st.sampled_from(("min", "max")), parts),
        st.builds(Growth, inner),
        st.builds(AverageGrowth, inner, st.integers(2019, 2022)),
        st.builds(Lag, inner, st.integers(1, 3)),
        st.builds(Cumulative, inner, st.integers(2019, 2024)),
        st.builds(IndexTo, inner, st.integers(2019, 2024)),
        st.builds(Link, inner, inner, st.integers(2020, 2024)),
        st.builds(ShareOfParent, inner),
        st.builds(CountWhere, comparison, st.sampled_from(("commune", "province"))),
        st.builds(SumOver, inner, st.just("sex")),
    )


@st.composite
def definitions(draw: st.DrawFn) -> dict[str, Formula]:
    """Draw formulas for the computed indicators, each over those before it.

    The last has the shape of the first, for engines compute formulas of one shape together.
    """
    first = draw(formulas(OBSERVED))
    second = draw(formulas((*OBSERVED, "x")))
    other = dict(zip(OBSERVED, draw(st.permutations(OBSERVED)), strict=True))
    return {"x": first, "y": second, "z": renamed(first, other.__getitem__)}


_observations = st.builds(
    Observation,
    indicator=st.sampled_from(OBSERVED),
    place=st.sampled_from(PLACES),
    period=st.sampled_from(PERIODS),
    value=st.sampled_from(VALUES).map(Decimal),
    unit=st.just("ratio"),
    status=st.sampled_from(("actual", "preliminary", "estimate")),
    source=st.just(Source("a yearbook")),
    recorded_at=st.sampled_from(DAYS),
    qualifier=st.sampled_from(("", "", "", "~", "<", ">=")),
    method=st.sampled_from(("published", "published", "inferred")),
)


def _series(name: str) -> st.SearchStrategy[list[Observation]]:
    """Draw an ordinary series of years with gaps, so that most formulas have values."""
    years = PERIODS[:6]
    cells = st.lists(st.sampled_from(("", "5", "80", "100", "110", "121")), min_size=6, max_size=6)
    return cells.map(
        lambda drawn: [
            Observation(
                name, "vn", year, Decimal(cell), "ratio", "actual", Source("a yearbook"), DAYS[0]
            )
            for year, cell in zip(years, drawn, strict=True)
            if cell
        ]
    )


def ledgers() -> st.SearchStrategy[list[Observation]]:
    """Draw the observations of a ledger: ordinary series, then revisions, bounds and ties."""
    parts = [*map(_series, OBSERVED), st.lists(_observations, max_size=30)]
    return st.tuples(*parts).map(lambda drawn: [one for part in drawn for one in part])


def dated(formulas: dict[str, Formula]) -> dict[str, Indicator]:
    """Return the computed indicators; x was defined as z is until the middle of 2022."""
    found = {name: indicator(name, str(one)) for name, one in formulas.items()}
    before = Earlier(None, found["x"].definition, str(formulas["z"]))
    return found | {"x": replace(found["x"], earlier=(before,), valid_from=date(2022, 7, 1))}
