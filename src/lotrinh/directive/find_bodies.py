"""Names of bodies in a text: "Sở Tài chính", "các Huyện ủy, Thị ủy", "Đảng đoàn HĐND tỉnh".

By the words such names begin with; which known body it is, is not decided here.
"""

from __future__ import annotations

import re

from lotrinh.directive.brackets import inside
from lotrinh.directive.duty_verbs import ACTION, is_part_of_name
from lotrinh.directive.letters import capitals

_PROPER = (
    r"(?:Bộ đội|Ban quản lý|Ban chỉ đạo|Hiệu trưởng|Trung ương Hội|Trung ương Đoàn|Bệnh viện"
    r"|Người đứng đầu|Nhà trường|[Cc]hủ thể|Lực lượng|Sở|Ban(?! hành)|Bộ(?! phận| đội)|Cục"
    r"|Chi cục|Tổng cục|Vụ|[ỦU]y ban|Uỷ ban|UBND|UB|HĐND"
    r"|Hội đồng|Huyện [ủu]y"
    r"|Thị [ủu]y|Thành [ủu]y|Tỉnh [ủu]y"
    r"|Quận [ủu]y|Đảng [ủu]y|Đảng đoàn|Công an|Bộ đội|Mặt trận|MTTQVN|MTTQ|UBMTTQ"
    r"|Liên đoàn|Liên minh|Hội(?! nghị)|Đoàn(?! kết)|Tỉnh đoàn"
    r"|Thanh tra|Kho bạc|Ngân hàng|Văn phòng|Chánh|Phó Chủ tịch|Giám đốc|Thủ trưởng|Chủ tịch"
    r"|Trưởng|Bảo hiểm|BHXH|Bưu điện|Viễn thông|Trung tâm"
    r"|Trường(?! hợp)|Viện|Đài|Báo(?! cáo)|Cơ quan(?! ban hành)|Thường trực"
    r"|Thường vụ|Chính phủ|Thủ tướng|Quốc hội|Tòa án"
    r"|BCĐ|Phòng|Tổ công tác|Hiệp hội|Bí thư"
    r"|Cấp [ủu]y|Chủ (?:rừng|đầu tư|doanh nghiệp|cơ sở|hộ|phương tiện|dự án|sở hữu|nhà)|Đơn vị"
    r"|Địa phương|Chính quyền|Doanh nghiệp|Kiểm toán"
    r"|Liên hiệp|Điện lực|Chi nhánh|Quỹ|Trạm|Tổng công ty|Công ty|Tập đoàn|Đoàn đại biểu"
    r"|Đảng bộ(?=[^,;.:]{0,60}\s(?:cần|phải|có trách nhiệm)\s))(?!\w)"
)
_PLURAL = (
    r"(?:(?:[Tt]ất cả|[Tt]oàn bộ) )?(?:[Cc]ác|[Nn]hững|[Mm]ỗi|[Tt]ừng|[Cc]ấp)\s"
    r"(?i:sở|ban|bộ|cơ quan|đơn vị|địa phương|huyện"
    r"|phương tiện (?:thông tin|truyền thông)|vụ|cục|chi cục|tổng cục|văn phòng|chính quyền|bên"
    r"|mặt trận|hội đồng|ủy ban|uỷ ban|tiểu ban|chi nhánh|phân hiệu|ban điều hành|tổng công ty"
    r"|ban quản lý|nhà trường|học viện"
    r"|giáo viên|học sinh|cán bộ|đảng viên|đoàn viên|hội viên|giám đốc|thủ trưởng"
    r"|bí thư|chủ tịch|người đứng đầu|thôn|bản|ấp|buôn|xóm|khóm|đặc khu|thị trấn|thị xã|đội"
    r"|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|đảng đoàn|ban cán sự|cấp ủy"
    r"|quỹ|liên hiệp|liên đoàn|công đoàn|hợp tác|thầy|trung đoàn|đồn|binh|cửa khẩu|cảng|tuyến"
    r"|tổ chức|doanh nghiệp|cấp|ngành|hội|đoàn thể|trường|xã|phường"
    r"|thành viên|phòng|chủ đầu tư|chi bộ|đảng bộ|cơ sở|đồng chí|hợp tác xã|nhà|viện|ủy|quận"
    r"|thành phố|tỉnh|đảng|công ty|tập đoàn|hiệp hội|Sở|Ban|Bộ|Huyện|Thị|Thành|Đảng|Cục|UBND"
    r"|HĐND|Hội|tổ|nhóm|hộ|trung tâm|bệnh viện|lực lượng|đài|báo|khoa|chủ|trạm|ngân hàng|hiệu"
    r"|nghệ nhân|trưởng|bệnh|phường|khu|chủ thể|ngư dân|nhà máy|làng)(?!\w)"
    r"|[Tt]oàn (?:thể )?(?:[Đđ]ảng bộ|cán bộ|đảng viên|[Nn]gành|đảng|quân|dân"
    r"|hệ thống chính trị)(?!\w)"
    r"|(?:thủ trưởng|giám đốc|chủ tịch|bí thư|người đứng đầu|lãnh đạo|đại diện)\s"
    r"(?=(?:các|cơ quan|đơn vị|cấp ủy|chính quyền|UBND|[ỦU]y ban|HĐND|Bộ|Sở|Ban|Cục|Phòng|Công an"
    r"|Đảng ủy|Huyện ủy|Tỉnh ủy|Thành ủy)\s)"
    r"|[Qq]uý\s(?:[Cc]ơ quan|[Đđ]ơn vị|[Ss]ở|[Bb]an|[Bb]ộ|[Cc]ông ty|[Đđ]ịa phương)(?!\w)"
)
_LOWER = (
    r"(?:ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân|đơn vị|địa phương|doanh nghiệp"
    r"|cấp ủy|chính quyền|tổ chức đảng|đoàn thể|thủ trưởng|giám đốc|chủ tịch)(?!\w)"
)
#: What bodies look after, where their names are not written in capitals all through.
_SECTOR = (
    r"mạng|điện tử|giao thông(?: vận tải)?|thể thao|du lịch|văn hóa|văn hoá|khí hậu|thực phẩm"
    r"|thị trường"
    r"|y tế|giáo dục|kỹ thuật|công nghệ|môi trường|đất đai|lâm nghiệp|nông nghiệp|thủy lợi"
    r"|thủy sản|dự án|thanh niên|phụ nữ|người cao tuổi|trẻ em|miền núi|biên giới|biển đảo"
    r"|thiên tai|tín dụng|thương mại|báo chí|truyền thông|xuất bản|khoáng sản|nhân dân tối cao"
    r"|phổ thông|mầm non|đại học|cao đẳng|dạy nghề|quân sự|công an|biên phòng|hải quan|thuế"
)
#: One body in small letters that is no name by itself: "ngành chuyên môn", "chủ đầu tư".
_SINGULAR = (
    rf"(?:(?:sở|bộ|phòng|chi cục|ban quản lý) (?:{_SECTOR}|tài chính|công thương|xây dựng|nội vụ"
    r"|tư pháp|khoa học|lao động|thông tin|tài nguyên|kế hoạch|các )"
    r"|công an (?:tỉnh|thành phố|các|cấp|huyện|xã|phường)|bệnh viện (?:tỉnh|đa khoa|các)"
    r"|(?:trung tâm|trạm) y tế|ban chỉ đạo|(?:ủy ban|uỷ ban|hội đồng) nhân dân|bộ đội biên phòng"
    r"|hội (?:phụ nữ|nông dân|cựu chiến binh|người cao tuổi)|đoàn thanh niên"
    r"|trưởng (?:thôn|ấp|bản|khóm|khu phố)|ngành (?:chuyên môn|chức năng|[yY] tế|[gG]iáo dục"
    r"|[nN]ông nghiệp|[cC]ông [aA]n|[đĐ]iện"
    r"|[vV]ăn hóa|[tT]ài chính)|lực lượng (?:chức năng|công an|vũ trang|dân quân|kiểm lâm)"
    r"|cơ quan (?:chức năng|chuyên môn|báo chí|thuế|công an|điều tra)|chủ đầu tư|nhà thầu"
    r"|đơn vị (?:thi công|tư vấn|quản lý|liên quan|chức năng|chủ trì|vận hành)"
    r"|chính quyền (?:địa phương|cơ sở|các cấp)|cấp [ủu]y (?:các cấp|đảng|địa phương|cơ sở))(?!\w)"
)
HEAD = re.compile(rf"(?!cấp ủy viên)(?:{_PLURAL}|{_PROPER}|{_SINGULAR})")
_SPLIT = re.compile(rf"\s?(?:,|;|\svà|\scùng)\s(?={_PLURAL}|{_PROPER}|{_LOWER})")
#: What can stand in the middle of a name and looks like the beginning of another.
_INNER = re.compile(r"^(?:Đoàn|Hội) (?:thể)|^Truyền thông")


