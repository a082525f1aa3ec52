"""What can be done once is done once, whoever comes at the same moment, on both databases."""

from __future__ import annotations

from pathlib import Path

import pytest

from web.databases import DATABASES, environment, on_its_own
from web.reporting.on_its_own import ROUNDS

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.filterwarnings("ignore:XDG_RUNTIME_DIR"),
]


@pytest.mark.parametrize("database", DATABASES)
def test_of_those_who_come_at_once_one_is_first_and_the_others_are_told(
    database: str, tmp_path: Path
) -> None:
    """Two report one figure; two approve while the author takes back; three amend one figure."""
    with environment(database, tmp_path) as given:
        on_its_own(given, "begin")
        came = on_its_own(given, "race")["came"]
    assert came["report"] == {"done ledger.already_reported": ROUNDS}
    assert came["decide"] == {"done ledger.not_open ledger.not_open": ROUNDS}
    amended = {"done ledger.not_current ledger.not_current"}
    assert set(came["correct"]) <= amended
    assert sum(came["correct"].values()) == ROUNDS


@pytest.mark.parametrize("database", DATABASES)
def test_what_another_process_approved_is_shown_at_the_next_look(
    database: str, tmp_path: Path
) -> None:
    with environment(database, tmp_path) as given:
        before, after = on_its_own(given, "other_process")["looks"]
    assert after == before + 1
