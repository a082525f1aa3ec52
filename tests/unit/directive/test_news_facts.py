"""Which document the news tell of, who issued it and when: the turns that misled the reader once.

The sentences are made up; each has the shape of one that real papers print.
"""

from typing import Any

import pytest

from lotrinh.directive import Document, read


def facts(text: str) -> dict[str, Any]:
    return dict(read(Document("tin.txt", text)).as_json()["document"])


NEWS: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        (
            "Ngày 3/7/2025, Đảng bộ phường Tây Hải tổ chức Đại hội đại biểu lần thứ I, nhiệm kỳ"
            " 2025 - 2030. Báo cáo chính trị nêu rõ: phường có 12 chợ nổi."
        ),
        {"issuer": "Đảng bộ phường Tây Hải"},
    ),
    (
        (
            "(Tin tỉnh) - Tại Quyết định số 71/QĐ-UBND ngày 4/3/2025, Chủ tịch UBND tỉnh Hải Thanh"
            " phê duyệt Đề án chợ nổi."
        ),
        {"number": "71/QĐ-UBND", "date": "2025-03-04", "type": "Quyết định"},
    ),
    (
        (
            "Chợ nổi sắp có mái che. Đó là nội dung trong Kế hoạch số 71/KH-UBND do UBND tỉnh Hải"
            " Thanh ban hành ngày 4/3/2025, triển khai Quyết định số 9/QĐ-TTg của Thủ tướng."
        ),
        {"number": "71/KH-UBND", "issuer": "UBND tỉnh Hải Thanh"},
    ),
    (
        (
            "Cùng các tỉnh triển khai Nghị quyết số 57-NQ/TW, Tỉnh ủy Hải Thanh đã thông qua nghị"
            " quyết chuyên đề về chợ nổi."
        ),
        {"number": None, "issuer": "Tỉnh ủy Hải Thanh", "type": "Nghị quyết"},
    ),
    (
        "Sở Công Thương tỉnh Hải Thanh cho biết, UBND tỉnh vừa ban hành kế hoạch mở chợ nổi.",
        {"issuer": "UBND tỉnh", "type": "Kế hoạch"},
    ),
    (
        (
            "Văn bản nêu rõ: Thực hiện Văn bản số 784/BKHĐT-TH ngày 12/11/2021 của Bộ Kế hoạch"
            " và Đầu tư về chợ nổi; Chủ tịch UBND tỉnh giao Sở Công Thương rà soát các bến."
        ),
        {"issuer": "UBND tỉnh", "number": None},
    ),
    (
        "Thủ tướng Chính phủ phê duyệt Quy hoạch tổng thể phát triển tỉnh Hải Thanh đến năm 2030",
        {"issuer": "Thủ tướng Chính phủ", "type": "Quy hoạch"},
    ),
    (
        (
            "Kế hoạch của UBND tỉnh về nuôi cá lồng trên hồ đã đề ra mục tiêu cụ thể: đến năm"
            " 2030 có 400 lồng cá."
        ),
        {"issuer": "UBND tỉnh", "type": "Kế hoạch"},
    ),
    (
        (
            "Ngày 28-4, phường Sông Trà tiến hành Đại hội đại biểu Đảng bộ lần thứ XV. Đại hội"
            " thông qua nghị quyết với chỉ tiêu thu ngân sách tăng 5%."
        ),
        {"issuer": "Đại hội đại biểu Đảng bộ lần thứ XV", "type": "Nghị quyết"},
    ),
    (
        (
            "Bí thư Đảng ủy xã cho hay, Đại hội Đảng bộ xã Nà Sông lần thứ nhất đã thông qua nghị"
            " quyết với 18 chỉ tiêu."
        ),
        {"issuer": "Đại hội Đảng bộ xã Nà Sông lần thứ nhất", "type": "Nghị quyết"},
    ),
    (
        # The head runs into the first sentence, and the number of the congress is not told.
        (
            "Đại hội đại biểu Đảng bộ xã Nà Sông nhiệm kỳ 2025 - 2030 Sáng 20/7, xã Nà Sông tổ"
            " chức Đại hội. Đại hội thông qua nghị quyết với chỉ tiêu kết nạp 120 đảng viên."
        ),
        {"issuer": "Đại hội đại biểu Đảng bộ xã Nà Sông", "type": "Nghị quyết"},
    ),
    (
        (
            "UBND tỉnh vừa thông qua kế hoạch thực hiện Quyết định số 815/QĐ-TTg ngày 3/2/2023"
            " của Thủ"
            " tướng Chính phủ ban hành Kế hoạch hành động giữ rừng đến năm 2030."
        ),
        {"type": "Kế hoạch", "issuer": "UBND tỉnh", "number": None, "date": None},
    ),
    (
        (
            "Trước tình hình sâu keo lan nhanh, UBND tỉnh Sông Trà vừa có văn bản hỏa tốc chỉ"
            " đạo các"
            " huyện phun thuốc."
        ),
        {"issuer": "UBND tỉnh Sông Trà"},
    ),
    (
        (
            "UBND thành phố Sông Trà vừa ban hành Kế hoạch số 412 ngày 21-10-2021, triển khai"
            " công tác"
            " chữa cháy trong các chợ."
        ),
        {
            "type": "Kế hoạch",
            "issuer": "UBND thành phố Sông Trà",
            "date": "2021-10-21",
            "title": "Triển khai công tác chữa cháy trong các chợ",
        },
    ),
    (
        "Chỉ thị số 23 của Ban Bí thư về giữ gìn hồ nước trong nội thành đã được phổ biến.",
        {"type": "Chỉ thị", "issuer": "Ban Bí thư", "number": "23"},
    ),
    (
        (
            "22:57 15/09/2023\nThừa ủy quyền của Thủ tướng Chính phủ, ngày 14/9, Phó Thủ tướng"
            " Chính"
            " phủ Trần Văn Hải đã ký ban hành Quyết định số 1999/QĐ-TTg phê duyệt Quy hoạch bến"
            " cảng"
            " thời kỳ 2021 - 2030."
        ),
        {
            "number": "1999/QĐ-TTg",
            "issuer": "Thủ tướng Chính phủ",
            "date": "2023-09-14",
            "signatory": "Trần Văn Hải",
            "period": {"from": 2021, "to": 2030},
        },
    ),
    (
        (
            "Ngày 20/10/2025, Văn phòng Chính phủ đã ban hành Thông báo 764/TB-VPCP về kết luận của"
            " Thủ tướng Chính phủ tại hội nghị về cầu đường."
        ),
        {"number": "764/TB-VPCP", "issuer": "Văn phòng Chính phủ", "date": "2025-10-20"},
    ),
    (
        (
            "Chủ tịch UBND TP.HCM Lê Thị Mai vừa ký Quyết định ủy quyền cho các quận cấp phép đào"
            " đường."
        ),
        {"type": "Quyết định", "issuer": "UBND TP.HCM", "signatory": "Lê Thị Mai"},
    ),
    (
        (
            "Sông Trà: Thông qua Nghị quyết với 9 nhóm giải pháp năm 2024\nKỳ họp thứ 17, HĐND tỉnh"
            " Sông Trà khóa XVIII diễn ra trong ba ngày."
        ),
        {"type": "Nghị quyết", "issuer": "HĐND tỉnh Sông Trà"},
    ),
    (
        (
            "Đại hội đại biểu Đảng bộ xã Cát Vàng lần thứ XII (nhiệm kỳ 2020- 2025) kết"
            " thúc\nĐảng bộ"
            " xã Cát Vàng đề ra 14 chỉ tiêu."
        ),
        {
            "type": "Nghị quyết",
            "issuer": "Đại hội đại biểu Đảng bộ xã Cát Vàng lần thứ XII",
            "period": {"from": 2020, "to": 2025},
        },
    ),
    (
        (
            "Chương trình trồng rừng giai đoạn 2026 - 2030 vừa được Thủ tướng Chính phủ phê duyệt"
            " tại Quyết định số 1999/QĐ-TTg ngày 4/8/2025."
        ),
        {
            "number": "1999/QĐ-TTg",
            "title": "Chương trình trồng rừng giai đoạn 2026 - 2030",
            "period": {"from": 2026, "to": 2030},
        },
    ),
    (
        (
            "UBND TP.HCM vừa ban hành Kế hoạch triển khai Nghị quyết số 113/NQ-CP ngày 6/10/2017"
            " của Chính phủ về ban hành Chương trình hành động giữ kênh rạch."
        ),
        {"type": "Kế hoạch", "issuer": "UBND TP.HCM", "number": None, "date": None},
    ),
    (
        (
            "Ngày 15/03/2024, Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc ban hành Thông tư"
            " 91/2024/TT-UBDT hướng dẫn khen thưởng già làng."
        ),
        {
            "number": "91/2024/TT-UBDT",
            "issuer": "Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc",
            "title": "Hướng dẫn khen thưởng già làng",
        },
    ),
    (
        (
            "Giữ kênh rạch sạch (13:49 26/03/2019)\nNgày 22/3, Thành ủy Sông Trà có Thông báo số"
            " 1032-TB/TU nêu kết luận về kênh rạch."
        ),
        {"number": "1032-TB/TU", "issuer": "Thành ủy Sông Trà", "date": "2019-03-22"},
    ),
    (
        "Trong phiên họp, Thường trực HĐND huyện đã thông qua báo cáo rút kinh nghiệm kỳ họp.",
        {"type": None, "issuer": None},
    ),
    (
        "Bộ trưởng Bộ Giao thông Vận tải Lê Văn Ba ban hành kế hoạch cải thiện bến phà năm 2019.",
        {
            "type": "Kế hoạch",
            "issuer": "Bộ Giao thông Vận tải",
            "period": {"from": 2019, "to": 2019},
        },
    ),
    (
        (
            "Tiểu ban văn kiện Đại hội Đảng bộ huyện lần thứ XX họp bàn đề cương báo cáo trình"
            " Đại hội"
            " đại biểu Đảng bộ huyện lần thứ XX."
        ),
        {"type": None, "issuer": None},
    ),
)


