"""Writes docs/formulas-in-tables.md out of the spec tests: each rule with the table that holds it.

The tests are read, never run: a title is the name of the test, with its Vietnamese beside it out of
`tests/spec/titles.toml`; the tables stand as written.
`tests/spec/test_manual.py` holds the page to the tests.
"""

# ruff: noqa: E501 (paragraphs of a page)

from __future__ import annotations

import ast
import textwrap
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
#: Titles and explanations in Vietnamese; the English ones are the tests' own.
TITLES = ROOT / "tests" / "spec" / "titles.toml"
PAGE = ROOT / "docs" / "formulas-in-tables.md"
_HEAD = """# What each operation means, in tables · Ý nghĩa từng phép tính, qua bảng

Every table here is a test that every engine must pass; `scripts/spec_manual.py` writes this page out of `tests/spec`. A point is a missing figure, `e` an estimate, `p` a preliminary figure, `<5` only a bound. `x@a` is indicator x at place a, `x@a#sex=female` a part of it, `x@a*key` a shared result; `3[2/3,40%]` is a total of two out of three units that carry two fifths of the weight. `defined=2023-01-01` says that an indicator was defined anew on that day, `harmless` that this does no harm.

Mỗi bảng ở đây là một phép thử mà mọi bộ máy tính toán phải qua; `scripts/spec_manual.py` viết trang này từ `tests/spec`. Dấu chấm là thiếu số, `e` là ước tính, `p` là sơ bộ, `<5` chỉ là giới hạn. `x@a` là chỉ tiêu x ở nơi a, `x@a#sex=female` là một phần, `x@a*key` là kết quả chung; `3[2/3,40%]` là tổng của hai trong ba đơn vị, chiếm hai phần năm trọng số. `defined=2023-01-01` là chỉ tiêu được định nghĩa lại từ ngày ấy, `harmless` là thay đổi vô hại.
"""


def page() -> str:
    """Return the whole page."""
    parts = [_HEAD]
    titles = tomllib.loads(TITLES.read_text(encoding="utf-8"))
    told: dict[str, set[str]] = {}
    for path in sorted((ROOT / "tests" / "spec").glob("test_*.py")):
        tree, own = ast.parse(path.read_text(encoding="utf-8")), titles.get(path.stem, {})
        cases = dict(_cases(tree, own))
        if cases:
            doc = (ast.get_docstring(tree) or "").splitlines()[0].rstrip(".")
            parts += [f"\n## {doc}\n\n{own['']}\n", *cases.values()]
            told[path.stem] = {"", *cases}
    assert told == {file: {*own} for file, own in titles.items()}, "a title is of no test"
    return "".join(parts)


#: Of a test its title in Vietnamese, and with it what it explains.
Title = str | list[str]


def _cases(tree: ast.Module, titles: Mapping[str, Title]) -> Iterator[tuple[str, str]]:
    texts = _constants(tree)
    for function in tree.body:
        if isinstance(function, ast.FunctionDef) and function.name.startswith("test_"):
            for call in (one for one in ast.walk(function) if isinstance(one, ast.Call)):
                if isinstance(call.func, ast.Name) and call.func.id in ("answers", "holds"):
                    name = function.name.removeprefix("test_")
                    seen = {**texts, **_constants(function)}
                    yield name, _told(function, call, seen, titles[name])
                    break


def _told(function: ast.FunctionDef, call: ast.Call, texts: dict[str, object], title: Title) -> str:
    name = function.name.removeprefix("test_").replace("_", " ")
    doc = ast.get_docstring(function)
    vi, *explained = [title] if isinstance(title, str) else title
    assert bool(doc) == bool(explained), f"{name}: explained in one language"
    values = [_value(one, texts) for one in call.args[1:]]
    told = [f"\n### {name[0].upper()}{name[1:]} · {vi}\n"]
    told += [f"\n{doc} · {explained[0]}\n"] if doc else []
    if isinstance(call.func, ast.Name) and call.func.id == "answers":
        told.append(f"\n`{values[0]}`\n\n```\n{_table(values[1])}\n```\n")
        return "".join(told)
    place, rules, given, expected = (*values, "", "", "")[:4]
    if isinstance(rules, dict):
        said = "; ".join(f"`{name}`: `{rule}`" for name, rule in rules.items())
        told.append(f"\n{f'`{place}`; ' if place else ''}{said}\n")
    told.append(f"\n```\n{_table(given)}\n```\n\ngives · cho ra\n\n```\n{_table(expected)}\n```\n")
    return "".join(told)


def _table(text: object) -> str:
    return textwrap.dedent(str(text)).strip("\n").rstrip()


def _constants(tree: ast.AST) -> dict[str, object]:
    found: dict[str, object] = {}
    for one in ast.iter_child_nodes(tree):
        if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name):
            try:
                found[one.targets[0].id] = ast.literal_eval(one.value)
            except ValueError:
                # A land that ends somewhere is built by a call: its tree is the first argument.
                found[one.targets[0].id] = _first(one.value, found)
    return found


def _first(value: ast.expr, texts: dict[str, object]) -> object:
    if isinstance(value, ast.Call) and value.args:
        return _value(value.args[0], texts)
    return ""


def _value(node: ast.expr, texts: dict[str, object]) -> object:
    if isinstance(node, ast.Name):
        return texts.get(node.id, "")
    try:
        return ast.literal_eval(node)
    except ValueError:
        return ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
