"""Small slabs are made many at once, and it makes no difference to what comes out."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from lotrinh.engine.cube import Cube, Frame, Part, batches, fill
from lotrinh.engine.cube.batches import Batch
from lotrinh.engine.cube.recipes import recipes
from lotrinh.engine.facts import facts_of
from lotrinh.engine.territory import Territory
from lotrinh.ledger import Vintage
from spec.figures import DAY, indicator, observation

NUMBER = 12
INDICATORS = {
    one.id: one
    for n in range(NUMBER)
    for one in (
        indicator(f"part-{n:02}"),
        indicator(f"whole-{n:02}"),
        indicator(f"share-{n:02}", formula=f"100 * part_{n:02} / whole_{n:02}"),
        indicator(f"growth-{n:02}", formula=f"growth(share_{n:02})"),
    )
} | {"all": indicator("all", formula="part_00 + whole_11")}
#: No two are reported in the same years.
FIGURES = [
    observation(f"{name}-{n:02}", str(year), str(7 * n + year % 13 + k))
    for n in range(NUMBER)
    for k, name in enumerate(("part", "whole"))
    for year in range(2005 + n % 5, 2015 + k + n % 3)
]
FACTS = facts_of(Vintage.freeze(FIGURES, DAY))


def _batches(cells: int) -> dict[Batch, tuple[Batch, ...]]:
    known = recipes(INDICATORS, FACTS.codes)
    return batches.batches(known, [*known], cells)


def _values() -> dict[Part, dict[object, float]]:
    frame = Frame.of(Territory(), FACTS.codes.places, FACTS.codes.periods)
    return {
        part: {
            period: slab.values[row, 0]
            for period, row in slab.axis.row_of.items()
            if not np.isnan(slab.values[row, 0])
        }
        for part, slab in Cube(INDICATORS, FACTS, DAY, frame).slabs()
    }


def test_every_slab_is_in_one_batch_of_slabs_made_in_one_way() -> None:
    found = _batches(cells=1)
    assert sorted(part for batch in found for part in batch.parts) == sorted(
        Part(one) for one in INDICATORS
    )
    sorts = [{part.indicator.split("-")[0] for part in batch.parts} for batch in found]
    assert sorted(map(sorted, sorts)) == [["all"], ["growth"], ["part", "whole"], ["share"]]


@pytest.mark.parametrize("slabs", [1, 3, 8])
def test_a_batch_is_no_larger_than_what_fits(slabs: int) -> None:
    found = _batches(batches.CELLS // slabs)
    assert max(len(batch.parts) for batch in found) <= slabs


def test_what_a_formula_rests_on_is_made_close_to_it() -> None:
    """So few are held: a growth needs the batches right before it, be there ever so many."""
    needs = _batches(batches.CELLS // 4)
    at = {batch: n for n, batch in enumerate(needs)}
    apart = [at[batch] - at[one] for batch, needed in needs.items() for one in needed]
    assert len(needs) > 15
    assert sorted(apart)[:-2] == [1] * (len(apart) - 2), "all but that of the first and the last"


def test_results_are_the_same_however_many_figures_are_put_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    together = _values()
    monkeypatch.setattr(fill, "_FIGURES", 3)
    assert _values() == together


@pytest.mark.parametrize("slabs", [1, 5])
def test_results_are_the_same_however_many_are_made_at_once(
    slabs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = _values()
    monkeypatch.setattr(batches, "CELLS", slabs * len(FACTS.codes.periods))
    assert _values() == together
    shares, growths = together[Part("share-02")], together[Part("growth-02")]
    assert len(shares) == 10
    for before, now in pairwise(shares):
        assert growths[now] == pytest.approx(100 * (shares[now] / shares[before] - 1))
