"""Plans as everyone may see them: opened, and rid of what is marked. Public pages read no other.

The rule is the core's, `lotrinh.publish.disclosure`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from lotrinh.flow import Content
from lotrinh.publish.disclosure import Open, disclosed
from lotrinh_web.desk import queries
from lotrinh_web.desk.contents import content_of


@dataclass(frozen=True)
class Told:
    """A plan without what is marked, and the rule by which its figures are to be sifted."""

    content: Content
    rule: Open


def told_of(address: str) -> Told | None:
    """Return a plan as it holds now; None when there is no such plan."""
    found = queries.version(address)
    return _told(found.address, found.sha256) if found else None


def told(address: str, sha256: str) -> Told:
    """Return the version of a plan that holds; `sha256` names its files, as `versions` said."""
    return _told(address, sha256)


@lru_cache(maxsize=16)
def _told(address: str, sha256: str) -> Told:
    whole = content_of(address)
    assert whole is not None, "a version that was just read holds"
    rule = disclosed(whole.bodies, whole.indicators, whole.places)
    content = replace(
        whole,
        files={},  # they hold it all
        plan=rule.plan(whole.plan),
        parents=tuple(rule.plan(one) for one in whole.parents),
        bodies=rule.bodies,
        indicators=rule.indicators,
        observations=rule.observations(whole.observations),
    )
    return Told(content, rule)
