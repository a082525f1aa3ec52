"""Lotrinh: a government plan from its text to its result, each figure leading back to its source."""

__version__ = "0.1.0"
