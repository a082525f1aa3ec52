"""The fields of an item under review: plain texts, as a form carries them and a row keeps them.

Numbers are kept with a point and days as 2025-12-31; people write them in their own way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from lotrinh.base.words import Lang, day, number

#: Fields by kind of item; those of LISTS hold several values.
NAMES: dict[str, tuple[str, ...]] = {
    "fact": ("fact", "said"),
    "goal": ("text", "text_en"),
    "target": (
        "name", "name_en", "kind", "operator", "value", "value_high", "unit", "deadline",
        "window_from", "window_to", "base_year", "base_value", "place", "indicator",
        "new_name", "new_name_en", "new_unit", "new_kind", "new_direction", "new_definition",
        "new_definition_en", "new_custodian",
    ),
    "duty": (
        "kind", "actors", "to", "action", "action_en", "deadline",
        "body_name", "body_name_en", "body_kind",
    ),
}  # fmt: skip
#: What a document says of itself and does to others, in the order the desk shows it.
FACTS = (
    "number", "type", "issuer", "date", "title", "signatory", "period", "place",
    "carries_out", "amends", "replaces",
)  # fmt: skip
LISTS = frozenset({"actors", "to"})
NUMBERS = frozenset({"value", "value_high", "base_value"})
DAYS = frozenset({"deadline"})
TARGET_KINDS = ("level", "growth", "floor", "coverage", "rank", "completion", "qualitative")
DUTY_KINDS = ("guide", "disseminate", "concretise", "carry_out", "supervise", "report")
OPERATORS = ("=", "~", ">", ">=", "<", "<=", "range")
INDICATOR_KINDS = ("ratio", "rate", "count", "flow", "stock", "index", "rank")
DIRECTIONS = ("up", "down", "none")
BODY_KINDS = (
    "department", "administration", "party", "council", "front", "union", "enterprise",
    "statistics", "group",
)  # fmt: skip

Values = dict[str, Any]


def from_form(kind: str, form: Any, lang: Lang) -> Values:
    """Return the fields of a posted form; what cannot be read stays as it was typed."""
    found: Values = {}
    for name in NAMES[kind]:
        if name in LISTS:
            found[name] = list(dict.fromkeys(one for one in form.getlist(name) if one))
            continue
        text = " ".join(str(form.get(name, "")).split())
        if name in NUMBERS:
            text = read_number(text, lang)
        elif name in DAYS:
            text = read_day(text)
        found[name] = text
    return _that_count(kind, found)


def _that_count(kind: str, found: Values) -> Values:
    """Drop what belongs to a choice that was not made: a list always posts something."""
    if kind == "fact" and found["fact"] == "date":
        found["said"] = read_day(found["said"])
    if kind == "fact" and found["fact"] == "period":
        found["said"] = read_years(found["said"])
    if kind == "target" and found["indicator"] != "new":
        found = {name: text for name, text in found.items() if not name.startswith("new_")}
    if kind == "target" and not found["value"]:
        found |= {"operator": "", "unit": "", "value_high": ""}
    if kind == "target" and found["kind"] not in ("growth", "floor"):
        found |= {"window_from": "", "window_to": ""}
    if kind == "duty" and not found["body_name"]:
        found |= {"body_name_en": "", "body_kind": ""}
    return found


def to_form(fields: Mapping[str, Any], lang: Lang) -> Values:
    """Return the fields as people of the language write them."""
    shown = dict(fields)
    for name in NUMBERS & fields.keys():
        value = decimal(fields[name])
        shown[name] = fields[name] if value is None else number(value, lang)
    for name in DAYS & fields.keys():
        known = a_day(fields[name])
        shown[name] = fields[name] if known is None else f"{known:%d/%m/%Y}"
    if fields.get("fact") == "date" and (told := a_day(fields["said"])):
        shown["said"] = f"{told:%d/%m/%Y}"
    return shown


def read_number(text: str, lang: Lang) -> str:
    """Return a number with a point, from the way people of the language write it.

    >>> read_number("1.234,5", "vi"), read_number("1,234.5", "en"), read_number("6.5", "vi")
    ('1234.5', '1234.5', '6.5')
    """
    text = text.replace(" ", "").replace("\u2212", "-")
    thousands, point = (".", ",") if lang == "vi" else (",", ".")
    if re.fullmatch(rf"-?\d{{1,3}}(\{thousands}\d{{3}})+(\{point}\d+)?", text):
        text = text.replace(thousands, "")
    return text.replace(point, ".") if text.count(point) == 1 else text


def read_day(text: str) -> str:
    """Return a day as 2025-12-31 from 31/12/2025, from a year or a month (their last day).

    >>> read_day("31/12/2025"), read_day("2025"), read_day("6/2025")
    ('2025-12-31', '2025-12-31', '2025-06-30')
    """
    if found := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text):
        return f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}"
    if found := re.fullmatch(r"(?:(\d{1,2})/)?(\d{4})", text):
        month = int(found[1] or 12)
        last = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31)
        return f"{found[2]}-{month:02d}-{last:02d}"
    return text


def read_years(text: str) -> str:
    """Return years as kept: "2021-2025", "2024", "-2030" for "đến năm 2030".

    >>> read_years("2021 – 2025"), read_years("đến năm 2030"), read_years("2024"), read_years("x")
    ('2021-2025', '-2030', '2024', 'x')
    """
    if found := re.search(r"(\d{4})\s*[-–—]\s*(\d{4})", text):
        return f"{found[1]}-{found[2]}"
    if found := re.fullmatch(r"\D+(\d{4})", text.strip()):
        return f"-{found[1]}"
    return text.strip()


def years_of(text: Any) -> dict[str, int | None] | None:
    """Return kept years as first and last; None when they cannot be read.

    >>> years_of("2021-2025"), years_of("-2030")["from"], years_of("năm nay")
    ({'from': 2021, 'to': 2025}, None, None)
    """
    found = re.fullmatch(r"(?P<first>(?:19|20)\d\d)?(?P<to>-)?(?P<last>(?:19|20)\d\d)?", text or "")
    if not found or not (found["last"] or (found["first"] and not found["to"])):
        return None
    last = int(found["last"] or found["first"])
    first = int(found["first"]) if found["first"] else None
    return {"from": first, "to": last} if first is None or first <= last else None


def decimal(text: Any) -> Decimal | None:
    """Return a kept number, None when there is none."""
    found = re.fullmatch(r"-?\d{1,15}(\.\d{1,9})?", str(text or ""))
    return Decimal(found.group()) if found else None


def a_day(text: Any) -> date | None:
    """Return a kept day, None when there is none."""
    try:
        return date.fromisoformat(str(text or ""))
    except ValueError:
        return None


def a_year(text: Any) -> int | None:
    """Return a kept year, None when there is none."""
    return int(text) if re.fullmatch(r"(19|20)\d\d", str(text or "")) else None


def spoken_day(text: Any, lang: Lang) -> str:
    """Return a kept day as people say it, the text itself when it is none."""
    known = a_day(text)
    return day(known, lang) if known else str(text or "")
