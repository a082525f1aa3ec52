"""Numbers that count something: each with its unit, its operator and its span.

Dates, years and numbers of documents are no quantities; which counts are nobody's aim is
`counted.py`, and whether one is promised or reported is `voice.py`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lotrinh.directive.brackets import inside
from lotrinh.directive.cardinals import CARDINAL, find_cardinals
from lotrinh.directive.counted import counts, is_spent
from lotrinh.directive.dates import find_days
from lotrinh.directive.numbers import Figure, find_figures
from lotrinh.directive.operators import operator_of
from lotrinh.directive.quantity import Quantity
from lotrinh.directive.ranks import rank_of
from lotrinh.directive.sentences import Sentence
from lotrinh.directive.units import Unit, unit_after

_INDEX = re.compile(
    r"(?:\b(?:chỉ số|hệ số|tỷ số|mức sinh|tổng tỷ suất sinh)\b|(?:/|trên )\s?(?:một vạn|1 vạn"
    r"|vạn|10\.000"
    r"|1\.000|100\.000) dân\b)[^,;.]{0,40}\b(?:đạt|là|trên|khoảng|từ|ít nhất"
    r"|tối thiểu)\s*$"
)
_ROW = re.compile(r"\b(?:lần lượt|tương ứng)\b")
#: "17/19 xã", "8 trong 10 xã": of how many.
_OUT_OF = re.compile(
    r"\s?/\s?(?!10{0,2}\.?000\s)\d+(?![\d,])"
    rf"|\s(?:trong|trên)(?: tổng)?(?: số)? (?:\d[\d.]*|{CARDINAL})(?=\s[^\W\d])"
)
#: "… vào năm 2025 và | 80.000 | vào năm 2030".
_AGAIN = re.compile(r"\bnăm 20\d\d(?: và|,) (?:(?:khoảng|trên|ít nhất|đạt|lên) )?$")
#: "từ 44 hợp tác xã | lên | 100 vào năm 2027".
_GROWS = re.compile(
    r"(?: (?:vào )?năm 20\d\d)? (?:lên|xuống)(?: còn| đến| tới)?(?: khoảng| trên)? "
)
_BY_YEAR = re.compile(r" (?:(?:vào|đến) )?năm 20\d\d\b")


def find_quantities(
    sentence: Sentence, left_out: list[tuple[int, int]] | None = None
) -> list[Quantity]:
    """Return what a sentence counts, in order, starting values tied to their ends.

    Numbers with a unit that count nothing anyone aims at are added to `left_out`.
    """
    low = sentence.low
    taken = {at for y in sentence.years for at in range(y.start, y.end)}
    taken.update(at for d in find_days(low) for at in range(d.start, d.end))
    for one in sentence.references:
        taken.update(range(one.number_start, one.number_start + len(one.number)))
    found: list[Quantity] = []
    spends = False
    figures = sorted([*find_figures(low), *find_cardinals(low)], key=_start)
    for figure in figures:
        if figure.start < sentence.marker_end or figure.start in taken:
            continue
        quantity = rank_of(low, figure) or _quantity(sentence, figure, found[-1] if found else None)
        # "kinh phí 412 tỷ đồng, trong đó vay 280 tỷ đồng": what follows a cost is cost too.
        unit = unit_after(low, figure.end)
        spends = spends or (unit is not None and is_spent(low, figure, unit))
        if quantity is not None and quantity.family == "money" and spends:
            quantity = None
        if quantity is None and unit is not None and left_out is not None:
            left_out.append((figure.start, unit.end))
        if quantity is not None and (not found or found[-1].end <= quantity.start):
            found.append(quantity)
    return _tie_baselines(low, found)


def _start(figure: Figure) -> int:
    return figure.start


def _quantity(sentence: Sentence, figure: Figure, earlier: Quantity | None) -> Quantity | None:
    low = sentence.low
    out_of = _OUT_OF.match(low, figure.end)
    at = out_of.end() if out_of else figure.end
    unit = None if figure.middle and figure.spelled else unit_after(sentence.text, at)
    if unit is None and figure.middle:
        inner = unit_after(figure.middle, 0)
        unit = Unit(inner.text, inner.family, figure.end) if inner else None
    if unit is None and _ROW.search(low[max(0, figure.start - 60) : figure.start]):
        unit = _shared_unit(sentence.text, figure)
    if unit is None and earlier is not None:
        unit = _unit_before(low, earlier, figure)
    if unit is None and _INDEX.search(low[max(0, figure.start - 60) : figure.start]):
        unit = Unit("", "score", figure.end)
    if unit is None or not counts(low, figure, unit):
        return None
    operator, lead_start = operator_of(low, figure, unit.end)
    if operator == "=" and low[figure.start : figure.end] == "hai con số":
        operator = ">="
    return Quantity(
        figure.start,
        unit.end,
        figure.low,
        figure.high,
        unit.text,
        unit.family,
        operator,
        lead_start,
        in_words=figure.spelled and not figure.middle,
    )


def _shared_unit(text: str, figure: Figure) -> Unit | None:
    """In a row of numbers the last one carries the unit: "lần lượt đạt 120, 200 và 450 ha"."""
    row = re.compile(r"(?:\s?(?:,|;|và|,\svà)\s[\d.,]*\d){1,6}").match(text, figure.end)
    unit = unit_after(text, row.end()) if row else None
    return Unit(unit.text, unit.family, figure.end) if unit else None


def _unit_before(low: str, earlier: Quantity, figure: Figure) -> Unit | None:
    """ "70.000 ngôi nhà vào năm 2025 và 80.000 vào năm 2030": the second of the same things."""
    between = low[earlier.end : figure.start]
    counts_on = _AGAIN.search(between) and not re.search(r"[;:]|\.\s|, ", between)
    grows = _GROWS.fullmatch(between) and low[: earlier.start].endswith("từ ")
    if not (counts_on or grows) or not _BY_YEAR.match(low, figure.end):
        return None
    return Unit(earlier.unit, earlier.family, figure.end)


def _tie_baselines(low: str, found: list[Quantity]) -> list[Quantity]:
    """Fold "từ 45% năm 2020" into the value that "lên 65%" gives."""
    kept: list[Quantity] = []
    pending: Quantity | None = None
    for i, quantity in enumerate(found):
        following = next((q for q in found[i + 1 :] if not _beside(low, quantity, q)), None)
        if following and _starts_from(low, quantity, following):
            pending = quantity
            continue
        if pending and _beside(low, pending, quantity):
            continue  # "từ 52% (1,2 triệu tấn) xuống còn 36%": what it starts from, told again
        kept.append(replace(quantity, baseline=pending) if pending else quantity)
        pending = None
    return kept


def _beside(low: str, told: Quantity, other: Quantity) -> bool:
    """Say whether a number stands in the bracket right behind another."""
    aside = inside(low, other.start)
    return aside is not None and 0 <= aside[0] - told.end <= 1


def _starts_from(low: str, first: Quantity, second: Quantity) -> bool:
    if first.high is not None:
        return False
    between = low[first.end : second.start]
    before = low[max(0, first.lead_start - 22) : first.lead_start]
    says_from = re.search(
        r"\btừ\s(?:mức\s|chỗ\s|tỷ lệ\s)?(?:khoảng\s|trên\s"
        r"|dưới\s)?$",
        before + low[first.lead_start : first.start],
    )
    goes_to = re.search(r"(?<!trở )\b(?:lên|xuống|còn)\b|^[^,]*\bđạt\b", between)
    return bool(says_from and goes_to) and len(between) < 90 and ";" not in between
