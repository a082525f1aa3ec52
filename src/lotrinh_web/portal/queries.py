"""Reads a plan as judged on a day: one value with all that a page may draw on.

Judging is pure, so the same version, ledger and day give the same value; it is kept.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from lotrinh.flow import Content, evaluate_vintage, open_content
from lotrinh.ledger import Vintage
from lotrinh.publish.page import Case, Recorded
from lotrinh_web.desk import queries as desk
from lotrinh_web.reporting import queries as reporting

#: Plans times days that are kept ready.
_KEPT = 64


def cases(as_known_on: date) -> tuple[Case, ...]:
    """Return every plan, judged on the day."""
    ledger = reporting.last_number()
    return tuple(_case(_Key(one), ledger, as_known_on) for one in desk.versions())


def case(address: str, as_known_on: date) -> Case | None:
    """Return one plan, judged on the day; None when there is no such plan."""
    found = desk.version(address)
    return _case(_Key(found), reporting.last_number(), as_known_on) if found else None


class _Key:
    """A version, told from others by its content: the same files give the same judgement."""

    def __init__(self, version: desk.Version) -> None:
        self.version = version

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other._content == self._content

    def __hash__(self) -> int:
        return hash(self._content)

    @property
    def _content(self) -> tuple[str, str]:
        return self.version.address, self.version.sha256


@lru_cache(maxsize=16)
def _content(key: _Key) -> Content:
    return open_content(desk.files(key.version.id), key.version.address)


@lru_cache(maxsize=_KEPT)
def _case(key: _Key, ledger: int, as_known_on: date) -> Case:
    """Judge; the ledger only grows, so its last number tells one state of it from another."""
    content = _content(key)
    address = key.version.address
    folders = (address, *(str(one.address) for one in content.parents))
    observations, entered = reporting.observations(
        plans=folders, ids=[one.id for one in content.observations], day=as_known_on
    )
    done = evaluate_vintage(content, Vintage.freeze(observations, as_known_on))
    return done.case({id: Recorded(by, at) for id, (by, at) in entered.items()})
