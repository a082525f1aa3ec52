"""A ledger of before submissions goes over whole, on both databases."""

from __future__ import annotations

from pathlib import Path

import pytest

from web.databases import DATABASES, environment, on_its_own

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.filterwarnings("ignore:XDG_RUNTIME_DIR"),
]


@pytest.mark.parametrize("database", DATABASES)
def test_figures_of_before_stand_in_the_ledger_and_in_the_audit(
    database: str, tmp_path: Path
) -> None:
    with environment(database, tmp_path) as given:
        assert on_its_own(given, "carried_over") == {"entries": 2, "there": []}
