"""What journeys share: the real site with the real plans, started once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from web.running import free_port, line_of, site, stop


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the demo, as `make demo` starts it."""
    port = free_port()
    with site("demo", port, LOTRINH_DATA=str(tmp_path_factory.mktemp("site"))) as process:
        said = line_of(process)
        assert f"http://127.0.0.1:{port}" in said, said
        yield f"http://127.0.0.1:{port}"
        stop(process)
