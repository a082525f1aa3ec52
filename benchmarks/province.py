"""A made-up province of a thousand communes that reports a hundred indicators, for benchmarks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from lotrinh_web.accounts.appoint import appoint
from lotrinh_web.collect import tokens
from lotrinh_web.collect.asked import find
from lotrinh_web.collect.beside import beside
from lotrinh_web.desk.actions import issue_plan
from lotrinh_web.reporting.models import LedgerEntry, Submission, SubmissionState

PLAN = "plans/x/kh-1"
COMMUNES, SMALL, INDICATORS = 1000, 100, 100
YEAR = timezone.localdate().year
#: The report of 10,000 cells, and that of 100,000.
CALLS = f"/desk/reports/x/kh-1/small/{YEAR}-Q1/"
LARGE = f"x/kh-1/large/{YEAR}-Q1/"
_WHO = "an"


def issue() -> Client:
    """Issue the plan, give a person the post, and return their browser."""
    now = timezone.now()
    issue_plan(files=_files(), folder=PLAN, by="bench", at=now)
    get_user_model().objects.create_user(username=_WHO)
    appoint(
        person=_WHO, role="reporter", body="p/office", by="terminal:bench", at=now,
        valid_from=timezone.localdate() - timedelta(days=1),
    )  # fmt: skip
    client = Client(HTTP_HOST="localhost")
    client.force_login(get_user_model().objects.get(username=_WHO))
    return client


def key() -> str:
    """Make a key for the office."""
    return tokens.make(name="bench", body="p/office", by=_WHO, at=timezone.now())


def fill_ledger(size: int) -> None:
    """Put `size` official figures of earlier quarters into the ledger, the newest first."""
    at = datetime(YEAR - 1, 12, 20, tzinfo=UTC)
    sent = Submission.objects.create(
        id="0" * 16, purpose="published", author="bench", submitted_at=at, levels=0, plan=PLAN
    )
    rows = (_entry(number, sent.id, at) for number in range(1, size + 1))
    LedgerEntry.objects.bulk_create(rows, batch_size=5000)
    SubmissionState.objects.create(
        submission=sent, state="approved", official_on=at.date(), since=size
    )


def workbook() -> bytes:
    """Return the small report's workbook with every value filled in."""
    from lotrinh.intake.template import Entry, write_template

    asked = find("x/kh-1", "small", f"{YEAR}-Q1", timezone.localdate())
    assert asked is not None
    form = beside(asked, timezone.localdate()).form
    entries = {
        line.cell: Entry(_value(line.cell.indicator, line.cell.place)) for line in form.lines
    }
    return write_template(form, "vi", entries)


def row_of(number: int) -> dict[str, Any]:
    """Return a row of the large report."""
    indicator, place = f"i-{number % INDICATORS:03}", f"vn/p/c-{number // INDICATORS:04}"
    return {"indicator": indicator, "place": place, "value": str(_value(indicator, place))}


class Rows:
    """The rows of a bulk call, written as they are read."""

    def __init__(self, row: Callable[[int], dict[str, Any]], count: int) -> None:
        self.row, self.count = row, count

    def post(self, path: str, secret: str) -> Any:
        """Send the rows as JSON Lines."""
        body = b"".join(self._lines())
        return Client(HTTP_HOST="localhost").generic(
            "POST", path, body, content_type="application/x-ndjson",
            headers={"Authorization": f"Bearer {secret}"},
        )  # fmt: skip

    def _lines(self) -> Iterator[bytes]:
        for number in range(self.count):
            yield json.dumps(self.row(number)).encode() + b"\n"


def _value(indicator: str, place: str) -> Any:
    from decimal import Decimal

    return Decimal(1000 + 7 * int(indicator[2:]) + 3 * int(place[-4:]))


def _entry(number: int, submission: str, at: datetime) -> LedgerEntry:
    """Return one figure: places first, then indicators, then quarters back in time."""
    cell, back = (number - 1) % (COMMUNES * INDICATORS), (number - 1) // (COMMUNES * INDICATORS)
    indicator, place = f"i-{cell % INDICATORS:03}", f"vn/p/c-{cell // INDICATORS:04}"
    quarter = 4 * (YEAR - 1) + 3 - back
    value = _value(indicator, place) - 5 * (back + 1) - (number * 7919) % 4
    return LedgerEntry(
        number=number, kind="observation", submission_id=submission, by="bench", at=at,
        observation_id=f"{number:016x}", indicator=indicator, place=place,
        period=f"{quarter // 4}-Q{quarter % 4 + 1}", value=str(value), unit="person",
        status="actual", method="published", recorded_at=at.date(), recorded_precision="day",
        source_title="bench",
    )  # fmt: skip


def _files() -> dict[str, str]:
    places = "".join(
        f"vn/p/c-{n:04},Xã {n},Commune {n},commune,{n},vn/p,,,\n" for n in range(COMMUNES)
    )
    names = [f"i-{n:03}" for n in range(INDICATORS)]
    listed = "[" + ", ".join(names) + "]"
    small = "[" + ", ".join(f"vn/p/c-{n:04}" for n in range(SMALL)) + "]"
    span = f"frequency: quarter, since: {YEAR}-01-01, until: {YEAR}-12-31"
    head = "id,name_vi,name_en,level,code,parent,valid_from,valid_to,source_url\n"
    bodies = (
        "id,name_vi,name_en,kind,place,parent,valid_from,valid_to,successors,members,source_url\n"
        "p/office,Sở,Office,department,vn/p,,,,,,\n"
    )
    plan = (
        "name: {vi: Kế hoạch, en: Plan}\nsummary: {vi: Thử., en: Try.}\nplace: vn/p\ndocument:\n"
        "  number: 1/KH\n  type: {vi: Kế hoạch, en: Plan}\n  issuer: {vi: Tỉnh, en: Province}\n"
        f"  title: {{vi: Thử, en: Try}}\n  date: {YEAR}-01-01\ngoals:\n"
        "- {id: g, text: {vi: Thử, en: Try}, clause: I}\ntargets:\n"
        "- {id: t, name: {vi: Thử, en: Try}, kind: qualitative, place: vn/p,"
        " deadline: 2030-12-31, clause: I}\nduties:\n"
        "- {id: d, kind: guide, actors: [p/office], action: {vi: Thử, en: Try}, clause: I}\n"
    )
    declared = (
        "obligations:\n"
        f"- {{id: small, name: {{vi: Nhỏ, en: Small}}, body: p/office, indicators: {listed},"
        f" places: {small}, {span}}}\n"
        f"- {{id: large, name: {{vi: Lớn, en: Large}}, body: p/office, indicators: {listed},"
        f" within: vn/p, {span}}}\n"
    )
    indicators = {
        f"indicators/{name}.yml": f"id: {name}\nname: {{vi: Số {name}, en: Count {name}}}\n"
        "definition: {vi: Đếm, en: Counted}\nunit: person\nkind: stock\ndirection: up\n"
        "custodian: p/office\nreferences: [x]\nleast: 0\n"
        for name in names
    }
    return {
        "places/vn/units.csv": f"{head}vn,Việt Nam,Viet Nam,country,,,,,\n"
        f"vn/p,Tỉnh,Province,province,1,vn,,,\n{places}",
        "places/vn/changes.csv": "day,kind,before,after,legal_basis,source_url\n",
        "bodies/p/bodies.csv": bodies,
        f"{PLAN}/plan.yml": plan,
        f"{PLAN}/directive.txt": "[I] Thử.\n",
        f"{PLAN}/obligations.yml": declared,
        **indicators,
    }
