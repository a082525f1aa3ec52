"""The article that the project began with, read from any path; and its twin in our own words."""

from pathlib import Path
from typing import Any

import pytest

from lotrinh.directive import open_document, read

ROOT = Path(__file__).resolve().parents[3]
SEED = sorted((ROOT.parent / "shared" / "seed").glob("*.txt"))
TWIN = ROOT / "tests" / "specimens" / "directives" / "01-party-plan.txt"


def drafted(path: Path) -> dict[str, Any]:
    return read(open_document(path.name, path.read_bytes())).as_json()


def rows(draft: dict[str, Any]) -> list[tuple[Any, ...]]:
    keys = ("kind", "operator", "value", "unit", "year")
    return [tuple(target[key] for key in keys) for target in draft["targets"]]


@pytest.mark.skipif(not SEED, reason="the article lies beside the repository, not in it")
def test_the_article_gives_its_facts_goal_six_targets_and_three_duties() -> None:
    draft = drafted(SEED[0])
    assert draft["document"] == {
        "number": "175-KH/TU",
        "type": "Kế hoạch",
        "issuer": "Ban Thường vụ Tỉnh ủy",
        "date": None,
        "title": "Về thực hiện Nghị quyết số 52-NQ/TW",
        "signatory": None,
        "period": None,
        "place": None,
        "carries_out": [{"number": "52-NQ/TW", "issuer": "Bộ Chính trị", "date": "2019-09-27"}],
        "amends": [],
        "replaces": [],
    }
    assert len(draft["goals"]) == 1
    assert rows(draft) == [
        ("coverage", "=", 100, "%", 2025),
        ("level", "~", 20, "%", 2025),
        ("growth", ">", 7, "%/năm", 2025),
        ("level", "=", 65, "%", 2025),
        ("completion", "=", None, None, 2025),
        ("qualitative", "=", None, None, 2025),
    ]
    assert [duty["kind"] for duty in draft["duties"]] == ["guide", "concretise", "supervise"]


def test_its_twin_gives_the_same_kinds_of_things() -> None:
    draft = drafted(TWIN)
    assert draft["document"]["number"] == "88-KH/TU"
    assert draft["document"]["date"] is None
    assert draft["document"]["carries_out"] == [
        {"number": "61-NQ/TW", "issuer": "Bộ Chính trị", "date": "2020-05-14"}
    ]
    assert len(draft["goals"]) == 1
    assert rows(draft) == [
        ("coverage", "=", 100, "%", 2025),
        ("level", "~", 12, "%", 2025),
        ("growth", ">", 6.5, "%/năm", 2025),
        ("level", "=", 35, "%", 2025),
        ("completion", "=", None, None, 2025),
        ("qualitative", "=", None, None, 2025),
    ]
    guide, concretise, supervise = draft["duties"]
    assert guide["with"] == ["các Huyện ủy", "Thành ủy", "Đảng ủy trực thuộc"]
    assert concretise["kind"] == "concretise"
    assert supervise["kind"] == "supervise"


def test_names_are_clean_noun_phrases() -> None:
    assert [target["name"] for target in drafted(TWIN)["targets"]][:4] == [
        "mạng di động tốc độ cao phủ xã, phường, thị trấn",
        "thương mại điện tử chiếm tổng mức bán lẻ của tỉnh",
        "năng suất lao động tăng bình quân",
        "tỷ lệ lao động có chứng chỉ nghề",
    ]


def test_the_json_has_the_shape_that_scripts_rely_on() -> None:
    draft = drafted(TWIN)
    assert list(draft) == ["document", "goals", "targets", "duties"]
    assert list(draft["targets"][0]) == [
        "name", "kind", "operator", "value", "value_high", "unit", "year", "baseline",
        "start", "end", "confidence",
    ]  # fmt: skip
    assert list(draft["duties"][0]) == [
        "actor", "action", "kind", "product", "deadline", "every", "with", "start", "end",
    ]  # fmt: skip


def test_the_draft_for_a_reviewer_says_why_and_quotes() -> None:
    document = open_document(TWIN.name, TWIN.read_bytes())
    target = read(document).as_yaml()["targets"][0]
    assert target["why"]["en"].startswith("The sentence itself promises")
    assert target["quote"] == document.text[target["start"] : target["end"]]
