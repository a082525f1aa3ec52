"""Hangs the paragraphs of a document into a tree, one by one, by the marks they open with.

The levels are those of `marks.py`, the head and the foot those of `blocks.py`; the finished
tree is given out by `structure.py`.
"""

from __future__ import annotations

from lotrinh.directive.blocks import (
    LABELS,
    LATEST_HEAD,
    LONGEST_HEAD,
    OPENING,
    closes,
    foot_block,
    head_block,
)
from lotrinh.directive.marks import BULLETS, LEVELS, Mark, read_appendix, read_mark
from lotrinh.directive.section import Section
from lotrinh.directive.tables import is_row

_LONGEST_HEADING = 250
#: Parts whose heading stands on the lines below their number.
_HEADED_BELOW = frozenset(("part", "chapter", "division", "subdivision", "appendix"))
_SMALL = frozenset(("letter", "number", *BULLETS))
#: The address of a document that follows the one it is attached to.
_ATTACHED = "KT"


class _Node:
    """A section while it is being built."""

    def __init__(self, kind: str, label: str, address: str, start: int, end: int) -> None:
        self.kind, self.label, self.address = kind, label, address
        self.start, self.end = start, end
        self.heading = ""
        #: How often each kind stands below.
        self.counts: dict[str, int] = {}
        #: Nothing stands in it yet but the paragraph that opens it.
        self.bare = True
        self.children: list[_Node] = []

    def frozen(self, end: int | None = None) -> Section:
        children = tuple(child.frozen() for child in self.children)
        stop = self.end if end is None else end
        return Section(
            self.address, self.label, self.heading, self.start, stop, self.kind, children
        )