#: Words in small letters that belong to the names of bodies.
_LEVELS = frozenset(
    "tỉnh huyện xã phường quận ương gia cấp khu ngành quan năng phố trấn thể phương vị hội".split()
)
_LEVEL = (
    r"(?:các|cấp(?=\s(?:tỉnh|huyện|xã|cơ sở|trên|dưới|trung|quận|phường))|tỉnh|huyện"
    r"|[Tt]hành phố|thị xã|thị trấn|quận|xã|phường|đặc khu|khu vực|trung ương"
    r"|nhân dân|dân tộc|quốc gia|nhà nước|chi nhánh|liên quan|có liên quan|chức năng|trực thuộc"
    r"|địa phương"
    r"|ven biển|đoàn thể|ngành|sở|ban|đơn vị|cơ quan|thôn|bản|trên địa bàn|tổ dân phố|hội"
    r"|cơ sở|tổ chức|chính trị - xã hội|chính trị|xã hội|đa khoa|vùng|nông thôn|hành chính công"
    r"|chi bộ"
    r"|(?:tỉnh|thành|huyện|quận|thị|đảng) [ủu]y|đảng đoàn|ban cán sự đảng|trực thuộc Trung ương"
    r"|ngang bộ|ngang Bộ|thuộc Chính phủ|trung gian|nòng cốt|đại chúng|trực tiếp quản lý"
    rf"|{_SECTOR}|khu (?:công nghiệp|kinh tế|chế xuất))(?!\w)"
)
#: "Nông nghiệp": the first syllable of a word has the capital; "Lào Cai": all of a place have.
_CAPITAL = r"[A-ZĐÀ-Ỹ][\w'-]*"
_SMALL = (
    r"(?<![A-ZĐ]{2})\s(?![A-ZĐÀ-Ỹ])(?!(?:được|sẽ|phải|cần|lo|có|đã|là|và|với|tiếp|chủ|phối|hướng"
    r"|rà|lập|tại"
    r"|cấp|các"
    r"|tỉnh|vừa|nói)\b)[^\W\d_]+"
)
_NAME_GOES_ON = re.compile(
    capitals(
        rf"(?:,?\s(?:và\s|cùng\s|kiêm\s)?|\s-\s|,\s)(?:{_PLURAL}|{_LEVEL}|{_PROPER}"
        rf"|{_CAPITAL}(?:\s(?!Thành phố){_CAPITAL})+|{_CAPITAL}(?:{_SMALL})?|(?<=Khu vực )\d+)"
    )
)
#: A verb in small letters, or a modal, follows the name at once: "giải tỏa", "sẽ tổ chức".
_VERB_FOLLOWS = re.compile(
    r"\s(?!(?:ngang|thuộc|về|theo|do|bị|trên|đối|nằm|giữa|qua|bằng|như|mà|thì|hơn|vẫn|đang|vừa"
    r"|cũng|số|gồm|khi|nếu|vì|rằng|không|chưa|cho|của|tại|ở|là|và|với|từ|trong|năm|có|còn|nào"
    r"|này|để|mới|đã)\b)(?P<letter>[^\W\d_])"
)
_MODAL = re.compile(
    r"\s(?:được (?:giao|phân công|đề nghị|yêu cầu)|sẽ|phải|cần|lo|có trách nhiệm"
    r"|chịu trách nhiệm)\b"
)
#: What stands behind the colon are names, two at least, and no task.
_NAMES_BEHIND = re.compile(
    capitals(
        rf"(?<=.)\s?:?\s*(?:{_CAPITAL}(?:\s{_CAPITAL}|\s-\s{_CAPITAL})*(?:,\s|\svà\s)){{1,30}}"
        rf"{_CAPITAL}(?:\s{_CAPITAL})*(?=\s[a-zđ])"
    )
)
_BODIES_BEHIND = re.compile(rf"(?:\s?:|;)\s(?={_PROPER}|{_PLURAL})")
#: When, or which of them: "các địa phương khi …", "UBND các huyện có tên …".
_NO_MORE_NAME = re.compile(
    r",?\s(?:khi|nếu|có tên|(?:trước|đến|từ|trong|chậm nhất) (?:ngày|tháng|quý|năm|hết))\b"
)
#: "gửi …; các cơ quan báo chí | về việc tuyên truyền": to whom a letter goes.
_ONLY_SENT = re.compile(r"\s(?:về việc|v/v)\s")
#: "các sở, ngành có | thực hiện các chương trình | chủ trì …": the first verb says which of them.
_SAYS_WHICH = re.compile(r"^[Cc]ác\s[^;:.]*\scó\s$")
_TOLD = re.compile(r"(?<=\w)\s(?=(?:chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm|phải|cần)\b)")
_LONGEST_WHICH = 120
_SHORTEST = 6
#: "các địa phương | hoãn họp để | tập trung chống bão": a verb we do not know, and what for.
_PURPOSE = frozenset(("để", "nhằm"))
#: Alone these are no names yet: "Ban quản lý", "Hội người cao tuổi".
_BARE = frozenset("Sở Ban Bộ Cục Vụ Hội Đoàn Phòng Viện Trường Đài Báo Trạm Trưởng Chánh".split())
_STRAY_WORDS = 3
#: "các trường đại học, cao đẳng trên địa bàn": a row of bodies without a name.
_STRAY_IN_ROW = 40


