"""The pages of submissions show what may be read there, and let decide who may."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from lotrinh.ledger import Checked, Submission
from lotrinh_web.accounts.posts import Post
from lotrinh_web.reporting.actions import approve, submit
from lotrinh_web.reporting.models import LedgerEntry, PublishedVintage
from lotrinh_web.reporting.models import Submission as SubmissionRow
from web.conftest import PROVINCE
from web.reporting.conftest import INDICATOR, PLACE, figure, later

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
FIGURE = f"/en/desk/figures/?indicator={INDICATOR}&place={PLACE}&period=2024"


@pytest.fixture
def enter(django_user_model: Any) -> Callable[[str], Client]:
    """Sign somebody in."""

    def client(name: str) -> Client:
        found = Client(HTTP_HOST="localhost")
        user = django_user_model.objects.get(username=name)
        found.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return found

    return client


@pytest.fixture
def sent(checked: Callable[..., Checked]) -> Submission:
    """Two years' figures, waiting."""
    before = submit(checked=checked(figure("140", 2023)), by="an", at=later(0))
    approve(id=before.id, level=1, by="binh", at=later(1))
    return submit(checked=checked(figure("150"), at=later(2)), by="an", at=later(2))


def text(client: Client, url: str, status: int = 200) -> str:
    answer = client.get(url)
    assert answer.status_code == status, answer.content[:500]
    return answer.content.decode()


def test_the_inbox_holds_what_waits_for_this_person_and_nothing_else(
    enter: Callable[[str], Client], sent: Submission
) -> None:
    assert sent.id in text(enter("binh"), "/desk/approvals/")
    assert sent.id not in text(enter("chi"), "/desk/approvals/")


def test_who_may_approve_nowhere_is_refused_and_told_whom_to_ask(
    enter: Callable[[str], Client], given: Callable[..., Post]
) -> None:
    given("dung", "reader")
    for other in ("an", "dung"):
        refusal = text(enter(other), "/en/desk/approvals/", 403)
        assert "may not approve" in refusal
        assert "Ask whoever administers the body" in refusal
    assert enter("dung").get("/desk/")["Location"] == "/desk/submissions/"


def test_a_submission_shows_each_figure_beside_the_last_periods(
    enter: Callable[[str], Client], sent: Submission
) -> None:
    shown = text(enter("binh"), f"/en/desk/submissions/{sent.id}/")
    assert "Communes with broadband" in shown
    assert "<b>150</b>" in shown
    assert ">140<br>" in shown
    assert "+7.1%" in shown
    assert "Approve</button>" in shown
    assert "Approve</button>" not in text(enter("an"), f"/en/desk/submissions/{sent.id}/")
    text(enter("dung"), f"/desk/submissions/{sent.id}/", 403)
    text(enter("binh"), "/desk/submissions/nothing/", 404)


def test_an_approval_names_the_vintage_and_the_figure_is_on_the_scoreboard(
    enter: Callable[[str], Client], sent: Submission
) -> None:
    client = enter("binh")
    url = f"/en/desk/submissions/{sent.id}/"
    data = f"/en/{PROVINCE}/data/observations.csv"
    assert "150" not in _own(text(Client(HTTP_HOST="localhost"), data))
    answer = client.post(f"{url}decide/", {"verdict": "approve", "level": "1"})
    assert "Your decision is kept: approved" in text(client, answer["Location"])
    assert "No submission waits for your decision" in text(client, answer["Location"])
    vintage = PublishedVintage.objects.get()
    assert vintage.hash[:12] in text(client, url)
    board = text(Client(HTTP_HOST="localhost"), f"/en/{PROVINCE}/data/")
    assert vintage.hash in board
    assert "150" in _own(text(Client(HTTP_HOST="localhost"), data))


def _own(csv: str) -> str:
    return "\n".join(line for line in csv.splitlines() if line.startswith(f"{INDICATOR},"))


