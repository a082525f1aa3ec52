"""Between rows and values of the core: entries, submissions; both ways, nothing lost."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Any, cast

from lotrinh.base.mark import Mark
from lotrinh.base.source import Source
from lotrinh.ledger import Entry, Figure, Observation, Progress, Remark, Submission
from lotrinh.ledger import submission as core
from lotrinh.ledger.entry import Kind, Verdict
from lotrinh.ledger.observation import Method, Precision, Qualifier, Status
from lotrinh.periods import Period
from lotrinh_web.reporting import models

#: A ledger says the same few periods and sources over and over: one value of each is kept.
_period = lru_cache(maxsize=4096)(Period.read)
_source = lru_cache(maxsize=4096)(Source)


def to_observation(row: models.LedgerEntry) -> Observation:
    """Return the figure of a row."""
    assert row.recorded_at is not None, "a figure has a day from which it counts as known"
    return Observation(
        indicator=row.indicator,
        place=row.place,
        period=_period(row.period),
        value=Decimal(row.value),
        unit=row.unit,
        status=cast(Status, row.status),
        source=_source(row.source_title, row.source_url, row.recorded_at),
        recorded_at=row.recorded_at,
        recorded_precision=cast(Precision, row.recorded_precision),
        qualifier=cast(Qualifier, row.qualifier),
        method=cast(Method, row.method),
        price_basis=row.price_basis,
        note=row.note,
        breakdown=row.breakdown,
        shared=row.shared,
        mark=cast(Mark, row.mark),
    )


def to_entry(row: models.LedgerEntry) -> Entry:
    """Return the entry of a row."""
    return Entry(
        kind=cast(Kind, row.kind),
        submission=row.submission_id,
        by=row.by,
        at=row.at,
        number=row.number,
        observation=to_observation(row) if row.observation_id else None,
        about=row.about or 0,
        reason=row.reason,
        verdict=cast(Verdict, row.verdict) if row.verdict else None,
        level=row.level or 0,
        remarks=tuple(Remark(one["text"], one["figure"]) for one in row.remarks),
        signed_as=row.signed_as,
    )


def to_row(one: Entry) -> models.LedgerEntry:
    """Return the row of an entry, not saved."""
    figure: dict[str, Any] = {}
    if one.observation is not None:
        cells = one.observation.as_row() | {"recorded_at": one.observation.recorded_at}
        figure = {"observation_id": one.observation.id, **cells}
    return models.LedgerEntry(
        number=one.number,
        kind=one.kind,
        submission_id=one.submission,
        by=one.by,
        at=one.at,
        about=one.about or None,
        reason=one.reason,
        verdict=one.verdict or "",
        level=one.level or None,
        remarks=[{"figure": remark.figure, "text": remark.text} for remark in one.remarks],
        signed_as=one.signed_as,
        **figure,
    )


def to_submission(row: models.Submission, entries: Iterable[models.LedgerEntry]) -> Submission:
    """Return the submission of a row and of its own entries, in their order."""
    own = [to_entry(one) for one in entries if one.kind != "decision"]
    figures = (
        Figure(one.observation, one.about, one.reason) for one in own if one.observation is not None
    )
    return Submission(
        purpose=cast(core.Purpose, row.purpose),
        body=row.body,
        author=row.author,
        submitted_at=row.submitted_at,
        figures=tuple(figures),
        withdrawn=tuple(one.about for one in own if one.kind == "withdrawal"),
        levels=row.levels,
        plan=row.plan,
        obligation=row.obligation,
        reason=row.reason,
        replaces=row.replaces,
    )


def to_submission_row(one: Submission) -> models.Submission:
    """Return the row of a submission, not saved; its figures are entries of the ledger."""
    return models.Submission(
        id=one.id,
        purpose=one.purpose,
        body=one.body,
        author=one.author,
        submitted_at=one.submitted_at,
        levels=one.levels,
        plan=one.plan,
        obligation=one.obligation,
        reason=one.reason,
        replaces=one.replaces,
    )


def to_progress(row: models.SubmissionState, approvals: Iterable[Entry]) -> Progress:
    """Return how far a submission has come, from its row and its approvals in their order."""
    given = tuple(approvals)
    return Progress(
        state=cast(core.State, row.state),
        level=row.level,
        official_on=row.official_on,
        approved_by=tuple(one.by for one in given),
        approved_on=tuple(one.day for one in given),
    )