def body_end(text: str, start: int, limit: int = 420) -> int | None:
    """Return where the bodies that begin at `start` end: before the first verb of a task.

    >>> text = "Sở Tài chính, Sở Y tế phối hợp bố trí"
    >>> text[: body_end(text, 0)]
    'Sở Tài chính, Sở Y tế'
    """
    if HEAD.match(text, start) is None:
        return None
    found = ACTION.search(text, start + 3, start + limit)
    while found and (is_part_of_name(text, found) or _in_brackets(text, start, found.start())):
        found = ACTION.search(text, found.end(), start + limit)
    if not found:
        return None
    if _SAYS_WHICH.search(text[start : found.start()]):
        told = _TOLD.search(text, found.end(), found.end() + _LONGEST_WHICH)
        if told is not None:
            return told.start()
    named = text[: found.start()].rstrip(" ,:-")
    if aside := _NO_MORE_NAME.search(named, start):
        return aside.start()
    named = re.sub(r"\s\([^()]*\)$", "", named)
    return len(
        re.sub(r"\s(?:phải|cần|sẽ|cũng|cùng|và|tự|được|đều|nên|không|chưa|không được)$", "", named)
    )


def name_end(text: str, start: int) -> int | None:
    """Return where a body's name ends by its letters alone: capitals, levels, "và" between.

    >>> text = "UBND các xã, phường giải tỏa lấn chiếm"
    >>> text[: name_end(text, 0)]
    'UBND các xã, phường'
    """
    head = HEAD.match(text, start)
    if head is None:
        return None
    end = head.end()
    while step := _NAME_GOES_ON.match(text, end):
        end = step.end()
    return None if text[start:end] in _BARE else end