@pytest.mark.parametrize(("text", "wanted"), NEWS)
def test_the_news_tell_of_one_document(text: str, wanted: dict[str, Any]) -> None:
    found = facts(text)
    assert {name: found[name] for name in wanted} == wanted


CARRIED = (
    (
        (
            "Thực hiện Kết luận số 13-KL/TW ngày 18/3/2025 của Bộ Chính trị về tiếp tục thực"
            " hiện Chỉ"
            " thị số 3-CT/TW ngày 16/8/2019 của Bộ Chính trị; Nghị quyết số 9/NQ-CP ngày"
            " 16/4/2025 của"
            " Chính phủ, UBND tỉnh Sông Trà ban hành Kế hoạch số 7/KH-UBND giữ xã bình yên."
        ),
        ["13-KL/TW", "9/NQ-CP"],
    ),
    (
        # Printed in short lines, the first of them cut behind "Luật".
        (
            "CHỈ THỊ\nThực hiện Luật Đầu tư công, Luật\nNgân sách nhà nước, Chỉ thị số 2/CT-TTg"
            " ngày 29/7/2019 của Thủ tướng Chính phủ và hướng dẫn tại Công văn số 57/BKHĐT-TH,"
            " UBND tỉnh Sông Trà yêu cầu các sở lập kế hoạch."
        ),
        ["2/CT-TTg", "57/BKHĐT-TH"],
    ),
    (
        "Thực hiện Văn bản số 78/BNV-TL ngày 12/11/2021 của Bộ Nội vụ, UBND tỉnh giao Sở Nội vụ.",
        ["78/BNV-TL"],
    ),
    (
        (
            "Đảng bộ xã triển khai Nghị quyết Đại hội đại biểu Đảng bộ xã lần thứ I; tổng kết nghị"
            " quyết số 18-NQ/TW."
        ),
        [],
    ),
    (
        (
            "Kế hoạch hành động đã chỉ ra tồn tại, hạn chế trong công tác chỉ đạo, triển khai"
            " thực hiện"
            " Nghị quyết số 26-NQ/TW về nông thôn."
        ),
        [],
    ),
)


@pytest.mark.parametrize(("text", "numbers"), CARRIED)
def test_what_is_carried_out_is_not_what_is_looked_back_on(text: str, numbers: list[str]) -> None:
    assert [one["number"] for one in facts(text)["carries_out"]] == numbers


def test_the_name_of_a_ministry_goes_on_over_an_and() -> None:
    (carried,) = facts(
        "UBND tỉnh ban hành Kế hoạch thực hiện Quyết định số 7/QĐ-BKHĐT của Bộ Kế hoạch và Đầu tư"
        " về thống kê."
    )["carries_out"]
    assert carried["issuer"] == "Bộ Kế hoạch và Đầu tư"


def test_who_holds_an_office_is_no_place() -> None:
    text = "Ngày 11/8/2020, Phó Chủ tịch UBND tỉnh Nguyễn Thế Giang đã ký văn bản số 25/UBND-KGVX."
    assert facts(text)["place"] is None
