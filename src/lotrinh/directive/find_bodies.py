"""Names of bodies in a text: "Sở Tài chính", "các Huyện ủy, Thị ủy", "Đảng đoàn HĐND tỉnh".

By the words such names begin with; which known body it is, is not decided here.
"""

from __future__ import annotations

import re

_PROPER = (
    r"(?:Sở|Ban(?! hành)|Bộ(?! phận)|Cục|Chi cục|Tổng cục|Vụ|[ỦU]y ban|Uỷ ban|UBND|UB|HĐND"
    r"|Hội đồng|Huyện [ủu]y"
    r"|Thị [ủu]y|Thành [ủu]y|Tỉnh [ủu]y"
    r"|Quận [ủu]y|Đảng [ủu]y|Đảng đoàn|Công an|Bộ đội|Mặt trận|MTTQVN|MTTQ|UBMTTQ"
    r"|Liên đoàn|Liên minh|Hội(?! nghị)|Đoàn(?! kết)|Tỉnh đoàn"
    r"|Thanh tra|Kho bạc|Ngân hàng|Văn phòng|Chánh|Phó Chủ tịch|Giám đốc|Thủ trưởng|Chủ tịch"
    r"|Trưởng|Bảo hiểm|BHXH|Bưu điện|Viễn thông|Trung tâm"
    r"|Trường(?! hợp)|Viện|Đài|Báo(?! cáo)|Cơ quan|Thường trực|Thường vụ|Chính phủ|Thủ tướng"
    r"|Quốc hội|Tòa án"
    r"|BCĐ|Phòng|Tổ công tác|Hiệp hội|Bí thư|Đại hội"
    r"|Cấp [ủu]y|Chủ rừng|Chủ đầu tư|Đơn vị|Địa phương|Chính quyền|Doanh nghiệp|Kiểm toán"
    r"|Liên hiệp|Trạm|Tổng công ty|Công ty|Tập đoàn|Đoàn đại biểu)(?!\w)"
)
_PLURAL = (
    r"(?:[Cc]ác|[Nn]hững|[Mm]ỗi|[Tt]ừng|[Cc]ấp)\s(?:sở|ban|bộ|cơ quan|đơn vị|địa phương|huyện"
    r"|tổ chức|doanh nghiệp|cấp|ngành|hội|đoàn thể|trường|xã|phường"
    r"|thành viên|phòng|chủ đầu tư|chi bộ|đảng bộ|cơ sở|đồng chí|hợp tác xã|nhà|viện|ủy|quận"
    r"|thành phố|tỉnh|đảng|công ty|tập đoàn|hiệp hội|Sở|Ban|Bộ|Huyện|Thị|Thành|Đảng|Cục|UBND"
    r"|HĐND|Hội)(?!\w)"
)
_LOWER = (
    r"(?:ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân|đơn vị|địa phương|doanh nghiệp"
    r"|cấp ủy|chính quyền|tổ chức đảng|đoàn thể|thủ trưởng|giám đốc|chủ tịch)(?!\w)"
)
HEAD = re.compile(rf"(?:{_PLURAL}|{_PROPER})")
_SPLIT = re.compile(rf"\s?(?:,|;|\svà|\scùng)\s(?={_PLURAL}|{_PROPER}|{_LOWER})")
#: What can stand in the middle of a name and looks like the beginning of another.
_INNER = re.compile(r"^(?:Đoàn|Hội) (?:thể)|^Truyền thông")

