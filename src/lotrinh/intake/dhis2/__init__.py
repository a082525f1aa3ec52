"""Indicators of a DHIS2 as ours: expressions become formulas, what cannot be said is refused."""

from lotrinh.intake.dhis2.expression import read_expression
from lotrinh.intake.dhis2.indicators import Asked, Translation, translate
from lotrinh.intake.dhis2.metadata import read_metadata

__all__ = ["Asked", "Translation", "read_expression", "read_metadata", "translate"]
