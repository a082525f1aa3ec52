"""A bulk call holds a few hundred bytes for each of its rows: what the checks need, no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from web.reporting.test_memory import peak_of

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.django_db
def test_each_further_row_of_a_call_takes_less_than_a_kilobyte(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Checked and answered; that keeping adds nothing `reporting/test_memory.py` holds."""
    monkeypatch.syspath_prepend(str(ROOT))
    from benchmarks.province import YEAR, Rows, issue, key, row_of

    issue()
    secret, report = key(), f"/api/v1/reports/x/kh-1/small/{YEAR}-Q1/figures?dry_run=true"

    def call(count: int) -> None:
        assert Rows(row_of, count).post(report, secret).status_code == 200

    call(10)
    few, more = 500, 2_500
    peaks = [peak_of(lambda count=count: call(count)) for count in (few, more)]  # type: ignore[misc]
    assert (peaks[1] - peaks[0]) * 1024 < more - few
