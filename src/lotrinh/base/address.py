"""The name of a thing as text: `plans/dak-lak/kh-175-2020#target/broadband`.

Everything that can be cited has one: a plan, and in it a goal, target, duty or clause.
An address is only a name; it does not know how to find the thing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lotrinh.base.errors import wrong

_SHAPE = re.compile(
    r"(?P<folder>[a-z0-9@._-]+(?:/[a-z0-9@._-]+)*)(?:#(?P<kind>[a-z]+)/(?P<name>\S+))?"
)


@dataclass(frozen=True, order=True)
class Address:
    """A folder of the content and, after '#', a kind of thing and its name in that folder.

    >>> Address.read("plans/dak-lak/kh-175-2020#target/broadband").name
    'broadband'
    >>> str(Address("plans/vn/nq-52-2019").to("clause", "I.1"))
    'plans/vn/nq-52-2019#clause/I.1'
    >>> Address.read("not an address")
    Traceback (most recent call last):
    lotrinh.base.errors.LotrinhError: “not an address” is not an address. ...
    """

    folder: str
    kind: str = ""
    name: str = ""

    @classmethod
    def read(cls, text: str) -> Address:
        """Read an address; raises LotrinhError when the text is none."""
        found = _SHAPE.fullmatch(text.strip())
        if found is None:
            raise wrong("base.unreadable_address", text=text)
        return cls(found["folder"], found["kind"] or "", found["name"] or "")

    def to(self, kind: str, name: str) -> Address:
        """Return the address of a thing in the same folder."""
        return Address(self.folder, kind, name)

    def __str__(self) -> str:
        return f"{self.folder}#{self.kind}/{self.name}" if self.kind else self.folder
