"""What merely tells of a meeting, or a rule, announces nothing; a row is read to its end."""

from typing import Any

import pytest

from lotrinh.directive import Document, read


def facts(text: str) -> dict[str, Any]:
    found = read(Document("a.txt", text)).as_json()["document"]
    return {**found, "carries_out": [one["number"] for one in found["carries_out"]]}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Phó Thủ tướng Lê Văn An chủ trì hội nghị triển khai Chương trình mục tiêu quốc gia"
            " nước"
            " sạch. Đến năm 2025 đạt 95%."
        ),
        "HĐND tỉnh Sông Trà bế mạc kỳ họp. Kỳ họp có báo cáo về kinh tế. Năm 2024 tăng 8%.",
        "Sau 5 năm triển khai Đề án chợ nông thôn, tỉnh Sông Trà có 40 chợ mới.",
        "Thủ tướng Lê Minh An dự hội nghị. Thủ tướng yêu cầu đưa ra kế hoạch tiêm 80% dân số.",
        "Phó Thủ tướng Lê Văn An cho biết Chính phủ có kế hoạch xây dựng 1 triệu căn nhà.",
    ],
)
def test_a_meeting_or_what_was_done_announces_no_document(text: str) -> None:
    found = facts(text)
    assert (found["number"], found["type"], found["issuer"]) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "number", "kind", "issuer", "day"),
    [
        (
            (
                "Thủ tướng Chính phủ đồng ý UBND tỉnh Sông Trà chuyển đất. UBND tỉnh thực hiện"
                " theo đúng quy định của pháp luật về đất đai và Nghị định số 35/2015/NĐ-CP ngày"
                " 13/4/2015."
            ),
            *(None, None, "Thủ tướng Chính phủ", None),
        ),
        (
            (
                "Việc hỗ trợ trồng 500 ha rừng theo quy định tại Thông tư số 12/2018/TT-BTC ngày"
                " 7/3/2018."
            ),
            *(None, None, None, None),
        ),
        (
            (
                "Giao UBND tỉnh Sông Trà trồng rừng, tuân thủ các quy định của Luật Lâm nghiệp,"
                " Nghị định số 35/2015/NĐ-CP và Thông tư số 12/2018/TT-BTC."
            ),
            *(None, None, None, None),
        ),
        (
            (
                "Theo quy định của pháp luật, tại Quyết định số 12/QĐ-UBND ngày 3/4/2020, UBND tỉnh"
                " Sông Trà giao các xã trồng 20 ha rừng."
            ),
            *("12/QĐ-UBND", "Quyết định", "UBND tỉnh Sông Trà", "2020-04-03"),
        ),
    ],
)
def test_a_rule_to_follow_is_not_the_document_announced(
    text: str, number: str | None, kind: str | None, issuer: str | None, day: str | None
) -> None:
    found = facts(text)
    assert [found[k] for k in ("number", "type", "issuer", "date")] == [number, kind, issuer, day]


def test_a_row_of_documents_is_carried_out_to_the_end_of_its_sentence() -> None:
    head = "UBND TỈNH SÔNG TRÀ\nSố: 46/KH-UBND\nSông Trà, ngày 1 tháng 9 năm 2017\nKẾ HOẠCH\n"
    row = (
        "Trồng rừng\nThực hiện Chỉ thị số 11/CT-TTg ngày 4/4/2016 của Thủ tướng Chính phủ về việc"
        " thực hiện giữ rừng; Quyết định số 38/QĐ-TTg ngày 1/9/2016 ban hành chính sách; Công văn"
        " số 505/BNN-TCLN ngày 2/2/2017 của Bộ Nông nghiệp và PTNT, UBND tỉnh ban hành Kế hoạch:\n"
    )
    grounds = (
        "Thực hiện quy hoạch rừng phòng hộ\nCăn cứ Quyết định số 120/QĐ-TTg ngày 2/1/2015 của Thủ"
        " tướng Chính phủ phê duyệt Quy hoạch rừng phòng hộ;\n"
    )
    assert facts(head + row)["carries_out"] == ["11/CT-TTg", "38/QĐ-TTg", "505/BNN-TCLN"]
    assert facts(head + grounds)["carries_out"] == []


