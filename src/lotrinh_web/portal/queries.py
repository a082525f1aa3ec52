"""Reads a plan as judged on a day: one value with all that a page may draw on.

Judging is pure, so the same version, figures and day give the same value; it is kept.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from lotrinh.flow import Evaluation, evaluate_again, evaluate_vintage
from lotrinh.ledger import Vintage
from lotrinh.publish.page import Case
from lotrinh_web.desk import queries as desk
from lotrinh_web.desk.contents import content_of, sources
from lotrinh_web.desk.told import told
from lotrinh_web.reporting import queries as reporting

#: Plans times days that are kept ready.
_KEPT = 64


def cases(as_known_on: date) -> tuple[Case, ...]:
    """Return every plan, judged on the day."""
    return tuple(_now(one, as_known_on) for one in desk.versions())


def case(address: str, as_known_on: date) -> Case | None:
    """Return one plan, judged on the day; None when there is no such plan."""
    found = desk.version(address)
    return _now(found, as_known_on) if found else None


def _now(version: desk.Version, as_known_on: date) -> Case:
    """Return the plan as its figures stand now; the same figures are judged once."""
    content = content_of(version.address)
    assert content is not None, "a version that was just read holds"
    since = reporting.official_since(sources(content))
    return _case(version.address, version.sha256, since, as_known_on)


@lru_cache(maxsize=_KEPT)
def _case(address: str, sha256: str, official_since: int, as_known_on: date) -> Case:
    """Judge; figures only become more, so the entry that brought the last tells how many."""
    public = told(address, sha256)
    plans = sources(public.content)
    official, recorded = reporting.vintage(plans=plans, day=as_known_on)
    observations = public.rule.observations(official.observations)
    if len(observations) < len(official.observations):
        recorded = {one.id: recorded[one.id] for one in observations}
    vintage = Vintage(as_known_on, observations)
    latest = _latest(address, sha256, as_known_on)
    # A new figure makes anew what rests on it; all else stands as it was judged before.
    done = (
        evaluate_again(latest[-1], vintage) if latest else evaluate_vintage(public.content, vintage)
    )
    latest[:] = [done]
    return done.case(recorded)


@lru_cache(maxsize=_KEPT)
def _latest(address: str, sha256: str, as_known_on: date) -> list[Evaluation]:
    """Return where the last judgement of a plan on a day is kept; empty before the first."""
    return []
