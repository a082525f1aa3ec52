"""The road on one page: from a plan's folder to the judgement on each of its targets.

    read_folder ─▶ open_content ─▶ freeze ─▶ compute ─▶ assess_plan ─▶ publish
    (a disk)       (all checked)   (vintage)  (results)  (scoreboard)   (pages)

Each step takes one value and gives one value that can be saved, looked at and handed on.
Nothing flows back: a change goes in at the left and comes out at the right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from lotrinh.assess import Scoreboard, assess_plan
from lotrinh.base.errors import LotrinhError, Problem, Problems, Where, wrong
from lotrinh.base.fields import Fields
from lotrinh.base.files import Files
from lotrinh.bodies import Register, load_bodies
from lotrinh.engine import Results, compute
from lotrinh.engine.incremental import recompute
from lotrinh.engine.restate import Maps, Restated, restate
from lotrinh.engine.territory import Territory
from lotrinh.indicators import Indicator
from lotrinh.indicators.check_formula import check_formulas
from lotrinh.indicators.load import gather_indicators, nearest
from lotrinh.intake import read_observations
from lotrinh.ledger import Observation, Recorded, Vintage
from lotrinh.periods import Calendar, load_calendars
from lotrinh.periods.load import PATH as CALENDARS
from lotrinh.places import (
    COUNTRY_FOLDER,
    Basis,
    Country,
    Gazetteer,
    load_country,
    load_places,
)
from lotrinh.plan import Plan
from lotrinh.plan.check import Known, check_plan
from lotrinh.plan.load import open_fields, read_plan
from lotrinh.plan.load_obligations import obligations_of, read_declared
from lotrinh.plan.obligation import Obligation
from lotrinh.plan.obliged import Grounds

if TYPE_CHECKING:
    from lotrinh.publish.page.case import Case

#: Folders that all plans share.
SHARED = ("places", "bodies", "indicators", "disaggregations", "periods")
_TEXTS = {".yml", ".csv", ".txt"}


@dataclass(frozen=True)
class Content:
    """A plan with all that it rests on, checked."""

    #: The plan's own files and those it rests on; nothing else is needed to open it again.
    files: Files
    plan: Plan
    #: The plans it carries out, nearest first.
    parents: tuple[Plan, ...]
    places: Gazetteer
    bodies: Register
    indicators: dict[str, Indicator]
    calendars: dict[str, Calendar]
    #: Its own figures and those of its parents.
    observations: tuple[Observation, ...]

    @cached_property
    def territory(self) -> Territory:
        """Its places on the maps of all days, each map made once."""
        return Territory(self.places)


@dataclass(frozen=True)
class Evaluation:
    """A plan on one vintage: every result and every judgement."""

    content: Content
    vintage: Vintage
    results: Results
    scoreboard: Scoreboard

    def case(self, recorded: Mapping[str, Recorded] | None = None) -> Case:
        """Return what pages draw on; `recorded` says who entered each observation, and when."""
        # Charts take a second to load; who only computes is spared it.
        from lotrinh.publish.page.case import Case

        known = self.content
        return Case(
            plan=known.plan,
            parents=known.parents,
            places=known.places,
            territory=known.territory,
            bodies=known.bodies,
            indicators=known.indicators,
            vintage=self.vintage,
            scoreboard=self.scoreboard,
            results=self.results,
            recorded=recorded or {},
        )


def read_folder(path: Path) -> tuple[Files, str]:
    """Return the files of the content a plan's folder lies in, and the plan's address there.

    The content is the nearest folder above that holds `places`; LotrinhError without one, or
    without a plan.
    """
    folder = path.resolve()
    if not (folder / "plan.yml").is_file():
        raise wrong("plan.no_plan_here", Where(str(path)))
    top = next((above for above in folder.parents if (above / "places").is_dir()), None)
    if top is None:
        raise wrong("plan.no_content_here", Where(str(path)), shared=SHARED)
    paths = (one for one in top.rglob("*") if one.suffix in _TEXTS and one.is_file())
    # The national list is large; a plan names few of its places, and travels without it.
    own = sorted(one for one in paths if top / COUNTRY_FOLDER not in one.parents)
    return _texts(own, top), folder.relative_to(top).as_posix()


def content_of(path: Path) -> Path:
    """Return the folder of the content that `path` is, holds or lies in."""
    folder = path.resolve()
    tops = (folder, folder / "content", *folder.parents)
    top = next((one for one in tops if (one / COUNTRY_FOLDER).is_dir()), None)
    if top is None:
        raise wrong("plan.no_content_here", Where(str(path)), shared=SHARED)
    return top


def read_country(path: Path) -> Country:
    """Return the whole country's places, from the content that `path` is or lies in."""
    top = content_of(path)
    return load_country(_texts(sorted((top / "places").rglob("*.csv")), top))


def texts_of(top: Path) -> Files:
    """Return every text of a content by its path."""
    return _texts(sorted(one for one in top.rglob("*") if one.suffix in _TEXTS), top)


def _texts(paths: Iterable[Path], top: Path) -> Files:
    """Return the texts of files by their paths below `top`."""
    files: dict[str, str] = {}
    problems = Problems()
    for one in paths:
        name = one.relative_to(top).as_posix()
        try:
            files[name] = one.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            problems.add("plan.not_utf8", Where(name))
    problems.raise_if_any()
    return files


