"""The words by which a text tells who must do what; `find_duties.py` reads by them."""

from __future__ import annotations

import re

from lotrinh.directive.find_bodies import HEAD
from lotrinh.directive.letters import capitals

ASSIGN = re.compile(
    r"\b(?:[Gg]iao (?:nhiệm vụ |trách nhiệm )?cho|[Gg]iao:?|[Yy]êu cầu[:,]?|[Đđ]ề nghị[:,]?"
    r"|[Pp]hân công:?|(?:nhấn mạnh|lưu ý|quán triệt|kết luận)[:,]?|(?:có )?ý kiến(?: chỉ đạo)?"
    r"(?: như sau)?[:,]|(?:chỉ đạo|yêu cầu|kết luận|quyết định)(?: cụ thể)? như sau:|nhắc nhở"
    r"|kêu gọi(?:, vận động)?|(?<!Chủ tịch )(?<!có )chỉ thị|làm (?:căn cứ|cơ sở) cho"
    r"|(?<!ban )(?<!Ban )(?<!lãnh đạo, )(?<!theo )(?<!Theo )chỉ đạo)\s(?=\S)"
)
#: Who tells others what to do; whoever else leads others does so as a task.
_ABOVE = re.compile(
    r"(?:Phó )?(?:Thủ tướng|Chủ tịch|Bí thư|Bộ trưởng|Trưởng|Giám đốc)|Chính phủ|UBND|[ỦU]y ban"
    r"|Bộ|Ban Thường vụ|Thường trực|Ban Bí thư|(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) [ủu]y|Lãnh đạo"
)
_WORD_BEFORE = 6
_SEVERAL = re.compile(r"\b(?:các|mọi|từng|cấp)\s")
#: What those above do themselves is told in headlines: "Chính phủ chỉ đạo bảo đảm …".
_DIRECTS = re.compile(
    r"^(?:cũng |đã |vừa )?(?:chỉ đạo|yêu cầu|đề nghị|kêu gọi|quyết định|phê duyệt|ban hành|ký|ra"
    r"|đồng ý|thống nhất|nhấn mạnh|thông báo) "
)
_HIGHEST = re.compile(r"(?:Phó )?(?:Chính phủ|Thủ tướng|Quốc hội|Ban Bí thư|Bộ Chính trị)")
_PAST_GIVING = re.compile(r"(?:\bđược|\b(?:đã|vừa)(?=\s[Gg]iao))\s")


def assigns(text: str, start: int, found: re.Match[str]) -> bool:
    """Say whether a word that `ASSIGN` found tells the body behind it, in a clause from `start`.

    "Hiệp hội B và các hội khác chỉ đạo các thành viên …" tells the associations, not the members;
    "đã giao Sở Y tế" tells of the past.
    """
    if HEAD.match(text, found.end()) is None:
        return False
    if _PAST_GIVING.search(text, max(start, found.start() - _WORD_BEFORE), found.start() + 4):
        return False
    leads = found.group().startswith("chỉ đạo") and HEAD.match(text, start)
    subject = text[start : found.start()]
    return not leads or (_ABOVE.match(subject) is not None and not _SEVERAL.search(subject))


def directs(actor: str, action: str, issuer: str) -> bool:
    """Say whether who issued the paper, or stands above all, directs there: no duty of its own."""
    own = bool(issuer) and (issuer.lower() in actor.lower() or actor.lower() in issuer.lower())
    return (own or _HIGHEST.match(actor) is not None) and _DIRECTS.match(action) is not None


