"""Reads a YAML text against its JSON Schema and keeps the line of every field.

The one file of the core that knows YAML and JSON Schema; `plan` uses it too. It checks
shapes; whether names lead anywhere is for each room's own check.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from yaml.reader import ReaderError

from lotrinh.base.errors import Problem, Problems, Where, wrong
from lotrinh.base.fields import Fields, Lines
from lotrinh.base.words import Words, both
from lotrinh.indicators.unreadable_yaml import Place, not_allowed, unreadable


def read_yaml(text: str, file: str, room: str, schema: str) -> Fields:
    """Return the fields of a YAML file that has passed `<room>/schema/<schema>.json`.

    Raises one LotrinhError that holds every breach, each with its line and the mend.
    """
    try:
        data, lines = _parse(text)
    except ReaderError as error:
        raise not_allowed(file, text, error.position) from error
    except yaml.MarkedYAMLError as error:
        said = "; ".join(part for part in (error.context, error.problem) if part)
        at = _place(error.problem_mark)
        beginning = _place(error.context_mark or error.problem_mark)
        raise unreadable(file, said, at, beginning) from error
    if not lines:
        raise wrong("indicators.empty_yaml", Where(file, 1))
    fields = Fields(data, file, lines)
    problems = Problems()
    for breach in sorted(_validator(room, schema).iter_errors(_plain(data)), key=_position):
        problems.found.append(_problem(breach, fields))
    problems.raise_if_any()
    return fields


def _place(mark: yaml.Mark | None) -> Place:
    """Return the place of a mark; an error that has none is about the whole text."""
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def _parse(text: str) -> tuple[Any, Lines]:
    """Return the data and the line of each field, out of one reading of the text."""
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return None, {}
        return loader.construct_document(node), dict(_lines(node, ()))
    finally:
        loader.dispose()


class _Loader(yaml.SafeLoader):
    """A safe loader that refuses the same key twice, where YAML would silently keep the last.

    What is written as a day or a number and is none, it refuses with its place.
    """

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for place, key in enumerate(keys):
            if key in keys[:place]:
                first, again = (node.value[one][0].start_mark for one in (keys.index(key), place))
                raise yaml.MarkedYAMLError(None, first, f"found duplicate key '{key}'", again)
        return super().construct_mapping(node, deep)

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)
        except (ValueError, KeyError, AttributeError) as error:
            # What the library raises for 2025-02-30, `!!bool x` and `!!timestamp x`.
            problem = f"found no value '{str(node.value)[:80]}'"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark) from error


def _lines(node: yaml.Node, path: tuple[str | int, ...]) -> Any:
    yield path, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*path, key.value)
            yield from _lines(value, inner)
            yield inner, key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _lines(value, (*path, number))


def _plain(data: Any) -> Any:
    """Return the data as JSON has it: days as text."""
    match data:
        case dict():
            return {str(key): _plain(value) for key, value in data.items()}
        case list():
            return [_plain(value) for value in data]
        case date():
            return data.isoformat()
        case _:
            return data


def _position(breach: ValidationError) -> list[str]:
    return [str(part).zfill(4) for part in breach.absolute_path]


def _problem(breach: ValidationError, fields: Fields) -> Problem:
    """Say a breach of the schema in people's words; the field's description is the mend.

    Each description stands in English (`description`) and in Vietnamese (`description_vi`).
    """
    path = tuple(breach.absolute_path)
    where = Fields({}, fields.file, fields.lines, path).where()
    schema: dict[str, Any] = breach.schema if isinstance(breach.schema, dict) else {}
    expected: Any = breach.validator_value
    instance: Any = breach.instance
    match breach.validator:
        case "required":
            name = next(name for name in expected if name not in instance)
            about = _about(schema.get("properties", {}).get(name, {}))
            return Problem("indicators.field_missing", where, {"name": name, "about": about})
        case "additionalProperties":
            known = sorted(schema.get("properties", {}))
            extra = sorted(set(instance) - set(known))
            return Problem("indicators.field_unknown", where, {"names": extra, "known": known})
        case "enum":
            values = {"value": str(instance), "allowed": [str(one) for one in expected]}
            return Problem("indicators.not_allowed", where, values)
        case _:
            about = _about(schema)
            shape = both(f"indicators.shape_{_shape(breach)}", expected=str(expected))
            said = {"value": str(instance)[:80], "shape": shape, "about": about}
            return Problem("indicators.wrong_shape", where, said)


def _about(schema: Any) -> Words:
    """Return what a field is described as; nothing of one that stands without a description."""
    english: str = schema.get("description", "")
    return Words(schema.get("description_vi", english), english)


#: What is asked of a value by these words of JSON Schema is said in words of ours.
_SHAPES = {
    "pattern": "pattern",
    "minLength": "empty",
    "minItems": "few",
    "maxItems": "many",
    "minProperties": "few",
    "uniqueItems": "twice",
    "minimum": "least",
    "maximum": "greatest",
    "exclusiveMinimum": "above",
}
_TYPES = {"string", "number", "integer", "boolean", "array", "object", "null"}


def _shape(breach: ValidationError) -> str:
    """Name what a value lacks."""
    expected = breach.validator_value
    if breach.validator == "type" and expected in _TYPES:
        return f"type_{expected}"
    if breach.validator == "format" and expected == "date":
        return "day"
    return _SHAPES.get(str(breach.validator), "other")


@cache
def _validator(room: str, schema: str) -> Draft202012Validator:
    path = files(f"lotrinh.{room}") / "schema" / f"{schema}.json"
    return Draft202012Validator(
        json.loads(path.read_text(encoding="utf-8")), format_checker=FormatChecker()
    )
