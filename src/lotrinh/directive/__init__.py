"""Documents in: a directive's text becomes the draft of a plan, each item tied to its sentence."""

from lotrinh.directive.document import Document, Paragraph
from lotrinh.directive.draft import (
    Baseline,
    CarriedOut,
    Draft,
    Duty,
    Facts,
    Goal,
    Target,
)
from lotrinh.directive.read import read
from lotrinh.directive.source import open_document

__all__ = [
    "Baseline",
    "CarriedOut",
    "Document",
    "Draft",
    "Duty",
    "Facts",
    "Goal",
    "Paragraph",
    "Target",
    "open_document",
    "read",
]
