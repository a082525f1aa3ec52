"""Who checked, and who has answered."""

from lotrinh.supervise.coverage import DutyCoverage, Owed, coverage

__all__ = ["DutyCoverage", "Owed", "coverage"]
