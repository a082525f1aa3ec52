"""Measures of the engine against its rivals, in the same run on the same figures."""
