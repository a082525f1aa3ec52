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

_UNREAD = "script, style, noscript, template, svg, nav, footer, aside, form, button, iframe"
_BLOCKS = frozenset(
    "address article blockquote body br caption center dd details div dl dt fieldset figcaption"
    " figure h1 h2 h3 h4 h5 h6 header hr legend li main ol p pre section summary table tbody"
    " tfoot thead tr ul".split()
)
_CELLS = frozenset(("td", "th"))
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_UTF8 = frozenset(("utf-8", "utf8"))


def open_html(name: str, data: bytes) -> Document:
    """Return the readable text of a page; a page without any is an error."""
    parser = LexborHTMLParser(decode(name, data, _charset(data)))
    for node in parser.css(_UNREAD):
        node.decompose()
    text = _lines("".join(_pieces(parser.body))) if parser.body else ""
    if not text:
        raise wrong("directive.no_text", Where(name), name=name)
    return Document(name, text)


def _charset(data: bytes) -> str:
    """Return the encoding the page declares; UTF-8 when it is silent or names a strange one."""
    found = _CHARSET.search(data[:4096])
    declared = found.group(1).decode("ascii").lower() if found else "utf-8"
    if declared in _UTF8:
        return "utf-8"
    return declared if declared in ("windows-1258", "iso-8859-1", "windows-1252") else "utf-8"


def _pieces(root: LexborNode) -> Iterator[str]:
    """Yield the text in reading order; a newline at a block's edge, a bar between cells."""
    # A stack instead of recursion: a page nested a hundred thousand deep must not crash.
    todo: list[LexborNode | str] = [root]
    while todo:
        node = todo.pop()
        if isinstance(node, str):
            yield node
            continue
        if node.tag == "-text":
            yield re.sub(r"\s+", " ", node.text_content or "")
            continue
        edge = "\n" if node.tag in _BLOCKS else " | " if node.tag in _CELLS else ""
        if edge:
            todo.append(edge if edge == "\n" else "")
            yield edge
        children = list(node.iter(include_text=True))
        todo.extend(reversed(children))


def _lines(text: str) -> str:
    """Tidy the lines: no spaces at their ends, no bar before the first cell, no empty runs."""
    lines = (re.sub(r"^[\s|]+|\s+$", "", re.sub(r" {2,}", " ", line)) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
