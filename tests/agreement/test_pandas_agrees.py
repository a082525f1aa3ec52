"""An engine of another make, pandas, gives the same on the ledger of the benchmark."""

from pathlib import Path

import pytest

from architecture.house import ROOT


@pytest.mark.filterwarnings("default")  # pandas warns of its own future
def test_pandas_gives_the_same_on_the_ledger_of_the_benchmark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The benchmark refuses to measure what is not equal; here it measures little."""
    monkeypatch.syspath_prepend(str(ROOT))
    from benchmarks.engine import measure
    from benchmarks.figures import write_ledger

    ledger = write_ledger(20_000, tmp_path)
    measured = measure(ledger, 1, tmp_path)
    assert measured.observations == ledger.rows
    assert measured.results > ledger.rows
    assert measured.row().count("|") == 9
