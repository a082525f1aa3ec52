"""Versions of figures that may be told to everyone, and how each came into the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from lotrinh.base.words import Lang
from lotrinh.ledger import Key, Vintage, day_of
from lotrinh.ledger.history import Version
from lotrinh.ledger.published import Published
from lotrinh.publish.page.history import Origin
from lotrinh_web.accounts.people import full_names
from lotrinh_web.desk.contents import sources
from lotrinh_web.desk.told import Told
from lotrinh_web.reporting import bridge, queries
from lotrinh_web.reporting.models import LedgerEntry, Submission
from lotrinh_web.reporting.shown import signature
from lotrinh_web.reporting.vintages import entered

#: Parts of the address of a figure.
PARTS = Key._fields


def open_versions(found: Told, vintage: Vintage, day: date) -> list[Version]:
    """Return the versions up to a day that may be told to everyone.

    Where the figure that holds is withheld, those it replaced are too; one that was taken back
    is in no vintage and is sifted by itself.
    """
    above = sources(found.content)
    every = [one for one in queries.versions(above) if one.since <= day]
    official, _ = queries.vintage(plans=above, day=day)
    hidden = {one.key for one in official.observations} - {one.key for one in vintage.observations}
    told = {one.id for one in found.rule.observations(one.observation for one in every)}
    return [
        one for one in every if one.observation.id in told and one.observation.key not in hidden
    ]


def is_asked(one: Version, asked: Mapping[str, str]) -> bool:
    """Tell whether a version is about what an address names; what it leaves open is all."""
    said = one.observation.key._asdict()
    return all(not text or str(said[name]) == text for name, text in asked.items())


def origins(versions: Iterable[Version], day: date, lang: Lang) -> dict[str, Origin]:
    """Return how each version came into the ledger, by its submission, as known on a day."""
    ids = {one.entry.submission for one in versions}
    names = full_names()
    approvals: dict[str, list[tuple[str, date]]] = {}
    rows = LedgerEntry.objects.filter(submission__in=ids, verdict="approved").order_by("number")
    for row in rows:
        one = bridge.to_entry(row)
        signed = signature(one.by, one.signed_as, names, lang)
        approvals.setdefault(one.submission, []).append((signed, one.day))
    return {
        row.id: Origin(
            body=row.body,
            approvals=tuple(approvals.get(row.id, ())),
            reason=row.reason,
            vintage=_vintage(row, day),
        )
        for row in Submission.objects.filter(id__in=ids).select_related("now")
    }


def _vintage(row: Submission, day: date) -> Published | None:
    found = entered(row.plan, row.now.since)
    return found if found and day_of(found.at) <= day else None
