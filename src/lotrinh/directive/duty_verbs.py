"""Verbs that begin a task: what bodies are told to do in administrative Vietnamese.

In small letters, so that "Ban Tổ chức" and "Sở Kế hoạch" stay names. Words that are verbs only
before some words, or behind some, stand in their own lists.
"""

from __future__ import annotations

import re

#: Whole verbs of two syllables or more, by what is asked.
_VERBS = (
    # to lead, to work together, to answer for it
    "chủ trì|phối hợp|hướng dẫn|lãnh đạo|chỉ đạo|điều hành|điều phối|chịu trách nhiệm"
    "|có trách nhiệm|có nhiệm vụ|có (?:các |những |ngay )?(?:giải pháp|biện pháp|kế hoạch"
    "|phương án)|phân công"
    "|phân cấp|ủy quyền|giao nhiệm vụ|giao trách nhiệm"
    "|đôn đốc|giúp|là (?:\\d+ |một trong )?(?:cơ quan|đơn vị|đầu mối)|làm đầu mối|đại diện"
    # to write, to set in force, to plan
    "|xây dựng|ban hành|tham mưu|cụ thể (?:hóa|hoá)|đề xuất|kiến nghị|nghiên cứu|hoàn chỉnh"
    "|hoàn thiện|soạn thảo|dự thảo|biên soạn|biên tập|sửa đổi|bổ sung|điều chỉnh|quy định"
    "|xác định|lựa chọn|lập|thành lập|kiện toàn|sắp xếp|củng cố|bố trí|cân đối|phân bổ|đăng ký"
    "|lấy ý kiến|tiếp thu|giải trình|trả lời|có ý kiến|cho ý kiến|công nhận"
    # to carry out
    "|triển khai|thực hiện|thi hành|chấp hành|tuân thủ|quán triệt|vận dụng|áp dụng|duy trì"
    "|phát huy|tiếp tục|đẩy mạnh|đẩy nhanh|tăng cường|tập trung|tập huấn|nâng(?: cao)?|nâng cấp"
    "|mở rộng|phát triển|hình thành|thúc đẩy|nhân rộng|đổi mới|chuyển đổi|chuyển giao|bàn giao"
    "|hoàn thành|hoàn tất|khởi công|thi công|nghiệm thu|quyết toán|giải ngân|thanh toán"
    "|quản lý|vận hành|sử dụng|khai thác|tận dụng|lồng ghép|tích hợp|kết nối|chia sẻ|gắn"
    "|số hóa|số hoá|cập nhật|làm sạch|chuẩn hóa|chuẩn hoá|trang bị|mua sắm|lắp đặt|cải tạo"
    "|sửa chữa|đầu tư|xúc tiến|quảng bá|thu hút|huy động|kêu gọi|ưu tiên|hỗ trợ|tạo điều kiện"
    "|tạo thuận lợi|chăm lo|quan tâm|chú trọng|coi trọng|đề cao|cho vay|cho phép|cấp phép"
    "|cung cấp|cung ứng|dự trữ|giải phóng|đền bù|bồi thường|tái định cư|di dời|sơ tán|cứu hộ"
    "|cứu trợ|trực tiếp|trực ban|ứng phó|ứng trực|phát động|hưởng ứng|ra quân|tham gia|đóng góp"
    "|ủng hộ|hăng hái|nhiệt tình"
    "|chung tay|đồng hành"
    "|chuẩn bị|làm tốt|làm việc|bồi dưỡng|đào tạo|tuyển dụng|tuyển sinh|giảng dạy|biểu dương"
    "|khen thưởng|tôn vinh|phục vụ|bảo đảm|đảm bảo|bảo vệ|bảo tồn|gìn giữ|giữ gìn|giữ vững"
    "|rút ngắn|cắt giảm|cải cách|cải thiện|tiết kiệm|đơn giản hóa"
    # to look after, to stop
    "|theo dõi|giám sát|kiểm tra|thanh tra|kiểm toán|kiểm soát|kiểm kê|kiểm điểm|rà soát"
    "|thẩm định|thẩm tra|xác minh|làm rõ|điều tra|truy tố|xét xử|đấu tranh|xử lý|xử phạt"
    "|ngăn chặn|ngăn ngừa|phòng ngừa|phát hiện|khắc phục|tháo gỡ|giải quyết|siết chặt"
    "|chấn chỉnh|thu hồi|tuần tra|hoãn|đình hoãn|đình chỉ|tạm dừng|tạm ngừng|dừng|cấm|điều động"
    "|huy động|kiên quyết|quyết liệt|nghiêm cấm|hạn chế"
    # to tell, to count, to report
    "|tuyên truyền|phổ biến|vận động|thông tin|thông báo|đăng tải|đưa tin|phản ánh|giới thiệu"
    "|công bố|công khai|niêm yết|báo cáo|tổng hợp|thống kê|khảo sát|đánh giá|sơ kết|tổng kết"
    "|xem xét|tiếp nhận|tư vấn|khuyến khích|khuyến cáo|nhắc nhở|động viên|giáo dục(?= và vận"
    "| ý thức| truyền thống| đoàn viên| hội viên)|học tập|nắm bắt|dự báo|cảnh báo"
    # how a task begins
    "|khẩn trương|kịp thời|chủ động|tích cực|nghiêm túc|thường xuyên|định kỳ|đồng loạt"
    "|hàng năm|hằng năm|hàng quý|hằng quý|căn cứ|theo chức năng|trên cơ sở|theo nhiệm vụ"
    "|theo thẩm quyền|không được|không để|không tổ chức|tuyệt đối"
)
#: "các cơ quan, tổ chức liên quan": no verb, as before what such a body is called.
_ORGANISE = (
    "|(?<!, )(?<!và )(?<!hoặc )(?<!nhân )tổ chức (?=[^\\W\\d_])(?!chính trị|xã hội|đảng|hội|đoàn|cá"
    "|tín dụng|kinh tế|quốc tế|thành viên|liên quan|có liên quan|công đoàn|phi|nghề|hành nghề"
    "|sự nghiệp|bộ máy|cơ sở|tôn giáo|khoa học|trong|ngoài|nước|trên|của|này|khác|hợp|và|thuộc"
    "|trực thuộc|cán bộ|do|được|phải|cần|sẽ|có)"
)
#: Verbs only before the words named.
_BEFORE = (
    "|tổ chức (?=thực hiện|triển khai|quán triệt|hội nghị|tuyên truyền|kiểm tra|các|thi|điều hành"
    "|học tập|tốt|hướng dẫn|phổ biến|sơ kết|giám sát|rà soát|theo dõi|lồng ghép|nghiên cứu|việc"
    "|đánh giá|lễ|lấy|đoàn|hoạt động|trực|lực lượng|sản xuất|ra quân|tập huấn|đào tạo|vận động"
    "|phong trào|tổng kết|diễn tập|trao|đại hội|kỷ niệm|lớp|cho|thăm|sắp xếp|xây dựng|quản lý)"
    r"|làm (?=chủ|đầu|tốt)|lo (?=\w)|mở (?=\w)|chọn (?=\w)|mở|nắm|gửi|đưa|cử (?=cán|người|lực)"
    r"|thu (?=hồi|gom|thập|nộp)|cấp (?=vốn|kinh phí|phát|đủ|bù|giấy)"
)
#: "công trình", "quy trình": no verb.
_BEHIND = "|(?<!công )(?<!chương )(?<!quy )(?<!tiến )(?<!lộ )(?<!giáo )(?<!hành )(?<!quá )trình"
ACTION = re.compile(
    r"(?<!Ban )(?<!ban )\b(?:(?<!giáo dục )thường xuyên"
    rf"|(?:{_VERBS}{_BEFORE}{_ORGANISE}{_BEHIND})\b)"
)