TASKS_HEADING = re.compile(
    r"tổ chức thực hiện|phân công|trách nhiệm|tổ chức triển khai|nhiệm vụ của các"
    r"|triển khai thực hiện"
)
OPENS_TASKS = re.compile(
    r"(?:Về )?(?:[Tt]ổ chức"
    r"|[Pp]hân công)(?: triển khai)? thực hiện\s?[:,]\s"
)
#: "Theo phân công, Sở Công Thương …", "Để làm được, UBND xã giao …".
_OPENS = (
    r"(?:Tùy|Tuỳ|Dựa|theo|căn cứ|thực hiện|để|nhằm|trước|cùng với|trong|sau|qua|với|từ|Nhằm|Qua"
    r"|Với|Vì"
    r"|Theo|Căn cứ|Thực hiện|Để|Về|Trước|Cùng với|Kết luận|Tại|Phát biểu|Trong|Đến|Hằng"
    r"|Hàng|Từ|Chậm nhất|Sau|Song song|Mặt khác|Cùng đó|Trước mắt|Đặc biệt"
    r"|Trên cơ sở|Bên cạnh)\b[^,;.:]{0,60},\s|[^,;.:\"]{3,60}:\s"
)
_PAPER_SAYS = (
    r"(?:Kế hoạch|Nghị quyết|Chỉ thị|Quyết định|Chương trình|Công văn)\b[^,;.:]{0,60}\s(?:nêu rõ"
    r"|chỉ rõ|xác định),?\s"
)
_BY_NAME = r"(?:Sở|Bộ|UBND|[ỦU]y ban|Ban|Phòng|Cục|Chi cục|Công an|Chủ tịch|Trung tâm)\s"
_BODY_MUST = rf"{HEAD.pattern}[^;:]{{0,80}}?\s(?:phải|cần|có trách nhiệm|được giao)\s"
LED = re.compile(
    capitals(
        rf"(?:{_OPENS}){{1,3}}(?=[A-ZĐÀ-Ỹ]|{HEAD.pattern})|{_PAPER_SAYS}(?={HEAD.pattern})"
        rf"|(?:Trong quá trình|Trường hợp|Nếu|Khi)\b[^;:\"]{{3,160}}?,\s(?={_BY_NAME})"
        rf"|[^;:\"]{{3,160}}?(?:,|\scho hay|\scho biết|\srằng)\s(?={_BODY_MUST})"
    )
)
PAST = re.compile(
    r"^\s*(?:,\s)?(?:chỉ thị\s?:|quyết định\s?:|đã|vừa|cũng đã|cũng đề ra|đề ra|đặt ra|vẫn|đang"
    r"|hiện|mới|cho biết|cho rằng"
    r"|cho hay|nói|bảo(?! đảm| vệ| tồn| trì| hiểm)|kể"
    r"|chia sẻ|đánh giá|thừa nhận|trả lời|tâm sự|bày tỏ|cảnh báo|ghi nhận|đạt|thu về|có \d"
    r"|nhấn mạnh|phát biểu|khẳng định|thông tin|được (?!giao|phân công|đề nghị"
    r"|yêu cầu|khuyến khích|[^,;:.]{3,40} (?:giao|phân công|yêu cầu|đề nghị)\b))\b"
)
#: "Cục A rà soát …; Kho bạc B thanh toán …": who does what, one after another.
ROW_OF_BODIES = re.compile(rf";\s(?:còn\s|và\s)?{HEAD.pattern}")
NO_NAME = re.compile(
    r"\d{2,}|\b(?:đã|vừa|ban hành|phê duyệt|đề ra|cho biết|thông qua|tăng|đạt|nhiều)\b"
)
#: Told of the past, over the end of a sentence, or who speaks before whom they tell.
NO_ACTOR = re.compile(
    r"\b(?:yêu cầu|đề nghị|chỉ đạo|kêu gọi)$|\bđã\b"
    r"|\bcó (?:công văn|văn bản|công điện|thông báo|tờ trình|báo cáo)$"
    r"|\.\s|:\s(?![A-ZĐ])|\b(?:yêu cầu|đề nghị|giao)\s?:"
)
MEETS = re.compile(
    r"^\s*(?:tổ chức (?:hội nghị|kỳ họp|đại hội|lễ|họp)|thông qua|họp|công bố"
    r"|đánh giá|tán thành|nhất trí|thống nhất\s?:|yêu cầu|đề nghị|nhấn mạnh|lưu ý|báo tin|cũng"
    r"|đề ra"
    r"|bỏ phiếu|tiếp thu|mong)"
)
STRONG = re.compile(
    r"^\s*(?:,\s)?(?:có trách nhiệm|chịu trách nhiệm|chủ trì|có nhiệm vụ|phối hợp"
    r"|theo chức năng|căn cứ (?:vào )?(?:chức năng|nhiệm vụ|kế hoạch)|cụ thể (?:hóa|hoá)|phải"
    r"|cần)\b"
)
ISSUES = re.compile(
    r"^(?:ban hành|phê duyệt|thông qua|xây dựng|triển khai|thực hiện|công bố"
    r"|trình) (?:Kế hoạch|Nghị quyết|Quyết định|Chương trình|Đề án|Chỉ thị)"
    r"|^[^,;:]{0,60}\svừa (?:ban hành|ký|có|ra)\s"
)
#: Words that only lead to who is told.
LEAD = re.compile(
    r"(?:Điều \d+\.?|Đồng thời,?|Ngoài ra,?|Bên cạnh đó,?|Theo đó,|Trong đó,|Riêng|Đối với"
    r"|(?:Các )?[Đđ]ồng chí|và|còn"
    r"|Còn)\s"
)
#: "Trách nhiệm của Sở Y tế" heads the list of what Sở Y tế must do.
OF_WHOM = re.compile(
    r"(?:Trách nhiệm|Nhiệm vụ)(?:,? (?:quyền hạn|và quyền hạn))?(?: cụ thể)? của\s"
)
ENDS_NAME = re.compile(r"(?:\s(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|chủ trì))?\s?[:.]?$")
#: "Đối với các doanh nghiệp viễn thông, UBND tỉnh đề nghị nâng cấp …".
TOWARDS = re.compile(
    rf"Đối với\s(?P<actor>{HEAD.pattern}[^;:.]{{0,120}}?),\s(?:[^,;:]{{3,40}}\s)?(?:đề nghị"
    rf"|yêu cầu)\s(?=[a-zđ])"
)
#: A row of capitals that is no body we know by its first word.
ANSWERABLE = re.compile(
    capitals(
        r"(?P<actor>[A-ZĐÀ-Ỹ][^,;.:]{2,80}?)\s(?=(?:có|chịu) trách nhiệm\s(?!về|trước|của"
        r"|với)[a-zđ])"
    )
)
