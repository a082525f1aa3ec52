"""Cuts a DHIS2 expression into its words, each with the column where it begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lotrinh.base.errors import wrong

_TOKEN = re.compile(
    r"""
    (?P<space>\s+|/\*.*?\*/)
  | (?P<item>(?:\#|OUG|[A-Z])\{[^}]*\}|\[days\])
  | (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
  | (?P<text>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
  | (?P<name>(?:d2:)?[A-Za-z][A-Za-z0-9_]*)
  | (?P<sign>&&|\|\||[<>=!]=|[-+*/%^<>!(),.])
    """,
    re.VERBOSE | re.DOTALL,
)

#: Words that are signs.
_SIGNS = {"and": "&&", "or": "||", "not": "!"}


@dataclass(frozen=True)
class Token:
    """One word: what kind of word it is, its text, and its column."""

    kind: str
    text: str
    column: int


def tokens_of(expression: str) -> list[Token]:
    """Return the words of an expression, an empty one at its end.

    Raises LotrinhError at what is no word of DHIS2.

    >>> [one.text for one in tokens_of("#{abc} and /* why */ 2")]
    ['#{abc}', '&&', '2', '']
    >>> tokens_of("1 ~ 2")
    Traceback (most recent call last):
    lotrinh.base.errors.LotrinhError: The expression cannot be read at column 3. ...
    """
    found, at = [], 0
    while at < len(expression):
        match = _TOKEN.match(expression, at)
        if match is None:
            raise wrong("intake.dhis2_unreadable", column=at + 1)
        kind, text = str(match.lastgroup), match.group()
        if text in _SIGNS:
            kind, text = "sign", _SIGNS[text]
        if kind != "space":
            found.append(Token(kind, text, at + 1))
        at = match.end()
    return [*found, Token("end", "", len(expression) + 1)]
