"""Publishes vintages: a plan's official figures of a day under one hash, with the chain's head."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from lotrinh.ledger import Vintage
from lotrinh.ledger.published import Published, once
from lotrinh_web.audit.actions import queue, record
from lotrinh_web.audit.queries import head
from lotrinh_web.desk.contents import sources
from lotrinh_web.desk.told import Told, told_of
from lotrinh_web.reporting import queries
from lotrinh_web.reporting.models import PublishedVintage


def publish_vintage(*, plan: str, as_known_on: date, by: str, at: datetime) -> Published | None:
    """Publish the figures of a plan on a day; the same figures again are published once.

    It is the vintage of the public pages: everything that was official before this moment and
    may be told to everyone. The head of the chain tells what this moment stood on. None when
    there is no such plan.
    """
    with transaction.atomic():
        queue()
        found = told_of(plan)
        if found is None:
            return None
        above = sources(found.content)
        vintage, withheld = public_vintage(found, as_known_on)
        there = PublishedVintage.objects.filter(plan=plan, hash=vintage.hash).first()
        if there is not None:
            return to_core(there)
        last = queries.last_number()
        done = Published(plan, above, as_known_on, vintage.hash, last, head(), by, at, withheld)
        to_row(done).save(force_insert=True)
        record(by=by, at=at, action="publish_vintage", subject=plan, payload=done.as_dict())
    return done


def public_vintage(found: Told, day: date) -> tuple[Vintage, tuple[int, ...]]:
    """Return the figures of a plan on a day that may be told, and the entries left out."""
    known = queries.known(plans=sources(found.content), day=day)
    told = found.rule.observations(once(one.observation for one in known))
    ids = {one.id for one in told}
    withheld = tuple(one.entry.number for one in known if one.observation.id not in ids)
    return Vintage.freeze(told, day), withheld


def vintages(plan: str = "") -> tuple[Published, ...]:
    """Return the vintages published of a plan, or of all, the latest last."""
    rows = PublishedVintage.objects.all()
    return tuple(to_core(row) for row in (rows.filter(plan=plan) if plan else rows))


def entered(plan: str, number: int) -> Published | None:
    """Return the first published vintage of a plan that could take in an entry of the ledger."""
    rows = PublishedVintage.objects.filter(plan=plan, last_entry__gte=number)
    row = rows.order_by("last_entry", "id").first()
    return to_core(row) if row else None


def to_core(row: PublishedVintage) -> Published:
    """Return the published vintage of a row."""
    return Published(
        plan=row.plan,
        sources=tuple(row.sources),
        as_known_on=row.as_known_on,
        hash=row.hash,
        last_entry=row.last_entry,
        chain_head=row.chain_head,
        by=row.by,
        at=row.at,
        withheld=tuple(row.withheld),
    )


def to_row(one: Published) -> PublishedVintage:
    """Return the row of a published vintage, not saved."""
    return PublishedVintage(
        **{**vars(one), "sources": list(one.sources), "withheld": list(one.withheld)}
    )
