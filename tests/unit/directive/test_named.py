"""What a draft may name is offered beside it: indicators, bodies, places; nothing is guessed."""

from pathlib import Path

from lotrinh.cli.definitions import offer_names
from lotrinh.directive import Document, read

CONTENT = Path(__file__).resolve().parents[3] / "content"
TEXT = """\
UBND tỉnh Đắk Lắk vừa ban hành Kế hoạch số 12/KH-UBND phát triển kinh tế số năm 2024.
Phấn đấu đến năm 2025, tỷ trọng KTS đạt 20% GRDP; tỷ lệ hộ nghèo huyện Cư Kuin còn 3%.
Giao Ban Tuyên giáo Tỉnh ủy hướng dẫn tuyên truyền. Giao UBND phường Không Có bố trí kinh phí.
"""


def test_a_draft_is_set_beside_the_content_it_may_name() -> None:
    draft = offer_names(read(Document("a.txt", TEXT)).as_json(), CONTENT)
    # The province of before and of after 1 July 2025 bear one name: both are offered.
    assert {one["id"] for one in draft["document"]["places"]} == {
        "vn/dak-lak@2004",
        "vn/dak-lak@2025",
    }
    digital, poor = draft["targets"]
    assert digital["indicators"][0]["id"] == "digital-economy-share"
    assert poor["places"] == [
        {"id": "vn/dak-lak@2004/cu-kuin", "name": "Huyện Cư Kuin", "said": "huyện Cư Kuin"}
    ]
    guide, unknown = draft["duties"]
    assert guide["bodies"][0]["id"] == "dak-lak/ban-tuyen-giao"
    assert unknown["places"] == []
