"""Runs as a process of its own on a database of its own: `python -m … begin|race`.

`begin` and `many` bring a department with people and official figures; `race` lets them do what
can only be done once, all at the same moment, and prints what came of it as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path
from threading import Barrier
from typing import Any

PASSWORD = "bon-tu-khong-lien-quan"
YEARS = range(2000, 2024)
#: How often each race is run.
ROUNDS = 12


def many() -> dict[str, Any]:
    """Make the office with 200 official figures, one a month."""
    months = [f"{year}-{month:02}" for year in range(2000, 2017) for month in range(1, 13)]
    return begin(months[:200])


def waiting() -> dict[str, Any]:
    """Make the office, an administrator, and a report that waits for the head."""
    from django.contrib.auth import get_user_model
    from django.utils import timezone

    from lotrinh_web.accounts.appoint import appoint
    from web.reporting.conftest import SCIENCE, figure

    made = begin()
    now = timezone.now()
    get_user_model().objects.create_user(username="chi", password=PASSWORD)
    appoint(person="chi", role="administrator", body=SCIENCE, valid_from=date(2026, 1, 1),
            by="terminal:test", at=now)  # fmt: skip
    return made | {"id": send("an", figure("12", 2024, now))}


def carried_over() -> dict[str, Any]:
    """Bring a database of before up to date; return what is found whole in it."""
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", "reporting", "0002", verbosity=0)
    call_command("migrate", "audit", verbosity=0)
    row = {
        "id": "0123456789abcdef", "indicator": "population", "place": "vn/dak-lak@2004",
        "period": "2020", "qualifier": "", "value": "1886.9", "unit": "thousand_people",
        "status": "actual", "method": "published", "price_basis": "", "recorded_at": "2021-07-01",
        "recorded_precision": "month", "source_title": "Niên giám", "source_url": "", "note": "",
        "breakdown": "", "shared": "", "plan": "plans/x", "entered_by": "văn phòng",
        "entered_at": "2026-11-23 05:00:00+00:00",
    }  # fmt: skip
    names = ", ".join(row)
    with connection.cursor() as sql:
        for id, period in (("0123456789abcdef", "2020"), ("1123456789abcdef", "2021")):
            values = list((row | {"id": id, "period": period}).values())
            marks = ", ".join("%s" for _ in values)
            sql.execute(f"INSERT INTO ledger_entry ({names}) VALUES ({marks})", values)
    call_command("migrate", verbosity=0)
    return verify()


def begin(periods: Sequence[str] = tuple(str(year) for year in YEARS)) -> dict[str, Any]:
    """Make the office; return the numbers of its official figures."""
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.utils import timezone

    from lotrinh.flow import read_folder
    from lotrinh_web.accounts.appoint import appoint
    from lotrinh_web.desk.actions import issue_plan
    from lotrinh_web.reporting.models import LedgerEntry
    from web.conftest import PROVINCE
    from web.reporting.conftest import SCIENCE, figure

    call_command("migrate", verbosity=0)
    now = timezone.now()
    files, folder = read_folder(Path("content") / PROVINCE)
    issue_plan(files=files, folder=folder, by="terminal:test", at=now)
    roles = {"an": "reporter", "em": "reporter", "binh": "approver", "dung": "approver"}
    for name, role in roles.items():
        get_user_model().objects.create_user(username=name, password=PASSWORD)
        appoint(person=name, role=role, body=SCIENCE, valid_from=date(2026, 1, 1),
                by="terminal:test", at=now)  # type: ignore[arg-type]  # fmt: skip
    one = send("an", *(figure(one[:4], one, now) for one in periods))
    decide("binh", one)
    numbers = LedgerEntry.objects.filter(submission=one).exclude(kind="decision")
    return {"numbers": list(numbers.order_by("number").values_list("number", flat=True))}


def send(by: str, *figures: Any, **more: Any) -> str:
    """Send figures of the department; return the submission's id."""
    from django.utils import timezone

    from lotrinh.intake import check_submission
    from lotrinh.ledger import Figure, Submission
    from lotrinh_web.desk.contents import content_of
    from lotrinh_web.reporting.actions import submit
    from web.conftest import PROVINCE
    from web.reporting.conftest import SCIENCE

    at, content = timezone.now(), content_of(PROVINCE)
    assert content is not None
    about = more.pop("about", 0)
    sent = Submission(
        purpose=more.pop("purpose", "report"), body=SCIENCE, author=by, submitted_at=at,
        figures=tuple(Figure(one, about) for one in figures), plan=PROVINCE, **more,
    )  # fmt: skip
    checked = check_submission(sent, content.indicators, content.places)
    return submit(checked=checked, by=by, at=at).id


