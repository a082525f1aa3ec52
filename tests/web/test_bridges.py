"""Nothing is lost between a row and a value of the core."""

from __future__ import annotations

from dataclasses import replace

from lotrinh.base.files import Files
from lotrinh.flow import open_content
from lotrinh.intake import check_submission
from lotrinh.ledger import Book, Checked, Entry, Figure, InMemory, Observation, Store, Submission
from lotrinh.ledger.entry import digest
from lotrinh.ledger.store import Kept
from lotrinh_web.desk import bridge as desk
from lotrinh_web.reporting import bridge as reporting
from lotrinh_web.reporting.store import Ledger, book
from web.conftest import NATION, NOON, PROVINCE


def published(files: Files, folder: str) -> Checked:
    """Return the figures of a plan as a submission of public sources."""
    content = open_content(files, folder)
    figures = tuple(Figure(one) for one in content.observations)
    sent = Submission("published", "", "test", NOON, figures, levels=0, plan=folder)
    return check_submission(sent, content.indicators, content.places)


def test_an_entry_comes_back_from_its_row_unchanged(files: Files) -> None:
    for folder in (PROVINCE, NATION):
        for one in published(files, folder).submission.entries(1):
            assert reporting.to_entry(reporting.to_row(one)) == one


def test_a_submission_comes_back_from_its_rows_unchanged(files: Files) -> None:
    for folder in (PROVINCE, NATION):
        one = published(files, folder).submission
        rows = [reporting.to_row(entry) for entry in one.entries(1)]
        assert reporting.to_submission(reporting.to_submission_row(one), rows) == one


def _entry(one: Observation) -> Entry:
    return Entry("observation", "x", "test", NOON, number=1, observation=one)


def test_a_part_of_the_whole_comes_back_from_its_row(files: Files) -> None:
    whole = open_content(files, NATION).observations[0]
    part = replace(whole, breakdown="area=rural", shared="one-network")
    assert reporting.to_observation(reporting.to_row(_entry(part))) == part


def test_a_plan_comes_back_from_its_row_unchanged(files: Files) -> None:
    row = desk.to_row(files, PROVINCE, by="test", at=NOON)
    assert desk.to_core(row) == (files, PROVINCE)


def test_the_hash_of_a_bundle_does_not_depend_on_the_order_of_its_files(files: Files) -> None:
    backwards = dict(reversed(files.items()))
    assert desk.sha256(files) == desk.sha256(backwards)


def test_the_ledger_is_a_store_of_the_core(db: None, files: Files) -> None:
    store: Store = Ledger()
    checked = published(files, NATION)
    kept = store.append(checked)
    entries = tuple(checked.submission.entries(1))
    assert kept == Kept(1, len(entries), digest(entries))
    assert kept == InMemory().append(checked)
    assert book() == Book({checked.submission.id: checked.submission}, entries)
    assert list(store.observations()) == [one.observation for one in entries]
