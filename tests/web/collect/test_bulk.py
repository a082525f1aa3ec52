"""A body's machine sends a report by key: whole or not at all, once, with a word on each row."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lotrinh.base.errors import LotrinhError
from lotrinh_web.api.rows import read_rows
from lotrinh_web.collect import tokens
from lotrinh_web.collect.models import Token
from lotrinh_web.reporting.models import LedgerEntry
from web.collect.conftest import NOW, TODAY

API = "/api/v1/reports"
FIGURES = f"{API}/x/kh-1/people.p.a/2026-Q1/figures"
ROWS = [
    {"indicator": "people", "place": "vn/p/a", "value": 9120},
    {"indicator": "people", "place": "vn/p/a", "breakdown": "sex=female", "value": "4580"},
    {"indicator": "pupils", "place": "vn/p/a", "value": 1710.0, "status": "estimate"},
]
#: All a database can keep.
ANY_LETTER = st.characters(exclude_characters="\0", exclude_categories=["Cs"])
CSV = "indicator,place,value,note\npeople,vn/p/a,9120,\npupils,vn/p/a,1710,Đếm ngày 1/3\n"


@pytest.fixture
def secret(province: None) -> str:
    return tokens.make(name="phần mềm xã", body="p/a", by="an", at=NOW)


@pytest.fixture
def post(secret: str) -> Callable[..., Any]:
    """Send rows with the key."""

    def send(rows: Any, url: str = FIGURES, kind: str = "application/json", **headers: str) -> Any:
        body = rows if isinstance(rows, str | bytes) else json.dumps(rows)
        headers = {"Authorization": f"Bearer {secret}"} | headers
        return Client().post(url, body, content_type=kind, headers=headers)

    return send


def kept() -> list[str]:
    own = LedgerEntry.objects.filter(by="an").order_by("number")
    return [f"{row.indicator} {row.breakdown} {row.value}" for row in own]


def test_rows_go_in_as_a_submission_with_a_word_on_each(post: Callable[..., Any]) -> None:
    answer = post(ROWS)
    assert answer.status_code == 201, answer.content
    body = answer.json()
    assert [one["result"] for one in body["rows"]] == ["right"] * 3
    assert len(body["submission"]) == 16
    assert kept() == ["people  9120", "people sex=female 4580", "pupils  1710.0"]


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        (CSV, "text/csv"),
        ("\ufeff" + CSV.replace("\n", "\r\n"), "text/csv; charset=utf-8"),
        ("\n".join(json.dumps(one) for one in ROWS), "application/x-ndjson"),
    ],
)
def test_csv_and_json_lines_are_taken_too(post: Callable[..., Any], rows: str, kind: str) -> None:
    assert post(rows, kind=kind).status_code == 201
    assert "people  9120" in kept()


def test_one_wrong_row_keeps_everything_out_and_all_are_told_at_once(
    post: Callable[..., Any],
) -> None:
    wrong = [
        *ROWS[:2],
        {"indicator": "pupils", "place": "vn/p/a", "value": "1.710,5"},
        {"indicator": "pupils", "place": "vn/p/b", "value": 1},
        {"indicator": "people", "place": "vn/p/a", "value": 5},
        {"indicator": "people", "place": "vn/p/a", "breakdown": "sex=male", "value": 0.5},
        {"indicator": "people", "place": "vn/p/a", "valeu": 5},
    ]
    answer = post(wrong)
    assert answer.status_code == 422
    body = answer.json()
    told = {one["row"]: one["problems"][0]["code"] for one in body["rows"] if "problems" in one}
    assert told == {
        3: "intake.not_a_number", 4: "lotrinh_web.api_not_asked", 5: "intake.figure_twice",
        6: "intake.not_whole", 7: "lotrinh_web.api_unknown_names", 1: "intake.sum",
    }  # fmt: skip
    assert (body["refused"], body["submission"]) == (6, None)
    assert set(body["rows"][2]["problems"][0]["wrong"]) == {"vi", "en"}
    assert kept() == []


def test_a_dry_run_checks_everything_and_keeps_nothing(post: Callable[..., Any]) -> None:
    answer = post(ROWS, f"{FIGURES}?dry_run=true")
    assert (answer.status_code, answer.json()["submission"]) == (200, None)
    assert kept() == []


def test_a_repeated_call_gets_its_first_answer_and_sends_nothing_again(
    post: Callable[..., Any],
) -> None:
    once = {"Idempotency-Key": "2026-Q1-lan-1"}
    first, second = post(ROWS, **once), post(ROWS, **once)
    assert first.json() == second.json()
    assert (first.status_code, second.status_code) == (201, 201)
    assert len(kept()) == 3
    other = post(ROWS[:1], **once)
    assert other.status_code == 409
    # Without a key of one's own the same again is refused, for it is in the ledger already.
    again = post(ROWS)
    assert again.status_code == 422
    assert again.json()["problems"][0]["code"] == "lotrinh_web.collect_nothing_new"


def test_reports_and_their_cells_are_listed(post: Callable[..., Any], secret: str) -> None:
    headers = {"Authorization": f"Bearer {secret}"}
    listed = Client().get(API, headers=headers).json()
    assert listed["body"] == "p/a"
    first = listed["reports"][0]
    assert (first["period"], first["due"], first["stand"]) == ("2026-Q1", "2026-03-17", "overdue")
    cells = Client().get(f"{API}/{first['path']}/cells", headers=headers).json()["cells"]
    assert len(cells) == 4
    assert cells[0]["unit"] == "person"


def test_a_key_opens_the_reports_of_its_body_only(post: Callable[..., Any]) -> None:
    other = FIGURES.replace("people.p.a", "people.p.b")
    assert post(ROWS, other).status_code == 403
    assert post(ROWS, FIGURES.replace("Q1", "Q9")).status_code == 404
    assert post(ROWS, Authorization="Bearer lotrinh_x").status_code == 401
    assert Client().post(FIGURES, "[]", content_type="application/json").status_code == 401
    assert kept() == []


def test_a_key_ends_when_it_is_revoked_and_when_it_is_old(
    post: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    row = Token.objects.get()
    later = NOW + timedelta(days=365)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    assert post(ROWS).status_code == 401
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    with pytest.raises(LotrinhError):
        tokens.revoke(id=row.pk, by="anh", at=NOW)
    tokens.revoke(id=row.pk, by="an", at=NOW)
    assert post(ROWS).status_code == 401


def test_a_secret_is_kept_nowhere_and_shown_once(an: Client) -> None:
    page = an.post("/desk/reports/keys/", {"name": "máy chủ xã", "body": "p/a"}).content.decode()
    assert page.count("lotrinh_") >= 1
    row = Token.objects.get()
    assert row.hint in page
    again = an.get("/desk/reports/keys/").content.decode()
    start = page.index('<code class="long">') + len('<code class="long">')
    secret = page[start : page.index("</code>", start)]
    assert tokens.recognise(secret, TODAY) is not None
    assert secret not in again
    assert secret not in str(Token.objects.values().get())
    an.post("/desk/reports/keys/", {"revoke": str(row.pk)})
    assert tokens.recognise(secret, TODAY) is None


def test_a_key_for_another_body_is_not_made(an: Client) -> None:
    answer = an.post("/desk/reports/keys/", {"name": "x", "body": "p/b"})
    assert answer.status_code in (403, 422)
    assert Token.objects.count() == 0


def test_a_key_that_calls_too_fast_is_told_to_wait(
    secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lotrinh_web.collect.tokens.CALLS_A_MINUTE", 3)
    headers = {"Authorization": f"Bearer {secret}"}
    codes = [Client().get(API, headers=headers).status_code for _ in range(5)]
    assert codes == [200, 200, 200, 429, 429]
    answer = Client().get(API, headers=headers)
    assert 0 < int(answer["Retry-After"]) <= 60


@pytest.mark.parametrize(
    ("body", "kind", "code"),
    [
        (b"\xff\xfe", "application/json", "api_not_utf8"),
        (b'[{"a": 1', "application/json", "api_row_unreadable"),
        (b'[{"a": [1]}]', "application/json", "api_row_unreadable"),
        (b"[1]", "application/json", "api_row_unreadable"),
        (b"[[[[", "application/json", "api_row_unreadable"),
        (b"[" * 30_000, "application/json", "api_row_unreadable"),
        (b'{"a": "' + b"x" * 30_000, "application/json", "api_row_too_long"),
        (b"a,b\n1,2,3\n", "text/csv", "api_row_unreadable"),
        (b"x" * 30_000, "text/csv", "api_row_too_long"),
        (b'[{"a\\u0000": "1"}]', "application/json", "api_row_unreadable"),
        (b'[{"a": "\\udbdc"}]', "application/json", "api_row_unreadable"),
        (b"a,b\n1,\x002\n", "text/csv", "api_row_unreadable"),
        (b"<a/>", "text/xml", "api_content_type"),
    ],
)
def test_what_cannot_be_read_is_a_problem_of_422(
    post: Callable[..., Any], body: bytes, kind: str, code: str
) -> None:
    answer = post(body, kind=kind)
    assert answer.status_code == 422
    assert answer.json()["problems"][0]["code"] == f"lotrinh_web.{code}"


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["indicator", "place", "value", "note"]),
            st.one_of(st.text(ANY_LETTER, max_size=30), st.integers(), st.none()),
        ),
        max_size=20,
    ),
    st.integers(1, 40),
)
def test_rows_read_in_pieces_are_the_rows_written(rows: list[dict[str, Any]], size: int) -> None:
    class Slow(io.BytesIO):
        def read(self, _: int | None = -1, /) -> bytes:
            return super().read(size)

    expected = [{k: "" if v is None else str(v).strip() for k, v in one.items()} for one in rows]
    text = json.dumps(rows, ensure_ascii=False)
    assert list(read_rows(Slow(text.encode()), "application/json")) == expected
    lines = "\n".join(json.dumps(one) for one in rows)
    assert list(read_rows(Slow(lines.encode()), "application/x-ndjson")) == expected
