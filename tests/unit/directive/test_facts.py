"""A directive says who issued it, when, under which number and title, and what it does to others.

The texts are made up; the shapes are those that official documents, portals and news take.
"""

from typing import Any

import pytest

from lotrinh.directive import Document, read

BROKEN_HEAD = """\
ỦY
BAN NHÂN DÂN
TỈNH SÔNG TRÀ
-------
|
CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số:
47/2016/QĐ-UBND
|
Sông
Trà, ngày 27 tháng 12
năm 2016
|
QUYẾT ĐỊNH
PHÊ DUYỆT ĐỀ ÁN TRỒNG RỪNG GỖ LỚN TRÊN ĐỊA BÀN TỈNH SÔNG TRÀ
GIAI ĐOẠN 2017 - 2020, TẦM NHÌN ĐẾN NĂM 2030
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SÔNG TRÀ
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Căn cứ Nghị quyết số 12/NQ-HĐND ngày 8/12/2016 của Hội đồng nhân dân tỉnh về việc thông qua Đề án
trồng rừng gỗ lớn giai đoạn 2017 - 2020;
QUYẾT ĐỊNH:
Điều 1. Phê duyệt Đề án trồng rừng gỗ lớn trên địa bàn tỉnh Sông Trà.
Điều 2. Quyết định này có hiệu lực từ ngày ký, thay thế Quyết định số 310/QĐ-UBND ngày 5/3/2012
và Quyết định số 98/QĐ-UBND ngày 2/2/2014 của Ủy ban nhân dân tỉnh.
Nơi nhận:
- Như Điều 2;
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
(Đã ký)
Đinh Thị Thu Hà
"""
LOST_LINES = """\
Số hiệu: 138/KH-UBND Loại văn bản: Kế hoạch
Nơi ban hành: Tỉnh Sông Trà Người ký: Lò Văn Bình
ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 138/KH-UBND | Sông Trà, ngày 03 tháng 6 năm 2021 |
VỐN ĐẦU TƯ NĂM 2022 THỰC HIỆN CHƯƠNG TRÌNH TRẺ EM TỈNH SÔNG TRÀ GIAI ĐOẠN 2021-2030
Nâng cao nhận thức của các cấp, các ngành về chăm sóc trẻ em.
"""
AMENDING = """\
HỘI ĐỒNG NHÂN DÂN
TỈNH SÔNG TRÀ
Số: 09/2022/NQ-HĐND
Sông Trà, ngày 12 tháng 7 năm 2022
NGHỊ QUYẾT
Sửa đổi, bổ sung một số điều của Nghị quyết số 31/2020/NQ-HĐND ngày 9/12/2020 của HĐND tỉnh
Căn cứ Nghị định số 5/2015/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 8/2018/NĐ-CP;
QUYẾT NGHỊ:
Điều 1. Sửa đổi, bổ sung Điều 3 của Nghị quyết số 31/2020/NQ-HĐND như sau: hỗ trợ 5 triệu.
"""


def facts(text: str) -> dict[str, Any]:
    found = read(Document("a.txt", text)).as_json()["document"]
    for kin in ("carries_out", "amends", "replaces"):
        found[kin] = [one["number"] for one in found[kin]]
    return dict(found)


def test_a_head_broken_into_short_lines_is_read_whole() -> None:
    assert facts(BROKEN_HEAD) == {
        "number": "47/2016/QĐ-UBND",
        "type": "Quyết định",
        "issuer": "Ủy ban nhân dân tỉnh Sông Trà",
        "date": "2016-12-27",
        "title": "Phê duyệt Đề án trồng rừng gỗ lớn trên địa bàn tỉnh Sông Trà "
        "giai đoạn 2017 - 2020, tầm nhìn đến năm 2030",
        "signatory": "Đinh Thị Thu Hà",
        "period": {"from": 2017, "to": 2020},
        "place": "Sông Trà",
        "carries_out": ["12/NQ-HĐND"],
        "amends": [],
        "replaces": ["310/QĐ-UBND", "98/QĐ-UBND"],
    }


def test_a_letter_bears_the_number_of_its_unit() -> None:
    found = facts(
        "BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "Số: 5505/BNN-TCLN | Hà Nội, ngày 19 tháng 8 năm 2022 |\n"
        "Kính gửi: Ủy ban nhân dân các tỉnh\n"
        "Thực hiện Quyết định số 524/QĐ-TTg ngày 01/4/2021, đề nghị các tỉnh trồng rừng."
    )
    assert (found["number"], found["type"]) == ("5505/BNN-TCLN", "Công văn")
    assert (found["issuer"], found["date"]) == ("Bộ Nông nghiệp và Môi trường", "2022-08-19")


