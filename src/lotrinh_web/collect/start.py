"""What a report's grid begins with: the draft, what was sent back, or what was said before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lotrinh.base.words import Lang, say
from lotrinh.plan import Cell
from lotrinh_web.collect.beside import Beside
from lotrinh_web.collect.typed import Typed, as_text, from_draft
from lotrinh_web.reporting.answers import answers, draft_of, returned


@dataclass(frozen=True)
class Begun:
    """What stands in the cells, and how it came there."""

    cells: dict[Cell, Typed]
    #: The draft's version; 0 without one.
    version: int = 0
    #: open, returned, submitted or approved.
    state: str = "open"
    #: Why it was sent back, by whom, and what was said of single cells.
    reason: str = ""
    by: str = ""
    remarks: dict[Cell, tuple[str, ...]] = field(default_factory=dict)
    saved_by: str = ""


def standing_in(at_hand: Beside) -> Begun:
    """Return what the grid shows."""
    asked = at_hand.asked
    answer = answers([asked.address]).get(asked.address)
    state = answer.state if answer and answer.state != "withdrawn" else "open"
    draft = draft_of(asked.obligation.body, asked.address)
    own = {
        cell: Typed(cell, as_text(one.value))
        for cell, one in at_hand.own.items()
        if one.report == asked.address
    }
    reason, by, remarks = "", "", {}
    if answer is not None and state == "returned" and (back := returned(answer.submission)):
        sent = {one.id: Cell(one.indicator, one.place, one.breakdown) for one in back.figures}
        own |= {
            sent[one.id]: Typed(sent[one.id], as_text(one.value), one.status, one.note)
            for one in back.figures
        }
        reason, by = back.reason, back.by
        remarks = {sent[id]: said for id, said in back.remarks.items() if id in sent}
    if draft is not None:
        cells, version, saved_by = from_draft(draft.cells), draft.version, draft.saved_by
        own = own | cells if state in ("returned", "approved") else cells
    else:
        version, saved_by = 0, ""
    return Begun(own, version, state, reason, by, remarks, saved_by)


def beside_each_other(theirs: Begun, mine: Iterable[Typed], lang: Lang) -> Begun:
    """Return a person's own cells with what another saved since said beside each that differs.

    Saved again they stand on the other's version: a choice that was made, not an accident.
    """
    cells, remarks = dict(theirs.cells), dict(theirs.remarks)
    for one in mine:
        other = theirs.cells.get(one.cell) or Typed(one.cell, "")
        if (other.shown(lang), other.note) != (one.shown(lang), one.note):
            shown = " · ".join(part for part in (other.shown(lang), other.note) if part)
            text = say("lotrinh_web.collect_other_wrote", lang, by=theirs.saved_by, value=shown)
            remarks[one.cell] = (*remarks.get(one.cell, ()), text)
        cells[one.cell] = one
    return replace(theirs, cells=cells, remarks=remarks)
