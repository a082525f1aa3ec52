"""Reads what is measured, where and by whom, for commands that work without a plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lotrinh.base.files import Files
    from lotrinh.bodies import Register
    from lotrinh.indicators import Indicator
    from lotrinh.places import Country


def read_definitions(path: Path) -> tuple[dict[str, Indicator], Country]:
    """Return the indicators of all plans, and the country, of the content `path` lies in."""
    from lotrinh.flow import content_of, texts_of
    from lotrinh.places import load_country

    files = texts_of(content_of(path))
    return _indicators(files)[0], load_country(files)


def read_indicators(path: Path) -> tuple[dict[str, Indicator], Register]:
    """Return the indicators of all plans, and the bodies, of the content `path` lies in."""
    from lotrinh.flow import content_of, texts_of

    return _indicators(texts_of(content_of(path)))


def _indicators(files: Files) -> tuple[dict[str, Indicator], Register]:
    from lotrinh.base.errors import Problems
    from lotrinh.bodies import load_bodies
    from lotrinh.indicators.load import gather_indicators
    from lotrinh.places import load_places

    problems, bodies = Problems(), load_bodies(files, load_places(files))
    plans = [one.removesuffix("/plan.yml") for one in files if one.endswith("/plan.yml")]
    indicators = gather_indicators(files, bodies, plans, problems)
    problems.raise_if_any()
    return indicators, bodies


def offer_names(draft: dict[str, Any], path: Path) -> dict[str, Any]:
    """Return the JSON of a draft with the indicators, bodies and places it may name."""
    from lotrinh.bodies import load_bodies
    from lotrinh.directive.match import Names
    from lotrinh.directive.named import named
    from lotrinh.flow import read_country, texts_of
    from lotrinh.indicators import load_indicators
    from lotrinh.places import load_places
    from lotrinh.places.search import Index

    files = texts_of(path)
    bodies = load_bodies(files, load_places(files))
    indicators = load_indicators(files, bodies)
    index = Index(read_country(path).gazetteer)
    return named(
        draft,
        Names({one.id: [one.name.vi] for one in indicators.values()}),
        Names({one.id: [one.name.vi] for one in bodies.bodies.values()}),
        lambda said: [(one.id, one.name.vi) for one in index.find(said)],
    )
