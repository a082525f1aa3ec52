"""What the call asked for, as values: the day, the language, the bytes of a file."""

from __future__ import annotations

import argparse
import os
from datetime import date
from pathlib import Path

from lotrinh.base.errors import Where, wrong
from lotrinh.base.files import read_day
from lotrinh.base.words import Lang


def day_of(arguments: argparse.Namespace) -> date:
    """Return the day a plan is seen from; today when none was asked for."""
    text = arguments.as_known_on
    # The one clock of the core stands here, at its outermost edge.
    return read_day(text, Where(field="--as-known-on")) if text else date.today()  # noqa: DTZ011


def bytes_of(path: Path) -> bytes:
    """Return what is in a file; raises LotrinhError when it cannot be opened."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise wrong("base.cannot_open", Where(str(path)), reason=error.strerror) from error


def lang_of(arguments: argparse.Namespace) -> Lang:
    """Return the language asked for, else Vietnamese where the terminal speaks it, else English."""
    if arguments.lang:
        lang: Lang = arguments.lang
        return lang
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG", "")
    return "vi" if spoken.startswith("vi") else "en"


#: Where the environment says which server or cluster an engine runs on.
_SERVERS = {"postgres": "LOTRINH_ENGINE_POSTGRES_URL", "spark": "LOTRINH_ENGINE_SPARK_MASTER"}


def engine_of(arguments: argparse.Namespace) -> str:
    """Return the engine asked for, as the address of its server where there is one."""
    on: str = arguments.on
    return os.environ.get(_SERVERS.get(on, ""), on)
