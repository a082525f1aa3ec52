"""A disaggregation: a dimension by which figures are broken down, and its categories.

The categories of one dimension are apart and together make the whole, so that figures of all
of them add up to the total where the indicator adds up at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from lotrinh.base.errors import LotrinhError, Problems, wrong
from lotrinh.base.fields import Fields
from lotrinh.base.files import Files, under
from lotrinh.base.words import Lang, Words
from lotrinh.indicators.read_yaml import read_yaml

FOLDER = "disaggregations"


@dataclass(frozen=True)
class Disaggregation:
    """One dimension, such as sex, with its categories in order."""

    id: str
    name: Words
    #: Name of each category by its code, in the order in which they are shown.
    categories: Mapping[str, Words]
    #: Classifications it follows, with the pages where they were read.
    references: tuple[str, ...] = ()

    def say(self, lang: Lang) -> str:
        """Return its name."""
        return self.name.say(lang)


def say_part(categories: Mapping[str, str], declared: Iterable[Disaggregation], lang: Lang) -> str:
    """Name a part of the whole, given as category by dimension: `nữ, nông thôn`.

    Empty for the total. What is not declared keeps its code: `sex=female`.
    """
    known = {one.id: one.categories for one in declared}
    named = []
    for dimension, category in categories.items():
        name = known.get(dimension, {}).get(category)
        named.append(name.say(lang) if name else f"{dimension}={category}")
    return ", ".join(named)


def gather_disaggregations(files: Files, problems: Problems) -> dict[str, Disaggregation]:
    """Return the dimensions that are right, and note in `problems` what is wrong with the rest."""
    found: dict[str, Disaggregation] = {}
    for path, text in under(files, FOLDER, ".yml"):
        try:
            one = _disaggregation(read_yaml(text, path, "indicators", "disaggregation"))
        except LotrinhError as error:
            problems.take(error)
        else:
            found[one.id] = one
    return found


def _disaggregation(fields: Fields) -> Disaggregation:
    id = fields.text("id")
    if id != PurePosixPath(fields.file).stem:
        raise wrong("indicators.id_is_not_file_name", fields.where("id"), id=id)
    categories = fields.inner("categories")
    return Disaggregation(
        id=id,
        name=fields.words("name"),
        categories={code: categories.words(code) for code in categories.data},
        references=fields.texts("references"),
    )
