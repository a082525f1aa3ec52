"""However many figures come in at once, keeping them takes no more memory than a batch does."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable

import pytest

from lotrinh.ledger import Checked, Figure, Submission
from lotrinh_web.reporting.models import LedgerEntry
from lotrinh_web.reporting.store import Ledger
from web.conftest import PROVINCE
from web.reporting.conftest import NOW, figure

pytestmark = pytest.mark.django_db
MIB = 1024 * 1024


def submission(count: int) -> Checked:
    """Return so many figures, made before anything is measured."""
    figures = tuple(Figure(figure(str(number))) for number in range(count))
    assert len({one.observation.id for one in figures}) == count
    return Checked(Submission("published", "", "an", NOW, figures, levels=0, plan=PROVINCE))


def peak_of(deed: Callable[[], object]) -> float:
    """Return the most MiB that a deed held beyond what was there before."""
    gc.collect()
    tracemalloc.start()
    try:
        deed()
        return tracemalloc.get_traced_memory()[1] / MIB
    finally:
        tracemalloc.stop()


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a hundred entries at a time, so that a thousand are many."""
    monkeypatch.setattr("lotrinh_web.reporting.store._BATCH", 100)


def test_three_times_the_figures_are_kept_in_the_memory_of_one(small_batches: None) -> None:
    few, many = submission(500), submission(1_500)
    peaks = [peak_of(lambda one=one: Ledger().append(one)) for one in (few, many)]  # type: ignore[misc]
    assert LedgerEntry.objects.count() == 2_000
    # All at once a thousand more took 3 MiB more.
    assert peaks[1] < peaks[0] + 0.2


def test_the_name_of_a_submission_is_made_without_its_whole_text() -> None:
    checked = submission(1_500)
    # Its text is of a megabyte.
    assert peak_of(lambda: checked.submission.id) < 0.1
