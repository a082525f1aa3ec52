"""The server is killed in the middle of 200 submissions: what was acknowledged is there, whole."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar
from pathlib import Path
from threading import Event

import pytest

from web.databases import DATABASES, environment, on_its_own
from web.reporting.on_its_own import PASSWORD
from web.running import free_port

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.filterwarnings("ignore:XDG_RUNTIME_DIR"),
]
SUBMISSIONS = 200
#: The server is killed when so many were acknowledged.
KILLED_AFTER = 70


class Reporter:
    """A browser without a face: signs in once, then sends corrections."""

    def __init__(self, port: int) -> None:
        self.site = f"http://127.0.0.1:{port}/en/desk"
        jar = urllib.request.HTTPCookieProcessor(CookieJar())
        self.opener = urllib.request.build_opener(jar)
        form = self.opener.open(f"{self.site}/sign-in/", timeout=60).read().decode()
        login = re.search(r'name="(login|name)"', form)
        assert login is not None
        self.post("sign-in/", form, {login[1]: "an", "password": PASSWORD})
        self.form = self.opener.open(f"{self.site}/account/", timeout=60).read().decode()

    def post(self, path: str, form: str, fields: dict[str, str]) -> str:
        """Post a form with the token of the page it stands on; return where one is led."""
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)
        assert token is not None
        data = urllib.parse.urlencode(fields | {"csrfmiddlewaretoken": token[1]}).encode()
        with self.opener.open(f"{self.site}/{path}", data, timeout=60) as answer:
            url: str = answer.geturl()
            return url

    def correct(self, number: int) -> str:
        """Send a correction of an entry; return the id of the submission it became."""
        fields = {"do": "correct", "value": "7", "reason": "Cộng sót"}
        led_to = self.post(f"figures/{number}/amend/", self.form, fields)
        found = re.search(r"/submissions/([0-9a-f]{16})/", led_to)
        assert found is not None, led_to
        return found[1]


def serve(given: dict[str, str], port: int) -> subprocess.Popen[str]:
    """Start the site in a group of processes of its own, so that all of it can be killed."""
    command = [sys.executable, "-m", "lotrinh_web", "serve", f"--port={port}", "--lang=en"]
    process = subprocess.Popen(
        command, env=given, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stderr is not None
    for line in process.stderr:
        if f":{port}" in line:
            return process
    raise AssertionError("the site did not start")


@pytest.mark.parametrize("database", DATABASES)
def test_every_acknowledged_submission_survives_a_kill_and_none_is_half_there(
    database: str, tmp_path: Path
) -> None:
    with environment(database, tmp_path) as given:
        numbers = on_its_own(given, "many")["numbers"]
        assert len(numbers) == SUBMISSIONS
        port, killed = free_port(), Event()
        process = serve(given, port)
        reporter = Reporter(port)
        acknowledged: list[str] = []

        def send(number: int) -> None:
            if killed.is_set():
                return
            try:
                acknowledged.append(reporter.correct(number))
            except (OSError, urllib.error.URLError):
                return
            if len(acknowledged) >= KILLED_AFTER and not killed.is_set():
                killed.set()
                os.killpg(process.pid, signal.SIGKILL)

        with ThreadPoolExecutor(6) as pool:
            list(pool.map(send, numbers))
        process.communicate(timeout=60)
        found = on_its_own(given, "verify")
    assert KILLED_AFTER <= len(acknowledged) < SUBMISSIONS, json.dumps(found)
    assert set(acknowledged) <= set(found["there"])
    # Those that were kept as the answer was on its way are whole too, or `verify` had said so.
    assert len(found["there"]) <= len(acknowledged) + 6
