"""A head that a portal ran together still tells number, issuer and day; names get their capitals.

The texts are made up; the shapes are those of portals.
"""

from typing import Any

import pytest

from lotrinh.directive import Document, read

JOINED_HEADS = (
    (
        (
            "ỦY BAN NHÂN DÂN TỈNH SÔNG TRÀ ------- Số: 46/2017/QĐ-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA"
            " VIỆT NAM Độc lập - Tự do - Hạnh phúc --------------- Sông Trà, ngày 19 tháng 9"
            " năm 2017"
            " |\nQUYẾT ĐỊNH\nBan hành nội quy chợ phiên\n"
        ),
        ("46/2017/QĐ-UBND", "Ủy ban nhân dân tỉnh Sông Trà", "2017-09-19"),
    ),
    (
        (
            "Số hiệu: | 12/QĐ-BYT | Loại văn bản: | Quyết định |\nNơi ban hành: | Bộ Y tế |"
            " Người ký:"
            " | Lò Văn Bình |\nNgày ban hành: | 15/10/2018 | Ngày hiệu lực: | Đã biết |\n"
            "BỘ Y TẾ Số: 12/QĐ-BYT | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Hà Nội, ngày 15 tháng"
            " 10 năm"
            " 2018 |\nQUYẾT ĐỊNH\nBan hành lịch tiêm chủng\n"
        ),
        ("12/QĐ-BYT", "Bộ Y tế", "2018-10-15"),
    ),
    (
        (
            "| BỘ Y TẾ ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc | |"
            " Số: 1215/BYT-DP V/v tiêm bù cho trẻ | Hà Nội, ngày 2 tháng 4 năm 2018 |\n"
            "Kính gửi: Ủy ban nhân dân các tỉnh\nBệnh sởi đang tăng.\n"
        ),
        ("1215/BYT-DP", "Bộ Y tế", "2018-04-02"),
    ),
    (
        (
            "TỈNH ỦY SÔNG TRÀ * Số 46-TB/TU | ĐẢNG CỘNG SẢN VIỆT NAM Sông Trà, ngày 1 tháng 9"
            " năm 2017"
            " |\nTHÔNG BÁO\nvề công tác quý III\n"
        ),
        ("46-TB/TU", "Tỉnh ủy Sông Trà", "2017-09-01"),
    ),
    (
        (
            "HỘI ĐỒNG NHÂN DÂN TỈNH SÔNG TRÀ KHÓA X, KỲ HỌP THỨ 8 | CỘNG HÒA XÃ HỘI CHỦ NGHĨA"
            " VIỆT NAM"
            " |\nSố: 12/2019/NQ-HĐND | Sông Trà, ngày 10 tháng 7 năm 2019 |\nNGHỊ QUYẾT\nVề vốn\n"
        ),
        ("12/2019/NQ-HĐND", "Hội đồng nhân dân tỉnh Sông Trà", "2019-07-10"),
    ),
)


def facts(text: str) -> dict[str, Any]:
    return dict(read(Document("a.txt", text)).as_json()["document"])


@pytest.mark.parametrize(("text", "wanted"), JOINED_HEADS)
def test_a_head_run_together_by_a_portal_is_read_cell_by_cell(text: str, wanted: tuple) -> None:
    found = facts(text)
    assert (found["number"], found["issuer"], found["date"]) == wanted


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("BỘ TRƯỞNG BỘ Y TẾ", "Bộ trưởng Bộ Y tế"),
        ("SỞ NÔNG NGHIỆP VÀ PTNT", "Sở Nông nghiệp và PTNT"),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO - SỞ TÀI CHÍNH", "Sở Giáo dục và Đào tạo - Sở Tài chính"),
        ("BAN QUẢN LÝ KHU KINH TẾ", "Ban Quản lý Khu kinh tế"),
    ],
)
def test_a_name_in_capitals_is_written_as_names_are(head: str, issuer: str) -> None:
    text = (
        f"{head}\nSố: 12/HD-ABC\nSông Trà, ngày 15 tháng 10 năm 2018\nHƯỚNG DẪN\nTrồng rừng\n"
        "Theo phân công, Ban Quản lý Khu kinh tế trồng rừng."
    )
    assert facts(text)["issuer"] == issuer
