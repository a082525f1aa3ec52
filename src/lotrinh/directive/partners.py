"""The bodies that a task names besides the one that leads: partners, or those to be guided.

"chủ trì, phối hợp với Sở Y tế, các sở, ngành liên quan tổ chức …": names alone, no tasks.
"""

from __future__ import annotations

import re

from lotrinh.directive.find_bodies import HEAD, body_end, name_end, split_bodies

_WITH = re.compile(r"\bphối hợp (?:chặt chẽ )?(?:với|cùng với|cùng|giữa)?\s?")
_GUIDE = re.compile(r"^(?:chủ trì, )?(?:có trách nhiệm )?hướng dẫn\s")
_TAIL = re.compile(
    r"(?<=liên quan)\s.*|(?<=chức năng)\s.*|\s(?:tổ chức|tham mưu|đẩy mạnh|triển khai|thực hiện"
    r"|hướng dẫn"
    r"|xây dựng|thẩm định|bố trí|kiểm tra|rà soát|đề xuất|lập|theo dõi)(?:\s.*)?$"
)


def together(action: str) -> tuple[str, ...]:
    """Return the bodies named as partners, or as those to be guided."""
    found = _WITH.search(action) or _GUIDE.match(action)
    if not found or HEAD.match(action, found.end()) is None:
        return ()
    end = body_end(action, found.end())
    stop = action.find(";", found.end())
    last = min(x for x in (end, stop if stop > 0 else None, len(action)) if x is not None)
    row = re.split(r"\s(?:để|trong|nhằm|và\s(?=[a-zđ]+\s[a-z]))", action[found.end() : last])[0]
    return tuple(filter(None, map(_alone, split_bodies(row))))


def _alone(body: str) -> str:
    """Cut what a partner is to do off its name: "đơn vị liên quan | đẩy mạnh đa dạng hóa"."""
    end = None if body[:1].islower() else name_end(body, 0)
    if end is not None and body[end : end + 2].strip().islower():
        body = body[:end]
    found = _TAIL.search(body)
    return body[: found.start()].rstrip(" ,") if found else body
