"""What every test may ask for: the content, a browser, and the promise that nothing leaves here.

Fixtures of one subject stand beside its tests, not in this file.
"""

import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from engines import on, postgres, spark

__all__ = ["on", "postgres", "spark"]

ROOT = Path(__file__).resolve().parents[1]
CONTENT = ROOT / "content"

#: Playwright runs a loop of its own in the thread of the test; Django would refuse its database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

#: How fast a machine is while others work on it is no truth a test could hold.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
#: Chromium looks for its maker's hosts at each start; these keep it at home.
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def content() -> Path:
    """The folder of what was decided: plans, indicators, places, bodies."""
    return CONTENT


@pytest.fixture(autouse=True, scope="session")
def nothing_leaves_this_machine() -> Iterator[None]:
    """Refuse every connection but those to this machine, whoever opens them."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"A test tried to reach {address!r}; tests stay on this machine.")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless Chromium of this machine; `scripts/test_programs.sh` installs it where none is."""
    from playwright.sync_api import sync_playwright

    names = (os.environ.get("LOTRINH_CHROMIUM", ""), *_CHROMIUM)
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        pytest.fail(
            "No Chromium is on this machine: run scripts/test_programs.sh, as `make test` does."
        )
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=list(_QUIET))
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A fresh desktop page in Vietnamese; a test sets other sizes and languages itself."""
    context = browser.new_context(locale="vi-VN", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()
