"""Submissions a second on SQLite and PostgreSQL, as the ledger grows, beside bare inserts.

    python -m benchmarks.ledger [--sizes 1000 30000 300000] [--submissions 60]

A submission of ten figures goes the whole way: powers, conflicts, entries, state, audit chain,
notices, one commit. The floor is the same ten rows in a bare table with one commit. Prints a
table for README.md.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from typing import Any

from benchmarks.on_databases import print_table

COLUMNS = ("entries in the ledger", "bare inserts/s", "submissions/s", "ratio",
           "approved to scoreboard, s")  # fmt: skip
FIGURES = 10


def main(argv: Sequence[str] | None = None) -> None:
    """Measure both databases and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=(1_000, 30_000, 300_000))
    parser.add_argument("--submissions", type=int, default=60)
    print_table(
        "ledger", COLUMNS, parser, argv,
        lambda given: measured(sorted(given.sizes), given.submissions),
    )  # fmt: skip


def measured(sizes: Sequence[int], count: int) -> Any:
    """Yield a row of the table for each size of the ledger."""
    import django

    django.setup()
    from web.reporting.on_its_own import begin

    begin()
    bare_table()
    for step, size in enumerate(sizes):
        entries = fill(size)
        sent = [figures(step * count + number) for number in range(count)]
        bare = count / timed(lambda sent=sent: [insert_bare(one) for one in sent])
        whole = count / timed(lambda sent=sent: [submit(one) for one in sent])
        seen = seconds_to_scoreboard(figures(900 + step))
        yield f"{entries:,}", f"{bare:.0f}", f"{whole:.1f}", f"{bare / whole:.1f} ×", f"{seen:.2f}"


def timed(step: Any) -> float:
    """Return the seconds a step takes."""
    start = time.perf_counter()
    step()
    return time.perf_counter() - start


def figures(number: int) -> list[Any]:
    """Return ten figures that nobody sent before."""
    from web.reporting.conftest import figure

    at, first = now(), 1000 + number
    return [figure("7", f"{first}-{month:02}", at) for month in range(1, FIGURES + 1)]


def now() -> Any:
    """Return the moment."""
    from django.utils import timezone

    return timezone.now()


def submit(one: list[Any]) -> str:
    """Send figures the whole way."""
    from web.reporting.on_its_own import send

    return send("an", *one)


def seconds_to_scoreboard(one: list[Any]) -> float:
    """Return how long after its approval a figure is in the judged plan."""
    from django.utils import timezone

    from lotrinh_web.portal.queries import case
    from web.conftest import PROVINCE
    from web.reporting.on_its_own import decide

    case(PROVINCE, timezone.localdate())
    id = submit(one)
    start = time.perf_counter()
    decide("binh", id)
    found = case(PROVINCE, timezone.localdate())
    seconds = time.perf_counter() - start
    assert found is not None
    keys = {figure.key for figure in found.vintage.observations}
    assert {figure.key for figure in one} <= keys
    return seconds


def fill(size: int) -> int:
    """Let the ledger grow to `size` entries of other plans; return how many there are."""
    from django.db import transaction

    from lotrinh.ledger import Figure, Submission
    from lotrinh_web.reporting import bridge
    from lotrinh_web.reporting.models import LedgerEntry, SubmissionState
    from lotrinh_web.reporting.store import last_number
    from web.reporting.conftest import figure

    while (last := last_number()) < size:
        at = now()
        some = range(last, min(size, last + 20_000))
        held = tuple(Figure(figure(str(n), 1900 + n % 150, at, place=f"filler/{n}")) for n in some)
        sent = Submission(
            "published", "", "filler", at, held, levels=0, plan=f"plans/filler/{last}"
        )
        with transaction.atomic():
            bridge.to_submission_row(sent).save(force_insert=True)
            rows = [bridge.to_row(entry) for entry in sent.entries(last + 1)]
            LedgerEntry.objects.bulk_create(rows, batch_size=2000)
            SubmissionState.objects.create(
                submission_id=sent.id,
                state="approved",
                official_on=at.date(),
                since=rows[-1].number,
            )
    return last


def bare_table() -> None:
    """Make a table of the same columns without keys, indexes, triggers."""
    from django.db import connection

    with connection.cursor() as sql:
        sql.execute("CREATE TABLE bare_entry AS SELECT * FROM ledger_entry WHERE 1 = 0")


def insert_bare(one: list[Any]) -> None:
    """Insert the same rows into it, in one transaction."""
    from django.db import connection, transaction

    from lotrinh.ledger import Entry
    from lotrinh_web.reporting import bridge
    from lotrinh_web.reporting.models import LedgerEntry

    entries = (
        Entry("observation", "x", "an", now(), n, observation=f) for n, f in enumerate(one, 1)
    )
    fields = LedgerEntry._meta.concrete_fields  # noqa: SLF001  (Django's door to its columns)
    rows = [
        [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
        for row in map(bridge.to_row, entries)
    ]
    names = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    marks = ", ".join("%s" for _ in fields)
    with transaction.atomic(), connection.cursor() as sql:
        sql.executemany(f"INSERT INTO bare_entry ({names}) VALUES ({marks})", rows)


if __name__ == "__main__":
    main()
