"""The words that make what follows them a promise or a result, each group one idea.

How a sentence is heard by them is `cues.py`.
"""

from __future__ import annotations

import re

#: All of them begin a word: nothing else is worth a look.
_WORD = r"(?<!\w)(?=\w)"
_PLAN = (
    r"(?:kế hoạch|nghị quyết|chương trình|đề án|chỉ thị|quyết định|chiến lược|quy hoạch"
    r"|lộ trình|dự thảo)"
)
_BODY = (
    r"(?:đại hội|hội nghị|quốc hội|hội đồng nhân dân|hđnd|ủy ban nhân dân|ubnd|chính phủ"
    r"|tỉnh ủy|thành ủy|huyện ủy|đảng ủy|ban chấp hành|ban thường vụ|đảng bộ)"
)
_PLACE = r"(?:tôi|chúng tôi|chúng ta|tỉnh|huyện|xã|thành phố|ngành|địa phương)"
#: Someone wants it.
_WILL = (
    r"\bphấn đấu\b|\bquyết tâm\b(?! cao| lớn| chính)|\bquyết (?:đưa|nâng|giữ|giảm|đạt)\b|\bsẽ\b"
    r"|\btham vọng\b|\bnhắm tới\b"
    r"|\bhướng (?:tới|đến)\b"
    rf"|\btiến tới\b|\b{_PLACE} (?:muốn|mong muốn|kỳ vọng)\b|\bmuốn đứng\b|\bdự tính\b"
    r"|\bnhằm (?:[^.;,\d]{0,20}20\d\d )?(?:đạt|đưa|nâng|giảm|tăng)"
)
#: What one does to a figure, wanted or done: told of the past it promises nothing.
_MOVES = (
    r"\bnâng (?:tỷ|tỉ|mức|số)\b|\bduy trì (?:tỷ|tỉ|tốc|mức|và|ổn)|\bkhống chế\b"
    r"|\bgiữ (?:vững |ổn định )?(?:dưới|trên|tỷ|tỉ|mức|tốc)\b"
)
#: A plan sets it.
_SETS = (
    rf"\b{_BODY}[^.;:\d]{{0,40}}\b(?:xác định|quyết nghị|ấn định|chốt)\b|\bquyết nghị\b|"
    rf"\b{_PLAN}[^.;:,\d]{{0,30}}\b(?:nêu|xác định|đặt|đề ra|yêu cầu|chốt|hướng|thông qua|ấn định"
    r"|vạch|kỳ vọng|giao|quy định)\b"
    r"|\bđặt (?:ra )?(?:kế hoạch|đích|mốc|ngưỡng)\b|\bđặt ra\b|\bđặt (?:mức |ngưỡng )?(?=\d)"
    r"|\bđề ra\b|\btheo đó,"
    r"|\bcó kế hoạch (?:thực hiện|xây|đầu tư|trồng|mở|nâng|phát triển|đào tạo)\b"
    r"|\btheo kế hoạch[^,]{0,60},|(?<!% )\bkế hoạch (?=năm 20|đến|đặt)|\bgiao (?:chỉ tiêu"
    r"|kế hoạch|nhiệm vụ)"
    r"|\bđược giao (?:làm|xây dựng|hoàn thành|trồng|đào tạo|phát triển|mở|thu)\b|\bthống nhất: "
    r"|\bxác định đến\b|\bđịnh hướng đến\b|\bdự kiến đến (?:năm|cuối|hết)"
)
#: It has to be.
_MUST = (
    r"\bphải (?:đạt|có|hoàn thành|bảo đảm|đảm bảo|được|lên|dưới|trên|giảm|tăng|rút|nâng|cắt"
    r"|trở lại|quay lại|nằm trong|vào nhóm)\b"
    r"|(?<!chuyên )\bcần (?:đạt"
    r"|chiếm)\b"
    r"|(?<!đáp ứng )(?<!theo )(?<!đích, )(?<!các )(?<!những )\byêu cầu\b|\bđòi hỏi\b"
    r"|\bkhông quá\b(?=[^;.]*%)"
)
#: The end of the time it is for.
_THEN = r"\bkhi đó\b|\bđến đích\b|\bgiai đoạn tới\b"
#: Words of aim that set one, or merely speak of one.
_AIM = (
    r"\b(?:cuối|hết) (?:kỳ|giai đoạn|thập niên|nhiệm kỳ)\b|"
    r"\b(?:bảo đảm|đảm bảo) (?:có |đạt |tỷ lệ|trên |ít nhất|tối thiểu|\d|đủ|cho)|\bmục tiêu\b"
    r"|\bchỉ tiêu\b|\btầm nhìn\b"
    r"|\b(?:các|cái|những) đích\b|\bđích đến\b"
)
PROMISE = re.compile(
    f"{_WORD}(?:{_WILL}|{_SETS}|{_MUST}|{_THEN}|(?P<moves>{_MOVES})|(?P<aim>{_AIM}))"
)
#: A noun of aim that heads a statement: "mục tiêu là …", "chỉ tiêu đến năm 2025: …".
HEADS = re.compile(
    r"\s?(?:là|:|đến|năm 20|trong|giai đoạn|nhiệm kỳ|cụ thể|chung|tổng quát|phấn đấu|về"
    r"|chủ yếu|tăng|giảm|đưa)"
)
#: What a family wills for itself: "Năm tới, anh phấn đấu mua thêm 20 con bò".
_OWN_WILL = (
    r"(?:(?<=[.,;] )|(?<!.))(?:anh|chị|vợ chồng|gia đình (?:anh|chị|ông|bà|tôi))"
    r" (?!em\b|hùng\b)(?:[^\W\d]+ ){0,5}?"
    r"(?:sẽ|phấn đấu|quyết tâm|dự định|dự tính|muốn|mong muốn)\b"
)
#: What one cooperative or farm wills for itself, unlike what a plan wants of all of them.
_FIRM_WILL = (
    r"(?:(?<=[.,;] )|(?<!.))(?:htx|hợp tác xã|tổ hợp tác|trang trại)"
    r" (?:(?!phải|cần|hoạt|đạt|trên|được|kiểu)[^\W\d]+ ){0,6}?"
    r"(?:sẽ|phấn đấu|quyết tâm|dự định|dự tính|dự kiến|muốn|mong muốn|đặt mục tiêu)\b"
)
#: Words of aim that set none: names of programmes, aims met, surpassed or acted for.
NO_PROMISE = re.compile(
    rf"{_OWN_WILL}|{_FIRM_WILL}|"
    r"\b(?:họ|gia đình|ông|bà|anh|chị) sẽ\b|\btrong khi (?:mục tiêu|yêu cầu|chỉ tiêu|kế hoạch)\b|"
    r"(?:so với|theo|vượt)\b[^,;.]{0,40}\bđề ra|\btừng (?:đặt|đề ra|phấn đấu|kỳ vọng)[^,;.]{0,40}"
    r"|chương trình mục tiêu|mục tiêu quốc gia|đối tượng mục tiêu"
    r"|(?:vượt|so với|hoàn thành|đạt|đạt được|thực hiện|cao hơn|bằng"
    r"|(?<!\d, )theo)"
    r" (?:và vượt )?(?:được |thắng lợi |tốt |hiệu quả |xuất sắc |cơ bản )?(?:các |những )?(?:mức )?"
    r"(?:(?:nhiệm vụ|mục tiêu|kế hoạch)(?:, | và ))?"
    r"(?:mục tiêu|chỉ tiêu|kế hoạch|nhiệm vụ)"
    r"|\d+/\d+ chỉ tiêu|chỉ tiêu (?:\w+ ){0,2}đạt (?:cao|khá|vượt|và vượt|được)|chỉ tiêu đạt"
    r"|(?:để|nhằm) (?:đạt|thực hiện|hoàn thành)(?: được| thắng lợi)? (?:các |những )?"
    r"(?:mục tiêu|chỉ tiêu)"
)
#: "chỉ tiêu nghị quyết đề ra.": a plan spoken of, with nothing set behind the verb.
SPOKEN_OF = re.compile(r"\b(?:đã )?(?:đề ra|đặt ra)\s?(?=[.,;)]|và\b|$)")

