"""Reads the plans as issued; the last version of each holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.db.models import Max

from lotrinh.base.files import Files
from lotrinh.bodies import Register, load_bodies
from lotrinh.places import load_places
from lotrinh_web.desk.models import PlanVersion


@dataclass(frozen=True)
class Version:
    """Which version of a plan holds, without its files."""

    id: int
    address: str
    sha256: str
    issued_at: datetime
    issued_by: str


def versions() -> tuple[Version, ...]:
    """Return the version that holds of each plan, by address."""
    latest = PlanVersion.objects.values("address").annotate(last=Max("id")).values("last")
    rows = PlanVersion.objects.filter(id__in=latest).order_by("address")
    fields = rows.values_list("id", "address", "sha256", "issued_at", "issued_by")
    return tuple(Version(*row) for row in fields)


def version(address: str) -> Version | None:
    """Return the version that holds of one plan; None when there is no such plan."""
    return next((one for one in versions() if one.address == address), None)


def files(id: int) -> Files:
    """Return the files of a version."""
    found: Files = PlanVersion.objects.values_list("files", flat=True).get(id=id)
    return found


def bodies() -> Register:
    """Return every body that an issued plan brought; none before the first plan."""
    in_order = sorted(versions(), key=lambda one: one.id)
    return _bodies(tuple((one.address, one.sha256) for one in in_order))


@lru_cache(maxsize=4)
def _bodies(known: tuple[tuple[str, str], ...]) -> Register:
    """Read the registers that travel with the plans; later versions write over earlier ones."""
    texts: dict[str, str] = {}
    for address, _ in known:
        found = version(address)
        assert found is not None, "a version that was just read holds"
        texts |= files(found.id)
    if not texts:
        return Register({})
    return load_bodies(texts, load_places(texts))
