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
