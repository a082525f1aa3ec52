"""Where a body's name ends and its task begins, whatever verb the task begins with."""

import pytest

from lotrinh.directive import Document, read

PLAN = "UBND tỉnh ban hành Kế hoạch số 12/KH-UBND về chuyển đổi số năm 2024.\n"


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        # "liên quan" is no "cơ quan", behind which a verb names the office.
        ("Thủ tướng chỉ đạo các Bộ liên quan nghiên cứu ý kiến của cử tri.", "các Bộ liên quan"),
        ("Sở Y tế đề nghị các đơn vị phối hợp, thực hiện các nội dung sau.", "các đơn vị"),
        (
            "UBND tỉnh yêu cầu các sở, UBND các xã và các chủ đầu tư đẩy nhanh giải ngân.",
            "các sở, UBND các xã và các chủ đầu tư",
        ),
        ("Giao Ban cán sự Đảng Bộ Xây dựng hoàn chỉnh Đề án.", "Ban cán sự Đảng Bộ Xây dựng"),
        (
            "Chủ tịch tỉnh yêu cầu các phương tiện thông tin đại chúng cần đưa tin đúng lúc.",
            "các phương tiện thông tin đại chúng",
        ),
        ("Từng cơ quan, địa phương cần rà soát hồ sơ tồn.", "Từng cơ quan, địa phương"),
        ("Các đơn vị quản lý chợ rà soát số hộ kinh doanh.", "Các đơn vị quản lý chợ"),
        ("Sở Y tế nâng chất lượng khám bệnh ở tuyến xã.", "Sở Y tế"),
        (
            "Giao Ủy ban An toàn giao thông tỉnh niêm yết điểm đen.",
            "Ủy ban An toàn giao thông tỉnh",
        ),
    ],
)
def test_a_name_ends_where_its_task_begins(sentence: str, actor: str) -> None:
    found = read(Document("a.txt", PLAN + sentence)).as_json()["duties"]
    assert [duty["actor"] for duty in found] == [actor]


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        # A speaker before a colon or a comma, and the one who is spoken to.
        ("UBND tỉnh có ý kiến như sau: Sở Y tế chủ trì rà soát các trạm.", ["Sở Y tế"]),
        ("Chủ tịch tỉnh đề nghị, Sở Tài chính cần cân đối nguồn vốn.", ["Sở Tài chính"]),
        ("Sở Nội vụ được UBND tỉnh giao chủ trì tổng hợp báo cáo.", ["Sở Nội vụ"]),
        ("Bộ Y tế trân trọng đề nghị Quý Cơ quan triển khai việc này.", ["Quý Cơ quan"]),
        ("Tỉnh yêu cầu người đứng đầu Sở Y tế tập trung chống dịch.", ["người đứng đầu Sở Y tế"]),
        ("Thủ tướng vừa yêu cầu Bộ trưởng Bộ Y tế tháo gỡ khó khăn.", ["Bộ trưởng Bộ Y tế"]),
        ("Ban Bí thư yêu cầu thực hiện nghiêm lộ trình.", []),
        ("Bộ Y tế yêu cầu các Sở không tổ chức lễ hội.", ["các Sở"]),
        # Who leads others does so as a task, unless it is who stands above them.
        (
            "Hội Nông dân và các hội khác có liên quan chỉ đạo các tổ chức thành viên tham gia.",
            ["Hội Nông dân và các hội khác có liên quan"],
        ),
        ("UBND tỉnh chỉ đạo các đơn vị rà soát hồ sơ.", ["các đơn vị"]),
        (
            "Ban Tuyên giáo đề nghị các huyện ủy, đảng ủy; Mặt trận tỉnh chỉ đạo cấp ủy phổ biến.",
            ["các huyện ủy, đảng ủy; Mặt trận tỉnh"],
        ),
        # What those above do themselves is news.
        ("Chính phủ chỉ đạo bảo đảm an toàn giao thông dịp Tết.", []),
        ("UBND tỉnh ra công điện khẩn về chống bão.", []),
        ("Ông giao Bộ Công an là 2 cơ quan chủ chốt phòng cháy.", ["Bộ Công an"]),
        # To whom a letter goes is told nothing yet.
        ("Bộ Y tế có công văn gửi các tỉnh; các cơ quan báo chí về việc tuyên truyền.", []),
        (
            "Giao Hiệp hội An toàn thông tin Hà Sơn tham gia góp ý.",
            ["Hiệp hội An toàn thông tin Hà Sơn"],
        ),
    ],
)
def test_who_is_told_is_not_who_tells(sentence: str, actors: list[str]) -> None:
    found = read(Document("a.txt", PLAN + sentence)).as_json()["duties"]
    assert [duty["actor"] for duty in found] == actors


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Các cơ quan, tổ chức liên quan tổ chức tọa đàm.", "Các cơ quan, tổ chức liên quan"),
        ("Tỉnh chỉ đạo các ban ngành hoãn họp để chống bão.", "các ban ngành"),
        ("Tùy tình hình, Mặt trận các cấp phát động quyên góp.", "Mặt trận các cấp"),
        ("Tỉnh đề nghị sở y tế các huyện dự trữ thuốc.", "sở y tế các huyện"),
        ("Theo đó, các Chi nhánh quỹ đất phối hợp với xã đo đất.", "các Chi nhánh quỹ đất"),
        (
            "Trong quá trình làm, nếu phát sinh khối lượng, Sở Xây dựng báo cáo UBND tỉnh.",
            "Sở Xây dựng",
        ),
        (
            "Tỉnh yêu cầu Ban Chỉ huy PCTT kiêm Ban Chỉ huy PTDS thị xã thực hiện nghiêm.",
            "Ban Chỉ huy PCTT kiêm Ban Chỉ huy PTDS thị xã",
        ),
        ("Tỉnh yêu cầu ngành chuyên môn hỗ trợ kỹ thuật.", "ngành chuyên môn"),
        ("Giao chủ đầu tư khẩn trương thi công cầu mới.", "chủ đầu tư"),
        (
            "Thủ tướng yêu cầu tất cả các bộ ngành trước ngày 20/4 phải báo cáo kết quả.",
            "tất cả các bộ ngành",
        ),
        (
            "Thủ tướng yêu cầu các Vụ, Cục nghiên cứu cơ chế mới.",
            "các Vụ, Cục",
        ),
        (
            "Đảng ủy xã cùng lãnh đạo các tổ chức tập trung tháo gỡ khó khăn.",
            "Đảng ủy xã cùng lãnh đạo các tổ chức",
        ),
    ],
)
def test_bodies_without_a_name_of_their_own_are_told_too(sentence: str, actor: str) -> None:
    found = read(Document("a.txt", PLAN + sentence)).as_json()["duties"]
    assert [duty["actor"] for duty in found] == [actor]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mỗi huyện có dược liệu hình thành ít nhất 2 chuỗi liên kết.",
        "Các đại biểu nhất trí cao với báo cáo của huyện.",
    ],
)
def test_what_is_wanted_of_places_and_what_a_meeting_does_is_no_duty(sentence: str) -> None:
    assert read(Document("a.txt", f"Tin vắn trong tuần.\n{sentence}")).as_json()["duties"] == []
