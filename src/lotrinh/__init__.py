"""Lotrinh: a government plan from text to result, each figure leading back to its source."""

__version__ = "0.1.0"
