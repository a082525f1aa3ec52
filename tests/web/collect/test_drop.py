"""A reporter throws a draft away after seeing what is in it; what another saved since stays."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from lotrinh_web.reporting.models import Draft
from web.collect.conftest import REPORT

PAGE = f"/en{REPORT}drop/"


def begun(client: Client) -> Draft:
    """Type one figure and keep it."""
    client.post(REPORT, {"version": "0", "value-1": "9120", "keep": "1"})
    return Draft.objects.get()


def test_the_page_says_what_is_lost_and_drops_only_what_was_confirmed(an: Client) -> None:
    draft = begun(an)
    assert f"{REPORT}drop/" in an.get(REPORT).content.decode()
    asked = an.get(PAGE).content.decode()
    assert "figures: 1" in asked
    assert "cannot be brought back" in asked
    assert Draft.objects.count() == 1
    assert an.post(PAGE, {"version": str(draft.version)}).status_code == 302
    assert Draft.objects.count() == 0
    assert f"{REPORT}drop/" not in an.get(REPORT).content.decode()
    assert an.get(PAGE)["Location"] == f"/en{REPORT}"


def test_what_somebody_saved_since_is_not_dropped_unseen(
    an: Client, signed_in: Callable[[str], Client]
) -> None:
    draft = begun(an)
    Draft.objects.update(version=draft.version + 1, saved_by="anh")
    late = an.post(PAGE, {"version": str(draft.version)})
    assert late.status_code == 422
    assert "anh" in late.content.decode()
    assert Draft.objects.count() == 1
    assert signed_in("dung").get(PAGE).status_code == 403
