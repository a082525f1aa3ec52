"""Walks a parsed YAML mapping with the line of each field, so that an error can point at it.

It hands out values of the asked shape or raises; what the values mean is for the rooms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from lotrinh.base.errors import Where
from lotrinh.base.words import Words

#: Line of each field by its path: ("targets", 0, "value") -> 31.
Lines = Mapping[tuple[str | int, ...], int]


@dataclass(frozen=True)
class Fields:
    """A mapping that has passed its JSON Schema, with the places of its fields.

    >>> Fields({"name": {"vi": "kỳ", "en": "period"}}, "x.yml", {("name",): 3}).words("name").en
    'period'
    """

    data: Mapping[str, Any]
    file: str
    lines: Lines
    path: tuple[str | int, ...] = ()

    def where(self, name: str = "") -> Where:
        """Return the place of a field, or of the mapping itself."""
        path = (*self.path, name) if name else self.path
        known = path
        while known and known not in self.lines:
            known = known[:-1]
        return Where(self.file, self.lines.get(known), ".".join(str(part) for part in path))

    def __contains__(self, name: str) -> bool:
        return self.data.get(name) is not None

    def text(self, name: str) -> str:
        """Return a text, empty when the field is not there."""
        return str(self.data.get(name) or "")

    def words(self, name: str) -> Words:
        """Return a text in both languages."""
        found = self.data[name]
        return Words(found["vi"], found["en"])

    def words_or_none(self, name: str) -> Words | None:
        """Return a text in both languages, None when the field is not there."""
        return self.words(name) if name in self else None

    def decimal_or_none(self, name: str) -> Decimal | None:
        """Return a number exactly as written, None when the field is not there."""
        return Decimal(str(self.data[name])) if name in self else None

    def day_or_none(self, name: str) -> date | None:
        """Return a day, None when the field is not there."""
        return self.data[name] if name in self else None

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts, empty when the field is not there."""
        return tuple(str(one) for one in self.data.get(name) or ())

    def each(self, name: str) -> Iterator[Fields]:
        """Yield the mappings of a list."""
        for number, one in enumerate(self.data.get(name) or ()):
            yield Fields(one, self.file, self.lines, (*self.path, name, number))

    def inner(self, name: str) -> Fields:
        """Return a mapping within this one."""
        return Fields(self.data[name], self.file, self.lines, (*self.path, name))
