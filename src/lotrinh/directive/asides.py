"""Brackets behind a number: most say it again in another unit, some speak of something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lotrinh.directive.brackets import inside
from lotrinh.directive.quantity import Quantity
from lotrinh.directive.sentences import Sentence

#: How far a bracket stands from the number that it says again.
_ASIDE = 12
#: "(hợp vệ sinh đạt 100%)": a bracket with a name of its own says something else.
_OWN_NAME = re.compile(
    r"\((?!(?:kế hoạch|kh|nghị quyết|nq|chỉ tiêu|mục tiêu|tức|tương đương|bằng|đạt|tăng|giảm|vượt"
    r"|khoảng|gần|hơn|trên|chiếm|từ|cả nước|toàn quốc|bình quân|trung bình|hiện|khu vực|vùng"
    r"|toàn)\b)[^\d()]{4,60}\d"
)
#: "đạt 66% (mục tiêu đến năm 2025 là 70%)": what was reached beside what was wanted.
_RECALLS = re.compile(r"\((?:mục tiêu|chỉ tiêu|kế hoạch|kh|nghị quyết|nq)\b(?! phấn đấu)")
#: "đạt 82% vào năm 2025 (cả nước là 75%)": what is so or wanted elsewhere.
_ELSEWHERE = re.compile(
    r"\((?:mức )?(?:của )?(?:cả nước|toàn quốc|(?:bình quân|trung bình) (?:chung|cả nước"
    r"|của cả nước|toàn quốc))\b"
)
#: "33 triệu lượt khách (40% quốc tế)": a share of those counted, told by what they are like.
_SHARE_OF_THEM = re.compile(
    r"\((?:(?:khoảng|trên|ít nhất|tối thiểu)\s)?[\d.,]+\s?%?(?:\s?-\s?[\d.,]+\s?%)?"
    r"(?<=%)\s(?:là |có )?(?:đạt (?:chuẩn|tiêu chí|loại|danh hiệu)|được|quốc tế|nội địa|nữ|nam"
    r"|khách|qua đào tạo|có (?:bằng|chứng chỉ|trình độ)|trình độ|ngoài|trong nước|đúng hạn)\b"
)


def says_again(sentence: Sentence, quantity: Quantity, quantities: Sequence[Quantity]) -> bool:
    """ "đạt 50% (8 xã)": a bracket behind a number says the same in another unit."""
    aside = inside(sentence.low, quantity.start)
    if aside is not None and _RECALLS.match(sentence.low, aside[0]):
        return any(0 <= aside[0] - q.end <= _ASIDE for q in quantities)
    if aside is not None and _ELSEWHERE.match(sentence.low, aside[0]):
        return True
    if aside is None or any(aside[0] < y.start < aside[1] for y in sentence.years):
        return False
    words = sentence.low[slice(*aside)]
    if re.search(r"trong đó|riêng|gồm|:|mỗi năm|bình quân|phấn đấu", words):
        return False
    if quantity.family == "percent" and _SHARE_OF_THEM.match(sentence.low, aside[0]):
        return False
    told = [q for q in quantities if 0 <= aside[0] - q.end <= _ASIDE]
    own = _OWN_NAME.match(sentence.low, aside[0]) and told and told[-1].family == quantity.family
    return bool(told) and not own
