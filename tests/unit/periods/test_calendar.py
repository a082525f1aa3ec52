"""A report covers the days its regime says and is due on the day its regime says."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from lotrinh.base.errors import LotrinhError, Where
from lotrinh.periods import Calendar, Period, load_calendars, read_due

PATH = "periods/calendars.csv"


@pytest.fixture(scope="module")
def calendars(content: Path) -> dict[str, Calendar]:
    """The calendars of the content."""
    return load_calendars({PATH: (content / PATH).read_text(encoding="utf-8")})


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2025-03", date(2025, 2, 15), date(2025, 3, 14)),
        ("2025-Q1", date(2024, 12, 15), date(2025, 3, 14)),
        ("2025-Q3", date(2025, 6, 15), date(2025, 9, 14)),
        ("2025-S1", date(2024, 12, 15), date(2025, 6, 14)),
        ("2025-01-01/P9M", date(2024, 12, 15), date(2025, 9, 14)),
        ("2025", date(2024, 12, 15), date(2025, 12, 14)),
    ],
)
def test_an_administrative_report_is_cut_off_in_the_middle_of_the_month(
    calendars: dict[str, Calendar], period: str, first: date, last: date
) -> None:
    report = calendars["administration"].report(Period.read(period))
    assert (report.first_day, report.last_day) == (first, last)


def test_it_is_sent_within_two_working_days(calendars: dict[str, Calendar]) -> None:
    # 14 December 2025 is a Sunday, 14 March 2025 a Friday.
    administration = calendars["administration"]
    assert administration.report(Period.read("2025")).due == date(2025, 12, 16)
    assert administration.report(Period.read("2025-Q1")).due == date(2025, 3, 18)
    holidays = {date(2025, 12, 15)}
    assert administration.report(Period.read("2025"), holidays).due == date(2025, 12, 17)


def test_statistics_are_about_the_calendar_and_come_out_on_the_29th(
    calendars: dict[str, Calendar],
) -> None:
    statistics = calendars["statistics"]
    year = statistics.report(Period.read("2025"))
    assert (year.first_day, year.last_day, year.due) == (
        date(2025, 1, 1),
        date(2025, 12, 31),
        date(2025, 12, 29),
    )
    assert statistics.report(Period.read("2025-02")).due == date(2025, 2, 28)
    assert statistics.report(Period.read("2024-02")).due == date(2024, 2, 29)


def test_consecutive_reports_leave_no_day_out(calendars: dict[str, Calendar]) -> None:
    reports = [calendars["administration"].report(Period.read(f"2025-Q{n}")) for n in (1, 2, 3, 4)]
    for one, other in pairwise(reports):
        assert other.first_day == one.last_day + timedelta(days=1)


def test_the_reports_of_a_december_are_listed_as_they_fall_due(
    calendars: dict[str, Calendar],
) -> None:
    found = calendars["administration"].due_between(date(2025, 12, 1), date(2025, 12, 31))
    assert [(str(r.period), r.due.day) for r in found] == [
        ("2025", 16),
        ("2025-Q4", 16),
        ("2025-12", 16),
    ]


def test_a_report_is_late_from_the_day_after(calendars: dict[str, Calendar]) -> None:
    report = calendars["administration"].report(Period.read("2025"))
    assert not report.is_late_on(date(2025, 12, 16))
    assert report.is_late_on(date(2025, 12, 17))


def test_a_period_without_a_report_is_refused(calendars: dict[str, Calendar]) -> None:
    with pytest.raises(LotrinhError) as caught:
        calendars["administration"].report(Period.read("2021-2025"))
    assert "không có báo cáo cho 2021–2025" in caught.value.say("vi")


@pytest.mark.parametrize(
    ("phrase", "period", "due"),
    [
        ("ngày 25 tháng cuối quý", "2024-Q3", date(2024, 9, 25)),
        ("Trước ngày 20 của tháng cuối quý", "2025-Q4", date(2025, 12, 20)),
        ("ngày cuối tháng cuối quý", "2024-Q2", date(2024, 6, 30)),
        ("ngày 10 tháng đầu quý sau", "2024-Q4", date(2025, 1, 10)),
        ("chậm nhất là ngày 5 tháng sau", "2025-12", date(2026, 1, 5)),
        ("ngày 25 hằng tháng", "2025-02", date(2025, 2, 25)),
        ("ngày 30 hàng tháng", "2025-02", date(2025, 2, 28)),
        ("ngày 15 tháng 12 hằng năm", "2025", date(2025, 12, 15)),
        ("trước ngày 31/01 năm sau", "2025", date(2026, 1, 31)),
        ("ngày 15 tháng cuối 6 tháng", "2025-S1", date(2025, 6, 15)),
    ],
)
def test_a_due_day_is_read_from_its_phrase(phrase: str, period: str, due: date) -> None:
    length, rule = read_due(phrase)
    one = Period.read(period)
    assert rule.seen_from(one, one.last_day) == due
    assert length in {"month", "quarter", "half", "year"}


@pytest.mark.parametrize("phrase", ["", "ngày 45 tháng cuối quý", "sớm", "ngày 3/15 hằng năm"])
def test_no_due_day_is_guessed(phrase: str) -> None:
    with pytest.raises(LotrinhError) as caught:
        read_due(phrase, Where("x.csv", 2))
    assert "ngày 25 tháng cuối quý" in caught.value.say("vi")


@pytest.mark.parametrize(
    ("old", "new", "vi"),
    [
        (",year,,-1,15", ",decade,,-1,15", "“decade” không phải là một độ dài kỳ"),
        (",year,,-1,15", ",year,,-1,32", "“32” không phải là một số từ 1 đến 31"),
        (",year,,-1,15", ",quarter,,-1,15", "có hai dòng"),
        (
            "Chế độ báo cáo hành chính,The administrative reporting regime,year",
            ",,year",
            "thiếu tên",
        ),
    ],
)
def test_a_wrong_row_is_named(content: Path, old: str, new: str, vi: str) -> None:
    text = (content / PATH).read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(LotrinhError) as caught:
        load_calendars({PATH: text.replace(old, new, 1)})
    assert vi in caught.value.say("vi")
    assert caught.value.problems[0].where.line == 6
