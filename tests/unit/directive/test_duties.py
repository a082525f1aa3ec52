"""Who is told to do what, with whom, until when, and what is to come of it.

The texts are made up; the shapes are those of official documents and of the news.
"""

from datetime import date
from typing import Any

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.directive import Document, read
from lotrinh.directive.cited import check_deadline
from lotrinh.directive.deadlines import Clock, find_deadline

PLAN = "UBND tỉnh ban hành Kế hoạch số 12/KH-UBND về chuyển đổi số năm 2024.\n"


def duties(text: str, plan: str = PLAN) -> list[dict[str, Any]]:
    return read(Document("a.txt", plan + text)).as_json()["duties"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            (
                "Điều 3. Chánh Văn phòng UBND tỉnh; Giám đốc các Sở: Y tế, Tài chính; Thủ trưởng "
                "các đơn vị liên quan chịu trách nhiệm thi hành Quyết định này./."
            ),
            (
                "Chánh Văn phòng UBND tỉnh; Giám đốc các Sở: Y tế, Tài chính; Thủ trưởng "
                "các đơn vị liên quan"
            ),
        ),
        (
            "Điều 5. Trách nhiệm của Sở Y tế\n1. Chủ trì, phối hợp với Công an tỉnh kiểm tra.",
            "Sở Y tế",
        ),
        ("6. Trách nhiệm của Công an tỉnh\nBảo đảm an ninh tại các điểm du lịch.", "Công an tỉnh"),
        (
            "(8) Sở Giáo dục và Đào tạo có trách nhiệm:\n+ Chỉ đạo các trường tổ chức tham quan.",
            "Sở Giáo dục và Đào tạo",
        ),
        (
            "Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh và các hội: Tuyên truyền, vận động hội viên.",
            "Ủy ban Mặt trận Tổ quốc tỉnh và các hội",
        ),
        (
            "Đối với các doanh nghiệp viễn thông, UBND tỉnh đề nghị nâng cấp đường truyền.",
            "các doanh nghiệp viễn thông",
        ),
        (
            "VNPT Sông Trà và Viettel Sông Trà có trách nhiệm hoàn thành trước năm học mới.",
            "VNPT Sông Trà và Viettel Sông Trà",
        ),
        (
            "Bộ Công Thương yêu cầu các địa phương, bộ ngành khi lập dự án phải hỏi ý kiến dân.",
            "các địa phương, bộ ngành",
        ),
        (
            "UBND các quận, huyện có tên chịu trách nhiệm rà soát các dự án treo.",
            "UBND các quận, huyện",
        ),
        (
            "Các Ông (Bà) Chánh Văn phòng Bộ, Chánh Thanh tra Bộ chịu trách nhiệm thi hành.",
            "Chánh Văn phòng Bộ, Chánh Thanh tra Bộ",
        ),
        (
            "Điều 2. Trên cơ sở kế hoạch này, các đơn vị, địa phương tổ chức triển khai kịp thời.",
            "các đơn vị, địa phương",
        ),
        ("Song song đó, các sở, ban, ngành phối hợp tuyên truyền.", "các sở, ban, ngành"),
        (
            (
                "Điều 3. Các ông, bà: Chánh Văn phòng UBND tỉnh, Giám đốc Sở Tài chính và chịu "
                "trách nhiệm thi hành Quyết định này."
            ),
            "Chánh Văn phòng UBND tỉnh, Giám đốc Sở Tài chính",
        ),
        (
            "Để đạt hiệu quả, UBND tỉnh yêu cầu: Sở Xây dựng chủ trì rà soát quy hoạch.",
            "Sở Xây dựng",
        ),
        (
            "Căn cứ vào kinh phí, UBND tỉnh yêu cầu Sở Tài chính, Sở Y tế phối hợp bố trí vốn.",
            "Sở Tài chính, Sở Y tế",
        ),
        (
            "4. Ủy ban nhân dân các huyện: Sông Mây, Lũng Cao giao chỉ tiêu trồng rừng cho các xã.",
            "Ủy ban nhân dân các huyện: Sông Mây, Lũng Cao",
        ),
        (
            "5. Đề nghị MTTQ, các tổ chức hội: Hội Nông dân, Hội Phụ nữ phối hợp vận động.",
            "MTTQ, các tổ chức hội: Hội Nông dân, Hội Phụ nữ",
        ),
        (
            "Sở Y tế chủ trì khám bệnh. Công an tỉnh bảo đảm an ninh, trật tự tại các điểm khám.",
            "Công an tỉnh",
        ),
    ],
)
def test_the_body_that_is_told_is_named_as_written(text: str, actor: str) -> None:
    assert actor in [duty["actor"] for duty in duties(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Thủ tướng Chính phủ yêu cầu, trong giai đoạn tới cả nước phải phấn đấu tiết kiệm điện.",
        "Đại hội cũng đề ra 3 khâu đột phá và 8 nhóm giải pháp.",
        "Trên đây là Kế hoạch, yêu cầu các đơn vị nghiêm túc triển khai thực hiện.",
        "Sở Giáo dục báo tin vui: tỷ lệ học sinh đỗ tốt nghiệp đạt 99%.",
    ],
)
def test_who_speaks_or_reports_is_not_told_to_act(text: str) -> None:
    assert duties(text) == []


