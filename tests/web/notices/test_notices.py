"""People are told what concerns them, once; reminders climb the ladder; mail goes in one letter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client

from lotrinh.base.errors import LotrinhError
from lotrinh.ledger import Checked
from lotrinh.plan.reminder import LADDER, Step
from lotrinh_web.accounts.posts import Post
from lotrinh_web.accounts.powers import NotAllowedError
from lotrinh_web.audit.models import AuditEntry
from lotrinh_web.collect.asked import all_obligations
from lotrinh_web.notices.actions import set_ladder, set_mail
from lotrinh_web.notices.models import Notice
from lotrinh_web.notices.queries import ladder, told, unread
from lotrinh_web.notices.remind import remind
from lotrinh_web.notices.whom import people as concerned
from lotrinh_web.reporting.actions import approve, return_with_remarks, submit
from web.reporting.conftest import COMMITTEE, SCIENCE, figure, later

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
TODAY = date(2026, 11, 23)


def keys(person: str) -> list[str]:
    return list(Notice.objects.filter(person=person).order_by("id").values_list("key", flat=True))


def test_each_step_of_a_submission_tells_whom_it_concerns_next(
    checked: Callable[..., Checked],
) -> None:
    one = submit(checked=checked(figure(), levels=2), by="an", at=later(0))
    assert (keys("binh"), keys("chi"), keys("an")) == (["submitted"], [], [])
    approve(id=one.id, level=1, by="binh", at=later(1))
    assert (keys("chi"), keys("an")) == (["submitted"], [])
    approve(id=one.id, level=2, by="chi", at=later(2))
    assert keys("an") == ["approved"]
    two = submit(checked=checked(figure(year=2023), at=later(3)), by="an", at=later(3))
    return_with_remarks(id=two.id, by="binh", reason="Nhầm cột", at=later(4))
    assert keys("an") == ["approved", "returned"]
    assert keys("em") == []


def test_when_a_deed_is_not_done_nobody_is_told_of_it(
    checked: Callable[..., Checked], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr("lotrinh_web.reporting.actions.tell_of_submission", fail)
    with pytest.raises(OSError, match="no room"):
        submit(checked=checked(figure()), by="an", at=later(0))
    assert not Notice.objects.exists()
    assert not AuditEntry.objects.filter(action="submit").exists()


def test_a_body_without_a_head_of_its_own_concerns_the_one_above(
    given: Callable[..., Post],
) -> None:
    assert concerned("head", SCIENCE, TODAY) == ("binh",)
    assert concerned("office", SCIENCE, TODAY) == ("chi",)
    assert concerned("head", "dak-lak/so-y-te", TODAY) == ()
    given("dung", "approver", body=COMMITTEE)
    assert concerned("head", "dak-lak/so-y-te", TODAY) == ("dung",)
    assert concerned("head", SCIENCE, TODAY) == ("binh",)


def owed() -> tuple[Any, date]:
    """Return an obligation of the department and the day its first report is due."""
    one = next(one for one in all_obligations(TODAY) if one.body == SCIENCE)
    (first, *_) = one.reports(date.min, date.max)
    return one, first.due


def test_reminders_climb_the_ladder_around_the_deadline_and_repeat_nothing(
    given: Callable[..., Post],
) -> None:
    one, due = owed()
    then = {"valid_from": due - timedelta(days=60)}
    given("dung", "reporter", **then)
    given("em", "approver", **then)
    given("binh", "planning_office", body=COMMITTEE, **then)
    about = {"about__startswith": str(one.address).replace("#obligation/", "#report/")}
    seen = []
    for days in range(-10, 20):
        on = due + timedelta(days=days)
        remind(on=on, at=later(0))
        assert remind(on=on, at=later(0)) == 0
        new = Notice.objects.exclude(id__in=[id for _, ids in seen for id in ids])
        mine = [row for row in new.filter(**about) if row.values["due"] == due.isoformat()]
        if mine:
            seen.append((days, [row.pk for row in mine]))
            people = sorted(row.person for row in mine)
            step = next(step for step in LADDER if step.days == days)
            expected = {"reporter": ["dung"], "head": ["em"], "office": ["binh"]}
            assert people == expected[step.whom]
            assert {row.key for row in mine} == {"late" if days > 0 else "due"}
    assert [days for days, _ in seen] == [step.days for step in LADDER]


def test_only_an_administrator_sets_the_ladder_and_the_audit_is_told(
    given: Callable[..., Post],
) -> None:
    steps = (Step(-3, "reporter"), Step(0, "head"))
    with pytest.raises(NotAllowedError):
        set_ladder(steps=steps, by="binh", at=later(0))
    assert ladder() == LADDER
    given("dung", "administrator")
    set_ladder(steps=steps, by="dung", at=later(0))
    assert ladder() == steps
    assert AuditEntry.objects.filter(action="set_ladder", by="dung").count() == 1


def test_what_is_new_goes_in_one_letter_in_both_languages_and_once(
    checked: Callable[..., Checked], monkeypatch: pytest.MonkeyPatch
) -> None:
    for year in (2022, 2023):
        at = later(year - 2000)
        submit(checked=checked(figure(year=year), at=at), by="an", at=at)
    set_mail(email="binh@example.gov.vn", how="now", by="binh", at=later(30))
    call_command("notify", "--on=1990-01-01", lang="en")
    (letter,) = mail.outbox
    assert letter.to == ["binh@example.gov.vn"]
    assert letter.body.count("/desk/submissions/") == 4
    assert "Sở Khoa học và Công nghệ" in letter.body
    assert "Department of Science and Technology" in letter.body
    call_command("notify", "--on=1990-01-01", lang="en")
    assert len(mail.outbox) == 1


def test_a_letter_that_fails_is_told_and_sent_by_the_next_run(
    checked: Callable[..., Checked], monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    submit(checked=checked(figure()), by="an", at=later(0))
    set_mail(email="binh@example.gov.vn", how="now", by="binh", at=later(1))

    def refuse(self: object) -> None:
        raise ConnectionRefusedError("no mail server")

    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.EmailMessage.send", refuse)
        call_command("notify", "--on=1990-01-01", lang="en")
    assert "no mail server" in capsys.readouterr().err
    call_command("notify", "--on=1990-01-01", lang="en")
    assert len(mail.outbox) == 1


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(LotrinhError, match="not an e-mail address"):
        set_mail(email="binh@", how="now", by="binh", at=later(0))


def test_the_pages_tell_mark_as_read_and_set(
    checked: Callable[..., Checked], given: Callable[..., Post], django_user_model: Any
) -> None:
    one = submit(checked=checked(figure()), by="an", at=later(0))
    client = Client(HTTP_HOST="localhost")
    backend = "django.contrib.auth.backends.ModelBackend"
    client.force_login(django_user_model.objects.get(username="binh"), backend=backend)
    page = client.get("/en/desk/notices/").content.decode()
    assert f"submissions/{one.id}/" in page
    assert client.post("/en/desk/notices/").status_code == 302
    assert unread("binh") == 0
    assert [text.is_new for text in told("binh", "vi")] == [False]
    assert client.post("/en/desk/notices/", {"email": "x", "how": "now"}).status_code == 422
    mail_to = {"email": "binh@example.gov.vn", "how": "hourly"}
    assert client.post("/en/desk/notices/", mail_to).status_code == 422
    assert client.post("/en/desk/notices/", mail_to | {"how": "daily"}).status_code == 302
    page = client.get("/en/desk/notices/").content.decode()
    assert 'value="daily" checked' in page
    assert client.get("/desk/reminders/").status_code == 403
    given("binh", "administrator")
    rows = {"days": ["-3", "2", ""], "whom": ["reporter", "head", "reporter"]}
    assert client.post("/desk/reminders/", rows).status_code == 302
    assert ladder() == (Step(-3, "reporter"), Step(2, "head"))
    wrong = client.post("/en/desk/reminders/", {"days": ["x"], "whom": ["head"]})
    assert wrong.status_code == 422
    assert "not a number of days" in wrong.content.decode()