class Layout:
    """Takes the paragraphs of a document one by one and hangs them into the tree."""

    def __init__(self) -> None:
        self._root = _Node("document", "", "", 0, 0)
        #: The open sections, from the document (or an attached one) inwards.
        self._open = [self._root]
        self._seen: set[str] = set()
        self._head: set[str] = set()
        self._in_head, self._in_foot = True, False
        self._taken = 0
        #: The foot stands in rows: "Nơi nhận | TM. ỦY BAN NHÂN DÂN".
        self._foot_in_rows = False
        self._capital = ""

    def finished(self, end: int) -> Section:
        """Return the tree of a document that ends at an offset."""
        return self._root.frozen(end)

    def take(self, words: str, start: int, end: int) -> None:
        """Hang up one paragraph."""
        self._taken += 1
        if is_row(words) and not self._is_layout(words):
            self._row(start, end)
        elif (mark := read_appendix(words)) and not self._in_head:
            self._appendix(mark, words, start, end)
        elif self._foot(words, start, end) or self._heads(words, start, end):
            return
        elif (mark := read_mark(words, self._capital)) is not None:
            self._marked(mark, words, start, end)
        else:
            self._running(words, start, end)

    def _is_layout(self, words: str) -> bool:
        """Say whether a row belongs to the head or the foot, whose blocks stand side by side."""
        if self._in_head and head_block(words, self._head):
            return True
        self._foot_in_rows = foot_block(words) is not None or (self._in_foot and self._foot_in_rows)
        return self._foot_in_rows

    def _heads(self, words: str, start: int, end: int) -> bool:
        """Hang a line into the head; say whether it belongs there."""
        if not self._in_head:
            return False
        mark = read_mark(words)
        marked = mark is not None and mark.level not in BULLETS
        known = bool(self._head & OPENING)
        block = None if marked else head_block(words, self._head)
        if mark is not None and not marked and self._last_block() == "addressee":
            block = "addressee"
        if block is None and not marked and self._last_block() == "grounds":
            block = "grounds" if words.endswith((";", ",")) else None
        if not known and (block not in OPENING or self._taken > LATEST_HEAD):
            block = None
        if block is None or self._taken > LATEST_HEAD + LONGEST_HEAD:
            # What stands above a head, the address of a page say, does not end the search for it.
            self._in_head = not known and not marked and self._taken <= LATEST_HEAD
            return False
        self._head.add(block)
        self._block(block, start, end)
        return True

    def _foot(self, words: str, start: int, end: int) -> bool:
        """Hang a line into the foot; a new head behind it begins an attached document."""
        block = None if self._in_head else foot_block(words)
        if block is not None:
            self._in_head, self._in_foot = False, True
            self._block(block, start, end)
            return True
        if not self._in_foot:
            return False
        begins = head_block(words, set()) in ("motto", "kind", "number", "enacting")
        if begins or (read_mark(words) is not None and not words.startswith("-")):
            self._attach(start)
            return False
        if len(words) > _LONGEST_HEADING:
            self._in_foot = False
            return False
        self._block(self._last_block(), start, end)
        return True

    def _attach(self, start: int) -> None:
        """Open a document that stands behind the signature of the one before it."""
        del self._open[1:]
        self._in_head, self._in_foot, self._capital, self._taken = True, False, "", 1
        self._head = set()
        self._push("attached", _ATTACHED, self._own(self._open[0], _ATTACHED), start, start)

    def _block(self, block: str, start: int, end: int) -> None:
        """Hang a line into a block of the head or the foot, opening it where it is new."""
        self._close_to(self._base())
        base = self._open[-1]
        last = base.children[-1] if base.children else None
        if last is not None and block in ("rule", last.kind):
            self._reach(last, end)
            if block == "grounds":
                self._add(last, "ground", str(len(last.children) + 1), start, end)
            return
        node = self._add(base, block, LABELS.get(block, block), start, end)
        if block == "grounds":
            self._add(node, "ground", "1", start, end)

    def _last_block(self) -> str:
        children = self._open[self._base()].children
        return children[-1].kind if children else "signature"

    def _appendix(self, mark: Mark, words: str, start: int, end: int) -> None:
        del self._open[1:]
        self._in_foot, self._capital = False, ""
        label = mark.label
        node = self._push("appendix", label, self._own(self._root, label), start, end)
        node.heading = words[mark.end :].strip()

    def _marked(self, mark: Mark, words: str, start: int, end: int) -> None:
        """Hang up a paragraph with a mark, below what encloses it."""
        self._in_head = self._in_foot = False
        self._close_for(mark)
        above = self._open[-1]
        label = mark.label
        if mark.level in BULLETS:
            above.counts[mark.level] = above.counts.get(mark.level, 0) + 1
            label = f"{words[0]}{above.counts[mark.level]}"
        parent = self._open[self._base()] if mark.level == "article" else above
        address = self._own(parent, _step(parent, label))
        node = self._push(mark.level, label, address, start, end)
        if mark.level == "capital":
            self._capital = label
        rest = words[mark.end :].strip()
        if _is_heading(rest) or mark.level in _HEADED_BELOW:
            node.heading = rest.rstrip(" :")

    def _running(self, words: str, start: int, end: int) -> None:
        """Hang up a paragraph without a mark: more of the part above it, or one of its own."""
        last = self._open[-1]
        if last.kind in _HEADED_BELOW and not last.children and len(words) <= _LONGEST_HEADING:
            titled = not last.heading or words.isupper() or words.startswith("(")
            if titled and not words.endswith((".", ";")):
                last.heading = f"{last.heading} {words}".strip()
                self._reach(last, end)
                return
        while self._open[-1].kind in BULLETS or self._open[-1].kind == "table":
            self._open.pop()
        if closes(words) and not self._open[-1].bare:
            self._close_to(self._base())
        above = self._open[-1]
        if above.kind in ("document", "attached", "appendix"):
            above.counts["paragraph"] = above.counts.get("paragraph", 0) + 1
            label = f"¶{above.counts['paragraph']}"
            self._add(above, "paragraph", label, start, end)
        else:
            self._reach(above, end)

    def _row(self, start: int, end: int) -> None:
        """Hang up a row of a table; rows that follow each other are one table."""
        self._in_foot = False
        while self._open[-1].kind in BULLETS:
            self._open.pop()
        if self._open[-1].kind != "table":
            above = self._open[-1]
            above.counts["table"] = above.counts.get("table", 0) + 1
            label = f"Bảng {above.counts['table']}"
            self._push("table", label, self._own(above, _step(above, label)), start, end)
        table = self._open[-1]
        self._add(table, "row", str(len(table.children) + 1), start, end)

    def _close_for(self, mark: Mark) -> None:
        """Close what the mark's section does not lie in: its like, and what is narrower."""
        base = self._base()
        kinds = [node.kind for node in self._open]
        if mark.level in kinds[base + 1 :]:
            same = len(kinds) - 1 - kinds[::-1].index(mark.level)
            self._close_to(same - 1)
            return
        if kinds[-1] == "table":
            self._open.pop()
        if mark.order == 1 and mark.level in _SMALL and self._open[-1].kind in _SMALL:
            return
        rank = LEVELS.index(mark.level)
        while len(self._open) > base + 1 and (
            self._open[-1].kind not in LEVELS or LEVELS.index(self._open[-1].kind) >= rank
        ):
            self._open.pop()

    def _base(self) -> int:
        """Return the place of the document, attached document or appendix that is open."""
        return 1 if len(self._open) > 1 and self._open[1].kind in ("attached", "appendix") else 0

    def _close_to(self, place: int) -> None:
        del self._open[max(place, self._base()) + 1 :]

    def _push(self, kind: str, label: str, address: str, start: int, end: int) -> _Node:
        node = _Node(kind, label, address, start, end)
        self._open[-1].children.append(node)
        self._open.append(node)
        self._reach(node, end)
        return node

    def _add(self, parent: _Node, kind: str, label: str, start: int, end: int) -> _Node:
        """Hang up a section that nothing will stand in."""
        node = _Node(kind, label, self._own(parent, _step(parent, label)), start, end)
        parent.children.append(node)
        self._reach(parent, end)
        return node

    def _reach(self, node: _Node, end: int) -> None:
        for above in (node, *self._open):
            above.bare = above.bare and above.end >= end
            above.end = max(above.end, end)

    def _own(self, parent: _Node, step: str) -> str:
        """Return an address that no other section has: a second "II.2" is "II.2 (2)"."""
        joint = "" if not parent.address or step.startswith(".") else "."
        address = f"{parent.address}{joint}{step}" if parent.address else step.lstrip(".")
        self._root.counts[address] = self._root.counts.get(address, 0) + 1
        times = self._root.counts[address]
        return address if times == 1 else f"{address} ({times})"


def _step(parent: _Node, label: str) -> str:
    """Return what a label adds to the address above it: under "2", "2.1" adds ".1"."""
    return label.removeprefix(parent.label) if label.startswith(f"{parent.label}.") else label


def _is_heading(words: str) -> bool:
    return 0 < len(words) <= _LONGEST_HEADING and not words.endswith((".", ";", ","))
