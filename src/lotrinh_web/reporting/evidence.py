"""Files laid beside drafts and submissions: looked at, kept under their hash, told to the audit."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db import transaction

from lotrinh.base.errors import Where, wrong
from lotrinh.intake.evidence import media_type
from lotrinh.ledger import day_of
from lotrinh.ledger.submission import state_name
from lotrinh_web.accounts import powers
from lotrinh_web.audit.actions import queue, record
from lotrinh_web.reporting.models import Draft, Evidence, EvidenceFile
from lotrinh_web.reporting.store import progress, submission

#: Files beside one submission; more belong into one archive of the body's own.
MOST_FILES = 20
_LONGEST_NAME = 120


def add_evidence(
    *,
    name: str,
    data: bytes,
    by: str,
    at: datetime,
    draft: int | None = None,
    submission_id: str = "",
) -> str:
    """Lay a file beside a draft or a submission still waiting; return the file's SHA-256.

    Raises LotrinhError when the file may not be kept or the person may not report there.
    """
    kind, plain = media_type(name, data), _plain(name)
    sha256 = hashlib.sha256(data).hexdigest()
    with transaction.atomic():
        queue()
        body = _body(draft, submission_id)
        powers.require(by, "report", body, day_of(at))
        if not EvidenceFile.objects.filter(sha256=sha256).exists():
            EvidenceFile.objects.create(
                sha256=sha256, media_type=kind, size=len(data), content=data
            )
        if draft:
            _note(draft, sha256, plain)
        else:
            lay_beside(submission=submission_id, sha256=sha256, name=plain, by=by, at=at)
        subject = f"drafts/{draft}" if draft else f"submissions/{submission_id}"
        payload = {"sha256": sha256, "name": plain, "size": len(data), "media_type": kind}
        record(by=by, at=at, action="add_evidence", subject=subject, payload=payload)
    return sha256


def lay_beside(*, submission: str, sha256: str, name: str, by: str, at: datetime) -> None:
    """Tie a file that is kept to a submission, in the transaction around."""
    Evidence.objects.create(file_id=sha256, name=name, submission_id=submission, by=by, at=at)


def _body(draft: int | None, submission_id: str) -> str:
    """Return whose draft or submission it is. LotrinhError when it takes no more files."""
    if draft:
        found = Draft.objects.filter(id=draft).first()
        if found is None:
            raise wrong("lotrinh_web.no_draft", id=draft)
        laid, body = len(found.evidence), found.body
    else:
        sent, at = submission(submission_id), progress(submission_id)
        if not at.is_open:
            raise wrong("ledger.not_open", id=submission_id, state=state_name(at.state))
        laid, body = Evidence.objects.filter(submission=submission_id).count(), sent.body
    if laid >= MOST_FILES:
        raise wrong("lotrinh_web.evidence_many", Where(), most=MOST_FILES)
    return body


def _note(draft: int, sha256: str, name: str) -> None:
    found = Draft.objects.get(id=draft)
    if all(one["sha256"] != sha256 for one in found.evidence):
        found.evidence = [*found.evidence, {"sha256": sha256, "name": name}]
        found.save(update_fields=["evidence"])


def _plain(name: str) -> str:
    """Return the file's own name without folders and characters that do not print."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(one for one in last if one.isprintable()).strip()
    stem, dot, ending = kept.rpartition(".")
    return f"{stem[:_LONGEST_NAME]}{dot}{ending}"
