"""Time: the periods that numbers are about, and the calendars of the reports on them."""

from lotrinh.periods.arithmetic import Frequency, enclosing, following, frequency, parts, previous
from lotrinh.periods.calendar import Calendar, Report
from lotrinh.periods.due import read_due
from lotrinh.periods.load import load_calendars
from lotrinh.periods.period import Period
from lotrinh.periods.spoken import read_spoken, write_spoken

__all__ = [
    "Calendar",
    "Frequency",
    "Period",
    "Report",
    "enclosing",
    "following",
    "frequency",
    "load_calendars",
    "parts",
    "previous",
    "read_due",
    "read_spoken",
    "write_spoken",
]
