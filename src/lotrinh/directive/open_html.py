"""Open a web page: its readable text, one block a line, the rows of a table as lines.

It keeps no links, styles or menus; the only file that knows the HTML library.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from lotrinh.base.errors import Where, wrong
from lotrinh.directive.document import Document
from lotrinh.directive.open_text import decode
from lotrinh.directive.rows import is_layout, row_line

_UNREAD = frozenset(
    "script style noscript template svg nav footer aside form button iframe".split()
)
_BLOCKS = frozenset(
    "address article blockquote body br caption center dd details div dl dt fieldset figcaption"
    " figure h1 h2 h3 h4 h5 h6 header hr legend li main ol p pre section summary table tbody"
    " td tfoot th thead tr ul".split()
)
_CELLS = frozenset(("td", "th"))
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
#: Blocks that are always closed by hand; a page of people nests them some dozens deep.
_TAG = re.compile(
    r"<(?P<close>/?)(?:div|table|ul|ol|dl|section|article|blockquote|center|main|form|font|span|a"
    r"|details|fieldset|figure|address|header|h[1-6]|pre)\b[^<>]*>",
    re.IGNORECASE,
)
#: The time that a parser takes grows with the square of the depth.
_DEEPEST = 3000
_UTF8 = frozenset(("utf-8", "utf8"))


def open_html(name: str, data: bytes) -> Document:
    """Return the readable text of a page; a page without any is an error."""
    page = decode(name, data, _charset(data))
    parser = LexborHTMLParser(_flattened(page))
    body = parser.body
    text = _lines("".join(_pieces(body, _data_tables(body)))) if body else ""
    if not text:
        raise wrong("directive.no_text", Where(name), name=name)
    return Document(name, text)


def _flattened(page: str) -> str:
    """Take out the blocks nested too deep, keeping their text."""
    depth = 0

    def flatten(tag: re.Match[str]) -> str:
        nonlocal depth
        kept = depth < _DEEPEST if not tag["close"] else depth <= _DEEPEST
        depth = max(0, depth - 1) if tag["close"] else depth + 1
        return tag.group() if kept else "\n"

    return _TAG.sub(flatten, page)


def _charset(data: bytes) -> str:
    """Return the encoding the page declares; UTF-8 when it is silent or names a strange one."""
    found = _CHARSET.search(data[:4096])
    declared = found.group(1).decode("ascii").lower() if found else "utf-8"
    if declared in _UTF8:
        return "utf-8"
    return declared if declared in ("windows-1258", "iso-8859-1", "windows-1252") else "utf-8"


def _pieces(root: LexborNode, tables: frozenset[int] = frozenset()) -> Iterator[str]:
    """Yield the text in reading order; a newline at a block's edge, the rows of tables whole."""
    # A stack instead of recursion: a page nested a hundred thousand deep must not crash.
    todo: list[LexborNode | str] = [root]
    while todo:
        node = todo.pop()
        if isinstance(node, str):
            yield node
        elif node.tag == "-text":
            yield re.sub(r"\s+", " ", node.text_content or "")
        elif node.tag in _UNREAD:
            continue
        elif node.mem_id in tables:
            yield from _table(node)
        else:
            edge = "\n" if node.tag in _BLOCKS else ""
            todo.append(edge)
            yield edge
            todo.extend(reversed(list(node.iter(include_text=True))))


def _data_tables(root: LexborNode) -> frozenset[int]:
    """Return the tables that hold no other; those around them only lay out the page."""
    found: set[int] = set()
    outer: set[int] = set()
    todo: list[tuple[LexborNode, int]] = [(root, 0)]
    while todo:
        node, around = todo.pop()
        if node.tag in _UNREAD:
            continue
        if node.tag == "table":
            found.add(node.mem_id)
            outer.add(around)
            around = node.mem_id
        todo.extend((child, around) for child in node.iter())
    return frozenset(found - outer)


def _table(table: LexborNode) -> Iterator[str]:
    """Yield a table row by row, or cell by cell where it only puts blocks side by side."""
    rows: list[list[str]] = []
    todo = [table]
    while todo:
        node = todo.pop()
        if node.tag == "tr":
            rows.append([])
        elif node.tag in _CELLS:
            rows = rows or [[]]
            rows[-1].append("".join(_pieces(node)))
            continue
        elif node.tag == "caption":
            yield "\n" + "".join(_pieces(node))
            continue
        if node.tag not in _UNREAD:
            todo.extend(reversed(list(node.iter())))
    layout = is_layout(rows)
    for row in rows:
        yield "\n"
        yield "\n".join(row) if layout else row_line(row)
    yield "\n"


def _lines(text: str) -> str:
    """Tidy the lines: no spaces at their ends, no empty runs."""
    lines = (re.sub(r" {2,}", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
