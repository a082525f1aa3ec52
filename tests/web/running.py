"""Runs the site as a terminal would, for tests that need the real thing."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager

#: The environment without what the developer may have set for this project.
ANY = {key: value for key, value in os.environ.items() if not key.startswith("LOTRINH_")}


def free_port() -> int:
    """Return a port nobody uses at the moment."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def site(command: str, port: int, **given: str) -> Iterator[subprocess.Popen[str]]:
    """Run `python -m lotrinh_web`, as a terminal would."""
    arguments = [sys.executable, "-m", "lotrinh_web", command, f"--port={port}", "--lang=en"]
    process = subprocess.Popen(arguments, env=ANY | given, stderr=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def line_of(process: subprocess.Popen[str]) -> str:
    """Return the next line the site says."""
    assert process.stderr is not None
    return process.stderr.readline()


def ask(port: int, path: str = "/") -> str:
    """Get a page."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as answer:
        text: str = answer.read().decode()
        return text


def stop(process: subprocess.Popen[str]) -> str:
    """Press Ctrl-C and return what was said last."""
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    return said
