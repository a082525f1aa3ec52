"""Documents in: a directive's text becomes the draft of a plan, each item tied to its sentence."""

from lotrinh.directive.document import Document, Paragraph
from lotrinh.directive.draft import (
    Baseline,
    Draft,
    Duty,
    Goal,
    Target,
)
from lotrinh.directive.identity import Covered, Facts, OtherDocument
from lotrinh.directive.read import read
from lotrinh.directive.section import Section
from lotrinh.directive.source import open_document
from lotrinh.directive.structure import address_at, outline, structure
from lotrinh.directive.tables import Table, find_tables

__all__ = [
    "Baseline",
    "Covered",
    "Document",
    "Draft",
    "Duty",
    "Facts",
    "Goal",
    "OtherDocument",
    "Paragraph",
    "Section",
    "Table",
    "Target",
    "address_at",
    "find_tables",
    "open_document",
    "outline",
    "read",
    "structure",
]
