"""The department of `tests/web/reporting` with its people."""

from web.reporting.conftest import checked, given, office, people, province

__all__ = ["checked", "given", "office", "people", "province"]
