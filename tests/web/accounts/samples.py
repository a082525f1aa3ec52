"""Real addresses for the permission matrix: what an address about one body or another is.

A view or operation that asks for a power at a body needs a line in `ABOUT`, keyed by its name:
a function from the id of a body to the parts of the address. Everything else is filled with
`ANY`; what such an address leads to need not exist, for who may not enter is told before that.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

#: Part of an address -> a value that is well formed.
ANY: dict[str, Any] = {
    "folder": "dak-lak/kh-175-2020",
    "id": 1,
    "item_id": 1,
    "name": "an",
    "part": "MQ",
    "pk": 1,
    "provider_id": "server",
    "token": "x-1",
}
#: View -> values of its own, where `ANY` does not fit.
OWN: dict[str, dict[str, Any]] = {
    "vi:place": {"id": "vn/dak-lak@2025"},
    "vi:reform": {"id": "vn/dak-lak@2025"},
    "vi:target": {"id": "labour-productivity"},
    "vi:chart": {"id": "labour-productivity"},
}
#: View or operation -> from a body to the parts of the address that is about it.
ABOUT: dict[str, Callable[[str], dict[str, Any]]] = {}
