"""A small plan to judge: one indicator, one place, figures as the test needs them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from lotrinh.assess import Assessment, assess_plan
from lotrinh.base.address import Address
from lotrinh.base.errors import Where
from lotrinh.base.source import Source
from lotrinh.base.words import Words
from lotrinh.engine import compute
from lotrinh.indicators import Indicator, unit
from lotrinh.ledger import Observation, Vintage
from lotrinh.periods import Period
from lotrinh.plan import Directive, Document, Plan, Target, read_clauses

TEXT = "[1] Đến năm 2025 đạt 20%."


def indicator(id: str = "share", code: str = "percent", **other: object) -> Indicator:
    plain = Indicator(
        id, Words(id, id), Words("định nghĩa", "definition"), unit(code), "ratio", "up", "", "",
        "vn/gso", (),
    )  # fmt: skip
    return replace(plain, **other)  # type: ignore[arg-type]


def figure(
    year: int | str, value: float, *, of: str = "share", code: str = "percent", **other: object
) -> Observation:
    period = Period.read(str(year))
    known = date(period.last_day.year + 1, 1, 15)
    plain = Observation(
        of, "vn", period, Decimal(str(value)), code, "actual", Source("Niên giám"), known
    )
    return replace(plain, **other)  # type: ignore[arg-type]


def target(**other: object) -> Target:
    plain = Target(
        "t", Words("chỉ tiêu", "target"), "level", "share", "vn", "=", Decimal(20), None, "percent",
        None, None, date(2025, 12, 31), "1",
    )  # fmt: skip
    return replace(plain, **other)  # type: ignore[arg-type]


def judged(
    one: Target,
    *figures: Observation,
    on: date = date(2026, 11, 23),
    indicators: tuple[Indicator, ...] = (),
    **plan: object,
) -> Assessment:
    """Return the judgement on one target from these figures, as known on a day."""
    known = {each.id: each for each in (indicators or (indicator(),))}
    document = Document("1", Words("Kế hoạch", "Plan"), Words("Tỉnh", "X"), Words("t", "t"))
    directive = Directive(document, TEXT, read_clauses(TEXT, Where("directive.txt")))
    whole = Plan(
        Address("plans/x"), Words("x", "x"), Words("x", "x"), "vn", directive, (), (), (one,), ()
    )
    vintage = Vintage.freeze(figures, on)
    results = compute(known, vintage)
    return assess_plan(replace(whole, **plan), known, results, vintage).assessments[0]  # type: ignore[arg-type]
