"""Time: the periods that numbers are about."""

from lotrinh.periods.period import Period

__all__ = ["Period"]
