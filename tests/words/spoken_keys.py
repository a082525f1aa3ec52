"""Reads which messages the code speaks: the keys, and the values handed to them."""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from architecture.house import CORE, ROOT, SHELL, modules

#: Functions whose first argument is the key of a message.
SPEAKERS = {"say", "both", "wrong", "add", "Problem"}
#: Those that tell of an error, whose message must also say the mend.
BLAMERS = {"wrong", "add", "Problem"}
#: What the speakers take for themselves and do not hand to the message.
OWN_ARGUMENTS = {"lang", "where"}
_KEY = re.compile(r"[a-z][a-z_]*\.[a-z0-9_]+")


@dataclass(frozen=True)
class Spoken:
    """One call that speaks a message whose key stands there in full."""

    place: str
    key: str
    by: str
    values: frozenset[str] | None  # None: they are not written out in the call


def catalogues() -> dict[str, dict[str, dict[str, str]]]:
    """Return every words.toml by the name of its room."""
    found = {path.parent.name: path for path in CORE.glob("*/words.toml")}
    found |= {path.parent.name: path for path in SHELL.glob("words.toml")}
    return {room: _read(path) for room, path in found.items()}


def _read(path: Path) -> dict[str, dict[str, str]]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise AssertionError(f"{path.relative_to(ROOT)}: {error}") from None


def spoken() -> Iterator[Spoken]:
    """Yield every call in the code that speaks a message by its key."""
    rooms = set(catalogues())
    for module in modules(CORE, SHELL):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and node.args and _name(node.func) in SPEAKERS:
                key = node.args[0]
                if isinstance(key, ast.Constant) and _is_key(key.value, rooms):
                    place = f"{module.name}:{node.lineno}"
                    yield Spoken(place, key.value, _name(node.func), _values(node))


def mentioned() -> tuple[set[str], set[str]]:
    """Return the keys that stand in full anywhere in src, and the beginnings of composed ones."""
    whole, beginnings = set(), set()
    for module in modules(CORE, SHELL):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.JoinedStr) and isinstance(
                first := node.values[0], ast.Constant
            ):
                beginnings.add(str(first.value))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.update(_KEY.findall(node.value))
    for path in _templates():
        text = path.read_text(encoding="utf-8")
        whole.update(_KEY.findall(text))
    return whole, {start for start in beginnings if re.fullmatch(r"[a-z_]+\.[a-z0-9_]*", start)}


def _templates() -> Iterator[Path]:
    for ending in ("html", "json", "js", "txt", "xml"):
        yield from (ROOT / "src").rglob(f"templates/**/*.{ending}")


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _is_key(value: object, rooms: set[str]) -> bool:
    if not isinstance(value, str) or not _KEY.fullmatch(value):
        return False
    return value.split(".")[0] in rooms


def _values(call: ast.Call) -> frozenset[str] | None:
    """Return the names of the values handed over, if the call writes them all out."""
    if _name(call.func) == "Problem" or any(word.arg is None for word in call.keywords):
        return None
    return frozenset(word.arg for word in call.keywords if word.arg) - OWN_ARGUMENTS
