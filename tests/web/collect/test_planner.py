"""A reporter sees what is due; more time is asked for, answered, counted; duplicates are shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import Error, connection, transaction
from django.test import Client

from lotrinh_web.audit.models import AuditEntry
from lotrinh_web.collect.asked import all_obligations, asked_twice
from lotrinh_web.collect.models import Extension
from lotrinh_web.collect.tasks import tasks, tasks_of
from lotrinh_web.desk.actions import issue_plan
from unit.plan.folder import PLAN
from unit.plan.reporting import DECLARED, WITH_REPORTS
from web.collect.conftest import NOW, REPORT, TODAY

ASK = f"{REPORT}more-time/"
ANSWER = "/desk/reports/requests/"
WHY = {"until": "2026-03-31", "reason": "Bão số 3 làm mất điện ba ngày"}


def text_of(answer: Any) -> str:
    return answer.content.decode()


def stands(person: str) -> dict[str, list[str]]:
    return {
        stand: [f"{one.obligation.id} {one.period}" for one in found]
        for stand, found in tasks(person, TODAY)
    }


def test_a_reporter_sees_the_reports_of_their_body_the_late_ones_first(an: Client) -> None:
    assert stands("an") == {"overdue": ["people.p.a 2026-Q1"], "later": ["people.p.a 2026-Q2"]}
    page = text_of(an.get("/desk/reports/"))
    assert "Quá hạn 1, sắp đến hạn 0" in page
    assert "Hạn gửi 17/03/2026" in page
    assert "chậm 3 ngày" in page
    assert "xã B" not in page
    assert "3 days late" in text_of(an.get("/en/desk/reports/"))


def test_who_reports_is_led_to_their_reports_and_others_are_not(
    signed_in: Callable[[str], Client],
) -> None:
    assert signed_in("an").get("/desk/")["Location"] == "/desk/reports/"
    assert signed_in("chi").get("/desk/").status_code == 200
    assert signed_in("binh").get("/desk/reports/").status_code == 403


def test_more_time_is_asked_for_granted_and_counted(
    an: Client, signed_in: Callable[[str], Client]
) -> None:
    assert an.post(ASK, WHY).status_code == 302
    assert "Xin gia hạn đến 31/03/2026, chờ trả lời" in text_of(an.get(ASK))
    planner = signed_in("chi")
    assert "Bão số 3" in text_of(planner.get(ANSWER))
    id = Extension.objects.get().pk
    assert planner.post(ANSWER, {"id": id, "grant": "1"}).status_code == 302
    assert stands("an")["near"] == ["people.p.a 2026-Q1"]
    page = text_of(an.get(REPORT))
    assert "hạn gửi 31/03/2026" in page
    assert "Đã gia hạn 1 lần" in page
    told = AuditEntry.objects.values_list("action", flat=True)
    assert {"ask_more_time", "grant_more_time"} <= set(told)


def test_a_refusal_says_why_and_moves_nothing(
    an: Client, signed_in: Callable[[str], Client]
) -> None:
    an.post(ASK, WHY)
    id = Extension.objects.get().pk
    planner = signed_in("chi")
    silent = planner.post(ANSWER, {"id": id, "refuse": "1"})
    assert silent.status_code == 422
    assert "Không cho gia hạn thì phải nói lý do" in text_of(silent)
    planner.post(ANSWER, {"id": id, "refuse": "1", "reason": "Kỳ họp cần số"})
    assert "Không cho gia hạn đến 31/03/2026" in text_of(an.get(ASK))
    assert "overdue" in stands("an")
    again = planner.post(ANSWER, {"id": id, "grant": "1"})
    assert "đã được trả lời" in text_of(again)


def test_all_that_is_wrong_with_a_request_is_said_at_once(an: Client) -> None:
    answer = an.post(ASK, {"until": "2026-03-16", "reason": "bận"})
    assert answer.status_code == 422
    page = text_of(answer)
    assert "không muộn hơn hạn hiện tại (17/03/2026)" in page
    assert "phải nói lý do" in page
    assert "không phải là một ngày" in text_of(an.post(ASK, WHY | {"until": "mai"}))


@pytest.mark.parametrize("name", ["dung", "binh"])
def test_others_neither_ask_nor_answer(
    an: Client, signed_in: Callable[[str], Client], name: str
) -> None:
    an.post(ASK, WHY)
    client = signed_in(name)
    assert client.post(ASK, WHY).status_code == 403
    assert client.post(ANSWER, {"id": 1, "grant": "1"}).status_code == 403


def test_a_request_and_its_answer_are_never_changed(an: Client) -> None:
    an.post(ASK, WHY)
    for statement in ("UPDATE extension SET reason = 'x'", "DELETE FROM extension"):
        with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_the_planner_sees_what_is_asked_for_twice(
    province: None, signed_in: Callable[[str], Client]
) -> None:
    assert asked_twice(TODAY) == ()
    again = (
        "- {id: school, name: {vi: Báo cáo trường học, en: Schools}, body: p/office,"
        " places: [vn/p/a], indicators: [pupils], frequency: quarter, since: 2026-01-01,"
        " until: 2026-06-30}\nrelations:"
    )
    files = {**WITH_REPORTS, f"{PLAN}/obligations.yml": DECLARED.replace("relations:", again)}
    issue_plan(files=files, folder=PLAN, by="test", at=NOW)
    (one,) = asked_twice(TODAY)
    assert (one.cell.indicator, one.bodies) == ("pupils", ("p/a", "p/office"))
    page = text_of(signed_in("chi").get(ANSWER))
    assert "Báo cáo trường học" in page
    assert "quý 1/2026 – quý 2/2026" in page


def test_of_what_is_due_much_later_only_the_next_report_is_listed(province: None) -> None:
    day = date(2026, 1, 5)
    mine = [one for one in all_obligations(day) if one.body == "p/a"]
    (stand, (task,)), *rest = tasks_of(mine, day)
    assert (stand, str(task.period), rest) == ("later", "2026-Q1", [])
