"""What an item still lacks before it may be accepted, all at once, each with its field.

These are the rules of `plan/check.py` in the words of the desk; the plan as a whole is checked
again when it is issued.
"""

from __future__ import annotations

from typing import Any

from lotrinh.base.errors import Problem, Problems, Where
from lotrinh.directive.numbers import find_figures
from lotrinh.directive.plain import Plain
from lotrinh.indicators.unit import known_units
from lotrinh_web.review import fields as f
from lotrinh_web.review.known import Known

#: Kinds of target that are nothing without an indicator, without a number, or without years.
MEASURED = frozenset({"level", "growth", "floor", "coverage", "rank"})
OVER_YEARS = frozenset({"growth", "floor"})


def look(kind: str, fields: f.Values, sentence: str, known: Known) -> tuple[Problem, ...]:
    """Return everything the item lacks; nothing when it may be accepted."""
    check = _Look(fields, sentence, known)
    kinds = {"fact": check.fact, "goal": check.goal, "target": check.target, "duty": check.duty}
    kinds[kind]()
    return tuple(check.problems.found)


class _Look:
    def __init__(self, fields: f.Values, sentence: str, known: Known) -> None:
        self.fields, self.sentence, self.known = fields, sentence, known
        self.problems = Problems()

    def fact(self) -> None:
        self.needs("said", "review_lacks_said")
        self.among("fact", f.FACTS)
        what, said = self.get("fact"), self.get("said")
        if what == "date" and said and f.a_day(said) is None:
            self.problems.add("lotrinh_web.review_lacks_day", Where(field="said"))
        if what == "period" and said and f.years_of(said) is None:
            self.problems.add("lotrinh_web.review_lacks_years", Where(field="said"))

    def goal(self) -> None:
        self.needs("text", "review_lacks_text")

    def target(self) -> None:
        kind = self.get("kind")
        self.needs("name", "review_lacks_name")
        self.among("kind", f.TARGET_KINDS)
        if f.a_day(self.get("deadline")) is None:
            self.problems.add("lotrinh_web.review_lacks_deadline", Where(field="deadline"))
        if self.get("place") and self.get("place") not in self.known.places:
            self.problems.add("lotrinh_web.review_lacks_choice", Where(field="place"))
        if kind in OVER_YEARS:
            self.window()
        self.numbers()
        self.baseline()
        self.indicator(kind)

    def duty(self) -> None:
        self.needs("action", "review_lacks_action")
        self.among("kind", f.DUTY_KINDS)
        if self.get("deadline") and f.a_day(self.get("deadline")) is None:
            self.problems.add("lotrinh_web.review_lacks_day", Where(field="deadline"))
        named = (*self.fields.get("actors", ()), *self.fields.get("to", ()))
        if any(id not in self.known.bodies for id in named):
            self.problems.add("lotrinh_web.review_lacks_choice", Where(field="actors"))
        if not self.fields.get("actors") and not self.get("body_name"):
            self.problems.add("lotrinh_web.review_lacks_actor", Where(field="actors"))
        if self.get("body_name"):
            self.among("body_kind", f.BODY_KINDS)

    def get(self, name: str) -> Any:
        return self.fields.get(name) or ""

    def needs(self, name: str, key: str) -> None:
        if not self.get(name):
            self.problems.add(f"lotrinh_web.{key}", Where(field=name))

    def among(self, name: str, choices: tuple[str, ...]) -> None:
        if self.get(name) not in choices:
            self.problems.add("lotrinh_web.review_lacks_choice", Where(field=name))

    def window(self) -> None:
        first, last = f.a_year(self.get("window_from")), f.a_year(self.get("window_to"))
        if first is None or last is None or last < first:
            self.problems.add("lotrinh_web.review_lacks_window", Where(field="window_from"))

    def numbers(self) -> None:
        """A number has an operator and a unit, and stands in the sentence."""
        for name in ("value", "value_high"):
            text, value = self.get(name), f.decimal(self.get(name))
            where = Where(field=name)
            if text and value is None:
                self.problems.add("lotrinh_web.review_lacks_number", where, text=text)
            elif value is not None and not self.stands(value):
                self.problems.add("lotrinh_web.review_lacks_standing", where, value=value)
        if self.get("value"):
            self.among("operator", f.OPERATORS)
            if self.get("unit") not in known_units():
                self.problems.add("lotrinh_web.review_lacks_unit", Where(field="unit"))
        if (self.get("operator") == "range") != bool(self.get("value_high")):
            self.problems.add("lotrinh_web.review_lacks_range", Where(field="value_high"))

    def stands(self, value: Any) -> bool:
        written = find_figures(Plain.of(self.sentence).text.replace("\n", " ").lower())
        return any(value in (figure.low, figure.high) for figure in written)

    def baseline(self) -> None:
        if self.get("base_year") and f.a_year(self.get("base_year")) is None:
            self.problems.add("lotrinh_web.review_lacks_year", Where(field="base_year"))
        if self.get("base_value") and (
            f.decimal(self.get("base_value")) is None or not self.get("base_year")
        ):
            self.problems.add("lotrinh_web.review_lacks_baseline", Where(field="base_value"))

    def indicator(self, kind: str) -> None:
        chosen = self.get("indicator")
        if chosen == "new":
            self.new_indicator(kind)
            return
        if chosen and chosen not in self.known.indicators:
            self.problems.add("lotrinh_web.review_lacks_choice", Where(field="indicator"))
        elif not chosen and kind in MEASURED:
            self.problems.add("lotrinh_web.review_lacks_indicator", Where(field="indicator"))
        elif chosen and self.get("unit") in known_units():
            self.same_measure(kind, self.known.indicators[chosen].unit.code)

    def new_indicator(self, kind: str) -> None:
        self.needs("new_name", "review_lacks_name")
        self.needs("new_definition", "review_lacks_definition")
        self.among("new_kind", f.INDICATOR_KINDS)
        self.among("new_direction", f.DIRECTIONS)
        if self.get("new_custodian") not in self.known.bodies:
            self.problems.add("lotrinh_web.review_lacks_choice", Where(field="new_custodian"))
        if self.get("new_unit") not in known_units():
            self.problems.add("lotrinh_web.review_lacks_unit", Where(field="new_unit"))
        elif self.get("unit") in known_units():
            self.same_measure(kind, self.get("new_unit"))

    def same_measure(self, kind: str, code: str) -> None:
        """A level is promised in a unit of its indicator's dimension; a growth is a rate."""
        promised, measured = known_units()[self.get("unit")], known_units()[code]
        if kind != "growth" and self.get("value") and promised.dimension != measured.dimension:
            values = {"unit": promised, "expected": measured}
            self.problems.add("lotrinh_web.review_lacks_measure", Where(field="unit"), **values)