#: Behind these a verb may be what they are called after: "cơ quan thanh tra", "trạm kiểm soát".
_UNIT = re.compile(
    r"\b(?:cơ quan|đơn vị|phòng|trung tâm|lực lượng|cán bộ|trạm|văn phòng|doanh nghiệp|cơ sở"
    r"|tổ chức|tổ|đội|chủ|nhà|cá nhân|công ty|ban quản lý|bộ phận|hệ thống|báo chí|phương tiện) $"
)
_CALLED_AFTER = re.compile(
    r"(?:quản lý|thanh tra|kiểm tra|giám sát|kiểm soát|kiểm toán|kiểm kê|điều tra|điều hành"
    r"|thẩm định|thẩm tra|thi hành|tư vấn|cung cấp|cung ứng|đào tạo|giáo dục|thi công|vận hành"
    r"|khai thác|sử dụng|đầu tư|xúc tiến|thông tin|tuyên truyền|bảo vệ|bảo tồn|phát triển"
    r"|nghiên cứu|thống kê|dự báo|hỗ trợ|tham gia|trực tiếp|chỉ đạo|lãnh đạo|giúp|tham mưu"
    r"|giải quyết|tiếp nhận|phục vụ|đăng ký|cứu hộ|học tập|hướng dẫn|công bố|tiếp công"
    r"|chuyển giao|bồi dưỡng|tuyển dụng|sản xuất|trồng)\b"
)
#: "cơ quan chủ trì | thực hiện": the part one has in a task; with a partner it is the task.
_PART = re.compile(r"(?:chủ trì|phối hợp)\b")
_WITH_PARTNERS = re.compile(
    r",?\s(?:phối hợp|với|cùng|chặt chẽ|các|sở|ban|thực hiện|triển khai|tổ chức|tuyên truyền"
    r"|tham mưu|xây dựng|rà soát|hướng dẫn)\b"
)
#: Behind these a verb is no task of a body: "các tổ chức", "công tác kiểm tra".
_NO_TASK = re.compile(r"\b(?:[Cc]ác|công tác|[Bb]an|của|về|chương trình|kế hoạch|việc|hoạt động) $")
_PART_OF_CLAUSE = re.compile(r"[^,;:.]{0,120}")
#: "Các tổ kiểm soát dịch ở thôn, bản tăng cường …": a team is called after what it does.
_TEAM = re.compile(r"\b(?:tổ|đội) $")
_CLAUSE = re.compile(r"[^;:.]{0,240}")
_BEFORE_IT = 16
#: "Hiệp hội An toàn | thông tin Việt Nam": a noun as well, and the name goes on.
#: "cùng lãnh đạo các tổ chức": those who lead them.
_LEADERS = re.compile(
    r"(?<=cùng )lãnh đạo (?:các|cơ quan|đơn vị|địa phương|UBND|[ỦU]y ban|Bộ|Sở|Ban|Phòng|Cục)\b"
)
_NOUN_IN_NAME = re.compile(
    r"(?:thông tin|đào tạo|phát triển|bảo vệ|bảo tồn|quản lý) [^\W\d_a-zà-ỹ]"
)


def is_part_of_name(text: str, found: re.Match[str]) -> bool:
    """Say whether a verb that `ACTION` found belongs to a name: it begins no task then.

    >>> text = "Các đơn vị quản lý chợ rà soát số hộ"
    >>> [is_part_of_name(text, found) for found in ACTION.finditer(text)]
    [True, False]
    """
    if _NOUN_IN_NAME.match(text, found.start()) or _LEADERS.match(text, found.start()):
        return True
    before = text[max(0, found.start() - _BEFORE_IT) : found.start()]
    if _NO_TASK.search(before):
        return True
    before = before.lower()
    if _UNIT.search(before) is None:
        return False
    if _PART.match(found.group()):
        return _WITH_PARTNERS.match(text, found.end()) is None
    if _CALLED_AFTER.match(found.group()) is None:
        return False
    clause = (_CLAUSE if _TEAM.search(before) else _PART_OF_CLAUSE).match(text, found.end())
    return clause is not None and ACTION.search(clause.group()) is not None