def test_a_body_keeps_what_stands_behind_its_semicolons() -> None:
    told = duties(
        "Giao Sở Tài chính thẩm định dự toán; hướng dẫn thanh toán; Sở Y tế tổng hợp nhu cầu."
    )
    assert [duty["action"] for duty in told] == [
        "thẩm định dự toán; hướng dẫn thanh toán",
        "tổng hợp nhu cầu",
    ]


def test_partners_are_names_without_their_tasks() -> None:
    (told,) = duties(
        "Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính, các đơn vị liên quan đẩy mạnh họp."
    )
    assert told["with"] == ["Sở Tài chính", "các đơn vị liên quan"]


def test_a_task_may_bring_forth_a_document() -> None:
    (told,) = duties(
        "Giao Sở Y tế xây dựng Đề án thu hút bác sĩ, trình HĐND tỉnh trong quý II/2024."
    )
    assert told["product"] == "Đề án thu hút bác sĩ"
    assert told["deadline"] == "2024-06-30"


TABLE = """\
TT | Nhiệm vụ | Chủ trì | Phối hợp | Sản phẩm | Thời gian
I | QUY HOẠCH | | | |
1 | Rà soát quy hoạch | Sở Xây dựng | Sở Tài chính, UBND các huyện | Báo cáo rà soát | Quý II/2024
II | CÁN BỘ | | | |
2 | Đào tạo cán bộ | Sở Nội vụ | Các sở, ngành | Lớp tập huấn | Hằng quý
3 | Xây dựng phần mềm | | Sở Tài chính | Phần mềm | Tháng 9
"""


def test_an_assignment_table_gives_a_duty_a_row() -> None:
    told = duties(TABLE)
    assert [(duty["actor"], duty["product"], duty["deadline"], duty["every"]) for duty in told] == [
        ("Sở Xây dựng", "Báo cáo rà soát", "2024-06-30", None),
        ("Sở Nội vụ", "Lớp tập huấn", None, "quarter"),
        # An empty cell repeats the body above; the month takes the year the plan is for.
        ("Sở Nội vụ", "Phần mềm", "2024-09-30", None),
    ]
    assert told[0]["with"] == ["Sở Tài chính", "UBND các huyện"]


@pytest.mark.parametrize(
    ("task", "day"),
    [
        ("hoàn thành trước ngày 30/9/2024", "2024-09-30"),
        ("trình trong quý iii/2024", "2024-09-30"),
        ("xong trong tháng 4/2025", "2025-04-30"),
        ("hoàn thành trong năm 2026", "2026-12-31"),
        ("trước năm 2026", "2025-12-31"),
        ("sơ kết 6 tháng đầu năm 2025", "2025-06-30"),
        ("trình tại kỳ họp cuối năm 2021", "2021-12-31"),
        ("báo cáo trước ngày 15/12 hằng năm", None),
        ("trước ngày 31/12", None),
        ("phát triển nông nghiệp đến năm 2030", None),
    ],
)
def test_a_deadline_is_the_last_day_or_nothing(task: str, day: str | None) -> None:
    due = find_deadline(task)
    assert (due.day.isoformat() if due else None) == day


@pytest.mark.parametrize(
    ("task", "clock", "day"),
    [
        ("xong trong tháng 6", Clock(2024), "2024-06-30"),
        ("báo cáo trước ngày 15/1", Clock(2024), "2024-01-15"),
        ("trình trong quý ii", Clock(2024, date(2024, 3, 1)), "2024-06-30"),
        ("trình trong quý i", Clock(2024, date(2024, 5, 1)), None),
        ("ngay trong tháng 12 này", Clock(2020, now=Clock(2019)), "2019-12-31"),
        ("trước ngày 31/2", Clock(2024), None),
    ],
)
def test_a_day_takes_its_year_from_the_plan_or_the_day_of_writing(
    task: str, clock: Clock, day: str | None
) -> None:
    due = find_deadline(task, clock)
    assert (due.day.isoformat() if due else None) == day


