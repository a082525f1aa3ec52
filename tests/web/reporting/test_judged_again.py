"""When a figure becomes official, the portal computes what rests on it and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lotrinh.flow import Content, Evaluation, evaluate_again, evaluate_vintage
from lotrinh.ledger import Checked, Vintage
from lotrinh_web.portal import queries
from lotrinh_web.reporting.actions import approve, submit
from web.accounts.conftest import TODAY
from web.conftest import PROVINCE
from web.reporting.conftest import figure, later

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]


def test_after_the_first_look_of_a_day_only_news_is_computed(
    checked: Callable[..., Checked], monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def again(previous: Evaluation, vintage: Vintage) -> Evaluation:
        done.append("again")
        found = evaluate_again(previous, vintage)
        whole = evaluate_vintage(previous.content, vintage)
        assert found.scoreboard == whole.scoreboard
        assert found.results.all() == whole.results.all()
        return found

    def from_the_beginning(content: Content, vintage: Vintage) -> Evaluation:
        done.append("from the beginning")
        return evaluate_vintage(content, vintage)

    monkeypatch.setattr(queries, "evaluate_again", again)
    monkeypatch.setattr(queries, "evaluate_vintage", from_the_beginning)
    first = queries.case(PROVINCE, TODAY)
    sent = submit(checked=checked(figure("150")), by="an", at=later(0))
    assert queries.case(PROVINCE, TODAY) is first, "what waits is not official"
    approve(id=sent.id, level=1, by="binh", at=later(1))
    after = queries.case(PROVINCE, TODAY)
    assert done == ["from the beginning", "again"]
    assert first is not None
    assert after is not None
    assert len(after.vintage.observations) == len(first.vintage.observations) + 1
