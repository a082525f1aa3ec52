"""Reads which messages the code speaks: the keys, and the values handed to them."""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from architecture.house import CORE, ROOT, SHELL, modules

#: Functions whose first argument is the key of a message.
SPEAKERS = {"say", "both", "wrong", "add", "Problem"}
#: Those that tell of an error, whose message must also say the mend.
BLAMERS = {"wrong", "add", "Problem"}
#: What the speakers take for themselves and do not hand to the message.
OWN_ARGUMENTS = {"lang", "where"}
_KEY = re.compile(r"[a-z][a-z_]*\.[a-z0-9_]+")
_HOLE = "[a-z0-9_]+"
_TAG = re.compile(r"""\{%-?\s*say\s+["'](?P<key>\w+)["'](?P<values>[^%]*)%\}""")


@dataclass(frozen=True)
class Spoken:
    """One call that speaks a message whose key stands there in full."""

    place: str
    key: str
    by: str
    values: frozenset[str] | None  # None: they are not written out in the call


@cache
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


def spoken_in_templates() -> Iterator[Spoken]:
    """Yield every `{% say "key" value=… %}` of the shell's templates."""
    for path in _templates():
        text = path.read_text(encoding="utf-8")
        for match in _TAG.finditer(text):
            values = frozenset(re.findall(r"(\w+)=", match["values"]))
            place = f"{path.relative_to(ROOT)}:{text.count(chr(10), 0, match.start()) + 1}"
            yield Spoken(place, f"{SHELL.name}.{match['key']}", "say", values)


def is_used(key: str) -> bool:
    """Tell whether the code names the message: in full, composed, or by its bare name."""
    whole, composed = _mentioned()
    room, name = key.split(".", 1)
    bare = f"{room}.{_HOLE}" in composed and name in whole
    shaped = any(re.fullmatch(shape, key) for shape in composed if not shape.endswith("." + _HOLE))
    return key in whole or bare or shaped


@cache
def _mentioned() -> tuple[frozenset[str], frozenset[str]]:
    """Return the texts that stand in src, and the shapes of the keys composed there."""
    whole = {call.key for call in spoken_in_templates()}
    composed = set()
    for module in modules(CORE, SHELL):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.JoinedStr):
                composed.add(_shape(node))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole |= {node.value, *_KEY.findall(node.value)}
    for path in _templates():
        whole.update(_KEY.findall(path.read_text(encoding="utf-8")))
    rooms = tuple(f"{room}." for room in catalogues())
    return frozenset(whole), frozenset(shape for shape in composed if shape.startswith(rooms))


def _shape(text: ast.JoinedStr) -> str:
    """Return an f-string as a pattern, a hole for each value: assess.rule_[a-z0-9_]+."""
    parts = (part.value if isinstance(part, ast.Constant) else _HOLE for part in text.values)
    return "".join(str(part) for part in parts)


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
