"""Runs every check over a filing and says what must be mended, and what needs a reason.

Hard findings refuse the report. A soft one passes when the person wrote a reason beside the
figure; the reason is kept with it for good.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lotrinh.base.errors import LotrinhError, Problem
from lotrinh.base.words import Lang
from lotrinh.intake.check_before import jumped, odd_among_peers, odd_in_series
from lotrinh.intake.check_relations import broken_relations, said_otherwise, unequal_sums
from lotrinh.intake.check_value import impossible, not_whole
from lotrinh.intake.filing import Filing, Finding
from lotrinh.plan.obligation import Cell

#: Every check, the plainest first.
CHECKS: tuple[Callable[[Filing], Iterator[Finding]], ...] = (
    impossible,
    not_whole,
    unequal_sums,
    broken_relations,
    said_otherwise,
    jumped,
    odd_in_series,
    odd_among_peers,
)
#: Shortest note that can be a reason.
SHORTEST_REASON = 10


@dataclass(frozen=True)
class Checkup:
    """What the checks found in one filing."""

    filing: Filing
    findings: tuple[Finding, ...]

    @property
    def refused(self) -> tuple[Finding, ...]:
        """What stands in the way: all that is hard, and what is soft without a reason."""
        return tuple(one for one in self.findings if not self.is_answered(one))

    @property
    def explained(self) -> tuple[Finding, ...]:
        """What is odd and has its reason."""
        return tuple(one for one in self.findings if self.is_answered(one))

    def is_answered(self, one: Finding) -> bool:
        """Whether a finding is soft and a reason stands beside the figure."""
        note = self.filing.filled[one.cell].note.strip()
        return one.strength == "soft" and len(note) >= SHORTEST_REASON

    def of(self, cell: Cell) -> tuple[Finding, ...]:
        """Return what was found in one cell."""
        return tuple(one for one in self.findings if one.cell == cell)

    def raise_if_refused(self) -> None:
        """Raise one LotrinhError with everything that stands in the way."""
        if self.refused:
            raise LotrinhError(said(one) for one in self.refused)


def check_filing(filing: Filing) -> Checkup:
    """Return all findings of all checks, in the order of the form's cells.

    A figure that is impossible is not called odd as well.
    """
    found = [one for check in CHECKS for one in check(filing)]
    broken = {one.cell for one in found if one.problem.key == "intake.impossible"}
    kept = [one for one in found if one.strength == "hard" or one.cell not in broken]
    order = {cell: number for number, cell in enumerate(filing.filled)}
    return Checkup(filing, tuple(sorted(kept, key=lambda one: order[one.cell])))


def said(one: Finding) -> Problem:
    """Return a finding as a problem for people; of a soft one the mend is also to say why."""
    if one.strength == "hard":
        return one.problem
    values = {"what": _Told(one.problem)}
    return Problem("intake.needs_reason", one.problem.where, values)


@dataclass(frozen=True)
class _Told:
    """What is wrong with a figure, as it stands within another sentence."""

    problem: Problem

    def say(self, lang: Lang) -> str:
        """Say what is wrong, without the mend."""
        return self.problem.wrong(lang)
