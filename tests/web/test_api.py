"""Machines get the same values as people, and errors they can read."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from lotrinh.base.files import Files
from lotrinh.flow import evaluate, open_content
from web.conftest import NATION, PROVINCE

API = "/api/v1"
DAY = date(2026, 1, 31)

pytestmark = pytest.mark.usefixtures("loaded")


@pytest.mark.parametrize("folder", [PROVINCE, NATION])
def test_the_scoreboard_is_what_the_command_line_prints(
    client: Client, files: Files, folder: str
) -> None:
    expected = evaluate(open_content(files, folder), DAY).scoreboard.as_dict()
    answer = client.get(f"{API}/{folder}/scoreboard?as_known_on={DAY}")
    assert answer.json() == expected


def test_plans_are_listed_with_their_verdicts(client: Client) -> None:
    plans = client.get(f"{API}/plans").json()["plans"]
    assert {one["plan"] for one in plans} == {PROVINCE, NATION}
    assert sum(plans[0]["verdicts"].values()) == 6


@pytest.mark.parametrize(
    "what", ["targets/digital-economy", "directive", "bodies", "observations", "vintage"]
)
def test_each_answer_names_plan_day_and_vintage(client: Client, what: str) -> None:
    answer = client.get(f"{API}/{PROVINCE}/{what}?as_known_on={DAY}")
    assert answer.status_code == 200
    assert {"plan", "as_known_on", "vintage"} <= answer.json().keys()


def test_the_clauses_of_the_directive_stand_at_their_spans(client: Client, files: Files) -> None:
    text = files[f"{PROVINCE}/directive.txt"]
    for clause in client.get(f"{API}/{PROVINCE}/directive").json()["clauses"]:
        assert text[clause["start"] : clause["end"]] == clause["text"]


@pytest.mark.parametrize("what", ["plans/no/such/scoreboard", f"{PROVINCE}/targets/no-such"])
def test_what_is_not_there_is_a_problem_of_404(client: Client, what: str) -> None:
    answer = client.get(f"{API}/{what}")
    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["title_vi"] == "Không có gì ở địa chỉ này."


@pytest.mark.parametrize("day", ["soon", "2999-01-01"])
def test_a_day_that_cannot_be_is_a_problem_of_422(client: Client, day: str) -> None:
    answer = client.get(f"{API}/{PROVINCE}/scoreboard?as_known_on={day}")
    assert answer.status_code == 422
    assert answer.json()["status"] == 422


def test_the_description_covers_every_address_of_the_reference_page(client: Client) -> None:
    described = client.get(f"{API}/openapi.json").json()["paths"]
    page = client.get("/en/api/").content.decode()
    assert len(described) >= 13
    assert [path for path in described if f" {path}" not in page] == []
