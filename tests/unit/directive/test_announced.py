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
