"""Reads the reporting calendars of `periods/calendars.csv`; judges nothing else."""

from __future__ import annotations

from lotrinh.base.errors import LotrinhError, Problems, Where, wrong
from lotrinh.base.files import Files
from lotrinh.base.table import Row, read_table
from lotrinh.base.words import Words
from lotrinh.periods.arithmetic import FREQUENCIES, Frequency
from lotrinh.periods.calendar import Calendar, Due, Mark, Rule

PATH = "periods/calendars.csv"
COLUMNS = (
    "calendar,name_vi,name_en,frequency,first_only,opens_months,opens_day,closes_months,closes_day,"
    "due_months,due_day,due_working_days,legal_basis,source_url"
).split(",")


def load_calendars(files: Files) -> dict[str, Calendar]:
    """Return the calendars by id; raises one LotrinhError with every wrong row."""
    problems = Problems()
    rules: dict[str, dict[Frequency, Rule]] = {}
    names: dict[str, Words] = {}
    for where, row in read_table(files, PATH, COLUMNS):
        try:
            length = _length(row["frequency"], where)
            rule = _rule(row, where)
        except LotrinhError as error:
            problems.take(error)
            continue
        of_calendar = rules.setdefault(row["calendar"], {})
        if length in of_calendar:
            problems.add("periods.rule_twice", where, frequency=length)
        of_calendar[length] = rule
        if not (row["name_vi"] and row["name_en"]):
            problems.add("periods.no_name", where, id=row["calendar"])
            continue
        names.setdefault(row["calendar"], Words(row["name_vi"], row["name_en"]))
    problems.raise_if_any()
    return {id: Calendar(id, names[id], found) for id, found in rules.items()}


def _length(text: str, where: Where) -> Frequency:
    for one in FREQUENCIES:
        if one == text and one != "window":
            return one
    raise wrong("periods.unknown_frequency", where, text=text, known=FREQUENCIES[:-1])


def _rule(row: Row, where: Where) -> Rule:
    working_days = _number(row["due_working_days"] or "0", 0, 60, where)
    return Rule(
        opens=_mark(row, "opens", where),
        closes=_mark(row, "closes", where),
        due=Due(_mark(row, "due", where), working_days),
        first_only=row["first_only"] == "yes",
        legal_basis=row["legal_basis"],
        source_url=row["source_url"],
    )


def _mark(row: Row, name: str, where: Where) -> Mark | None:
    months, day = row[f"{name}_months"], row[f"{name}_day"]
    if not (months or day):
        return None
    return Mark(_number(months or "0", -24, 24, where), _number(day, 1, 31, where))


def _number(text: str, least: int, most: int, where: Where) -> int:
    try:
        found = int(text)
    except ValueError:
        found = least - 1
    if not least <= found <= most:
        raise wrong("periods.bad_mark", where, text=text, least=least, most=most)
    return found
