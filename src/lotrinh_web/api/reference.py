"""The reference page of the machine's door, read from its own OpenAPI description."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lotrinh.base.words import Lang, say
from lotrinh_web.api.door import api


@dataclass(frozen=True)
class Operation:
    """One address a machine can ask."""

    method: str
    path: str
    summary: str
    parameters: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Reference:
    """What the reference page shows."""

    title: str
    version: str
    operations: tuple[Operation, ...]


def reference(lang: Lang) -> Reference:
    """Return every operation, its words in the reader's language."""
    schema: dict[str, Any] = api.get_openapi_schema()
    found = [
        Operation(
            method=method.upper(),
            path=path,
            summary=say(f"lotrinh_web.api_{_name(path)}", lang),
            parameters=tuple(
                (one["name"], say(f"lotrinh_web.parameter_{_plain(one['name'])}", lang))
                for one in operation.get("parameters", [])
            ),
        )
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    ]
    return Reference(schema["info"]["title"], schema["info"]["version"], tuple(found))


def _name(path: str) -> str:
    """Return what an address gives: its last fixed word."""
    return [part for part in path.split("/") if part and "{" not in part][-1]


def _plain(name: str) -> str:
    """Return the name of a parameter as a key: a header is written with capitals and hyphens."""
    return name.lower().replace("-", "_")