@pytest.mark.parametrize(
    ("text", "number", "kind", "issuer", "day"),
    [
        (
            "UBND tỉnh vừa ban hành Kế hoạch 5147 về nếp sống văn hóa giai đoạn 2026 - 2030.",
            *("5147", "Kế hoạch", "UBND tỉnh", None),
        ),
        (
            (
                "Tin này có trong Quyết định số 149/QĐ-BXD ngày 24/01/2025 của Bộ trưởng Bộ Xây"
                " dựng ban hành Kế hoạch của Bộ thực hiện Nghị quyết số 03 năm 2025."
            ),
            *("149/QĐ-BXD", "Quyết định", "Bộ trưởng Bộ Xây dựng", "2025-01-24"),
        ),
        (
            (
                "Ngày 04/10/2021, Thủ tướng Chính phủ phê duyệt Đề án nuôi biển đến năm 2030 tại"
                " Quyết định số 1664/QĐ-TTg, với các mục tiêu sau."
            ),
            *("1664/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", "2021-10-04"),
        ),
        (
            "Quy hoạch xác định mục tiêu đến năm 2030, tăng trưởng đạt 8%/năm.",
            *(None, "Quy hoạch", None, None),
        ),
        (
            "Mục tiêu tổng quát của quy hoạch là xây dựng Sông Trà thành tỉnh khá.",
            *(None, "Quy hoạch", None, None),
        ),
        (
            (
                "Giữ tỷ lệ ngộ độc dưới 5 ca. Đây là mục tiêu vừa được Ban Chỉ đạo an toàn thực"
                " phẩm (ATTP) tỉnh đề ra tại kế hoạch năm 2026."
            ),
            *(None, "Kế hoạch", "Ban Chỉ đạo an toàn thực phẩm (ATTP) tỉnh", None),
        ),
        (
            "Sáng 14/01, UBND huyện Hòa An tổ chức Hội nghị giao chỉ tiêu, kế hoạch năm 2026.",
            *(None, "Kế hoạch", "UBND huyện Hòa An", None),
        ),
        (
            (
                "Sáng 22/11, Sở NN-PTNT tổ chức hội nghị sơ kết trồng trọt và triển khai kế hoạch"
                " sản xuất vụ Mùa."
            ),
            *(None, "Kế hoạch", "Sở NN-PTNT", None),
        ),
        (
            (
                "Trong 3 ngày, HĐND huyện Hòa An khóa XX họp kỳ thứ 8.\n\nTại kỳ họp, đại biểu nghe"
                " báo cáo; thông qua nghị quyết thực hiện nhiệm vụ năm 2026."
            ),
            *(None, "Nghị quyết", "HĐND huyện Hòa An", None),
        ),
        (
            (
                "Theo Kế hoạch triển khai thực hiện Nghị quyết số 70-NQ/TW ngày 20/8/2025 của Bộ"
                " Chính trị về năng lượng quốc gia đến năm 2030, tầm nhìn đến năm 2045 vừa được"
                " Thành ủy Hà Nội ký ban hành, thành phố phấn đấu tăng 8%."
            ),
            *(None, "Kế hoạch", "Thành ủy Hà Nội", None),
        ),
        (
            (
                "Chủ tịch UBND tỉnh Sông Trà ban hành văn bản số 854/VP-BC ngày 13/4/2020 gửi các"
                " huyện. Văn bản nêu rõ."
            ),
            *("854/VP-BC", "Văn bản", "UBND tỉnh Sông Trà", "2020-04-13"),
        ),
        (
            (
                "Mục tiêu là hoàn thành thắng lợi mục tiêu Nghị quyết Đại hội Đảng bộ tỉnh Sông Trà"
                " lần thứ XIV. Các chỉ tiêu được nêu ra trong nghị quyết gồm: GRDP tăng 7%."
            ),
            *(None, "Nghị quyết", None, None),
        ),
    ],
)
def test_the_news_name_a_document_in_many_ways(
    text: str, number: str | None, kind: str | None, issuer: str | None, day: str | None
) -> None:
    found = facts(text)
    assert [found[k] for k in ("number", "type", "issuer", "date")] == [number, kind, issuer, day]


def test_the_body_that_speaks_at_the_end_of_a_document_has_issued_it() -> None:
    """The head is lost; who is told to help in it has not issued it."""
    text = (
        "Việc này do Cục Thuế, Sở Công Thương hướng dẫn các xã xây dựng Kế hoạch thu chi; vốn là"
        " trái phiếu Chính phủ.\n\n"
        "Sở Y tế lập danh mục; Ủy ban nhân dân tỉnh yêu cầu thủ trưởng các sở nộp trước 30/3/2026."
    )
    assert facts(text)["issuer"] == "Ủy ban nhân dân tỉnh"


def test_a_meeting_that_hands_out_no_plan_of_its_own_announces_none() -> None:
    text = "Sở Y tế tổ chức hội nghị triển khai kế hoạch thực hiện Nghị quyết của Trung ương."
    assert facts(text)["type"] is None


def test_a_document_may_be_carried_out_by_its_number_without_letters() -> None:
    text = (
        "Bộ Xây dựng ban hành Kế hoạch số 12/KH-BXD thực hiện Nghị quyết số 03 năm 2025 của Chính"
        " phủ."
    )
    assert facts(text)["carries_out"] == ["03"]


def test_a_directive_whose_spirit_is_taken_in_is_carried_out() -> None:
    text = (
        "UBND TỈNH SÔNG TRÀ\nSố: 46/CT-UBND\nSông Trà, ngày 1 tháng 9 năm 2020\nCHỈ THỊ\n"
        "Về việc giữ rừng\nQuán triệt tinh thần Chỉ thị số 11/CT-TTg ngày 4/4/2020 của Thủ tướng"
        " Chính phủ về việc giữ rừng và để phát huy kết quả đã đạt được, Chủ tịch UBND tỉnh yêu"
        " cầu các xã lập sổ rừng.\n"
    )
    assert facts(text)["carries_out"] == ["11/CT-TTg"]


def test_a_standing_granted_and_what_a_programme_is_for_announce_no_document() -> None:
    text = (
        "Năm 2017, vùng có 9 bến được Thủ tướng Chính phủ ban hành quyết định công nhận bến an"
        " toàn. Về mục tiêu triển khai chương trình bến an toàn, đến năm 2020 vùng có 15 bến."
    )
    assert (facts(text)["issuer"], facts(text)["type"]) == (None, None)


@pytest.mark.parametrize("sets", ["vừa giao chỉ tiêu giảm nghèo cho", "đặt mục tiêu trồng chè ở"])
def test_who_sets_aims_is_known_though_no_paper_is_named(sets: str) -> None:
    found = facts(f"UBND tỉnh {sets} các huyện năm 2025.")
    assert (found["issuer"], found["type"]) == ("UBND tỉnh", None)
