"""Drafts are saved as one types; whoever saves on an old version is told and loses nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.ledger import Checked
from lotrinh_web.accounts.powers import NotAllowedError
from lotrinh_web.audit.models import AuditEntry
from lotrinh_web.reporting.actions import submit
from lotrinh_web.reporting.drafts import DraftConflictError, drop_draft, open_draft, save_draft
from lotrinh_web.reporting.evidence import MOST_FILES, add_evidence
from lotrinh_web.reporting.models import Draft, Evidence, EvidenceFile
from web.reporting.conftest import SCIENCE, figure, later

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
CELL = {"indicator": "broadband-communes", "value": "150"}
PDF = b"%PDF-1.7 minutes of the meeting"


def begin(by: str = "an") -> Draft:
    return open_draft(body=SCIENCE, obligation="q3", by=by, at=later(0))


def test_one_obligation_has_one_draft_whoever_opens_it() -> None:
    assert begin("an").pk == begin("em").pk
    free = [open_draft(body=SCIENCE, by="an", at=later(0)).pk for _ in range(2)]
    assert len(set(free)) == 2


def test_saving_on_an_old_version_is_refused_and_shows_what_stands_there() -> None:
    draft = begin()
    save_draft(id=draft.pk, version=1, cells=[CELL], by="an", at=later(1))
    with pytest.raises(DraftConflictError) as refused:
        save_draft(id=draft.pk, version=1, cells=[], by="em", at=later(2))
    assert refused.value.draft.cells == [CELL]
    assert refused.value.draft.saved_by == "an"
    assert "an" in refused.value.say("vi")


def test_only_reporters_of_the_body_open_save_and_drop() -> None:
    draft = begin()
    with pytest.raises(NotAllowedError):
        begin("binh")
    with pytest.raises(NotAllowedError):
        save_draft(id=draft.pk, version=1, cells=[], by="chi", at=later(1))
    with pytest.raises(NotAllowedError):
        drop_draft(id=draft.pk, version=1, by="dung", at=later(1))
    with pytest.raises(DraftConflictError):
        drop_draft(id=draft.pk, version=2, by="em", at=later(1))
    drop_draft(id=draft.pk, version=1, by="em", at=later(1))
    with pytest.raises(LotrinhError, match="gone"):
        save_draft(id=draft.pk, version=1, cells=[], by="an", at=later(2))


def test_evidence_goes_along_with_what_is_sent_and_the_draft_is_gone(
    checked: Callable[..., Checked],
) -> None:
    draft = begin()
    given = {"name": "C:\\tệp\\biên bản.pdf", "data": PDF, "by": "an", "at": later(1)}
    sha256 = add_evidence(draft=draft.pk, **given)
    assert add_evidence(draft=draft.pk, **given) == sha256
    sent = submit(checked=checked(figure(), at=later(2)), by="an", at=later(2), draft=draft.pk)
    assert not Draft.objects.filter(id=draft.pk).exists()
    (kept,) = Evidence.objects.filter(submission=sent.id)
    assert (kept.name, kept.file_id) == ("biên bản.pdf", sha256)
    assert bytes(EvidenceFile.objects.get().content) == PDF
    told = AuditEntry.objects.filter(action="submit").get()
    assert sha256 in told.payload


def test_evidence_is_added_while_a_submission_waits_and_by_its_reporters_only(
    checked: Callable[..., Checked],
) -> None:
    sent = submit(checked=checked(figure(), at=later(0)), by="an", at=later(0))
    given = {"submission_id": sent.id, "name": "a.pdf", "at": later(1)}
    with pytest.raises(NotAllowedError):
        add_evidence(data=PDF, by="binh", **given)
    with pytest.raises(LotrinhError, match="not a pdf"):
        add_evidence(data=b"<html>", by="an", **given)
    for number in range(MOST_FILES):
        add_evidence(data=PDF + bytes([number]), by="an", **given)
    with pytest.raises(LotrinhError, match="most for one submission"):
        add_evidence(data=PDF, by="an", **given)
