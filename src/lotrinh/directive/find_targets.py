"""Targets with a number: what is promised, of what, by when, how much.

A quantity becomes a target when its sentence or its passage promises it; results, costs,
thresholds and repeats are left out. Aims without a number are `find_aims.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lotrinh.directive.asides import says_again
from lotrinh.directive.cues import Cue, Voice, cues
from lotrinh.directive.draft import Baseline, Kind, Operator, Refused, Target
from lotrinh.directive.due import Due, due_in_pair, dues_of
from lotrinh.directive.horizons import Horizons
from lotrinh.directive.names import is_growth_name, name_of
from lotrinh.directive.quantities import find_quantities
from lotrinh.directive.quantity import Quantity
from lotrinh.directive.regions import in_region, region_of
from lotrinh.directive.scopes import Scope
from lotrinh.directive.sentences import Reading, Sentence
from lotrinh.directive.shared import names_of
from lotrinh.directive.thresholds import is_threshold
from lotrinh.directive.voice import WANTS, beyond_starts, voice_of

_CHANGE = re.compile(
    r"\b(?:tăng|giảm|gấp)(?:\s(?:trưởng|thêm|bình quân|trung bình|hằng năm|hàng năm|mỗi năm|hơn"
    r"|so với năm \d{4}|thu|khoảng|trên|"
    r"năm \d{4}|giai đoạn \d{4} ?- ?\d{4}|hàng năm|từ|ít nhất|tối thiểu|đạt|dưới|gần|chung"
    r"|tự nhiên))*\s*$"
)
_COVERS = re.compile(r"(?<!che )\b(?:phủ|bao phủ|phủ sóng|phủ kín|che phủ sóng)\b")
_EVERY_YEAR = re.compile(r"\b(?:hằng năm|hàng năm|mỗi năm)\b")
_FINISH = re.compile(r"\bhoàn thành\b(?! (?:tốt|xuất sắc))")
#: A line of a list of projects: what it costs and covers is no target.
_PROJECT = re.compile(r"(?:dự án|tiểu dự án|hợp phần|gói thầu)\s")
#: A part about means: the money in it is spent, not reached.
_MEANS = re.compile(r"\b(?:kinh phí|phân kỳ|dự toán|nguồn vốn|tổng mức|khái toán|nhu cầu vốn)\b")
_OPERATORS: dict[str, Operator] = {
    ">=": ">=",
    ">": ">",
    "<=": "<=",
    "<": "<",
    "=": "=",
    "~": "~",
    "range": "range",
}
#: Quotation marks around fewer letters hold a name or a title.
_SPEECH = 60


@dataclass(frozen=True)
class Promise:
    """A target found, with what later steps ask about it."""

    target: Target
    sentence: Sentence
    #: Where the name begins in its sentence, so that clauses without numbers are told apart.
    clause: tuple[int, int]
    #: The part of the place it is promised for, where the sentence opens with one.
    region: str = ""


@dataclass(frozen=True)
class Heard:
    """What one sentence says in numbers."""

    promises: list[Promise]
    #: The voice it ends on.
    voice: Voice
    #: All it counts, but for thresholds.
    quantities: list[Quantity]
    refused: list[Refused]


def find_in(
    reading: Reading, sentence: Sentence, scope: Scope, written: int | None, card: str = ""
) -> Heard:
    """Return the targets of one sentence, and what it counts besides.

    `card` is the name of a number that stands on a line of its own.
    """
    left_out: list[tuple[int, int]] = []
    quantities = find_quantities(sentence, left_out)
    refused = [_refused(reading, sentence, span, "no_aim") for span in left_out]
    spoken = cues(sentence, written, scope.voice == "promise", scope.past)
    found_cues = beyond_starts(spoken, quantities)
    promises: list[Promise] = []
    voice, name = _passage_voice(found_cues), ""
    selecting = [one for one in quantities if is_threshold(sentence.low, one)]
    kept = [one for one in quantities if one not in selecting]
    region = region_of(sentence, kept)
    horizons = Horizons(sentence, quantities)
    for quantity in quantities:
        said, heard = _heard(sentence, quantity, found_cues, scope)
        name, at = name_of(sentence, quantity, kept, name)
        name = card or name or _from_heading(scope)
        pair = due_in_pair(reading, sentence, quantity, quantities, scope)
        again = pair is None and says_again(sentence, quantity, quantities)
        reason = _reason_against(sentence, quantity, heard, (name, scope.heading))
        reason = "threshold" if quantity in selecting else "said_again" if again else reason
        if reason:
            refused.append(_refused(reading, sentence, (quantity.start, quantity.end), reason))
            continue
        dues = [pair] if pair else dues_of(reading, sentence, quantity, horizons, scope)
        promises += [
            Promise(made, sentence, clause, region)
            for clause in [(at, quantity.end)]
            for one in names_of(sentence, quantity, quantities, name)
            for due in dues
            for made in [_target(reading, sentence, quantity, in_region(one, region), due, said)]
        ]
        voice = "promise"
    return Heard(promises, voice, kept, refused)


def _heard(
    sentence: Sentence, quantity: Quantity, found: list[Cue], scope: Scope
) -> tuple[Voice, Voice]:
    """Return what the sentence says of a number, and what is heard where the passage helps."""
    said = voice_of(sentence, quantity, found)
    if quantity.in_words and scope.section != "targets":
        return said, said
    heard = said if said != "none" else scope.voice
    if heard == "none" and scope.after_news and WANTS.search(sentence.low):
        heard = "promise"
    return said, heard


def _passage_voice(found: list[Cue]) -> Voice:
    """Return the voice that a sentence ends on; a year to come speaks for its numbers only."""
    spoken = [cue.voice for cue in found if not (cue.by_year and cue.voice == "promise")]
    return spoken[-1] if spoken else "none"


def _reason_against(
    sentence: Sentence,
    quantity: Quantity,
    heard: Voice,
    said_of: tuple[str, Sentence | None],
) -> str:
    """Return the name of the reason why a quantity is no target, or ""."""
    name, heading = said_of
    if _is_quoted(sentence.text, quantity.start):
        return "quoted"
    if heard != "promise":
        return "result" if heard == "result" else "no_promise"
    if not name:
        return "no_name"
    if quantity.family == "money" and heading is not None and _MEANS.search(heading.low):
        return "no_aim"
    return "project" if _PROJECT.match(sentence.low, sentence.marker_end) else ""


def _refused(reading: Reading, sentence: Sentence, span: tuple[int, int], rule: str) -> Refused:
    at = reading.span(sentence, *span)
    return Refused(at, reading.document.quote(*at), rule)


def kind_of(sentence: Sentence, quantity: Quantity, name: str) -> Kind:
    """Tell a level from a rate of change, a count, a rank, a coverage and a yearly floor."""
    before = sentence.low[max(0, quantity.lead_start - 80) : quantity.lead_start]
    clause = re.split(r"[;:]", before)[-1]
    if quantity.family == "rank":
        return "rank"
    if _CHANGE.search(before) or is_growth_name(name) or _cuts(sentence, quantity, clause, name):
        return "growth"
    if quantity.family == "percent" and "/năm" in quantity.unit:
        return "growth"
    if _FINISH.search(clause):
        return "completion"
    if quantity.family == "percent" and (_COVERS.search(clause) or _COVERS.search(name)):
        return "coverage"
    if quantity.family == "count" and not re.search(r"/(?!năm)", quantity.unit):
        return "count"
    if _EVERY_YEAR.search(clause) and quantity.operator in (">", ">="):
        return "floor"
    return "level"


def _cuts(sentence: Sentence, quantity: Quantity, clause: str, name: str) -> bool:
    """ "Giảm tỷ lệ hộ nghèo từ 5% trở lên" cuts by 5%; with "còn" or "xuống" it cuts to 5%."""
    verb = re.match(r"(?:chỉ tiêu )?(?:giảm|tăng)\s", name.lower())
    reaches = re.search(
        r"\b(?:còn|xuống|lên|đạt|đến|bằng|là)\b",
        sentence.low[quantity.lead_start - len(clause) : quantity.start],
    )
    return bool(verb) and not reaches


def _from_heading(scope: Scope) -> str:
    """A bare "toàn tỉnh có 20.000 ha" is named by its heading: "Về diện tích"."""
    if scope.heading is None:
        return ""
    words = scope.heading.text[scope.heading.marker_end :].strip(" .:;")
    return re.sub(r"^(?:[Vv]ề|[Mm]ục tiêu về)\s", "", words)[:120]


def _target(
    reading: Reading,
    sentence: Sentence,
    quantity: Quantity,
    name: str,
    due: Due,
    said: Voice,
) -> Target:
    kind = kind_of(sentence, quantity, name)
    if kind == "level":
        name = re.sub(r"^(?:[Gg]iảm|[Tt]ăng|[Nn]âng)\s(?=(?:tỷ|tỉ|số|mức)\s)", "", name)
    named = due.at is not None and sentence.start <= due.at[0] < sentence.end
    own = 0.1 if named else 0.04 if due.year else 0.0
    rule = "promise_words" if said == "promise" else "promise_section"
    return Target(
        name=name,
        kind=kind,
        operator=_operator(quantity.operator, name),
        value=quantity.low,
        value_high=quantity.high,
        unit=_yearly(sentence, quantity),
        year=due.year,
        baseline=_baseline(reading, sentence, quantity),
        at=(sentence.start, sentence.end),
        confidence=round((0.87 if said == "promise" else 0.75) + own, 2),
        rule=rule,
        value_at=reading.span(sentence, quantity.start, quantity.end),
        year_at=due.at,
        year_counted=due.counted,
    )


def _operator(sign: str, name: str) -> Operator:
    """The name itself may say it: "số phòng tối thiểu: 4"."""
    if sign == "=" and "tối thiểu" in name.lower():
        return ">="
    if sign == "=" and "tối đa" in name.lower():
        return "<="
    return _OPERATORS[sign]


def _yearly(sentence: Sentence, quantity: Quantity) -> str:
    """Write "tăng bình quân 7%" a year as %/năm where the words say so before the number."""
    near = r"[;:]" if quantity.family == "count" else r"[;:,]"
    before = re.split(near, sentence.low[max(0, quantity.lead_start - 110) : quantity.lead_start])[
        -1
    ]
    yearly = re.search(
        r"\b(?:bình quân|trung bình) (?:hằng năm|hàng năm|mỗi năm|năm"
        r"|\d+ năm|giai đoạn)\b|\b(?:mỗi năm|hằng năm|hàng năm)\b",
        before,
    )
    if yearly and "năm" not in quantity.unit and quantity.family in ("percent", "count"):
        return f"{quantity.unit}/năm"
    return re.sub(r"\s(?:mỗi|một|hằng|hàng|trên|bình quân) năm$", "/năm", quantity.unit)


def _baseline(reading: Reading, sentence: Sentence, quantity: Quantity) -> Baseline | None:
    start = quantity.baseline
    if start is None:
        return None
    year = next((y.year for y in sentence.years if start.end <= y.start < quantity.start), None)
    return Baseline(start.low, start.unit, year, reading.span(sentence, start.start, start.end))


def _is_quoted(text: str, at: int) -> bool:
    """What a person is quoted to have said promises nothing for a plan."""
    opened = text.count('"', 0, at) % 2 == 1
    return opened and text.find('"', at) - text.rfind('"', 0, at) > _SPEECH
