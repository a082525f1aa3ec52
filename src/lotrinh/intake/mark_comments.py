"""The comments of one worksheet and their boxes, as XML: ours are put in and taken out.

Only text goes in and comes out; which part of the file it is stands in `mark_workbook.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape
from xml.sax.saxutils import escape

#: What a remark of ours begins with, so that an old one is found and taken out again.
SIGN = "✗ "
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
NO_COMMENTS = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="{_MAIN}">'
    "<authors><author>lotrinh</author></authors><commentList></commentList></comments>"
)
NO_BOXES = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202"'
    ' coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke'
    ' joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)
_REF = re.compile(r'<(?:\w+:)?comment\b[^<>]*\bref="([A-Z]+\d+)"')
_TEXT = re.compile(r"<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)</")
_BOX_AT = re.compile(r"<x:Row>\s*(\d+)\s*</x:Row>\s*<x:Column>\s*(\d+)\s*</x:Column>")


def comments(xml: str, remarks: Mapping[str, str]) -> str:
    """Return the comments of a sheet with our old remarks gone and the new ones in.

    A comment a person wrote in the same cell stays, above ours.
    """
    kept: dict[str, str] = {}
    prefix = prefix_of(xml, "comments")

    def look(one: str) -> str:
        found = _REF.search(one)
        at = found[1] if found else ""
        theirs, sign, _ = unescape("".join(_TEXT.findall(one))).partition(SIGN)
        if at in remarks or sign:
            kept[at] = theirs.rstrip()
        else:
            others[at] = one
        return ""

    others: dict[str, str] = {}
    xml = each(xml, f"{prefix}comment", look)
    for at in {*kept, *remarks}:
        ours = SIGN + remarks[at] if at in remarks else ""
        if text := "\n\n".join(filter(None, (kept.get(at, ""), ours))):
            others[at] = _comment(at, text, prefix)
    listed = "".join(others[at] for at in sorted(others, key=place))
    start, end = f"<{prefix}commentList>", f"</{prefix}commentList>"
    xml = re.sub(rf"<{prefix}commentList\s*/>", start + end, xml)
    return xml.replace(end, listed + end, 1)


def boxes(xml: str, remarks: Mapping[str, str], commented: set[str]) -> str:
    """Return the drawing of a sheet's comments with a box for each cell of `remarks`.

    Boxes of cells that are not `commented` any more are gone; all others stay as they are.
    """
    wanted, there = {place(one) for one in commented}, set()

    def look(one: str) -> str:
        at = _BOX_AT.search(one)
        if at is None:
            return one
        cell = (int(at[1]), int(at[2]))
        there.add(cell)
        return one if cell in wanted else ""

    xml = each(xml, "v:shape", look)
    number = max(map(int, re.findall(r'"_x0000_s(\d{1,9})"', xml)), default=5000)
    new = [at for at in sorted(remarks, key=place) if place(at) not in there]
    drawn = "".join(_box(n, *place(at), remarks[at]) for n, at in enumerate(new, number + 1))
    return xml.replace("</xml>", f"{drawn}</xml>", 1)


def commented(xml: str) -> set[str]:
    """Return the cells that have a comment."""
    return set(_REF.findall(xml))


def each(xml: str, name: str, look: Callable[[str], str]) -> str:
    """Return the XML with every element of a name replaced by what `look` makes of it.

    It takes as long as the text is, whatever is written in it: one step for each opening.
    """
    close = f"</{name}>"
    first, *pieces = re.split(rf"(?=<{name}[\s>])", xml)
    done = [first]
    for piece in pieces:
        one, closed, rest = piece.partition(close)
        done.append(look(one + close) + rest if closed else piece)
    return "".join(done)


def prefix_of(xml: str, root: str) -> str:
    """Return the prefix a part gives its elements: `x:`, or none as most programs write."""
    found = re.search(rf"<((?:\w+:)?){root}[\s>]", xml)
    return found[1] if found else ""


def place(at: str) -> tuple[int, int]:
    """Return row and column of an address, from 0.

    >>> place("H5"), place("AA1")
    ((4, 7), (0, 26))
    """
    letters = at.rstrip("0123456789")
    column = 0
    for one in letters:
        column = 26 * column + ord(one) - ord("A") + 1
    return int(at.removeprefix(letters) or 1) - 1, column - 1


def _comment(at: str, text: str, prefix: str) -> str:
    p = prefix
    return (
        f'<{p}comment ref="{at}" authorId="0"><{p}text><{p}r><{p}t xml:space="preserve">'
        f"{escape(_printable(text))}</{p}t></{p}r></{p}text></{p}comment>"
    )


def _box(number: int, row: int, column: int, remark: str) -> str:
    """Return a note's box two columns wide, right of its cell, as high as its text is long."""
    lines = 2 + sum(1 + len(one) // 44 for one in remark.splitlines())
    anchor = f"{column + 1}, 15, {max(row - 1, 0)}, 4, {column + 3}, 120, {row + lines}, 4"
    return (
        f'<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;'
        'visibility:hidden" fillcolor="#fff6e0" o:insetmode="auto"><v:fill color2="#fff6e0"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )


def _printable(text: str) -> str:
    """Return a text without the letters XML cannot hold."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text)
