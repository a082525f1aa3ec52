"""Reads the addresses of the database and of the mail server into Django's settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_HERE = ("localhost", "127.0.0.1", "::1")
_POSTGRES = ("postgres", "postgresql")


def database(url: str, data: Path) -> dict[str, Any]:
    """Return the settings of the database at `url`, or of the SQLite file in the data folder."""
    if not url:
        return _sqlite(data / "lotrinh.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path)))
    if parts.scheme not in _POSTGRES:
        raise ImproperlyConfigured(
            "LOTRINH_DATABASE_URL must begin with postgresql:// or sqlite://. "
            "Write it as postgresql://user:password@host:5432/name."
        )
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": options.pop("port", str(parts.port or "")),
        "CONN_MAX_AGE": 60,
        "OPTIONS": options,
    }


def _sqlite(path: Path) -> dict[str, Any]:
    """Return SQLite as a server wants it: readers never wait, writers queue, keys are held."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
            ),
        },
    }


def mail(url: str) -> dict[str, Any]:
    """Return the settings of the mail server at `url`; without one mail is printed.

    What goes to a server on this very machine needs no TLS.
    """
    parts = urlsplit(url or "smtp://localhost")
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise ImproperlyConfigured(
            "LOTRINH_MAIL must begin with smtp:// (STARTTLS) or smtps:// (TLS from the start). "
            "Write it as smtp://user:password@host:587."
        )
    is_tls = parts.scheme == "smtps"
    return {
        "backend": f"django.core.mail.backends.{'smtp' if url else 'console'}.EmailBackend",
        "host": parts.hostname,
        "port": parts.port or (465 if is_tls else 587),
        "user": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "ssl": is_tls,
        "starttls": not is_tls and parts.hostname not in _HERE,
    }