def acting_end(text: str, start: int) -> int | None:
    """Return where the bodies that a clause begins with end, whatever verb they are told.

    >>> text = "Công an phường trích xuất hình ảnh, xử phạt người vi phạm"
    >>> text[: acting_end(text, 0)]
    'Công an phường'
    """
    end = _acting_end(text, start)
    # "Đề nghị MTTQ tỉnh: Tuyên truyền …": a colon ends the name unless bodies or names follow it.
    colon = text.find(": ", start, end) if end is not None else -1
    goes_on = colon >= 0 and (HEAD.match(text, colon + 2) or names_follow(text, colon))
    return colon if colon >= 0 and not goes_on else end


def _acting_end(text: str, start: int) -> int | None:
    by_verb, by_name = body_end(text, start), name_end(text, start)
    if by_name is not None and by_verb is not None and _BODIES_BEHIND.match(text, by_name):
        return by_verb
    if by_name is not None and (listed := names_follow(text, by_name)):
        return by_verb if by_verb is not None and by_verb > by_name else listed
    if by_name is None:
        return by_verb
    if _ONLY_SENT.match(text, by_name):
        return None
    if by_verb is None:
        follows = _VERB_FOLLOWS.match(text, by_name)
        told = follows is not None and follows["letter"].islower()
        return by_name if told and by_name - start > _SHORTEST else None
    if text[start:by_name].rsplit(maxsplit=1)[-1] in _BARE:
        return by_verb  # "UBND cấp xã, Ban | đại diện cha mẹ học sinh"
    between = text[by_name:by_verb].split()
    ends_as_name = between and (between[-1] in _LEVELS or between[-1][:1].isupper())
    plural = re.match(_PLURAL, text[start : start + 40]) is not None
    strays = len(between) > (_STRAY_IN_ROW if plural else _STRAY_WORDS) and not ends_as_name
    strays = strays or not _PURPOSE.isdisjoint(between)
    return by_name if by_name < by_verb and (strays or _MODAL.match(text, by_name)) else by_verb


def names_follow(text: str, at: int) -> int | None:
    """Return where a row of names behind a colon ends: "các huyện: Văn Yên, Lục Yên giao …".

    >>> text = "UBND các huyện: Văn Yên, Lục Yên giao chỉ tiêu"
    >>> text[: names_follow(text, 14)]
    'UBND các huyện: Văn Yên, Lục Yên'
    """
    found = _NAMES_BEHIND.match(text, at)
    return found.end() if found else None


def split_bodies(phrase: str) -> tuple[str, ...]:
    """Split a row of bodies; commas inside a name ("Văn hóa, Thể thao") do not split.

    >>> split_bodies("các Huyện ủy, Thị ủy và Sở Văn hóa, Thể thao và Du lịch")
    ('các Huyện ủy', 'Thị ủy', 'Sở Văn hóa, Thể thao và Du lịch')
    """
    parts = (part.strip(" ,;.") for part in _SPLIT.split(phrase))
    return tuple(part for part in parts if part)


def _in_brackets(text: str, start: int, at: int) -> bool:
    around = inside(text, at)
    return around is not None and around[0] > start