def test_a_head_that_lost_lines_is_completed_from_what_stands_beside_it() -> None:
    found = facts(LOST_LINES)
    assert found["issuer"] == "Ủy ban nhân dân tỉnh Sông Trà"
    assert found["type"] == "Kế hoạch"
    assert found["signatory"] == "Lò Văn Bình"
    assert found["date"] == "2021-06-03"
    # The year is the plan's own, not that of the programme it pays for.
    assert found["period"] == {"from": 2022, "to": 2022}


def test_what_a_resolution_amends_is_not_what_others_amended() -> None:
    found = facts(AMENDING)
    assert found["amends"] == ["31/2020/NQ-HĐND"]
    assert found["replaces"] == []
    assert found["title"].startswith("Sửa đổi, bổ sung một số điều của Nghị quyết số 31")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            (
                "Ngày 27/9/2023, Chủ tịch UBND thành phố Sông Trà Trần Sỹ Bình ký ban hành Văn bản "
                "số 239/KH-UBND về Kế hoạch chuyển đổi số đến năm 2025, định hướng đến năm 2030."
            ),
            {
                "issuer": "UBND thành phố Sông Trà",
                "signatory": "Trần Sỹ Bình",
                "date": "2023-09-27",
                "period": {"from": None, "to": 2025},
            },
        ),
        (
            (
                "Phó Chủ tịch Thường trực UBND tỉnh Lê Thị Hà Giang ký Quyết định số 23/QĐ-UBND về "
                "chợ phiên."
            ),
            {"issuer": "UBND tỉnh", "signatory": "Lê Thị Hà Giang", "place": None},
        ),
        (
            "Ngày 14-1, Thủ tướng Chính phủ có Công văn (số 73/TTg-CN) giao các Bộ rà soát đất.",
            {"number": "73/TTg-CN", "type": "Công văn", "issuer": "Thủ tướng Chính phủ"},
        ),
        (
            "Mới đây, UBND TP đã có Công điện khẩn số 06/CĐ-UBND về phòng dịch tả.",
            {"number": "06/CĐ-UBND", "type": "Công điện", "issuer": "UBND TP"},
        ),
        (
            "UBND tỉnh có văn bản số 4912/UBND-NC về việc thực hiện Chỉ thị của Thủ tướng.",
            {"number": "4912/UBND-NC", "type": "Công văn", "issuer": "UBND tỉnh"},
        ),
        (
            (
                "Phó Thủ tướng Lê Văn An vừa ký Quyết định số 150/QĐ-TTg phê duyệt Chiến lược nông "
                "thôn "
                "giai đoạn 2021 - 2030."
            ),
            {"issuer": "Thủ tướng Chính phủ", "signatory": "Lê Văn An", "number": "150/QĐ-TTg"},
        ),
        (
            (
                "Thủ tướng Chính phủ vừa ban hành Quyết định giao chỉ tiêu bảo hiểm y tế các tỉnh "
                "(Quyết định số 1167/QĐ-TTg, ngày 28/6/2016)."
            ),
            {"number": "1167/QĐ-TTg", "date": "2016-06-28", "type": "Quyết định"},
        ),
        (
            (
                "Thực hiện Quyết định số 411/QĐ-TTg ngày 31-3-2022 của Thủ tướng Chính phủ, ngày "
                "5-8-2022, "
                "UBND tỉnh ban hành Kế hoạch số 105/KH-UBND nhằm phát triển kinh tế số."
            ),
            {"date": "2022-08-05", "issuer": "UBND tỉnh", "carries_out": ["411/QĐ-TTg"]},
        ),
        (
            "(ST) - Ngày 8.6, UBND tỉnh ban hành Kế hoạch cải thiện chỉ số cạnh tranh năm 2023.",
            {"date": "2023-06-08", "period": {"from": 2023, "to": 2023}},
        ),
        (
            # In December a plan for the next year is issued as well: which year is not certain.
            "Ngày 20.12, UBND tỉnh ban hành Kế hoạch cải thiện chỉ số cạnh tranh năm 2023.",
            {"date": None},
        ),
        (
            "Nghị quyết nêu rõ, Chính phủ yêu cầu các địa phương tăng trưởng ít nhất 8% năm 2025.",
            {"type": "Nghị quyết", "issuer": "Chính phủ", "number": None},
        ),
        (
            (
                "Theo Kế hoạch 314/KH-UBND về giảm nghèo năm 2022 mới ban hành, UBND tỉnh Sông Trà "
                "yêu cầu "
                "các địa phương giảm 2% hộ nghèo."
            ),
            {"issuer": "UBND tỉnh Sông Trà", "number": "314/KH-UBND", "place": "Sông Trà"},
        ),
        (
            "Chương trình hành động của Chính phủ về năng lượng đến năm 2030 vừa ban hành.",
            {"issuer": "Chính phủ", "type": "Chương trình hành động"},
        ),
        (
            "Nghị Quyết số 22-NQ/TU ngày 08/6/2022 ban hành bởi Tỉnh Ủy Sông Trà về Chuyển đổi số.",
            {"issuer": "Tỉnh Ủy Sông Trà", "date": "2022-06-08"},
        ),
        (
            (
                "UBND tỉnh ban hành Kế hoạch số 12/KH-UBND. Kế hoạch nhằm triển khai thực hiện "
                "nghiêm túc, "
                "hiệu quả Nghị quyết số 18-NQ/TU ngày 30/12/2022 của Tỉnh ủy."
            ),
            {"carries_out": ["18-NQ/TU"], "place": None},
        ),
        (
            (
                "UBND tỉnh ban hành Kế hoạch số 12/KH-UBND. Báo cáo kết quả thực hiện Nghị quyết "
                "số 95/NQ-HĐND cho thấy nhiều chỉ tiêu đạt."
            ),
            {"carries_out": []},
        ),
        (
            (
                "Thực hiện Quyết định số 3355/QĐ-BYT ngày 8/7/2021 của Bộ Y tế ban hành Kế hoạch "
                "tiêm chủng năm 2021 và Kế hoạch số 1063/KH-BYT ngày 16/7/2021, UBND tỉnh ban hành "
                "Kế hoạch số 488/KH-UBND."
            ),
            {"carries_out": ["3355/QĐ-BYT", "1063/KH-BYT"], "number": "488/KH-UBND"},
        ),
        (
            (
                "Thực hiện Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Sông Trà lần thứ XVI, Ban Chấp "
                "hành Đảng bộ tỉnh đã ban hành Nghị quyết chuyên đề về nông nghiệp hàng hóa giai "
                "đoạn 2016-2025."
            ),
            {"issuer": "Ban Chấp hành Đảng bộ tỉnh", "period": {"from": 2016, "to": 2025}},
        ),
        (
            (
                "Chủ tịch Ủy ban nhân dân (UBND) tỉnh vừa ban hành chỉ thị yêu cầu các sở, ban, "
                "ngành chống dịch."
            ),
            {"issuer": "Ủy ban nhân dân (UBND) tỉnh", "type": "Chỉ thị"},
        ),
        (
            (
                "UBND thành phố Sông Trà vừa ban hành quyết định phê duyệt Chương trình phát triển "
                "đô thị giai đoạn 2018 – 2030."
            ),
            {"type": "Quyết định", "period": {"from": 2018, "to": 2030}},
        ),
        (
            (
                "Tại công văn 12/TTg-KTN ngày 3/4/2020, Phó Thủ tướng Chính phủ N. V. A chấp thuận "
                "UBND tỉnh Sông Trà quyết định chuyển 20 ha đất trồng lúa."
            ),
            {"number": "12/TTg-KTN", "issuer": "Thủ tướng Chính phủ", "place": None},
        ),
        (
            "Văn phòng đã có văn bản số 12/TTg-KTN giao UBND tỉnh Sông Trà chuyển 20 ha đất.",
            {"number": "12/TTg-KTN", "type": "Công văn", "issuer": "Thủ tướng Chính phủ"},
        ),
        (
            (
                "Chiều 14/3, Ban Chỉ đạo du lịch tỉnh tổ chức cuộc họp đánh giá năm 2023, triển "
                "khai kế hoạch "
                "công tác năm 2024."
            ),
            {"type": None, "issuer": None, "title": None},
        ),
    ],
)
def test_news_tell_the_facts_they_are_certain_of(text: str, wanted: dict[str, Any]) -> None:
    found = facts(text)
    assert {key: found[key] for key in wanted} == wanted


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("về việc làm giai đoạn 2021-2025, tầm nhìn đến năm 2045", (2021, 2025)),
        ("phát triển nhà ở đến năm 2030", (None, 2030)),
        ("triển khai Luật Đất đai năm 2013", None),
        ("giảm nghèo so với năm 2020", None),
    ],
)
def test_a_title_says_for_which_years_it_speaks(title: str, years: tuple | None) -> None:
    found = facts(f"UBND tỉnh ban hành Kế hoạch số 7/KH-UBND {title}.")["period"]
    assert found == (years and {"from": years[0], "to": years[1]})