def decide(by: str, id: str) -> None:
    """Approve at the first level."""
    from django.utils import timezone

    from lotrinh_web.reporting.actions import approve

    approve(id=id, level=1, by=by, at=timezone.now())


def at_once(*deeds: Callable[[], object]) -> str:
    """Do all deeds at the same moment; return of each `done`, or the key of why not."""
    from django.db import connection

    from lotrinh.base.errors import LotrinhError

    start = Barrier(len(deeds))

    def one(deed: Callable[[], object]) -> str:
        start.wait()
        try:
            deed()
        except LotrinhError as error:
            return error.problems[0].key
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(deeds)) as pool:
        return " ".join(sorted(pool.map(one, deeds)))


def race() -> dict[str, Any]:
    """Run every race; return how often each came out how."""
    from lotrinh_web.reporting.whole import verify_all

    came = {"report": reports(), "decide": decisions(), "correct": corrections()}
    return {"came": came, "entries": verify_all().entries}


def reports() -> Counter[str]:
    """Two report one figure."""
    from django.utils import timezone

    from web.reporting.conftest import figure

    came: Counter[str] = Counter()
    for year in range(1960, 1960 + ROUNDS):
        one = figure("1", year, timezone.now())
        came[at_once(partial(send, "an", one), partial(send, "em", one))] += 1
    return came


def decisions() -> Counter[str]:
    """Two approve while the author takes back."""
    from django.utils import timezone

    from lotrinh_web.reporting.actions import withdraw
    from lotrinh_web.reporting.models import Submission

    came: Counter[str] = Counter()
    for row in Submission.objects.filter(now__state="submitted")[:ROUNDS]:
        took_back = partial(withdraw, id=row.id, by=row.author, at=timezone.now())
        approved = (partial(decide, by, row.id) for by in ("binh", "dung"))
        came[at_once(*approved, took_back)] += 1
    return came


def other_process() -> dict[str, Any]:
    """Look at the plan's figures while another process approves one; return both looks."""
    begin()
    looks = [shown()]
    command = [sys.executable, "-m", "web.reporting.on_its_own", "one_more"]
    subprocess.run(command, check=True, capture_output=True)
    return {"looks": [*looks, shown()]}


def shown() -> int:
    """Return how many figures the portal shows today."""
    from django.utils import timezone

    from lotrinh_web.portal.queries import case
    from web.conftest import PROVINCE

    found = case(PROVINCE, timezone.localdate())
    assert found is not None
    return len(found.vintage.observations)


def one_more() -> dict[str, Any]:
    """Report a figure that nobody sent before, and approve it."""
    from django.utils import timezone

    from web.reporting.conftest import figure

    decide("binh", send("an", figure("12", 2024, timezone.now())))
    return {}


def corrections() -> Counter[str]:
    """Two correct a figure while one takes it back."""
    from django.utils import timezone

    from lotrinh_web.reporting.models import LedgerEntry
    from web.reporting.conftest import figure

    came: Counter[str] = Counter()
    figures = LedgerEntry.objects.filter(submission__purpose="report", value__startswith="20")
    for row in figures[:ROUNDS]:
        one = figure("7", row.period, timezone.now())
        more = {"purpose": "correction", "about": row.number, "reason": "sót"}
        gone = {"purpose": "withdrawal", "withdrawn": (row.number,), "reason": "sai"}
        amended = (partial(send, by, one, **more) for by in ("an", "em"))
        came[at_once(*amended, partial(send, "em", **gone))] += 1
    return came


def verify() -> dict[str, Any]:
    """Return what is found whole, and the submissions that are there."""
    from lotrinh_web.reporting.models import Submission
    from lotrinh_web.reporting.whole import verify_all

    found = verify_all()
    corrections = Submission.objects.filter(purpose="correction")
    return {"entries": found.entries, "there": list(corrections.values_list("id", flat=True))}


if __name__ == "__main__":
    import django

    django.setup()
    what = {
        "begin": begin,
        "many": many,
        "waiting": waiting,
        "carried_over": carried_over,
        "race": race,
        "other_process": other_process,
        "one_more": one_more,
        "verify": verify,
    }[sys.argv[1]]
    sys.stdout.write(json.dumps(what()) + "\n")