def test_a_return_carries_its_remarks_to_the_figure(
    enter: Callable[[str], Client], sent: Submission
) -> None:
    client, url = enter("binh"), f"/en/desk/submissions/{sent.id}/"
    empty = client.post(f"{url}decide/", {"verdict": "return"})
    assert empty.status_code == 422
    assert "say why" in empty.content.decode()
    (one,) = sent.figures
    told = {"verdict": "return", f"remark-{one.observation.id}": "Wrong column"}
    assert client.post(f"{url}decide/", told).status_code == 302
    assert "Wrong column" in text(enter("an"), url)


def test_a_decision_that_came_too_late_is_told_and_changes_nothing(
    enter: Callable[[str], Client], sent: Submission
) -> None:
    approve(id=sent.id, level=1, by="binh", at=later(3))
    late = enter("binh").post(
        f"/en/desk/submissions/{sent.id}/decide/", {"verdict": "approve", "level": "1"}
    )
    assert late.status_code == 422
    assert "no longer waits" in late.content.decode()


def test_nobody_decides_by_post_what_the_page_does_not_offer(
    enter: Callable[[str], Client], sent: Submission
) -> None:
    url = f"/en/desk/submissions/{sent.id}/decide/"
    given = {"verdict": "approve", "level": "1"}
    for person in ("an", "em", "chi", "dung"):
        assert enter(person).post(url, given).status_code == 403
    assert not LedgerEntry.objects.filter(submission=sent.id, kind="decision").exists()


def test_evidence_is_handed_out_to_be_saved_and_never_shown(
    enter: Callable[[str], Client], sent: Submission
) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    client, url = enter("an"), f"/en/desk/submissions/{sent.id}/"
    file = SimpleUploadedFile("biên bản.pdf", b"%PDF-1.7", "text/html")
    assert client.post(f"{url}evidence/", {"file": file}).status_code == 302
    row = SubmissionRow.objects.get(id=sent.id).evidence.get()
    answer = client.get(f"{url}evidence/{row.pk}/")
    assert answer.content == b"%PDF-1.7"
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    wrong = SimpleUploadedFile("a.pdf", b"<script>")
    assert client.post(f"{url}evidence/", {"file": wrong}).status_code == 422


def test_the_history_of_a_figure_tells_its_whole_life_and_leads_to_a_correction(
    enter: Callable[[str], Client], sent: Submission
) -> None:
    client = enter("an")
    assert "waiting for approval" in text(client, FIGURE)
    enter("binh").post(
        f"/en/desk/submissions/{sent.id}/decide/", {"verdict": "approve", "level": "1"}
    )
    number = LedgerEntry.objects.get(period="2024", value="150").number
    amend = f"/en/desk/figures/{number}/amend/"
    assert amend in text(client, FIGURE)
    assert amend not in text(enter("binh"), FIGURE)
    text(enter("binh"), amend, 403)
    refused = client.post(amend, {"do": "correct", "value": "1.5.5", "reason": "x"})
    assert refused.status_code == 422
    assert client.post(amend, {"do": "correct", "value": "152"}).status_code == 422
    done = client.post(amend, {"do": "correct", "value": "152", "reason": "Counted twice"})
    assert done.status_code == 302
    shown = text(client, FIGURE)
    assert "Counted twice" in shown
    assert f"Correction of entry {number}" in shown
    taken = client.post(amend, {"do": "take_back", "reason": "Not ours"})
    assert taken.status_code == 422  # a correction of it waits
    text(client, FIGURE.replace("2024", "2019"), 404)


def test_the_list_shows_bodies_within_reach_by_state(
    enter: Callable[[str], Client], sent: Submission
) -> None:
    client = enter("em")
    assert sent.id in text(client, "/desk/submissions/")
    assert sent.id in text(client, "/desk/submissions/?state=submitted")
    assert sent.id not in text(client, "/desk/submissions/?state=approved&page=x")
