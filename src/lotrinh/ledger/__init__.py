"""What was reported: submissions, the entries they leave, what holds on a day, and vintages."""

from lotrinh.ledger.as_known import history, holding, known_on
from lotrinh.ledger.book import Book, Known, Standing
from lotrinh.ledger.breakdown import TOTAL, read_breakdown, write_breakdown
from lotrinh.ledger.entry import Entry, Recorded, Remark, day_of
from lotrinh.ledger.growing import Growing
from lotrinh.ledger.observation import COLUMNS, Key, Observation
from lotrinh.ledger.store import InMemory, Store
from lotrinh.ledger.submission import Checked, Figure, Progress, Submission
from lotrinh.ledger.vintage import Vintage

__all__ = [
    "COLUMNS",
    "TOTAL",
    "Book",
    "Checked",
    "Entry",
    "Figure",
    "Growing",
    "InMemory",
    "Key",
    "Known",
    "Observation",
    "Progress",
    "Recorded",
    "Remark",
    "Standing",
    "Store",
    "Submission",
    "Vintage",
    "day_of",
    "history",
    "holding",
    "known_on",
    "read_breakdown",
    "write_breakdown",
]
