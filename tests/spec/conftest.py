"""Every spec test runs on every engine: the meaning of an operation is one."""

import pytest

from lotrinh.engine import ENGINES


@pytest.fixture(params=ENGINES)
def on(request: pytest.FixtureRequest) -> str:
    """The name of an engine."""
    return str(request.param)
