"""A report is filled in by a form, with a script or without, and is sent whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from lotrinh.ledger import Remark
from lotrinh_web.accounts.appoint import appoint
from lotrinh_web.desk.actions import issue_plan
from lotrinh_web.reporting.actions import approve, return_with_remarks
from lotrinh_web.reporting.answers import answers, draft_of
from lotrinh_web.reporting.models import LedgerEntry
from unit.plan.folder import PLAN
from unit.plan.reporting import DECLARED, WITH_REPORTS
from web.collect.conftest import ADDRESS, NOW, REPORT, TODAY

#: Lines of the form: people, women, men, pupils.
GOOD = {"value-0": "9.120", "value-1": "4.580", "value-2": "4.540", "value-3": "1.710"}


def send(client: Client, url: str = REPORT, **more: str) -> Any:
    return client.post(url, {"version": "0", **GOOD, "send": "1", **more})


def save(client: Client, version: int, **values: str) -> Any:
    cells = [
        {"code": code.replace("__", "|vn/p/a|"), "value": value, "status": "actual", "note": ""}
        for code, value in values.items()
    ]
    body = json.dumps({"version": version, "cells": cells})
    return client.post(f"{REPORT}save/", body, content_type="application/json")


def text_of(answer: Any) -> str:
    return answer.content.decode()


def test_a_report_is_sent_and_stands_in_the_ledger_as_it_was_typed(an: Client) -> None:
    assert send(an)["Location"] == f"{REPORT}?sent=1"
    rows = LedgerEntry.objects.order_by("number").exclude(indicator="digital-economy-share")
    assert [(row.indicator, row.breakdown, row.value, row.by) for row in rows] == [
        ("people", "", "9120", "an"), ("people", "sex=female", "4580", "an"),
        ("people", "sex=male", "4540", "an"), ("pupils", "", "1710", "an"),
    ]  # fmt: skip
    answer = answers([ADDRESS])[ADDRESS]
    assert (answer.state, answer.levels) == ("submitted", 2)
    # The draft is gone, and what was sent can be read but not typed over.
    assert draft_of("p/a", ADDRESS) is None
    shown = text_of(an.get(REPORT))
    assert "đang chờ duyệt" in shown
    assert '<input name="value-0"' not in shown


def test_where_the_plan_asks_for_one_level_the_head_makes_a_report_official(an: Client) -> None:
    files = {**WITH_REPORTS, f"{PLAN}/obligations.yml": f"levels: 1\n{DECLARED}"}
    issue_plan(files=files, folder=PLAN, by="test", at=NOW)
    send(an)
    sent = answers([ADDRESS])[ADDRESS]
    assert sent.levels == 1
    assert approve(id=sent.submission, level=1, by="binh", at=NOW).official_on == NOW.date()


def test_a_plan_that_is_issued_again_changes_nothing_for_what_waits(an: Client) -> None:
    send(an)
    files = {**WITH_REPORTS, f"{PLAN}/obligations.yml": f"levels: 1\n{DECLARED}"}
    issue_plan(files=files, folder=PLAN, by="test", at=NOW)
    sent = answers([ADDRESS])[ADDRESS]
    assert approve(id=sent.submission, level=1, by="binh", at=NOW).official_on is None


def test_english_marks_are_read_on_the_english_page(an: Client) -> None:
    values = {"value-0": "9,120", "value-1": "4,580", "value-2": "4,540"}
    assert send(an, f"/en{REPORT}", **values, **{"value-3": ""}).status_code == 302
    assert LedgerEntry.objects.filter(indicator="people", value="9120").exists()


def test_nothing_is_sent_while_anything_is_wrong_and_all_of_it_is_said_beside_its_cell(
    an: Client,
) -> None:
    answer = send(an, **{"value-0": "9.120 người", "value-2": "4540,5", "value-3": "-1"})
    assert answer.status_code == 422
    shown = text_of(answer)
    for said in ("“9.120 người” là một số", "không phải số nguyên", "Giá trị −1 không thể đúng"):
        assert said in shown
    # A page that opens at its top says there what keeps it from being sent, and leads to it.
    assert "Chưa gửi: 3 ô cần sửa" in shown
    assert 'href="#l-0"' in shown
    assert answers([ADDRESS]) == {}
    # What was typed is kept, the unreadable too.
    assert 'value="9.120 người"' in text_of(an.get(REPORT))


def test_an_empty_report_is_not_sent(an: Client) -> None:
    answer = an.post(REPORT, {"version": "0", "value-0": "", "send": "1"})
    assert answer.status_code == 422
    assert "Chưa có con số nào được điền" in text_of(answer)


def test_saving_by_script_answers_with_the_version_and_what_the_checks_say(an: Client) -> None:
    first = save(an, 0, people__="9.120", pupils__="9.200")
    assert first.status_code == 200
    body = first.json()
    assert body["version"] >= 1
    ((kind, wrong, _),) = body["said"]["pupils|vn/p/a|"]
    assert (kind, wrong) == ("wrong", "Học sinh là người dân. Ở đây là 9.200 so với 9.120.")
    again = save(an, body["version"], pupils__="1.710").json()
    assert again["said"] == {}
    # Cells that were not sent stay as they were.
    assert 'value="9.120"' in text_of(an.get(REPORT))


def test_who_saves_on_an_old_version_is_shown_the_other_s_and_overwrites_nothing(
    an: Client, signed_in: Callable[[str], Client]
) -> None:
    version = save(an, 0, people__="9.120").json()["version"]
    other = signed_in("anh")
    assert save(other, version, people__="9.130").status_code == 200
    clash = save(an, version, people__="9.140")
    assert clash.status_code == 409
    body = clash.json()
    assert (body["by"], body["cells"]["people|vn/p/a|"]["value"]) == ("anh", "9.130")
    assert 'value="9.130"' in text_of(other.get(REPORT))
    # Without a script the page shows both, and saving again is a choice.
    form = an.post(REPORT, {"version": str(version), "value-0": "9.140", "keep": "1"})
    assert form.status_code == 409
    assert "anh đã ghi ở đây: 9.130" in text_of(form)
    assert 'value="9.140"' in text_of(form)


def test_what_is_sent_back_stands_in_the_form_with_its_remarks(an: Client) -> None:
    send(an)
    id = answers([ADDRESS])[ADDRESS].submission
    figure = LedgerEntry.objects.get(indicator="pupils").observation_id
    remarks = [Remark("Thiếu trường mầm non", figure)]
    return_with_remarks(id=id, by="binh", at=NOW, reason="Kiểm tra lại", remarks=remarks)
    shown = text_of(an.get(REPORT))
    for said in (
        "binh đã trả lại báo cáo",
        "Kiểm tra lại",
        "Thiếu trường mầm non",
        'value="1.710"',
    ):
        assert said in shown
    assert send(an, **{"value-3": "1.820"}).status_code == 302
    assert answers([ADDRESS])[ADDRESS].state == "submitted"


def test_an_approved_figure_is_changed_by_a_correction_with_its_reason_only(an: Client) -> None:
    send(an)
    id = answers([ADDRESS])[ADDRESS].submission
    approve(id=id, level=1, by="binh", at=NOW)
    approve(id=id, level=2, by="chi", at=NOW)
    assert "được gửi như một đính chính" in text_of(an.get(REPORT))
    same = send(an)
    assert same.status_code == 422
    assert "Không có số nào mới" in text_of(same)
    change = {"value-3": "1.715", "version": str(draft_of("p/a", ADDRESS).version)}
    silent = send(an, **change)
    assert silent.status_code == 422
    assert "phải có lý do" in text_of(silent) or "cần lý do" in text_of(silent)
    change["version"] = str(draft_of("p/a", ADDRESS).version)
    told = send(an, reason="Sót một lớp ghép", **change)
    assert told.status_code == 302
    (entry,) = LedgerEntry.objects.filter(kind="correction")
    assert (entry.value, entry.reason) == ("1715", "Sót một lớp ghép")


@pytest.mark.parametrize("name", ["dung", "binh", "chi"])
def test_another_body_and_another_role_are_kept_out(
    signed_in: Callable[[str], Client], name: str
) -> None:
    client = signed_in(name)
    assert client.get(REPORT).status_code == 403
    assert send(client).status_code == 403
    assert save(client, 0, people__="1").status_code == 403
    assert LedgerEntry.objects.filter(indicator="people").count() == 0


@pytest.mark.parametrize(
    "url",
    ["x/kh-1/people.p.a/2027-Q1/", "x/kh-1/nobody/2026-Q1/", "x/kh-2/people.p.a/2026-Q1/",
     "x/kh-1/people.p.a/2026/"],
)  # fmt: skip
def test_a_report_nobody_asks_for_is_not_there(an: Client, url: str) -> None:
    assert an.get(f"/desk/reports/{url}").status_code in (403, 404)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{}",
        '{"version": "1", "cells": []}',
        '{"version": 1, "cells": 3}',
        "\xff",
        "[" * 9,
    ],
)
def test_what_no_script_of_ours_sends_is_refused(an: Client, body: str) -> None:
    answer = an.post(f"{REPORT}save/", body, content_type="application/json")
    assert answer.status_code == 400


def test_cells_of_other_reports_are_not_taken_in(an: Client) -> None:
    cells = [{"code": "people|vn/p/b|", "value": "1"}, {"code": "x"}, 7, {"code": "a|b|c|d"}]
    body = json.dumps({"version": 0, "cells": cells})
    answer = an.post(f"{REPORT}save/", body, content_type="application/json")
    assert answer.status_code == 200
    assert draft_of("p/a", ADDRESS).cells == []


def test_a_very_large_report_is_checked_in_pieces_as_one_types(
    an: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the lines of the places that were touched are checked, and it is said which."""
    monkeypatch.setattr("lotrinh_web.collect.grid.CHECKED_WHOLE", 3)
    answer = save(an, 0, people__="9120", pupils__="99999").json()
    assert set(answer["said"]) == {"pupils|vn/p/a|"}
    assert answer["checked"] is None
    both = DECLARED.replace("  body: p/communes\n", "  body: p/office\n").replace(
        "  indicators:", "  places: [vn/p/a, vn/p/b]\n  indicators:"
    )
    files = {**WITH_REPORTS, f"{PLAN}/obligations.yml": both}
    issue_plan(files=files, folder=PLAN, by="test", at=NOW)
    appoint(
        person="an", role="reporter", body="p/office", valid_from=TODAY, by="terminal:test", at=NOW
    )
    url = "/desk/reports/x/kh-1/people/2026-Q1/"

    def typed(place: str, version: int) -> Any:
        cell = {"code": f"pupils|{place}|", "value": "99999", "status": "actual", "note": ""}
        more = {"code": f"people|{place}|", "value": "9120", "status": "actual", "note": ""}
        body = json.dumps({"version": version, "cells": [cell, more]})
        return an.post(f"{url}save/", body, content_type="application/json").json()

    first = typed("vn/p/a", 0)
    second = typed("vn/p/b", first["version"])
    assert set(first["said"]) == {"pupils|vn/p/a|"}
    assert {code.split("|")[1] for code in second["checked"]} == {"vn/p/b"}
    assert set(second["said"]) == {"pupils|vn/p/b|"}
    # The page shows what is wrong with its own lines, and sending checks all.
    assert text_of(an.get(url)).count('class="has-said"') == 2
    assert an.post(url, {"version": str(second["version"]), "send": "1"}).status_code == 422
