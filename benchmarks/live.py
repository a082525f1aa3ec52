"""From an approval to the scoreboard that shows it, on the ledger of a whole province.

    python -m benchmarks.live [--years 1 5 10] [--times 9]

Plan 175 with its province's districts and communes: every observed indicator reported by each of
them for so many years, all official. Then a report of ten communes is approved and the
scoreboard's page is asked for, again and again. Prints a table for README.md: seconds on the
clock, and in brackets those of the processors by the site's own process.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from benchmarks.on_databases import ROOT, print_table

COLUMNS = ("figures in the ledger", "approval, s", "scoreboard, s", "both, s",
           "first look of a process, s")  # fmt: skip
#: The day whose map is taken, and the last year that everyone has reported.
MAP, LAST = date(2024, 12, 31), 2023
PLACE, INDICATORS = "vn/dak-lak@2004", 50


def main(argv: Sequence[str] | None = None) -> None:
    """Measure both databases and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=int, nargs="+", default=(1, 5, 10))
    parser.add_argument("--times", type=int, default=9)
    print_table(
        "live", COLUMNS, parser, argv, lambda given: measured(sorted(given.years), given.times)
    )


def measured(years: Sequence[int], times: int) -> Iterator[tuple[str, ...]]:
    """Yield a row of the table for each size of the ledger."""
    import django

    django.setup()
    from web.reporting import on_its_own as office

    communes = begin()
    filled, turn = 0, 0
    for many in years:
        for year in range(LAST - many + 1, LAST - filled + 1):
            fill(year, communes)
        filled = many
        forget()
        first = timed(look)
        spent = []
        for _ in range(times):
            sent = office.send("an", *some(turn, communes))
            turn += 1
            approval = timed(lambda sent=sent: office.decide("binh", sent))
            spent.append((approval, timed(look)))
        approvals, looks = zip(*spent, strict=True)
        both = [one + other for one, other in spent]
        shown = (*map(_median, (approvals, looks, both)), first)
        yield f"{many * INDICATORS * len(communes):,}", *map(str, shown)


@dataclass(frozen=True)
class Spent:
    """Seconds on the clock, and of the processors by this process."""

    elapsed: float
    processor: float

    def __add__(self, other: Spent) -> Spent:
        return Spent(self.elapsed + other.elapsed, self.processor + other.processor)

    def __str__(self) -> str:
        return f"{self.elapsed:.2f} ({self.processor:.2f})"


def _median(found: Sequence[Spent]) -> Spent:
    return Spent(
        statistics.median(one.elapsed for one in found),
        statistics.median(one.processor for one in found),
    )


def timed(step: Any) -> Spent:
    """Return what a step takes."""
    start, used = time.perf_counter(), time.process_time()
    step()
    return Spent(time.perf_counter() - start, time.process_time() - used)


def begin() -> list[str]:
    """Make the office with a plan that knows its communes; return their ids."""
    from lotrinh.flow import read_country, read_folder
    from lotrinh.places.tree import tree_on
    from lotrinh_web.desk.actions import issue_plan
    from web.conftest import PROVINCE
    from web.reporting import on_its_own as office

    office.begin()
    files, folder = read_folder(ROOT / "content" / PROVINCE)
    tree = tree_on(read_country(ROOT / "content").gazetteer, MAP)
    below = [one for one in tree.below(PLACE) if f"\n{one.id}," not in files["places/vn/units.csv"]]
    units = [
        f"{one.id},{one.name.vi},{one.name.en},{one.level},{one.code},{tree.parents[one.id]},,,"
        for one in below
    ]
    districts = [one.id for one in tree.children(PLACE)]
    more = {
        "places/vn/units.csv": units,
        "places/vn/wholes.csv": [f"{one},," for one in districts],
    }
    files = {**files, **{path: "\n".join([files[path].rstrip(), *rows, ""])
                         for path, rows in more.items()}}  # fmt: skip
    issue_plan(files=files, folder=folder, by="terminal:bench", at=now())
    return [one.id for one in tree.below(PLACE) if one.level == "commune"]


def now() -> Any:
    """Return the moment."""
    from django.utils import timezone

    return timezone.now()


def fill(year: int, communes: Sequence[str]) -> None:
    """Let every commune have reported every indicator for a year, all of it official."""
    from decimal import Decimal

    from django.db import transaction

    from lotrinh.base.source import Source
    from lotrinh.ledger import Figure, Observation, Submission
    from lotrinh.periods import Period
    from lotrinh_web.desk.contents import content_of
    from lotrinh_web.reporting import bridge
    from lotrinh_web.reporting.models import LedgerEntry, SubmissionState
    from lotrinh_web.reporting.store import last_number
    from web.conftest import PROVINCE
    from web.reporting.conftest import SCIENCE

    content, at, told = content_of(PROVINCE), now(), date(year + 1, 3, 1)
    assert content is not None
    observed = [one for one in content.indicators.values() if not one.formula][:INDICATORS]
    held = tuple(
        Figure(Observation(
            one.id, place, Period.year(year), Decimal(50 + (7 * n + year) % 40), one.unit.code,
            "actual", Source("bench"), told, price_basis=one.price_basis,
        ))
        for one in observed
        for n, place in enumerate(communes)
    )  # fmt: skip
    sent = Submission("report", SCIENCE, "an", at, held, plan=PROVINCE)
    with transaction.atomic():
        bridge.to_submission_row(sent).save(force_insert=True)
        rows = [bridge.to_row(entry) for entry in sent.entries(last_number() + 1)]
        LedgerEntry.objects.bulk_create(rows, batch_size=2000)
        SubmissionState.objects.create(
            submission_id=sent.id, state="approved", official_on=at.date(), since=rows[-1].number
        )


def some(turn: int, communes: Sequence[str]) -> list[Any]:
    """Return a report that nobody sent before: ten communes and the year after the last."""
    from web.reporting.conftest import figure

    first = 10 * turn % len(communes)
    year = LAST + 1 + 10 * turn // len(communes)
    return [figure("1", year, now(), place=one) for one in communes[first : first + 10]]


def look() -> None:
    """Ask for the scoreboard's page."""
    from django.test import Client

    from web.conftest import PROVINCE

    answer = Client(HTTP_HOST="localhost").get(f"/{PROVINCE}/")
    assert answer.status_code == 200, answer.status_code


def forget() -> None:
    """Drop what the process keeps, as if it were new."""
    from lotrinh_web.portal import queries
    from lotrinh_web.reporting import live

    for kept in (queries._case, queries._latest, live._official):  # noqa: SLF001
        kept.cache_clear()


if __name__ == "__main__":
    main()
