"""Random lives of a ledger: figures sent, approved, returned, corrected, taken back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from lotrinh.base.errors import LotrinhError
from lotrinh.base.source import Source
from lotrinh.ledger import Checked, Entry, Figure, InMemory, Observation, Remark, Submission
from lotrinh.ledger.entry import CLOCK
from lotrinh.ledger.submission import Purpose
from lotrinh.periods import Period

MORNING = datetime(2026, 1, 5, 8, tzinfo=CLOCK)
DAY = MORNING.date()
PEOPLE = ("an", "binh", "chi")


def figure(value: int = 150, year: int = 2024, day: date = DAY) -> Observation:
    """Return a figure of a year, recorded on a day."""
    return Observation(
        "communes", "vn/dak-lak", Period.read(str(year)), Decimal(value), "commune", "actual",
        Source("Báo cáo", "", day), day,
    )  # fmt: skip


def sent(
    *figures: Observation, at: datetime = MORNING, purpose: Purpose = "report", levels: int = 1,
    author: str = "an", about: int = 0, withdrawn: tuple[int, ...] = (), reason: str = "",
) -> Submission:  # fmt: skip
    """Return what one person sends for the department."""
    held = tuple(Figure(one, about) for one in figures)
    return Submission(purpose, "dep", author, at, held, withdrawn, levels=levels, reason=reason)


def approval(id: str, at: datetime, by: str = "binh", level: int = 1) -> Entry:
    """Return an approval that is not kept yet."""
    return Entry("decision", id, by, at, verdict="approved", level=level)


#: One step: what is done, who does it, to which of what is there, hours later.
Step = tuple[str, str, int, int]
steps: st.SearchStrategy[list[Step]] = st.lists(
    st.tuples(
        st.sampled_from(["report", "correct", "take_back", "approve", "return", "withdraw"]),
        st.sampled_from(PEOPLE),
        st.integers(0, 30),
        st.integers(1, 30),
    ),
    min_size=1,
    max_size=40,
)


@dataclass
class Story:
    """A ledger living through steps; what it does not allow does not happen."""

    store: InMemory = field(default_factory=InMemory)
    now: datetime = MORNING

    def live(self, todo: list[Step]) -> list[date]:
        """Live through the steps; return the days on which something was tried."""
        days = []
        for what, who, which, hours in todo:
            self.now += timedelta(hours=hours)
            days.append(self.now.date())
            try:
                self._step(what, who, which)
            except LotrinhError:
                continue
        return days

    def _step(self, what: str, who: str, which: int) -> None:
        figures = [one for one in self.store.book.entries if one.is_figure]
        ids = list(self.store.book.submissions)
        new = figure(which, 2000 + which % 5, self.now.date())
        levels = 1 + which % 2
        if what == "report":
            self._send(sent(new, at=self.now, author=who, levels=levels))
        elif what in ("correct", "take_back") and figures:
            old = figures[which % len(figures)]
            assert old.observation is not None
            held = replace(old.observation, value=Decimal(which))
            given = (held,) if what == "correct" else ()
            about = {"about": old.number} if given else {"withdrawn": (old.number,)}
            purpose: Purpose = "correction" if given else "withdrawal"
            one = sent(*given, at=self.now, author=who, levels=levels, purpose=purpose,
                       reason="sai", **about)  # type: ignore[arg-type]  # fmt: skip
            self._send(one)
        elif ids:
            self._decide(what, who, ids[which % len(ids)])

    def _send(self, one: Submission) -> None:
        self.store.append(Checked(one))

    def _decide(self, what: str, who: str, id: str) -> None:
        level = self.store.progress(id).level + 1
        decision = {
            "approve": Entry("decision", id, who, self.now, verdict="approved", level=level),
            "return": Entry("decision", id, who, self.now, verdict="returned",
                            remarks=(Remark("sai"),)),
        }.get(what, Entry("decision", id, who, self.now, verdict="withdrawn"))  # fmt: skip
        self.store.decide(decision)
