"""The rows of the reporting desk: the ledger, which is only added to, and what waits around it."""

from lotrinh_web.reporting.models.draft import Draft
from lotrinh_web.reporting.models.evidence import Evidence, EvidenceFile
from lotrinh_web.reporting.models.ledger import LedgerEntry
from lotrinh_web.reporting.models.submission import Submission, SubmissionState
from lotrinh_web.reporting.models.vintage import PublishedVintage

__all__ = [
    "Draft",
    "Evidence",
    "EvidenceFile",
    "LedgerEntry",
    "PublishedVintage",
    "Submission",
    "SubmissionState",
]
