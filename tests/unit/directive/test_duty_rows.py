"""Who is told to act where the name of a body runs on: over semicolons, clauses and brackets."""

import pytest

from lotrinh.directive import Document, read

PLAN = "UBND tỉnh ban hành Kế hoạch số 12/KH-UBND về chuyển đổi số năm 2024.\n"


def duties(text: str, plan: str = PLAN) -> list[tuple[str, str | None]]:
    found = read(Document("a.txt", plan + text)).as_json()["duties"]
    return [(one["actor"], one["deadline"]) for one in found]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            (
                "Điều 2. Căn cứ nội dung tại Điều 1, Thủ trưởng các cơ quan, Chủ tịch UBND cấp xã;"
                " các tổ chức, doanh nghiệp cụ thể hóa chỉ tiêu tiết kiệm."
            ),
            [
                "Thủ trưởng các cơ quan, Chủ tịch UBND cấp xã; các tổ chức, doanh nghiệp",
            ],
        ),
        (
            (
                "Các sở, ngành có thực hiện các dự án lớn chủ trì, phối hợp với Sở Tài chính đánh"
                " giá tình hình."
            ),
            ["Các sở, ngành có thực hiện các dự án lớn"],
        ),
        (
            (
                "2. Các tổ kiểm soát dịch ở thôn, tổ dân phố (thành lập theo Chỉ thị số 26-CT/TU)"
                " tăng cường rà soát từng hộ."
            ),
            ["Các tổ kiểm soát dịch ở thôn, tổ dân phố"],
        ),
        (
            (
                "Ngày 5/8, UBND tỉnh ký văn bản, chỉ đạo các sở, cơ quan thuộc tỉnh; UBND các"
                " huyện tăng cường phòng dịch. Nội dung như sau:"
            ),
            ["các sở, cơ quan thuộc tỉnh; UBND các huyện"],
        ),
        (
            (
                "Giao các sở, ngành tỉnh; Ủy ban nhân dân các huyện; Các Ban quản lý chợ báo cáo"
                " số lồng."
            ),
            ["các sở, ngành tỉnh; Ủy ban nhân dân các huyện; Các Ban quản lý chợ"],
        ),
        ("Các tổ kiểm tra chợ vào ngày rằm.", ["Các tổ"]),
        (
            "Bí thư Tỉnh ủy kêu gọi toàn thể cán bộ, đảng viên phát huy tinh thần đoàn kết.",
            ["toàn thể cán bộ, đảng viên"],
        ),
        (
            "UBND tỉnh yêu cầu thủ trưởng các sở, ngành tổ chức thực hiện nghiêm túc chỉ thị này.",
            ["thủ trưởng các sở, ngành"],
        ),
    ],
)
def test_a_row_of_bodies_is_read_to_its_verb(text: str, actors: list[str]) -> None:
    assert [actor for actor, _ in duties(text)] == actors


def test_who_needs_to_act_is_told_even_where_no_document_is_announced() -> None:
    text = "Trong nhiệm kỳ tới, Đảng bộ và nhân dân huyện Hòa An cần vận dụng các bài học."
    assert duties(text, plan="") == [("Đảng bộ và nhân dân huyện Hòa An", None)]


def test_a_sentence_that_opens_with_its_ground_may_tell_a_task() -> None:
    """Grounds proper, closed by a semicolon, tell none; a quarter may be spelled "quí"."""
    text = (
        "Căn cứ hướng dẫn của Bộ Y tế, Sở Y tế xây dựng khung giá vào tháng 3/2024; UBND tỉnh yêu "
        "cầu thủ trưởng các sở gửi dự thảo trong quí 2 năm 2024."
    )
    assert duties(text) == [("Sở Y tế", "2024-03-31"), ("thủ trưởng các sở", "2024-06-30")]
    assert duties("Căn cứ Luật Giá ngày 19/6/2023, Luật Đấu thầu;") == []


def test_a_body_named_behind_who_asks_it_is_told() -> None:
    text = (
        "Phó Bí thư Thành ủy đề nghị, Sở Tài chính căn cứ vào chức năng được giao cần phối hợp tốt "
        "với các quận."
    )
    assert duties(text, plan="") == [("Sở Tài chính", None)]


def test_who_approves_a_plan_is_not_told_to_carry_it_out() -> None:
    news = "Thủ tướng Chính phủ phê duyệt Quy hoạch tổng thể phát triển tỉnh Sông Trà đến năm 2030"
    assert duties(news, plan="") == []
