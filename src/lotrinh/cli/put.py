"""Puts data on standard output, as JSON or YAML."""

from __future__ import annotations

import json
import sys


def put(data: object, *, as_json: bool) -> None:
    """Print data as JSON, or as YAML."""
    if as_json:
        print(as_json_text(data))
        return
    from lotrinh.plan.dump import dump_yaml

    sys.stdout.write(dump_yaml(data))


def as_json_text(data: object) -> str:
    """Return data as JSON, with its own letters."""
    return json.dumps(data, ensure_ascii=False, indent=2)
