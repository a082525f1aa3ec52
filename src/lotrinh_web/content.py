"""Where the content lies: plans to load in the demo, and the country's places."""

from __future__ import annotations

import os
from pathlib import Path

from django.conf import settings

from lotrinh.places.load import FOLDER


def content_folder() -> Path:
    """Return the content: the folder named, the one here, or the one beside the source."""
    named = os.environ.get("LOTRINH_CONTENT")
    here = Path.cwd() / "content"
    root: Path = settings.ROOT
    return Path(named) if named else here if (here / FOLDER).is_dir() else root / "content"
