"""Reads the rows of a bulk call one by one as they arrive; the whole is never in memory.

JSON is an array of objects, or objects one after the other (JSON Lines); CSV has a first line
of names. What a row means is not asked here.
"""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Iterator
from typing import Any, Protocol

from lotrinh.base.errors import Where, wrong

#: Characters of one row; its cells are short.
MOST_IN_A_ROW = 20_000
_PIECE = 64 * 1024
_BETWEEN = " \t\r\n,"

Row = dict[str, str]


class Stream(Protocol):
    """What a request is read from."""

    def read(self, size: int, /) -> bytes:
        """Return the next bytes, none at the end."""


def read_rows(stream: Stream, kind: str) -> Iterator[Row]:
    """Yield the rows of a body of that content type.

    Raises LotrinhError with the number of the row that cannot be read, and for another kind.
    """
    plain = kind.partition(";")[0].strip().lower()
    if plain == "text/csv":
        yield from _csv(stream)
    elif plain in ("application/json", "application/x-ndjson", "application/jsonl"):
        yield from _json(stream)
    else:
        raise wrong("lotrinh_web.api_content_type", Where(field="Content-Type"), kind=plain or "–")


def _text(stream: Stream) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    try:
        while piece := stream.read(_PIECE):
            yield decoder.decode(piece)
        yield decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise wrong("lotrinh_web.api_not_utf8", Where()) from error


def _lines(stream: Stream) -> Iterator[str]:
    held = ""
    for piece in _text(stream):
        held += piece
        *whole, held = held.split("\n")
        yield from (f"{one}\n" for one in whole)
        if len(held) > MOST_IN_A_ROW:
            raise wrong("lotrinh_web.api_row_too_long", Where(), most=MOST_IN_A_ROW)
    if held:
        yield held


def _csv(stream: Stream) -> Iterator[Row]:
    reader = csv.DictReader(_lines(stream), restval="")
    number = 0
    try:
        for number, row in enumerate(reader, 1):
            if None in row:
                raise wrong("lotrinh_web.api_row_unreadable", Where(line=number))
            cells = {str(name): str(value).strip() for name, value in row.items()}
            if not all(_is_text(one) for pair in cells.items() for one in pair):
                raise wrong("lotrinh_web.api_row_unreadable", Where(line=number))
            yield cells
    except csv.Error as error:
        raise wrong("lotrinh_web.api_row_unreadable", Where(line=number + 1)) from error


def _json(stream: Stream) -> Iterator[Row]:
    decoder = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str)
    held, number, closed, is_array = "", 0, False, False
    for piece in _text(stream):
        held, at = held + piece, 0
        while (at := _next(held, at)) < len(held) and not closed:
            if number == 0 and not is_array and held[at] == "[":
                is_array, at = True, at + 1
            elif is_array and held[at] == "]":
                closed, at = True, at + 1
            else:
                try:
                    row, at = decoder.raw_decode(held, at)
                except ValueError:
                    break
                except RecursionError as error:
                    raise wrong("lotrinh_web.api_row_unreadable", Where(line=number + 1)) from error
                number += 1
                yield _cells(row, number)
        held = held[at:]
        if len(held) > MOST_IN_A_ROW:
            raise wrong("lotrinh_web.api_row_too_long", Where(line=number + 1), most=MOST_IN_A_ROW)
    if held.strip(_BETWEEN) or (is_array and not closed):
        raise wrong("lotrinh_web.api_row_unreadable", Where(line=number + 1))


def _next(text: str, at: int) -> int:
    """Return where the next row begins: past blanks and commas."""
    while at < len(text) and text[at] in _BETWEEN:
        at += 1
    return at


def _cells(row: Any, number: int) -> Row:
    """Return a row's cells as texts; numbers stay as they were written."""
    is_flat = isinstance(row, dict) and all(
        value is None or isinstance(value, str) for value in row.values()
    )
    if not is_flat or not all(_is_text(one) for pair in row.items() for one in pair):
        raise wrong("lotrinh_web.api_row_unreadable", Where(line=number))
    return {name: (value or "").strip() for name, value in row.items()}


def _is_text(one: str | None) -> bool:
    """Whether a database can keep it: PostgreSQL knows no NUL, UTF-8 no half of a letter."""
    return not one or not any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in one)
