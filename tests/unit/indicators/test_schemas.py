"""Whoever writes a file of the content is told what is wrong and the mend in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from lotrinh.base.errors import LotrinhError, Problem
from lotrinh.base.words import LANGS
from lotrinh.indicators.read_yaml import read_yaml

SCHEMAS = [
    ("indicators", "indicator"),
    ("indicators", "disaggregation"),
    ("plan", "obligations"),
    ("plan", "plan"),
]
INDICATOR = """\
id: people
name: {vi: Dân số, en: Population}
definition: {vi: Người, en: People}
unit: person
kind: stock
direction: up
custodian: p/office
references: [x]
"""


def described(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every part of a schema that describes a field."""
    if isinstance(schema, dict):
        if isinstance(schema.get("description"), str):
            yield schema
        for part in schema.values():
            yield from described(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from described(part)


@pytest.mark.parametrize(("room", "name"), SCHEMAS)
def test_every_field_is_described_in_vietnamese_too(room: str, name: str) -> None:
    text = (files(f"lotrinh.{room}") / "schema" / f"{name}.json").read_text("utf-8")
    found = list(described(json.loads(text)))
    assert len(found) > 5
    silent = [one["description"] for one in found if not one.get("description_vi")]
    alike = [one["description"] for one in found if one.get("description_vi") == one["description"]]
    assert silent == alike == []


def fault(spoilt: str, of: str) -> Problem:
    text = INDICATOR.replace(of, spoilt) if of else INDICATOR + spoilt
    with pytest.raises(LotrinhError) as caught:
        read_yaml(text, "indicators/people.yml", "indicators", "indicator")
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize(
    ("spoilt", "of", "vi", "en"),
    [
        ("unit: 7\n", "unit: person\n", "cần một chuỗi chữ", "a text is needed"),
        ("least: many\n", "", "cần một con số", "a number is needed"),
        ("every_years: 0\n", "", "nhỏ hơn 1", "it is below 1"),
        ("every_years: 99\n", "", "lớn hơn 10", "it is above 10"),
        ("formula: ''\n", "", "đang để trống", "it is empty"),
        ("id: Dân số\n", "id: people\n", "ký tự hay thứ tự", "letters or an order"),
        ("valid_from: soon\n", "", "một ngày có thật", "it is no day there is"),
        ("references: x\n", "references: [x]\n", "cần một danh sách", "a list is needed"),
        ("name: Dân số\n", "name: {vi: Dân số, en: Population}\n", "các trường có tên", "named"),
        ("over_places: mean\n", "", "không khớp với cách viết nào", "fits none of the ways"),
    ],
)
def test_a_value_of_the_wrong_shape_says_what_it_lacks_and_what_the_field_is(
    spoilt: str, of: str, vi: str, en: str
) -> None:
    problem = fault(spoilt, of)
    assert problem.key == "indicators.wrong_shape"
    assert vi in problem.say("vi")
    assert en in problem.say("en")
    about = problem.values["about"]
    for lang in LANGS:
        assert about.say(lang)
        assert problem.mend(lang).endswith(about.say(lang))
    assert about.en not in problem.say("vi")


def test_a_missing_field_is_described_in_the_readers_language() -> None:
    problem = fault("", "unit: person\n")
    assert "Mã đơn vị" in problem.mend("vi")
    assert "Code of a unit" in problem.mend("en")
    assert "Code" not in problem.say("vi")