#: Verbs that begin a task; in lower case, so that "Ban Tổ chức", "Sở Kế hoạch" stay names.
ACTION = re.compile(
    r"(?<!Ban )(?<!ban )(?<!quan )(?<!vị )\b(?:chủ trì|phối hợp|hướng dẫn|xây dựng"
    r"|tổ chức (?=thực hiện|triển khai|quán triệt|hội nghị|tuyên truyền|kiểm tra|các|thi"
    r"|điều hành|học tập"
    r"|tốt|hướng dẫn|phổ biến|sơ kết|giám sát|rà soát|theo dõi|lồng ghép|nghiên cứu|việc"
    r"|đánh giá)|triển khai|cụ thể (?:hóa|hoá)|quán triệt|tham mưu|chịu trách nhiệm"
    r"|có trách nhiệm"
    r"|có nhiệm vụ|thực hiện|ban hành|chỉ đạo|đẩy mạnh|tăng cường|tập trung|theo dõi|giám sát"
    r"|kiểm tra|thanh tra|tuyên truyền|báo cáo|bố trí|cân đối|đưa|rà soát"
    r"|đôn đốc|phân bổ|hỗ trợ|vận động|căn cứ|phát huy|tiếp tục|thường xuyên|chủ động|lập"
    r"|quản lý|giúp|là cơ quan|là đơn vị|lồng ghép|đề xuất|nghiên cứu"
    r"|công bố|tổng hợp|xem xét|thi hành|lãnh đạo|khẩn trương|huy động|bảo đảm|đảm bảo|kịp thời"
    r"|(?<!công )(?<!chương )(?<!quy )(?<!tiến )(?<!lộ )trình|định kỳ|tham gia|phổ biến"
    r"|thông tin|đăng tải|thẩm định"
    r"|hoàn thành|quan tâm|nâng cao|thành lập|phân công|làm tốt|phát động|đầu tư|cung cấp"
    r"|vận hành|cập nhật|khảo sát|đổi mới|thống kê|sử dụng|phát triển|tạo điều kiện"
    r"|theo chức năng|trên cơ sở|theo nhiệm vụ"
    r"|theo thẩm quyền|ưu tiên|gửi|nghiêm túc|tích cực|giải quyết|tiếp nhận|hàng năm|hằng năm"
    r"|hàng quý|hằng quý|đánh giá|hình thành|thu hút|gắn|xác định|quy định|lựa chọn|duy trì|mở"
    r"|bồi dưỡng|chuẩn bị|làm (?=chủ|đầu|tốt)|lo (?=\w)|mở (?=\w)|giải phóng|lắp đặt|khảo sát"
    r"|giới thiệu|chọn (?=\w)|nắm|kiểm soát|tích hợp|làm sạch|cải tạo|bàn giao|kết nối|cho vay"
    r"|chăm lo|rút ngắn|bảo vệ|thúc đẩy|nhân rộng|lãnh đạo|thẩm tra|khuyến khích|sắp xếp|tư vấn"
    r"|xử lý|ngăn chặn|thu (?=hồi|gom|thập)|học tập|nghiên cứu|rà soát)\b"
)


def starts_with_body(text: str) -> bool:
    """Say whether a text begins with the name of a body."""
    return HEAD.match(text) is not None


def body_end(text: str, start: int, limit: int = 420) -> int | None:
    """Return where the bodies that begin at `start` end: before the first verb of a task.

    >>> text = "Sở Tài chính, Sở Y tế phối hợp bố trí"
    >>> text[: body_end(text, 0)]
    'Sở Tài chính, Sở Y tế'
    """
    if HEAD.match(text, start) is None:
        return None
    found = ACTION.search(text, start + 3, start + limit)
    while found and _is_part_of_name(text, found):
        found = ACTION.search(text, found.end(), start + limit)
    if not found:
        return None
    named = re.sub(r"\s(?:phải|cần|sẽ|cũng|cùng|và)$", "", text[: found.start()].rstrip(" ,:-"))
    return len(named)


def split_bodies(phrase: str) -> tuple[str, ...]:
    """Split a row of bodies; commas inside a name ("Văn hóa, Thể thao") do not split.

    >>> split_bodies("các Huyện ủy, Thị ủy và Sở Văn hóa, Thể thao và Du lịch")
    ('các Huyện ủy', 'Thị ủy', 'Sở Văn hóa, Thể thao và Du lịch')
    """
    parts = (part.strip(" ,;.") for part in _SPLIT.split(phrase))
    return tuple(part for part in parts if part)


def _is_part_of_name(text: str, found: re.Match[str]) -> bool:
    """ "các tổ chức", "cơ quan thanh tra", "các đơn vị quản lý" hold no task."""
    before = text[max(0, found.start() - 14) : found.start()].lower()
    return bool(
        re.search(
            r"(?:các|cơ quan|công tác|ban|đơn vị|của|về|chương trình|kế hoạch"
            r"|phòng|trung tâm|lực lượng|cán bộ|trạm|văn phòng) $",
            before,
        )
    ) and not (
        re.match(
            r"(?:chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm|triển khai|thực hiện"
            r"|cụ thể|hướng dẫn|xây dựng|tổ chức|tham mưu|căn cứ|theo)",
            found.group(),
        )
        and not re.search(r"(?:các|công tác|của|về|ban|chương trình|kế hoạch) $", before)
    )
