"""Writes a Plan back as the `plan.yml` it came from; `load` of the result is the same plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import yaml

from lotrinh.base.address import Address
from lotrinh.base.words import Words
from lotrinh.periods import Period
from lotrinh.plan.document import Document
from lotrinh.plan.plan import Plan

#: Left out of the file: they are the folder's name or stand in directive.txt.
_ELSEWHERE = {"address", "directive"}


def dump_plan(plan: Plan) -> str:
    """Return the text of plan.yml: fields in the order of the nouns, empty ones left out."""
    data = {"name": plan.name, "summary": plan.summary, "place": plan.place}
    rest = {
        one.name: getattr(plan, one.name)
        for one in fields(plan)
        if one.name not in _ELSEWHERE and one.name not in data
    }
    body = {**data, "document": plan.directive.document, **rest}
    return dump_yaml(
        {key: _plain(value) for key, value in body.items() if _is_worth(value) or key in _ALWAYS}
    )


def dump_yaml(data: object) -> str:
    """Return plain data as YAML, in the order it has and with its own letters."""
    text: str = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)
    return text


#: Fields of the file that stand even when empty.
_ALWAYS = {"goals", "targets", "duties"}


def _plain(value: Any) -> Any:
    match value:
        case Words():
            return value.as_dict()
        case Period() | Address():
            return str(value)
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case str() | date() | None:
            return value
        case _ if is_dataclass(value):
            return _mapping(value)
        case Iterable():
            return [_plain(one) for one in value]
        case _:
            raise TypeError(f"a plan holds nothing like {value!r}")


def _mapping(value: Any) -> dict[str, Any]:
    pairs = ((one.name, getattr(value, one.name)) for one in fields(value))
    kept = {name: _plain(inner) for name, inner in pairs if _is_worth(inner)}
    if isinstance(value, Document) or hasattr(value, "body"):
        # The number and the day of a document are always said, even when they are not known.
        kept = {"number": value.number, "date": value.date} | kept
    return kept


def _is_worth(value: Any) -> bool:
    return value not in (None, "", ())
