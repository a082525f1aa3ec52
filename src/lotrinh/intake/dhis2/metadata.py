"""Reads a metadata file of DHIS2: its collections, each object by its id."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lotrinh.base.errors import Where, wrong

Thing = Mapping[str, Any]

#: What every DHIS2 calls the whole: the combination of no categories.
DEFAULT = "HllvX50cXC0"


@dataclass(frozen=True)
class Metadata:
    """The collections of a file."""

    file: str
    collections: Mapping[str, tuple[Thing, ...]]

    def counts(self) -> dict[str, int]:
        """Return how many objects each collection holds."""
        return {name: len(things) for name, things in self.collections.items()}

    def by_id(self, collection: str) -> dict[str, Thing]:
        """Return the objects of a collection by their id."""
        return {str(one["id"]): one for one in self.collections.get(collection, ())}


def read_metadata(text: str, file: str) -> Metadata:
    """Read the text of a metadata file.

    Raises LotrinhError when it is no JSON, or not the JSON of a DHIS2's metadata with
    indicators.
    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        where = Where(file, error.lineno)
        raise wrong("intake.dhis2_no_json", where, column=error.colno) from error
    collections = {
        name: tuple(one for one in things if isinstance(one, dict) and "id" in one)
        for name, things in (data.items() if isinstance(data, dict) else ())
        if isinstance(things, list)
    }
    if not collections.get("indicators"):
        raise wrong("intake.dhis2_no_indicators", Where(file))
    return Metadata(file, collections)


def name_of(thing: Thing, lang: str = "") -> str:
    """Return the name of an object, in a language where it is translated."""
    for one in thing.get("translations", ()):
        if one.get("property") == "NAME" and str(one.get("locale", "")).startswith(lang or "-"):
            return str(one["value"])
    return str(thing.get("name") or thing["id"])


def id_from(name: str) -> str:
    """Make an id of a name: its letters without marks, small, with hyphens.

    >>> id_from("Tỷ lệ tiêm chủng – đủ liều (%)")
    'ty-le-tiem-chung-du-lieu'
    """
    flat = unicodedata.normalize("NFKD", name.replace("đ", "d").replace("Đ", "D"))
    words = re.findall(r"[a-z0-9]+", flat.encode("ascii", "ignore").decode().lower())
    joined = "-".join(words)
    return joined if joined[:1].isalpha() else f"i-{joined}".rstrip("-")
