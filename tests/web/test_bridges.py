"""Nothing is lost between a row and a value of the core."""

from __future__ import annotations

from dataclasses import replace

from lotrinh.base.files import Files
from lotrinh.flow import open_content
from lotrinh.ledger import Store
from lotrinh_web.desk import bridge as desk
from lotrinh_web.reporting import bridge as reporting
from lotrinh_web.reporting.store import Ledger
from web.conftest import NATION, NOON, PROVINCE


def test_an_observation_comes_back_from_its_row_unchanged(files: Files) -> None:
    for folder in (PROVINCE, NATION):
        for one in open_content(files, folder).observations:
            row = reporting.to_row(one, plan=folder, by="test", at=NOON)
            assert reporting.to_core(row) == one
            assert row.id == one.id


def test_a_part_of_the_whole_comes_back_from_its_row(files: Files) -> None:
    whole = open_content(files, NATION).observations[0]
    part = replace(whole, breakdown="area=rural", shared="one-network")
    row = reporting.to_row(part, plan=NATION, by="test", at=NOON)
    assert reporting.to_core(row) == part
    assert row.id not in ("", whole.id)


def test_a_plan_comes_back_from_its_row_unchanged(files: Files) -> None:
    row = desk.to_row(files, PROVINCE, by="test", at=NOON)
    assert desk.to_core(row) == (files, PROVINCE)


def test_the_hash_of_a_bundle_does_not_depend_on_the_order_of_its_files(files: Files) -> None:
    backwards = dict(reversed(files.items()))
    assert desk.sha256(files) == desk.sha256(backwards)


def test_the_ledger_is_a_store_of_the_core(db: None, files: Files) -> None:
    store: Store = Ledger(at=NOON)
    offered = open_content(files, NATION).observations
    assert store.append(offered, by="test") == len(offered)
    assert store.append(offered, by="test") == 0
    assert {one.id for one in store.observations()} == {one.id for one in offered}
