"""Directives of many kinds, labelled by hand: every target, none of the decoys."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from lotrinh.directive import open_document, read

SPECIMENS = Path(__file__).resolve().parents[2] / "specimens" / "directives"
LABELS = sorted(SPECIMENS.glob("*.yml"))


@pytest.fixture(params=LABELS, ids=lambda path: path.stem)
def specimen(request: pytest.FixtureRequest) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a person found, and what the reader finds."""
    labels: Path = request.param
    text = next(p for p in SPECIMENS.glob(f"{labels.stem}.*") if p.suffix != ".yml")
    gold = yaml.safe_load(labels.read_text(encoding="utf-8"))
    return gold, read(open_document(text.name, text.read_bytes())).as_json()


def key(row: list[Any]) -> tuple[Any, ...]:
    _, operator, value, high, unit, year, kind = row
    return operator, value, high, unit, year, kind


def test_every_target_is_found_and_nothing_else(specimen) -> None:
    gold, draft = specimen
    names = ("operator", "value", "value_high", "unit", "year", "kind")
    found = [tuple(t[n] for n in names) for t in draft["targets"] if t["value"] is not None]
    neutral = {key(row) for row in gold.get("neutral", [])}
    wanted = [key(row) for row in gold["targets"]]
    assert sorted(map(str, (f for f in found if f not in neutral))) == sorted(map(str, wanted))


def test_aims_in_words_and_goals_are_found(specimen) -> None:
    gold, draft = specimen
    aims = [target["name"] for target in draft["targets"] if target["value"] is None]
    assert (len(draft["goals"]), len(aims)) == (gold["goals"], gold["aims"]), aims


def test_the_document_knows_itself(specimen) -> None:
    gold, draft = specimen
    wanted = dict(gold["document"])
    wanted["date"] = wanted["date"] and wanted["date"].isoformat()
    found = dict(draft["document"])
    found["carries_out"] = [carried["number"] for carried in found["carries_out"]]
    assert {key: found[key] for key in wanted} == wanted


def test_each_body_has_its_duty(specimen) -> None:
    gold, draft = specimen
    assert {duty["actor"] for duty in draft["duties"]} == set(gold["duties"])


def test_no_decoy_is_a_target(specimen) -> None:
    gold, draft = specimen
    taken = {(t["value"], t["unit"]) for t in draft["targets"] if t["value"] is not None}
    promised = {(row[2], row[4]) for row in gold["targets"]}
    decoys = {(value, unit) for value, unit, _ in gold["not_targets"]} - promised
    assert not taken & decoys
