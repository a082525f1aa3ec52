"""What was reported: observations, which of them hold on a day, and vintages."""

from lotrinh.ledger.as_known import history, holding, known_on
from lotrinh.ledger.breakdown import TOTAL, read_breakdown, write_breakdown
from lotrinh.ledger.observation import COLUMNS, Key, Observation
from lotrinh.ledger.store import InMemory, Store
from lotrinh.ledger.vintage import Vintage

__all__ = [
    "COLUMNS",
    "TOTAL",
    "InMemory",
    "Key",
    "Observation",
    "Store",
    "Vintage",
    "history",
    "holding",
    "known_on",
    "read_breakdown",
    "write_breakdown",
]
