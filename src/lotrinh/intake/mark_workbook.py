"""Marks cells of a workbook in the very file a person sent: a colour, and a comment with the why.

Nothing else is touched: every other part of the zip stays to the byte, and so do the cells
themselves. The colour is a conditional format of its own and not a style of the cells, so
that the next time it can be taken off again without knowing what was under it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath, relpath
from xml.sax.saxutils import unescape

from lotrinh.base.errors import Where, wrong
from lotrinh.intake.mark_comments import (
    NO_BOXES,
    NO_COMMENTS,
    boxes,
    commented,
    comments,
    each,
    place,
    prefix_of,
)
from lotrinh.intake.workbook import Book
from lotrinh.intake.zip_guard import repacked

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument"
#: A faulty cell: light red with dark letters; readable in print too.
_LOOK = (
    '<dxf><font><color rgb="FF7A1420"/></font><fill><patternFill patternType="solid">'
    '<fgColor rgb="FFFBDCDC"/><bgColor rgb="FFFBDCDC"/></patternFill></fill></dxf>'
)
#: The condition of our colour: always true, and in no one else's workbook.
_RULE = '"lotrinh"="lotrinh"'
#: What may stand behind conditional formats in a worksheet, in the order of the standard; then
#: what may stand behind the drawing of comments.
_AFTER_COLOURS = (
    "dataValidations|hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|rowBreaks"
    "|colBreaks|customProperties|cellWatches|ignoredErrors|smartTags|drawing|legacyDrawing"
)
_AFTER_BOXES = (
    "legacyDrawingHF|drawingHF|picture|oleObjects|controls|AlternateContent|webPublishItems"
    "|tableParts|extLst"
)


def mark_workbook(data: bytes, name: str, sheet: str, remarks: Mapping[str, str]) -> bytes:
    """Return the workbook with each cell of `remarks` coloured and its remark in a comment.

    Colours and remarks of an earlier time are taken off. Raises LotrinhError when a part is
    not written as the standard has it.
    """
    return _Marking(data, name, sheet, remarks).done()


class _Marking:
    """One marking of one sheet."""

    def __init__(self, data: bytes, name: str, sheet: str, remarks: Mapping[str, str]) -> None:
        book = Book(data, name)
        self.where, self.archive, self.remarks = Where(name), book.archive, remarks
        self.sheet = book.part_of(sheet)
        self.changed: dict[str, str] = {}

    def done(self) -> bytes:
        xml = self.part(self.sheet)
        prefix = self.prefix(xml)
        xml = each(xml, f"{prefix}conditionalFormatting", _without_ours)
        if self.remarks:
            xml = self.coloured(xml, prefix)
        self.changed[self.sheet] = self.commented(xml, prefix)
        return repacked(self.archive, {k: v.encode() for k, v in self.changed.items()})

    def part(self, name: str, otherwise: str = "") -> str:
        """Return a part as it stands now; `otherwise` when there is none."""
        if name in self.changed:
            return self.changed[name]
        try:
            return self.archive.read(name).decode("utf-8-sig")
        except KeyError:
            return otherwise
        except UnicodeDecodeError as error:
            raise wrong("intake.not_a_workbook", self.where) from error

    def prefix(self, xml: str) -> str:
        found = prefix_of(xml, "worksheet")
        if f"</{found}worksheet>" not in xml:
            raise wrong("intake.not_a_workbook", self.where)
        return found

    def coloured(self, xml: str, prefix: str) -> str:
        first = max((int(one) for one in re.findall(r'\bpriority="(\d{1,9})"', xml)), default=0) + 1
        cells = " ".join(sorted(self.remarks, key=place))
        format = (
            f'<{prefix}conditionalFormatting sqref="{cells}"><{prefix}cfRule type="expression"'
            f' dxfId="{self.look()}" priority="{first}"><{prefix}formula>{_RULE}</{prefix}formula>'
            f"</{prefix}cfRule></{prefix}conditionalFormatting>"
        )
        return _before(xml, f"{_AFTER_COLOURS}|{_AFTER_BOXES}", prefix, format)

    def look(self) -> int:
        """Return the number of our look among the workbook's; it is put in once."""
        part = next(iter(self.related("xl/workbook.xml", "styles").values()), "xl/styles.xml")
        xml = self.part(part)
        p = prefix_of(xml, "styleSheet")
        look = re.sub("(</?)", rf"\1{p}", _LOOK)
        xml = re.sub(rf"<{p}dxfs\b[^<>]*/>", f"<{p}dxfs></{p}dxfs>", xml, count=1)
        if f"</{p}dxfs>" not in xml:
            none = f"<{p}dxfs></{p}dxfs>"
            xml = _before(xml, "tableStyles|colors|extLst", p, none, "styleSheet")
        head, _, rest = xml.partition(f"<{p}dxfs")
        inner, end, tail = rest.partition(f"</{p}dxfs>")
        looks = re.findall(rf"<{p}dxf[\s>/]", inner)
        if look in inner:
            return len(re.findall(rf"<{p}dxf[\s>/]", inner[: inner.index(look)]))
        counted = re.sub(r"^[^<>]*>", f' count="{len(looks) + 1}">', inner, count=1)
        self.changed[part] = f"{head}<{p}dxfs{counted}{look}{end}{tail}"
        return len(looks)

    def commented(self, xml: str, prefix: str) -> str:
        part = next(iter(self.related(self.sheet, "comments").values()), "")
        if not part and not self.remarks:
            return xml
        part = part or self.new("xl/comments{}.xml", "comments", f"{_TYPES}.spreadsheetml.comments")
        self.changed[part] = comments(self.part(part, NO_COMMENTS), self.remarks)
        drawings = self.related(self.sheet, "vmlDrawing")
        shown = re.search(r'<(?:\w+:)?legacyDrawing\b[^<>]*\bid="([^"<>]+)"', xml)
        boxed = drawings.get(shown[1], "") if shown else ""
        if not boxed:
            boxed = self.new("xl/drawings/vmlDrawing{}.vml", "vmlDrawing", f"{_TYPES}.vmlDrawing")
            id = next(k for k, v in self.related(self.sheet, "vmlDrawing").items() if v == boxed)
            link = f'<{prefix}legacyDrawing xmlns:r="{_R}" r:id="{id}"/>'
            xml = _before(xml, _AFTER_BOXES, prefix, link)
        there = commented(self.changed[part])
        self.changed[boxed] = boxes(self.part(boxed, NO_BOXES), self.remarks, there)
        return xml

    def related(self, part: str, kind: str) -> dict[str, str]:
        """Return the parts of a kind that a part points to, by the id it calls them by."""
        found = {}
        for tag in re.findall(r"<(?:\w+:)?Relationship\b[^<>]*>", self.part(_relations_of(part))):
            told = dict(re.findall(r'\b(Id|Type|Target)="([^"]*)"', tag))
            if told.get("Type", "").endswith(f"/{kind}"):
                target = told.get("Target", "")
                inner = (
                    target.lstrip("/") if target.startswith("/") else join(dirname(part), target)
                )
                found[told.get("Id", "")] = normpath(inner)
        return found

    def new(self, shape: str, kind: str, type: str) -> str:
        """Return the name of a new part of the sheet, told of where parts must be told of."""
        taken = {*self.archive.namelist(), *self.changed}
        name = next(one for n in range(1, 10_000) if (one := shape.format(n or "")) not in taken)
        relations = _relations_of(self.sheet)
        xml = self.part(
            relations,
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships '
            'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
        )
        ids = set(re.findall(r'\bId="([^"]*)"', xml))
        id = next(one for n in range(1, 10_000) if (one := f"rIdMark{n}") not in ids)
        target = relpath(name, dirname(self.sheet))
        link = f'<Relationship Id="{id}" Type="{_R}/{kind}" Target="{target}"/>'
        xml = re.sub(r"<Relationships([^<>]*)/>", r"<Relationships\1></Relationships>", xml)
        self.changed[relations] = xml.replace("</Relationships>", f"{link}</Relationships>")
        types = self.part("[Content_Types].xml")
        if name.endswith(".vml"):
            told = f'<Default Extension="vml" ContentType="{type}"/>'
            known = 'Extension="vml"' in types
            types = types if known else re.sub(r"(<Types\b[^<>]*>)", rf"\1{told}", types, count=1)
        else:
            told = f'<Override PartName="/{name}" ContentType="{type}+xml"/>'
            types = types.replace("</Types>", f"{told}</Types>")
        self.changed["[Content_Types].xml"] = types
        return name


def _without_ours(format: str) -> str:
    return "" if _RULE in unescape(format, {"&quot;": '"'}) else format


def _relations_of(part: str) -> str:
    return f"{dirname(part)}/_rels/{part.rpartition('/')[2]}.rels"


def _before(xml: str, names: str, prefix: str, new: str, root: str = "worksheet") -> str:
    """Return the XML with `new` before the first of the elements `names`, else at its end.

    What is looked through begins behind the cells and behind views of single people, which
    hold elements of the same names.
    """
    begin = 0
    for end in (f"</{prefix}sheetData>", f"<{prefix}sheetData/>", f"</{prefix}customSheetViews>"):
        begin = max(begin, xml.rfind(end) + len(end) if end in xml else 0)
    found = re.compile(rf"<(?:\w+:)?(?:{names})\b").search(xml, begin)
    at = found.start() if found else xml.rindex(f"</{prefix}{root}>")
    return xml[:at] + new + xml[at:]
