"""Two clocks: what held on a day depends on nothing recorded later."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from lotrinh.base.source import Source
from lotrinh.ledger import Observation, Vintage
from lotrinh.periods import Period

#: Đắk Lắk's GRDP of 2020 at 2010 prices, as the congress heard it and as later figures imply.
#: Source: baogialai.com.vn, 14 October 2020; computed from the reports of 2021 and 2022.
TOLD = Observation(
    "grdp-constant", "vn/dak-lak@2004", Period.year(2020), Decimal(62500), "billion_dong",
    "estimate", Source("Báo cáo chính trị Đại hội XVII"), date(2020, 10, 14),
)  # fmt: skip
IMPLIED = replace(
    TOLD, value=Decimal(50967), recorded_at=date(2026, 1, 1), method="computed",
    source=Source("Tính từ số công bố năm 2021 và 2022"),
)  # fmt: skip

observations = st.lists(
    st.builds(
        replace,
        st.just(TOLD),
        value=st.decimals(0, 100, places=1),
        recorded_at=st.dates(date(2020, 1, 1), date(2026, 1, 1)),
        status=st.sampled_from(["actual", "preliminary", "estimate"]),
        period=st.sampled_from([Period.year(2020), Period.year(2021)]),
    ),
    max_size=12,
)
days = st.dates(date(2020, 1, 1), date(2026, 12, 31))


def test_the_latest_figure_known_on_the_day_holds() -> None:
    in_2021 = Vintage.freeze([TOLD, IMPLIED], date(2021, 6, 30))
    in_2026 = Vintage.freeze([TOLD, IMPLIED], date(2026, 6, 30))
    assert in_2021.holding[TOLD.key] is TOLD
    assert in_2026.holding[TOLD.key] is IMPLIED
    assert in_2026.history[TOLD.key] == (TOLD, IMPLIED), "the figure told first stays visible"


@given(observations, observations, days)
def test_a_vintage_never_depends_on_what_was_recorded_later(
    known: list[Observation], later: list[Observation], day: date
) -> None:
    before = [one for one in known if one.recorded_at <= day]
    after = [replace(one, recorded_at=day + timedelta(1 + n)) for n, one in enumerate(later)]
    assert Vintage.freeze(before + after, day) == Vintage.freeze(before, day)


@given(observations, days, st.randoms())
def test_the_order_of_entry_makes_no_difference(known, day: date, random) -> None:
    shuffled = random.sample(known, len(known))
    one, other = Vintage.freeze(known, day), Vintage.freeze(shuffled, day)
    assert (one.hash, one.holding) == (other.hash, other.holding)


def test_an_exact_figure_holds_over_a_bound_whatever_their_days() -> None:
    bound = replace(IMPLIED, qualifier="<", method="inferred", recorded_at=date(2026, 5, 1))
    assert Vintage.freeze([TOLD, bound], date(2026, 6, 1)).holding[TOLD.key] is TOLD


def test_of_two_figures_of_one_day_the_firmer_holds() -> None:
    firm = replace(TOLD, status="actual", value=Decimal(1))
    assert Vintage.freeze([firm, TOLD], date(2026, 1, 1)).holding[TOLD.key] is firm


def test_the_hash_names_the_day_and_every_figure() -> None:
    one = Vintage.freeze([TOLD], date(2021, 1, 1))
    assert one.hash != Vintage.freeze([TOLD], date(2021, 1, 2)).hash
    assert one.hash != Vintage.freeze([replace(TOLD, note="x")], date(2021, 1, 1)).hash
