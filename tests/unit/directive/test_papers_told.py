"""Which paper the news tell of, however its kind, number and sender are put."""

from typing import Any

import pytest

from lotrinh.directive import Document, read


def facts(text: str) -> dict[str, Any]:
    return dict(read(Document("tin.txt", text)).as_json()["document"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cục Thú y (Bộ Nông nghiệp) đã có văn bản đề nghị các tỉnh tiêm phòng cho đàn trâu.",
            {"issuer": "Cục Thú y (Bộ Nông nghiệp)"},
        ),
        (
            "Ngày 7/4/2021, Bộ trưởng Bộ Thông tin và Truyền thông có Quyết định số 45/QĐ-TTTT.",
            {"number": "45/QĐ-TTTT", "date": "2021-04-07"},
        ),
        (
            (
                "Đây là nội dung của công văn của Văn phòng Chính phủ. Thủ tướng Chính phủ sốt"
                " ruột.\nCông văn nêu rõ, các bộ phải họp hằng tuần."
            ),
            {"type": "Công văn", "issuer": "Văn phòng Chính phủ"},
        ),
        (
            (
                "Ngày 9/2/2021, UBND tỉnh Hà Sơn ban hành công văn chỉ đạo như sau: giao UBND"
                " huyện Nà Sông xây dựng Đề án du lịch."
            ),
            {"type": "Công văn", "issuer": "UBND tỉnh Hà Sơn", "date": "2021-02-09"},
        ),
        (
            "Thực hiện yêu cầu của Bộ Xây dựng, UBND TPHCM vừa xây dựng kế hoạch chống ngập.",
            {"type": "Kế hoạch", "issuer": "UBND TPHCM"},
        ),
        (
            "UBND TP.Hồ Chí Minh vừa ban hành quyết định số 42/QĐ-UBND về lập tổ công tác.",
            {"number": "42/QĐ-UBND", "issuer": "UBND TP.Hồ Chí Minh"},
        ),
        (
            "Ngày 2/7, Bộ Y tế đã có Công văn số 362 để nhắc các bệnh viện trực cấp cứu.",
            {"number": "362", "issuer": "Bộ Y tế"},
        ),
        (
            (
                "Đặc biệt, Thông tri nêu rõ: các xã lo chỗ ở cho thợ. Ban Thường vụ Tỉnh ủy yêu"
                " cầu báo cáo hằng quý."
            ),
            {"type": "Thông tri"},
        ),
        (
            "Ông An yêu cầu soạn kế hoạch thực hiện nghị quyết Đại hội Đảng bộ cấp mình.",
            {"type": None, "issuer": None},
        ),
        (
            (
                "KẾ HOẠCH\nTổ chức lễ mừng ngày hội làng\nBan Bí thư Trung ương Đoàn ban hành kế"
                " hoạch tổ chức lễ mừng như sau:"
            ),
            {"type": "Kế hoạch", "issuer": "Ban Bí thư Trung ương Đoàn"},
        ),
        (
            "(nasong.vn) Theo Công văn số 35/UBND ngày 18/7/2022, UBND huyện yêu cầu diệt muỗi.",
            {"number": "35/UBND", "issuer": "UBND huyện", "date": "2022-07-18"},
        ),
        (
            (
                "Ngoài việc di dời 40 lò gạch, theo Quyết định 64/2003/QĐ-TTg, tỉnh còn 7 lò phải"
                " dừng đốt."
            ),
            {"number": None},
        ),
        (
            (
                "UBND tỉnh yêu cầu các sở thực hiện Công văn số 47/BYT-DP ngày 1/8/2024, Công văn"
                " số 49/BYT-DP ngày 2/8/2024 về tiêm chủng."
            ),
            {"number": None},
        ),
        (
            "Theo Nghị quyết phiên họp tháng 1, Chính phủ chỉ đạo Bộ Tài chính kiểm soát giá.",
            {"type": "Nghị quyết", "issuer": "Chính phủ"},
        ),
        (
            "Sở Nội vụ đã tham mưu ban hành quyết định về bộ tiêu chí của tỉnh.",
            {"type": None},
        ),
        (
            'Ban Vận động Quỹ "Vì bạn nghèo" tỉnh đã có kế hoạch tổ chức ngày hội quyên góp.',
            {"type": "Kế hoạch", "issuer": 'Ban Vận động Quỹ "Vì bạn nghèo" tỉnh'},
        ),
        (
            (
                "Thực hiện chỉ đạo của Ủy ban Trung ương MTTQ Việt Nam, mới đây, Ban Thường trực Ủy"
                " ban MTTQ tỉnh ban hành kế hoạch quyên góp."
            ),
            {"issuer": "Ban Thường trực Ủy ban MTTQ tỉnh"},
        ),
        (
            (
                "Chính phủ phê duyệt Đề án xây trường.\nPhó Thủ tướng Trần Văn Bình vừa thay mặt"
                " Thủ tướng ký phê duyệt Đề án xây trường nội trú."
            ),
            {"type": "Đề án", "issuer": "Thủ tướng"},
        ),
        (
            "Ngày 2-10, Sở Y tế Hà Sơn ban hành Kế hoạch tiêm chủng từ 17-10 đến 18-11-2014.",
            {"issuer": "Sở Y tế Hà Sơn", "date": "2014-10-02"},
        ),
        (
            "Ngày 10-1, Cục Thú y (Bộ Nông nghiệp) cho biết, vừa có văn bản gửi các trại heo.",
            {"issuer": "Cục Thú y (Bộ Nông nghiệp)"},
        ),
        (
            "Bộ trưởng Y tế Trần Văn Bình vừa ký công văn gửi các tỉnh về trạm y tế xã.",
            {"type": "Công văn", "issuer": "Bộ trưởng Y tế", "signatory": "Trần Văn Bình"},
        ),
        (
            "Mới đây UBND tỉnh Hà Sơn đã gửi công văn tới các sở về việc giao đất.",
            {"type": "Công văn", "issuer": "UBND tỉnh Hà Sơn"},
        ),
        (
            (
                "UBND tỉnh có ý kiến như sau:\nGiao Sở Y tế xem xét.\n(Theo Công văn số"
                " 62/UBND-KT, ngày 23/11/2023)"
            ),
            {"number": "62/UBND-KT", "issuer": "UBND tỉnh", "date": "2023-11-23"},
        ),
        (
            (
                "Thực hiện ý kiến chỉ đạo của Thường trực Tỉnh ủy tại Thông báo số 29-TB/TU ngày"
                " 4/2/2020, Chủ tịch tỉnh họp với các huyện."
            ),
            {"number": None},
        ),
        # The two columns of a head in one line, as a plain text has them.
        (
            (
                "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ NÀ SÔNG Độc lập - Tự do -"
                " Hạnh phúc\nSố: 9/KH-UBND Nà Sông, ngày 5 tháng 1 năm 2026\n\nKẾ HOẠCH\nVề rừng"
            ),
            {"issuer": "Ủy ban nhân dân xã Nà Sông", "place": "Nà Sông"},
        ),
        (
            (
                "TỈNH ỦY HÀ SƠN ĐẢNG CỘNG SẢN VIỆT NAM\n* Hà Sơn, ngày 5 tháng 6 năm 2022\nSố"
                " 12-KH/TU\n\nKẾ HOẠCH\nvề rừng"
            ),
            {"issuer": "Tỉnh ủy Hà Sơn", "number": "12-KH/TU", "date": "2022-06-05"},
        ),
        (
            "Ngày 12/9/2016, BCH phòng chống thiên tai tỉnh Hà Sơn đã có công điện khẩn số 13.",
            {"number": "13", "issuer": "BCH phòng chống thiên tai tỉnh Hà Sơn"},
        ),
        (
            "Chủ tịch UBND tỉnh Hà Sơn vừa có công điện khẩn số 12/CĐ.UBND về chống lũ.",
            {"number": "12/CĐ.UBND", "issuer": "UBND tỉnh Hà Sơn"},
        ),
        (
            "Ban Chỉ đạo Quốc gia về phòng, chống thiên tai vừa ban hành Công điện về mưa lớn.",
            {"type": "Công điện", "issuer": "Ban Chỉ đạo Quốc gia về phòng, chống thiên tai"},
        ),
        (
            (
                "Theo tinh thần Nghị quyết số 18, Kết luận 34 của Bộ Chính trị, Bộ Nội vụ đề nghị"
                " các tỉnh dừng sáp nhập sở."
            ),
            {"number": None},
        ),
        (
            "Sở Y tế vừa có Công văn khẩn số 418 gửi các bệnh viện về cúm mùa.",
            {"number": "418", "issuer": "Sở Y tế"},
        ),
        (
            (
                "Văn phòng Chính phủ vừa ban hành văn bản 512/VPCP-NN ngày 6/5/2021 truyền đạt"
                " ý kiến của Thủ tướng Chính phủ yêu cầu các Bộ rà soát."
            ),
            {"number": "512/VPCP-NN", "issuer": "Văn phòng Chính phủ", "date": "2021-05-06"},
        ),
        (
            (
                "Ngày 5 tháng 3 năm 2021, Sở Công Thương Hà Sơn ban hành văn bản số:"
                " 77/SCT-QLTM gửi"
                " các chợ."
            ),
            {"number": "77/SCT-QLTM", "issuer": "Sở Công Thương Hà Sơn", "date": "2021-03-05"},
        ),
        (
            (
                "Kế hoạch do Phó Chủ tịch UBND tỉnh Trần Văn Bình ký ban hành. Các đơn vị bám sát"
                " nhiệm vụ của Nghị quyết số 30/2025/QH15."
            ),
            {"number": None, "type": "Kế hoạch", "issuer": "UBND tỉnh"},
        ),
        (
            "Phó Thủ tướng Trần Văn Bình có Công điện gửi các cơ quan thuộc Chính phủ.",
            {"type": "Công điện", "issuer": "Thủ tướng"},
        ),
        (
            (
                "Đại hội Đảng bộ tỉnh Hà Sơn lần thứ I, nhiệm kỳ 2025 - 2030, dự kiến diễn ra"
                " vào tháng 9. Mặt trận tỉnh vận động người dân treo cờ chào đón đại hội."
            ),
            {"type": None, "issuer": None},
        ),
        (
            (
                "Tại kỳ họp, HĐND tỉnh đã thảo luận, thông qua nhiều nội dung quan trọng:"
                " Nghị quyết về hỗ trợ hộ nghèo."
            ),
            {"type": "Nghị quyết", "issuer": "HĐND tỉnh"},
        ),
    ],
)
def test_the_paper_told_of_is_the_one_that_was_sent(text: str, expected: dict[str, str]) -> None:
    found = facts(text)
    assert {name: found[name] for name in expected} == expected


def test_a_long_row_of_names_without_a_verb_is_read_through() -> None:
    # Each word of such a name may be read in one way only, or this would never end.
    assert facts('Ban Vận động Quỹ "Vì a" và Hội Đoàn ' * 400)["issuer"] is None