_SET_BEFORE = (
    r"(?:đề ra|đặt|xác định|phê duyệt|ban hành|thông qua|giao|ký|được (?:phê duyệt|ban hành"
    r"|đề ra|giao|xác định|quy hoạch|thông qua|duyệt))"
)
#: Who or what a sentence opens with that tells of things as they are.
TELLS_FIRST = re.compile(
    r"(?:\W|\d)*(?:ông|bà|chị|anh|già|cô|trưởng (?:thôn|xóm|buôn|bản)|đại biểu|theo (?:ông|bà)"
    r"|phạm vi|đối tượng|kinh phí|xuất phát điểm)\b"
)
#: People who tell, and what they tell of.
_TELLS = (
    r"\bkể:|\b(?:tính nhẩm|nhẩm tính)\b|\bghi chú:|\bcho hay\b|\bcho biết\b|\bbáo tin\b"
    r"|\bbăn khoăn\b"
    r"|\b(?:gia đình|nhà|hộ) (?:anh|chị|ông|bà|cụ)\b|\bthống kê\b|\bghi nhận\b"
    r"|\bkhảo sát\b[^,;.]{0,40}\bcho thấy\b"
    r"|(?:(?<=[.;,]\s)|(?<!.))kết quả(?:[,:]| đạt| thực hiện| cho thấy)"
)
#: It is done.
_DONE = (
    rf"\bđã (?!{_SET_BEFORE}|qua (?!\d|nửa|hơn))|\bđạt được\b|\bthực tế (?:đạt|là|chỉ|mới)\b"
    r"|\bchỉ tiêu (?:đều |cơ bản )?(?:đạt"
    r"|hoàn thành|vượt)\b"
    r"|\bchỉ tiêu (?:\w+ ){1,2}đạt (?:cao|khá|vượt|và vượt|được)\b"
    r"|(?<!; )\bđạt(?:,| và) vượt (?:so|kế hoạch|chỉ tiêu|nghị)"
    r"|(?<!; đạt và )(?<!hằng năm )(?<!hàng năm )(?<!mỗi năm )\bvượt (?:khá xa|xa|mục tiêu"
    r"|kế hoạch|chỉ tiêu|[\d,.]+ ?%(?! trở lên))"
)
#: "đảng viên | mới đạt 1.500": those that are new, not what has only been reached.
_NO_NEW_ONES = (
    r"(?<!viên )(?<!nông thôn )(?<!doanh nghiệp )(?<!hợp tác xã )(?<!việc làm )(?<!thành lập )"
    r"(?<!trồng )(?<!đăng ký )(?<!xây dựng )(?<!kết nạp )(?<!cấp )(?<!tạo )(?<!làm )(?<!đổi )"
)
#: It is so now, and often not enough.
_NOW = (
    r"\bđang (?:có|phải|sống|thuê|dành|được|là|ở|gặp|còn|trải|dùng|sử dụng)\b"
    r"|(?<!so với )(?<!gấp rưỡi )(?<!gấp đôi )(?<!lần )(?<!mức )(?<!thực )(?<!thể )"
    r"(?<!xuất )(?<!phát )(?<!biểu )\bhiện(?:,| (?:nay|có|đang|toàn|đã|trên|tại|còn"
    r"|vẫn|chỉ|mới|là|đạt|cả (?:nước|tỉnh|vùng|huyện|xã)))"
    r"|\bthời điểm hiện tại\b|\btính đến\b|\bđến nay\b"
    r"|\bđến thời điểm\b"
    r"|\blũy kế (?:đến nay|đến tháng|từ đầu)|\bthực trạng\b|\bvốn là\b|\bcó nhiều (?:tiềm năng"
    r"|lợi thế)|\bdiện tích tự nhiên\b"
    r"|(?:(?<=[.;]\s)|(?<!.))có những\b"
    r"|\bhằng năm,? (?:tỉnh|huyện|xã) (?:có|thu)\b"
    r"|(?<!chứng )\bchỉ (?:quanh|khoảng|chừng|đạt|(?:tuyển|làm|thu|có|bán|xây|trồng|đón) được"
    rf"|\d)|{_NO_NEW_ONES}\bmới (?:đếm|lấp|chiếm|có|chỉ|đạt|bằng)\b"
    r"|(?<=[:,;] )mới \d|\bbỏ trống\b|\bcòn thiếu\b|\bchưa đạt\b|\bmức cũ\b"
)
#: It was so then.
_THEN_GONE = (
    r"\btừng\b(?! bước| năm| người| địa| xã| ngành| huyện| cấp| lĩnh| hộ| vùng)|\btrước đây\b"
    r"|(?:(?<=[.;] )|(?<!.))(?:kỳ|giai đoạn|khóa) trước\b"
    r"|\btrước đó\b|\bvừa qua\b|\b(?:nửa|từ) đầu năm\b|\bthay vì\b"
    r"|\b(?:một|hai|ba|bốn|năm|mười|\d+) năm (?:qua|trước|gần đây)\b"
    r"|\bqua \d+ năm\b|\bsau (?:hơn |gần )?\d+ năm (?=(?:thực hiện|triển khai|hoạt động|thành lập"
    r"|phấn đấu|xây dựng|kể từ|từ|đầu tư|vận hành)\b)"
    r"|\bthời gian qua\b|\bnhững năm (?:qua|gần đây)\b|\bnhiệm kỳ (?:qua|trước|vừa)\b"
    r"|(?<!so với )(?<!so )\bcùng kỳ\b"
    r"|(?<!trong đó )(?<!riêng )\b(?:\d+|sáu|chín|ba) tháng\b(?= (?:đầu|năm|qua))"
    r"|(?<!so )(?<!so với )\bnăm (?:ngoái|trước|qua)\b"
)
#: It is reckoned to become so.
_RECKONED = (
    r"(?P<reckoned>(?<!so với )(?<!công )(?<!mơ )(?<!quy )(?<!điều )(?<!hiệp )"
    r"(?<!giao )\b(?:dự )?ước\b(?! muốn| mơ| nguyện)"
    r"|\bdự kiến\b(?! đến (?:năm|cuối|hết))|\bdự báo\b)"
)
#: Among aims this is one more: "diện tích lúa 6.800 ha, năng suất dự kiến 69 tạ/ha".
PLANNED = re.compile(
    r"(?<=\w )dự kiến\b(?! cả năm| thực hiện)"
    r"|(?:(?<!.)|(?<=- ))dự kiến (?=[\d,.]+\s?%|(?:trên|ít nhất|khoảng) [\d,.]+\s?%)"
)
#: "với mục tiêu sản lượng tôm | ước đạt 9.000 tấn": reckoned, and the aim itself.
AIMED = re.compile(r"\b(?:với|đặt|đề ra) mục tiêu(?! (?:đó|này|trên|đề|đã))[^;.:()\d]{4,120}$")
#: So much of a plan is done.
_SHARE_DONE = (
    r"(?P<share>(?<!giải ngân )\b(?:đạt|bằng|vượt)\s[\d,.]+\s?%\s(?:so với |so )?"
    r"(?:(?:diện tích|sản lượng|khối lượng|tổng) (?:theo )?)?(?:kế hoạch"
    r"|kh\b|dự toán"
    r"|nghị quyết|chỉ tiêu))"
)
#: What another paper wanted before this one: a year to come behind it promises nothing anew.
_RECALLED = (
    r"(?P<recalled>(?:(?<=[,;:+-]\s)|(?<!.)|\btheo |\btrong )(?:kế hoạch|chiến lược|quy hoạch"
    r"|nghị quyết"
    r"|đề án|chương trình|chỉ tiêu|mục tiêu"
    r"|quyết định)\s(?:[^\W\d]+\s){0,3}?(?:cũ|trước đây|trước đó|lần trước|khóa trước"
    r"|nhiệm kỳ trước)\b)"
)
RESULT = re.compile(
    f"{_WORD}(?:{_RECALLED}|(?P<tells>{_OWN_WILL}|{_FIRM_WILL}|{_TELLS})|{_DONE}|{_NOW}|{_THEN_GONE}|{_RECKONED}"
    f"|{_SHARE_DONE})"
)
#: "60% lao động đã …": what those counted are like, not what was done.
ATTRIBUTE = re.compile(
    r"\d\s?%[^,;.:\d]{2,40}\bđã\s?$"
    r"|\b(?:các|những|số)\s(?!cấp|ngành)[^,;.:\d]{2,30}\bđã\s?$"
)