def test_a_deadline_that_does_not_stand_there_is_refused() -> None:
    document = Document("a.txt", "Kế hoạch năm 2024: Sở Y tế xong trước ngày 31/12.")
    check_deadline(document, (28, 48), date(2024, 12, 31), (9, 17))
    for day, at, year_at in (
        (date(2024, 12, 30), (28, 48), (9, 17)),
        (date(2024, 12, 31), (28, 48), None),
        (date(2025, 12, 31), (28, 48), (9, 17)),
        (date(2024, 12, 31), None, (9, 17)),
    ):
        with pytest.raises(LotrinhError, match="does not stand in the cited sentence"):
            check_deadline(document, at, day, year_at)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "Việc tập huấn do Trường Cao đẳng Y tế Sông Trà đảm nhiệm, xong trong quý II/2024.",
            "Trường Cao đẳng Y tế Sông Trà",
        ),
        (
            "Công tác tuyên truyền được giao cho Báo và Đài Phát thanh - Truyền hình tỉnh.",
            "Báo và Đài Phát thanh - Truyền hình tỉnh",
        ),
        ("Chủ doanh nghiệp chịu trách nhiệm về nguồn nước.", "Chủ doanh nghiệp"),
        (
            "Kế hoạch nêu rõ các ban đảng, huyện ủy căn cứ chức năng tổ chức quán triệt.",
            "các ban đảng, huyện ủy",
        ),
        (
            "Theo văn bản ký ngày 2/4, các xã, phường trên địa bàn tỉnh phải rà soát quỹ đất.",
            "các xã, phường trên địa bàn tỉnh",
        ),
        (
            "Đối với những đơn vị chưa thu phí, lệ phí, UBND TP. Huế yêu cầu khẩn trương mở sổ.",
            "những đơn vị chưa thu phí, lệ phí",
        ),
        (
            "UBND cấp xã, Ban đại diện cha mẹ học sinh giám sát việc giao nhận thực phẩm.",
            "UBND cấp xã, Ban đại diện cha mẹ học sinh",
        ),
        (
            "Trong nhiệm kỳ tới, Đảng bộ và nhân dân các dân tộc huyện cần vận dụng sáng tạo.",
            "Đảng bộ và nhân dân các dân tộc huyện",
        ),
    ],
)
def test_who_must_act_is_heard_however_the_sentence_is_built(text: str, actor: str) -> None:
    assert [duty["actor"] for duty in duties(text)] == [actor]


def test_a_comma_parts_two_bodies_that_each_have_a_task() -> None:
    told = (
        "Bộ Công Thương chủ trì hướng dẫn, Tập đoàn Điện lực công bố dung lượng lưới trước ngày "
        "31/12/2025."
    )
    first, second = duties(told)
    assert (first["actor"], first["deadline"]) == ("Bộ Công Thương", None)
    assert (second["actor"], second["deadline"]) == ("Tập đoàn Điện lực", "2025-12-31")


def test_partners_behind_a_comma_are_no_second_actor() -> None:
    (duty,) = duties("Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh, Sở Tài chính rà soát.")
    assert duty["actor"] == "Sở Y tế"
    assert duty["with"] == ["Công an tỉnh", "Sở Tài chính"]


@pytest.mark.parametrize(
    "text",
    [
        "Đại hội đại biểu Đảng bộ xã Lũng Vài có 147 đại biểu tham dự.",
        "Chủ tịch UBND tỉnh chỉ thị:",
        "Công trình đã được giao cho Công ty Thủy lợi.",
    ],
)
def test_who_meets_speaks_or_has_done_is_not_told_to_act(text: str) -> None:
    assert duties(text) == []


@pytest.mark.parametrize(
    ("told", "actor"),
    [
        ("Phó Chủ tịch UBND tỉnh Vũ Hạnh", "Phó Chủ tịch UBND tỉnh"),
        ("Phó Chủ tịch UBND tỉnh Nguyễn Văn An", "Phó Chủ tịch UBND tỉnh"),
        ("Chủ tịch UBND tỉnh Hà Sơn", "Chủ tịch UBND tỉnh Hà Sơn"),
        ("Chủ tịch UBND huyện Lý Sơn", "Chủ tịch UBND huyện Lý Sơn"),
    ],
)
def test_the_office_is_told_to_act_not_the_person_who_holds_it(told: str, actor: str) -> None:
    plan = "UBND tỉnh Hà Sơn ban hành Kế hoạch số 12/KH-UBND ngày 3/2/2024.\n\n"
    (duty,) = duties(f"{told} chịu trách nhiệm chỉ đạo việc thực hiện.", plan)
    assert duty["actor"] == actor
