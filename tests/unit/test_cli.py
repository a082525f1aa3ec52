"""The commands do what they say: data on standard output, words on standard error, exit codes."""

import json
import shutil
from pathlib import Path

import pytest
import yaml

from lotrinh.cli import main

ARTICLE = """Tỉnh X chuyển đổi số

Ban Thường vụ Tỉnh ủy vừa ban hành Kế hoạch số 12-KH/TU về chuyển đổi số.

Mục tiêu đến năm 2025: kinh tế số chiếm khoảng 18% GRDP.
"""


@pytest.fixture
def plan(content: Path) -> str:
    return str(content / "plans/vn/nq-52-2019")


def test_check_says_that_all_is_right(plan: str, capsys) -> None:
    assert main(["check", plan, "--lang", "en"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("All right:")


def test_check_lists_every_error_and_counts_them(content: Path, tmp_path: Path, capsys) -> None:
    shutil.copytree(content, tmp_path / "content")
    folder = tmp_path / "content/plans/vn/nq-52-2019"
    text = (folder / "plan.yml").read_text("utf-8")
    broken = text.replace("value: 20\n", "value: 21\n").replace("kind: level", "kind: lvl", 1)
    (folder / "plan.yml").write_text(broken, "utf-8")
    assert main(["check", str(folder), "--lang", "vi"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "“lvl” không phải là giá trị được phép" in err
    assert "Tổng số lỗi: 1." in err


def test_assess_prints_the_judgements_as_json(plan: str, capsys) -> None:
    assert main(["assess", plan, "--json", "--as-known-on", "2026-11-23"]) == 0
    board = json.loads(capsys.readouterr().out)
    assert board["plan"] == "plans/vn/nq-52-2019"
    assert board["as_known_on"] == "2026-11-23"
    assert len(board["vintage"]) == 64
    digital = next(
        o for o in board["assessments"] if o["target"].endswith("#target/digital-economy")
    )
    assert (digital["status"], digital["value"], digital["period"]) == ("missed", 14.02, "2025")
    assert digital["figure_status"] == "estimate"
    assert set(digital["reason"]) == {"vi", "en"}
    assert digital["provenance"], "each figure leads back"


def test_assess_in_words_says_verdict_reason_and_address(plan: str, capsys) -> None:
    assert main(["assess", plan, "--lang", "vi", "--as-known-on", "2026-11-23"]) == 0
    out = capsys.readouterr().out
    assert "■ Không đạt — Kinh tế số khoảng 20" in out
    assert "plans/vn/nq-52-2019#target/digital-economy" in out


@pytest.mark.parametrize(
    "address",
    ["digital-economy", "#target/digital-economy", "plans/vn/nq-52-2019#target/digital-economy"],
)
def test_explain_leads_from_the_verdict_to_the_clause(plan: str, address: str, capsys) -> None:
    assert main(["explain", plan, address, "--lang", "en", "--as-known-on", "2026-11-23"]) == 0
    out = capsys.readouterr().out
    verdict, figure, clause = out.index("Missed"), out.index("14.02%"), out.index("52-NQ/TW")
    assert verdict < figure < clause
    assert "https://" in out


def test_explain_of_no_target_names_those_there_are(plan: str, capsys) -> None:
    assert main(["explain", plan, "nothing", "--lang", "en"]) == 1
    assert "The plan has no target “nothing”. Choose one of:" in capsys.readouterr().err


def test_a_wrong_day_is_one_clear_error(plan: str, capsys) -> None:
    assert main(["assess", plan, "--as-known-on", "30/9/2025", "--lang", "vi"]) == 1
    assert "“30/9/2025” không phải là một ngày" in capsys.readouterr().err


def test_freeze_writes_a_vintage_named_by_its_hash(plan: str, tmp_path: Path, capsys) -> None:
    out = tmp_path / "vintage"
    assert main(["freeze", plan, "--as-known-on", "2025-06-30", "-o", str(out)]) == 0
    name = capsys.readouterr().out.strip()
    assert name in (out / "manifest.json").read_text("utf-8")


def test_read_gives_a_draft_as_json_and_as_yaml(tmp_path: Path, capsys) -> None:
    article = tmp_path / "bai-bao.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    assert main(["read", str(article), "--json"]) == 0
    draft = json.loads(capsys.readouterr().out)
    assert draft["document"]["number"] == "12-KH/TU"
    (target,) = draft["targets"]
    assert (target["operator"], target["value"], target["year"]) == ("~", 18, 2025)
    assert main(["read", str(article)]) == 0
    assert yaml.safe_load(capsys.readouterr().out) == draft
    assert main(["read", str(article), "--text"]) == 0
    text = capsys.readouterr().out
    assert "18%" in text[target["start"] : target["end"]]


def test_read_offers_the_known_things_the_words_may_name(
    content: Path, tmp_path: Path, capsys
) -> None:
    article = tmp_path / "bai-bao.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    assert main(["read", str(article), "--json", "--names", str(content)]) == 0
    (target,) = json.loads(capsys.readouterr().out)["targets"]
    assert "digital-economy-share" in [one["id"] for one in target["indicators"]]


def test_a_file_that_is_not_there_is_one_clear_error(tmp_path: Path, capsys) -> None:
    assert main(["read", str(tmp_path / "none.txt"), "--lang", "en"]) == 1
    assert "Cannot open the file" in capsys.readouterr().err


def test_a_wrong_call_exits_with_2(capsys) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["assess"])
    assert caught.value.code == 2
    capsys.readouterr()


def test_place_tells_what_became_of_an_old_name(content: Path, capsys) -> None:
    arguments = ["--content", str(content), "--lang", "vi"]
    assert main(["place", "hoa thang, buon ma thuot", *arguments]) == 0
    out, err = capsys.readouterr()
    assert "→ Phường Tân Lập (Tỉnh Đắk Lắk), từ 01/07/2025, theo Nghị quyết 1660" in out
    assert err == ""
    assert main(["place", "24166", *arguments, "--json"]) == 0
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["id"], one["level"], one["valid_to"]) == ("vn/24166", "commune", "2025-07-01")
    assert main(["place", "Atlantis", *arguments]) == 1
    assert "Không tìm thấy địa bàn nào tên là “Atlantis”" in capsys.readouterr().err


def test_restate_puts_an_indicator_on_another_map_or_says_why_not(content: Path, capsys) -> None:
    plan = str(content / "plans/dak-lak/kh-175-2020")
    asked = ["restate", plan, "population", "--map", "2025-06-30", "--lang", "en"]
    assert main([*asked, "--basis", "area"]) == 0
    out = capsys.readouterr().out
    assert "2018: 1,919,200  [as reported for this place]" in out
    assert "[an estimate, divided by area]" in out
    assert main([*asked, "--json"]) == 1, "no basis was named for dividing the new province"
    out, err = capsys.readouterr()
    assert [one["refused"] for one in json.loads(out)].count(True) == 2
    assert "Choose another basis with --basis" in err
    assert main(["restate", plan, "populatio", "--map", "2025-07-01"]) == 1
    assert "population" in capsys.readouterr().err


def test_restating_what_has_no_figure_is_one_clear_error(content: Path, capsys) -> None:
    plan = str(content / "plans/dak-lak/kh-175-2020")
    call = ["restate", plan, "broadband-communes", "--map", "2025-07-01"]
    assert main([*call, "--as-known-on", "2020-01-01", "--lang", "en"]) == 1
    assert "broadband" in capsys.readouterr().err.lower()


def _square(id: str, west: float) -> dict:
    ring = [[west, 12], [west + 1, 12], [west + 1, 13], [west, 13], [west, 12]]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": {"id": id}, "geometry": geometry}


def test_boundaries_are_checked_and_written_as_what_can_be_read_again(
    content: Path, tmp_path: Path, capsys
) -> None:
    features = [_square("vn/dak-lak@2004", 107.5), _square("vn/phu-yen", 108.0)]
    file = tmp_path / "map.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    call = ["boundaries", str(file), "--content", str(content), "--lang", "en"]
    assert main(call) == 0
    out, err = capsys.readouterr()
    assert "Read the boundaries of 2 units; 1 overlaps, 0 gaps." in err
    assert "both claim" in err
    file.write_text(out, "utf-8")
    assert main(call) == 0
    assert capsys.readouterr().out == out, "what was written reads the same"
