"""Carries the figures of before over as submissions of public sources, and tells the audit."""

from collections import defaultdict
from decimal import Decimal

from django.db import migrations

from lotrinh.base.source import Source
from lotrinh.ledger import Figure, Observation, Submission, day_of
from lotrinh.ledger.chain import BEGINNING, Link, canonical
from lotrinh.ledger.entry import digest
from lotrinh.periods import Period

CELLS = (
    "indicator place unit status qualifier method price_basis note recorded_precision breakdown shared"
).split()


def carry_over(apps, schema_editor):
    """Make one submission of what one person entered at one moment with one plan."""
    before = defaultdict(list)
    for row in apps.get_model("reporting", "FigureBefore").objects.order_by("entered_at", "id"):
        before[row.entered_at, row.plan, row.entered_by].append(row)
    number = 0
    for (at, plan, by), rows in before.items():
        figures = tuple(Figure(_observation(row)) for row in rows)
        sent = Submission("published", "", by, at, figures, levels=0, plan=plan)
        entries = tuple(sent.entries(number + 1))
        number = entries[-1].number
        _keep(apps, sent, entries)


def _observation(row):
    return Observation(
        period=Period.read(row.period),
        value=Decimal(row.value),
        source=Source(row.source_title, row.source_url, row.recorded_at),
        recorded_at=row.recorded_at,
        **{name: getattr(row, name) for name in CELLS},
    )


def _keep(apps, sent, entries):
    rows = apps.get_model("reporting", "Submission").objects
    rows.create(id=sent.id, **sent.head() | {"submitted_at": sent.submitted_at})
    entry = apps.get_model("reporting", "LedgerEntry")
    columns = {field.name for field in entry._meta.get_fields()}  # noqa: SLF001
    kept = (
        entry(
            number=one.number,
            kind=one.kind,
            submission_id=sent.id,
            by=one.by,
            at=one.at,
            observation_id=one.observation.id,
            **_cells(one.observation, columns),
        )
        for one in entries
    )
    entry.objects.bulk_create(kept, batch_size=2000)
    apps.get_model("reporting", "SubmissionState").objects.create(
        submission_id=sent.id,
        state="approved",
        official_on=day_of(sent.submitted_at),
        since=entries[-1].number,
    )
    audit = apps.get_model("audit", "AuditEntry").objects
    last = audit.order_by("-id").first()
    payload = {"first": entries[0].number, "last": entries[-1].number, "digest": digest(entries)}
    deed = ("carry_over", f"submissions/{sent.id}", canonical(payload))
    link = Link.after(last.hash if last else BEGINNING, sent.submitted_at, sent.author, *deed)
    audit.create(**vars(link))


def _cells(observation, columns):
    """Return the cells that the table has today; later ones were empty before."""
    row = observation.as_row() | {"recorded_at": observation.recorded_at}
    return {name: value for name, value in row.items() if name in columns}


class Migration(migrations.Migration):
    dependencies = [("reporting", "0004_submissions"), ("audit", "0001_initial")]

    operations = [
        migrations.RunPython(carry_over),
        migrations.DeleteModel("FigureBefore"),
    ]
