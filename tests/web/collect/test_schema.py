"""Whatever is asked of the API, it answers by what it describes and never breaks (schemathesis)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error

from lotrinh_web.collect import tokens
from web.collect.conftest import NOW

schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())


@pytest.fixture
def kept_connection() -> Iterator[None]:
    """Keep the test's connection: a real WSGI call ends by closing what is old or broken."""
    for one in (request_started, request_finished):
        one.disconnect(close_old_connections)
    yield
    for one in (request_started, request_finished):
        one.connect(close_old_connections)


# It can make up JSON, not CSV or JSON Lines; those have tests of their own.
@pytest.mark.filterwarnings("ignore:Skipped test cases with unsupported payload")
@schema.parametrize()
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_api_never_breaks(
    case: Any, province: None, kept_connection: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lotrinh_web.collect.tokens.CALLS_A_MINUTE", 10**6)
    secret = tokens.make(name="thử", body="p/a", by="an", at=NOW)
    if "period" in case.path_parameters:
        case.path_parameters |= {"folder": "x/kh-1", "id": "people.p.a", "period": "2026-Q1"}
    answer = case.call(headers={"Authorization": f"Bearer {secret}"})
    case.validate_response(answer, checks=(not_a_server_error,))
    if answer.status_code in (401, 403, 409, 422, 429):
        assert answer.headers["content-type"][0] == "application/problem+json"
