"""Real addresses for the permission matrix: what an address about one body or another is.

A view or operation that asks for a power at a body needs a line in `ABOUT`, keyed by its name:
a function from the id of a body to the parts of the address. Everything else is filled with
`ANY`; where such an address of a page leads need not exist, for who may not enter is told before
that. An operation of the API (`api:FILE.FUNCTION`) is asked about what is there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from lotrinh_web.reporting.models import LedgerEntry, Submission, SubmissionState
from web.accounts.conftest import NOW

#: Part of an address -> a value that is well formed.
ANY: dict[str, Any] = {
    "folder": "dak-lak/kh-175-2020",
    "id": 1,
    "item_id": 1,
    "n": 1,
    "name": "an",
    "part": "MQ",
    "period": "2025",
    "pk": 1,
    "provider_id": "server",
    "token": "x-1",
}
#: View or operation -> values of its own, where `ANY` does not fit; what is no part of the
#: address of an operation is asked behind it.
OWN: dict[str, dict[str, Any]] = {
    "vi:place": {"id": "vn/dak-lak@2025"},
    "vi:reform": {"id": "vn/dak-lak@2025"},
    "vi:target": {"id": "labour-productivity"},
    "vi:chart": {"id": "labour-productivity"},
    "api:door.target": {"id": "labour-productivity"},
    "api:places.places": {"q": "Đắk Lắk"},
    "api:places.place": {"id": "vn/dak-lak@2025"},
    # Of two days without a change between them, for speed.
    "api:places.province_crosswalk": {
        "id": "vn/dak-lak@2025",
        "first": "2025-08-01",
        "last": "2025-08-02",
    },
}
#: Operations of the API about the body of the key they are called with, whatever is asked.
OF_THE_KEY = {"api:reports.reports"}


def submission_of(body: str) -> dict[str, Any]:
    """Return a submission of a body with one figure in the ledger."""
    rows = {"id": hashlib.sha256(body.encode()).hexdigest()[:16], "body": body}
    sent, is_new = Submission.objects.get_or_create(
        **rows, purpose="report", author="x", submitted_at=NOW, levels=1
    )
    if is_new:
        last = LedgerEntry.objects.count() + 1000
        figure = {"indicator": "population", "place": "vn/dak-lak@2025", "period": "2024"}
        LedgerEntry.objects.create(
            number=last, kind="observation", submission=sent, by="x", at=NOW, observation_id="x",
            value="1", unit="person", status="actual", method="published",
            recorded_at=NOW.date(), recorded_precision="day", **figure,
        )  # fmt: skip
        SubmissionState.objects.create(submission=sent, state="returned", since=last)
    return {"id": sent.id, "n": 1}


def figure_of(body: str) -> dict[str, Any]:
    """Return the entry of a figure that a body reported."""
    return {"number": LedgerEntry.objects.get(submission=submission_of(body)["id"]).number}


#: View or operation -> from a body to the parts of the address that is about it.
ABOUT: dict[str, Callable[[str], dict[str, Any]]] = {
    "vi-desk:submission": submission_of,
    "vi-desk:decide_submission": submission_of,
    "vi-desk:add_evidence": submission_of,
    "vi-desk:evidence": submission_of,
    "vi-desk:amend": figure_of,
}


def _report(body: str) -> dict[str, Any]:
    """Return a report that the body owes under the province's plan; of another, another's."""
    known = ("dak-lak/so-khoa-hoc-cong-nghe", "dak-lak/so-noi-vu")
    owes = body if body in known else known[1]
    return {"id": f"{owes.replace('/', '.')}-dak-lak@2004"}


ABOUT |= {
    f"vi-desk:{name}": _report
    for name in (
        "report", "save", "template", "upload", "preview", "marked", "columns", "more_time",
        "drop",
    )
}  # fmt: skip
ABOUT |= {f"api:reports.{name}": _report for name in ("cells", "figures")}
