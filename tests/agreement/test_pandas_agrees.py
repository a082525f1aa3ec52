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


@pytest.mark.filterwarnings("default")
def test_sql_polars_and_pandas_give_the_same_of_a_small_nation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Totals with their coverage, ratios and growth, by four makes of engine."""
    monkeypatch.syspath_prepend(str(ROOT))
    from benchmarks import nation, nation_rivals, scale, scale_run

    monkeypatch.setattr(nation, "OBSERVED", 8)
    monkeypatch.setattr(nation, "RATIOS", 3)
    monkeypatch.setattr(nation_rivals, "RATIOS", 3)
    monkeypatch.setattr(nation, "_EACH", 8 * 16 * 1.25)
    monkeypatch.setattr(nation, "_BLOCK", 4)
    made = nation.make_nation(20_000, tmp_path)
    tables = nation_rivals.Tables.of(made)
    given = {
        "lotrinh": scale_run._sums(scale_run._kept(made, nation.indicators(), made.territory())),
        "SQL": nation_rivals.by_sql(made, tables),
        "Polars": nation_rivals.by_polars(made, tables),
        "pandas": nation_rivals.by_pandas(made, tables),
    }
    assert given["lotrinh"]["figures"][0] > 15_000
    scale._assert_equal(given)
