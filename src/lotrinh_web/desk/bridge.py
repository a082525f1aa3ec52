"""Between a stored version of a plan and the files the core opens."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime

from lotrinh.base.files import Files
from lotrinh_web.desk.models import PlanVersion


def to_core(row: PlanVersion) -> tuple[Files, str]:
    """Return the files of a version and the folder of the plan in them."""
    return row.files, row.address


def to_row(files: Files, folder: str, *, by: str, at: datetime) -> PlanVersion:
    """Return the version of a bundle, not saved."""
    return PlanVersion(
        address=folder, sha256=sha256(files), files=dict(files), issued_at=at, issued_by=by
    )


def sha256(files: Files) -> str:
    """Return the hash that names a bundle of files."""
    text = json.dumps(dict(files), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
