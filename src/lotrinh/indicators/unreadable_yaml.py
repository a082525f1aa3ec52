"""Says in people's words why a text is not YAML, and the mend.

It knows the parser by the sentences it says only; reading is for `read_yaml`. What has no
sentence of ours is told in a general one, with the parser's words as a detail.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lotrinh.base.errors import LotrinhError, Where, wrong


class Place(NamedTuple):
    """A line and a column of a text, both counted from 1."""

    line: int
    column: int


class _Fault(NamedTuple):
    """A sentence of the parser and our message for it."""

    #: Names of groups are names of the message's values.
    said: str
    key: str
    #: People look for the fault where the thing began, not where the parser gave up.
    at_beginning: bool = False


#: The first that fits holds.
_FAULTS = (
    _Fault(r"found character '\\t'", "yaml_tab"),
    _Fault(r"found character '(?P<sign>.)'", "yaml_sign"),
    _Fault(r"scanning an (alias|anchor)", "yaml_lone_sign", at_beginning=True),
    _Fault(r"mapping values are not allowed", "yaml_colon"),
    _Fault(r"sequence entries are not allowed", "yaml_dash"),
    _Fault(r"could not find expected ':'", "yaml_no_colon", at_beginning=True),
    _Fault(r"quoted scalar; found unexpected", "yaml_quote", at_beginning=True),
    _Fault(r"expected ',' or '(?P<bracket>.)'", "yaml_bracket", at_beginning=True),
    _Fault(r"a flow node; .*found '<stream end>'", "yaml_bracket_at_end"),
    _Fault(r"found '(?P<bracket>[]}])'", "yaml_bracket_not_opened"),
    _Fault(r"<block end>, but found '([?-]|<block .*)'", "yaml_indentation"),
    _Fault(r"<block end>, but found", "yaml_left_over"),
    _Fault(r"found duplicate key '(?P<name>.*)'", "yaml_twice"),
    _Fault(r"found undefined alias '(?P<name>.*)'", "yaml_alias"),
    _Fault(r"found no value '(?P<value>.*)'", "yaml_value"),
)


def unreadable(file: str, said: str, at: Place, beginning: Place) -> LotrinhError:
    """Return the error for what the parser said: its context and problem, joined by “; ”.

    `at` is where the parser stopped, `beginning` where that began which it was reading.
    """
    for fault in _FAULTS:
        if found := re.search(fault.said, said, re.DOTALL):
            place = beginning if fault.at_beginning else at
            values = found.groupdict() | {
                "column": place.column,
                "first_line": beginning.line,
                "stop_line": at.line,
                "stop_column": at.column,
            }
            return wrong(f"indicators.{fault.key}", Where(file, place.line), **values)
    where = Where(file, at.line)
    return wrong("indicators.not_yaml", where, column=at.column, problem=said)


def not_allowed(file: str, text: str, position: int) -> LotrinhError:
    """Return the error for a character that YAML does not allow, `position` from 0."""
    before = f"{text[:position]}.".splitlines()
    return wrong(
        "indicators.yaml_character",
        Where(file, len(before)),
        column=len(before[-1]),
        code=f"U+{ord(text[position]):04X}",
    )