def open_content(files: Files, folder: str) -> Content:
    """Return the plan in `folder` with all it rests on.

    Raises one LotrinhError that holds every mistake of every file.
    """
    problems = Problems()
    places = load_places(files)
    bodies = load_bodies(files, places)
    opened = _lineage(files, folder, problems)
    own, lineage = opened.get(folder), {at: one for at, (one, _) in opened.items() if at != folder}
    indicators = gather_indicators(files, bodies, (folder, *lineage), problems)
    broken = {PurePosixPath(problem.where.file).stem for problem in problems.found}
    calendars = load_calendars(files) if CALENDARS in files else {}
    with _noting(problems, broken):
        check_formulas(indicators)
    if own is not None:
        with _noting(problems, broken):
            check_plan(*own, Known(indicators, places, bodies, lineage))
            grounds = Grounds(indicators, places, bodies, calendars)
            read_declared(own[0], files, grounds, own[0].until)
    observations: list[Observation] = []
    for name in (f"{one}/observations.csv" for one in (folder, *lineage)):
        if name in files:
            with _noting(problems, broken):
                observations += read_observations(files[name], name, indicators, places)
    problems.raise_if_any()
    assert own is not None, "a plan that could not be opened has left a problem"
    tops = tuple(f"{one}/" for one in (*SHARED, folder, *lineage))
    kept = {
        path: text
        for path, text in files.items()
        if path.startswith(tops) and not path.startswith(f"{COUNTRY_FOLDER}/")
    }
    parents = tuple(lineage.values())
    return Content(
        kept, own[0], parents, places, bodies, indicators, calendars, tuple(observations)
    )


def obligations(content: Content, day: date) -> tuple[Obligation, ...]:
    """Return who must report what under the plan, as bodies stood on the day."""
    editions = {one.indicator: one.period.first_day.year for one in content.observations}
    return obligations_of(
        content.plan,
        content.files,
        Grounds(content.indicators, content.places, content.bodies, content.calendars, editions),
        day,
    )


def freeze(content: Content, as_known_on: date) -> Vintage:
    """Return the figures known on the day, frozen."""
    return Vintage.freeze(content.observations, as_known_on)


def evaluate(content: Content, as_known_on: date, *, on: str = "reference") -> Evaluation:
    """Walk the road from content to judgement, as known on a day, on the engine named `on`."""
    return evaluate_vintage(content, freeze(content, as_known_on), on=on)


def evaluate_vintage(content: Content, vintage: Vintage, *, on: str = "reference") -> Evaluation:
    """Walk the road from a vintage that is already frozen."""
    results = compute(content.indicators, vintage, on=on, places=content.places)
    scoreboard = assess_plan(content.plan, content.indicators, results, vintage)
    return Evaluation(content, vintage, results, scoreboard)


def evaluate_again(previous: Evaluation, vintage: Vintage) -> Evaluation:
    """Walk the road again from a vintage that differs by a few figures from the one before.

    Only what rests on these is computed again; the outcome is that of `evaluate_vintage`.
    """
    content = previous.content
    results = recompute(
        previous.results, content.indicators, previous.vintage, vintage, content.territory
    )
    scoreboard = assess_plan(content.plan, content.indicators, results, vintage)
    return Evaluation(content, vintage, results, scoreboard)


def restate_on(
    content: Content, country: Country, name: str, day: date, basis: Basis, as_known_on: date
) -> tuple[tuple[Restated, ...], LotrinhError | None]:
    """Return an indicator on the map of another day, and the error of what was refused in it.

    Raises LotrinhError for an unknown indicator, or one without figures.
    """
    if name not in content.indicators:
        near = nearest(name, content.indicators)
        raise wrong("indicators.unknown", Where(field=name), id=name, near=near)
    maps = Maps(country.gazetteer, basis, country.weights)
    rows = restate(name, content.indicators, freeze(content, as_known_on), maps, day)
    if not rows:
        indicator = content.indicators[name]
        raise wrong("places.nothing_to_restate", Where(field=name), indicator=indicator, day=day)
    count = sum(one.is_refused for one in rows)
    return rows, wrong("places.refused", Where(field=name), count=count) if count else None


def _lineage(files: Files, folder: str, problems: Problems) -> dict[str, tuple[Plan, Fields]]:
    """Return the plan and those above by folder, nearest first, each opened once."""
    found: dict[str, tuple[Plan, Fields]] = {}
    todo = [folder]
    while todo:
        at = todo.pop(0)
        try:
            fields = open_fields(files, at)
            plan = read_plan(fields, files, at)
        except LotrinhError as error:
            problems.found += [one for one in error.problems if one not in problems.found]
            continue
        found[at] = (plan, fields)
        for above in (str(address) for address in plan.parents):
            if f"{above}/plan.yml" not in files:
                where = Where(f"{plan.address}/plan.yml", field="documents")
                problems.add("plan.unknown_plan", where, plan=above)
            elif above not in found:
                todo.append(above)
    return found


@contextmanager
def _noting(problems: Problems, broken: set[str]) -> Iterator[None]:
    """Note what a step raises and go on, but for what only follows from a broken file."""
    try:
        yield
    except LotrinhError as error:
        new = [one for one in error.problems if one not in problems.found]
        problems.found += [one for one in new if not _follows(one, broken)]


def _follows(problem: Problem, broken: set[str]) -> bool:
    return problem.key == "indicators.unknown" and problem.values.get("id") in broken
