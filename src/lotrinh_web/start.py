"""Starts the site: its secret, its data folder, a free port, the server. Knows no page."""

from __future__ import annotations

import errno
import os
import secrets
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from gunicorn.app.base import BaseApplication

from lotrinh.base.words import Lang, say

#: Shorter keys can be guessed.
SHORTEST_SECRET = 32


class CannotStartError(Exception):
    """The site cannot start; the message says why and the mend."""


def weak_secret() -> bool:
    """Whether the key is missing, the one in the source, or too short."""
    key: str = settings.SECRET_KEY
    return key == settings.DEFAULT_SECRET_KEY or len(key) < SHORTEST_SECRET


def refuse_weak_secret() -> None:
    """Raise ImproperlyConfigured outside debug unless a strong key was given."""
    if weak_secret() and not settings.DEBUG:
        raise ImproperlyConfigured(say("lotrinh_web.weak_secret", "en", length=SHORTEST_SECRET))


def demo_secret(data: Path) -> str:
    """Return the key of this data folder, made at random the first time."""
    data.mkdir(parents=True, exist_ok=True)
    path = data / "secret-key"
    if not path.exists():
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
    return path.read_text(encoding="utf-8").strip()


def claim(host: str, port: int, lang: Lang) -> None:
    """Raise CannotStartError when the port is taken or not ours to take."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            key = "port_busy" if error.errno == errno.EADDRINUSE else "port_refused"
            text = say(f"lotrinh_web.{key}", lang, port=str(port), next=str(port + 1))
            raise CannotStartError(text) from error


class Site(BaseApplication):
    """The site under gunicorn: threads in a worker process that is started anew if it dies."""

    def __init__(self, *, bind: str, workers: int, on_ready: Callable[[], None]) -> None:
        self._settings: dict[str, Any] = {
            "bind": bind,
            "workers": workers,
            "worker_class": "gthread",
            "threads": 8,
            "loglevel": "warning",
            "graceful_timeout": 5,
            "proc_name": "lotrinh",
            "when_ready": lambda _: on_ready(),
            "control_socket_disable": True,
        }
        super().__init__()

    def load_config(self) -> None:
        """Hand the settings to gunicorn."""
        for name, value in self._settings.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Return the application; called in the worker, so that the fork carries no threads."""
        from lotrinh_web.wsgi import application

        return application
