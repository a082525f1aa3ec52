"""Keeps the country's places ready: read once a process, when the first page asks for them.

The list is large and no plan's own, so it stays in the content folder and not in the database.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from threading import Lock

import yaml

from lotrinh.base.words import Words
from lotrinh.flow import read_country
from lotrinh.places import Gazetteer, load_hierarchies
from lotrinh.places.boundaries import Boundary, read_boundaries
from lotrinh.places.load import FOLDER
from lotrinh.publish.page.atlas import Atlas, ListSource
from lotrinh_web.content import content_folder

_LOCK = Lock()


def atlas() -> Atlas:
    """Return the country; the first who asks waits for it, and so do those who come meanwhile."""
    with _LOCK:
        return _read(content_folder())


@cache
def _read(folder: Path) -> Atlas:
    country = read_country(folder)
    tables = (folder / FOLDER).glob("*.csv")
    texts = {f"{FOLDER}/{one.name}": one.read_text(encoding="utf-8") for one in tables}
    hierarchies, memberships = load_hierarchies(texts, country.gazetteer)
    return Atlas(
        country=country,
        hierarchies=hierarchies,
        memberships=memberships,
        boundaries=tuple(_boundaries(folder / FOLDER / "boundaries", country.gazetteer)),
        sources=_sources(folder / FOLDER / "sources.yml"),
    )


def _boundaries(folder: Path, gazetteer: Gazetteer) -> Iterator[Boundary]:
    """Yield the boundaries that were put beside the list; there may be none."""
    for one in sorted(folder.glob("*.*json")):
        yield from read_boundaries(one.read_text(encoding="utf-8"), one.name, gazetteer)


def _sources(path: Path) -> dict[str, ListSource]:
    data = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return {
        one["id"]: ListSource(Words(one.get("title_vi", one["title"]), one["title"]), one["url"])
        for one in data.get("sources", ())
    }
