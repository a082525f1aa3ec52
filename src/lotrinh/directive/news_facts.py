"""The facts of a document as the news tell them: by the sentence that announces it.

Who issued what, under which number, on which day. A day without its year takes it from
where the text makes it certain, or it is no date.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from lotrinh.directive.announcement import Announced
from lotrinh.directive.cited import Span
from lotrinh.directive.dates import Day, find_days
from lotrinh.directive.identity import Facts
from lotrinh.directive.issuers import subject_issuer, who_agrees
from lotrinh.directive.official_head import HEAD, number_at
from lotrinh.directive.own_title import title_in_news
from lotrinh.directive.references import KIND_WORDS, Reference
from lotrinh.directive.sentences import Reading, Sentence
from lotrinh.directive.signatories import signed_in_news

_SIGNED = re.compile(
    r"\b(?:văn bản|kế hoạch|nghị quyết|quyết định|chương trình|chỉ thị) (?:này )?(?:được "
    r"|có hiệu lực )?"
    r"(?:ký|ban hành) (?:ban hành )?(?:vào )?ngày\s"
)
#: "Kế hoạch 514 về …": the news leave out the letters of its number.
_BARE = re.compile(
    rf"(?:{KIND_WORDS})\s(?:số:?\s)?(?P<number>\d{{1,5}})"
    r"(?=,?\s(?:về|ngày|của|triển khai|thực hiện|phê duyệt|ban hành|quy định)\b)",
    re.IGNORECASE,
)
#: "… của Thành phố (13:49 26/03/2019)": a headline with its hour.
_AT_THE_HOUR = re.compile(r"\(\d{1,2}[:h]\d\d,? \d{1,2}[/.-]\d{1,2}[/.-]\d{4}\)$")
_OPENS = re.compile(
    r"\W*(?:\w{2,20}\)\s?-?\s?)?(?:Mới đây, |Theo đó, )?(?:Sáng |Chiều |Hôm nay, )?(?:[Nn]gày )"
)
_TELLS = re.compile(
    r"cho biết|(?<!bộ )(?<!sở )(?<!phòng )thông tin|hội nghị|họp báo|phát biểu|kiểm tra"
)
_ISSUES = re.compile(r"ban hành|ký|phê duyệt|thông qua|có (?:văn bản|công văn)")
#: Between the day and what is issued stands who issues, and no more than that.
_WHO = re.compile(r"[\s,]*(?:vừa qua,? )?[^,;:.]{0,90}")
#: In the last months of a year plans for the next one are issued.
_LAST_SURE_MONTH = 9
#: So many days after a plan was issued what it plans is under way.
_SOON = 100
_OWN_YEAR = re.compile(r"\bnăm (?P<year>20\d\d)\b(?!\s?[-–])")


def news_facts(reading: Reading, announced: Announced | None) -> Facts:
    """Return the facts of the announced document; where none is, at most who agreed to it."""
    if announced is None:
        return _agreed(reading)
    sentence, reference = announced.sentence, announced.reference
    facts = Facts(type=announced.kind)
    if reference is not None:
        facts = replace(
            facts,
            number=reference.number,
            type=reference.kind,
            number_at=number_at(reading, sentence, reference),
        )
        if reference.date is not None:
            at = reading.span(sentence, reference.number_start, reference.end)
            facts = replace(facts, date=reference.date, date_at=at)
    elif bare := _BARE.match(sentence.text, announced.kind_at):
        at = reading.span(sentence, *bare.span("number"))
        facts = replace(facts, number=bare["number"], number_at=at)
    if issuer := subject_issuer(reading, sentence, announced.at, reference):
        facts = replace(facts, issuer=issuer[0], issuer_at=issuer[1])
    if title := title_in_news(reading, announced):
        facts = replace(facts, title=title[0], title_at=title[1])
    if signed := signed_in_news(reading, announced):
        facts = replace(facts, signatory=signed[0], signatory_at=signed[1])
    return facts if facts.date else _dated(reading, announced, facts)


def _agreed(reading: Reading) -> Facts:
    """Return who agreed to something or signed it, and on which day."""
    agreed = who_agrees(reading)
    if agreed is None:
        return Facts()
    facts = Facts(issuer=agreed[0], issuer_at=agreed[1])
    for sentence in reading.sentences[:HEAD]:
        dated = _behind(reading, sentence) if "ký ban hành" in sentence.low else None
        if dated is not None:
            return replace(facts, date=dated[0], date_at=dated[1])
    return facts


def find_dateline(reading: Reading) -> tuple[Sentence, Day] | None:
    """Return the line that says when an article was published: "10:55, 16/06/2020"."""
    for sentence in reading.sentences[:12]:
        if len(sentence.text) > 90 and not _AT_THE_HOUR.search(sentence.text):
            continue
        # "Thứ 3, 20/10/2020 Trang chủ > …": when the page was opened.
        clock = sentence.low.startswith("http") or "trang chủ" in sentence.low
        if sentence.references or clock:
            continue
        for day in find_days(sentence.text):
            if day.as_date():
                return sentence, day
    return None


def _dated(reading: Reading, announced: Announced, facts: Facts) -> Facts:
    """Add the day it was issued, by the sentence that says so."""
    for found in (
        _signed_on(reading),
        _behind_number(reading, announced),
        _behind(reading, announced.sentence),
        _before(reading, announced),
    ):
        if found is not None:
            return replace(facts, date=found[0], date_at=found[1])
    return _by_lead(reading, announced, facts)


def _by_lead(reading: Reading, announced: Announced, facts: Facts) -> Facts:
    """ "Ngày 5/8, UBND tỉnh ban hành …": the day is the document's."""
    sentence = announced.sentence
    days = [day for day in find_days(sentence.text) if day.end <= announced.at]
    opening = _OPENS.match(sentence.text)
    opens = bool(opening and days and days[0].start <= opening.end() + 2)
    # "Thừa ủy quyền của Thủ tướng, ngày 14/9, Phó Thủ tướng … ký": right before who issues.
    if not opens:
        days = [day for day in days if _WHO.fullmatch(sentence.low, day.end, announced.at)]
        days = [day for day in days if not _of_other(sentence, day, announced.reference)]
    if not days or _TELLS.search(sentence.low[: announced.at]):
        return facts
    day = days[0]
    at = reading.span(sentence, day.start, day.end)
    if day.as_date():
        return replace(facts, date=day.as_date(), date_at=at)
    if full := _with_year(reading, announced, day):
        return replace(facts, date=full[0], date_at=at, year_at=full[1])
    return facts


def _with_year(reading: Reading, announced: Announced, day: Day) -> tuple[date, Span] | None:
    """Give a day its year: that of the dateline soon after, or that of the year it plans for."""
    dateline = find_dateline(reading)
    if dateline is not None:
        line, published = dateline
        full, printed = replace(day, year=published.year).as_date(), published.as_date()
        if full and printed and 0 <= (printed - full).days <= 60:
            return full, reading.span(line, published.start, published.end)
        return None
    sentence = announced.sentence
    for other in find_days(sentence.text):
        planned, full = other.as_date(), replace(day, year=other.year).as_date()
        if planned and full and other.start > announced.at and 0 <= (planned - full).days <= _SOON:
            return full, reading.span(sentence, other.start, other.end)
    issues = _ISSUES.search(sentence.low, day.end, announced.at + 12)
    named = _OWN_YEAR.search(sentence.low, announced.at)
    if issues and named and day.month <= _LAST_SURE_MONTH:
        full = replace(day, year=int(named["year"])).as_date()
        if full:
            return full, reading.span(sentence, *named.span("year"))
    return None


def _behind_number(reading: Reading, announced: Announced) -> tuple[date, Span] | None:
    """ "ban hành Kế hoạch số 237 ngày 21-10-2021": a number without its letters, then the day."""
    sentence = announced.sentence
    numbered = _BARE.match(sentence.text, announced.kind_at)
    for day in find_days(sentence.text) if numbered else ():
        full = day.as_date()
        between = sentence.low[numbered.end() : day.start] if numbered else ""
        if full and re.fullmatch(r",?\sngày\s", between):
            return full, reading.span(sentence, day.start, day.end)
    return None


def _behind(reading: Reading, sentence: Sentence) -> tuple[date, Span] | None:
    """ "… (UBND tỉnh ban hành ngày 28/1/2026)": the full day right behind the verb."""
    for day in find_days(sentence.text):
        before = sentence.low[max(0, day.start - 24) : day.start]
        full = day.as_date()
        if full and re.search(r"(?:ban hành|ký|phê duyệt|thông qua)(?: vào)? ngày $", before):
            return full, reading.span(sentence, day.start, day.end)
    return None


def _before(reading: Reading, announced: Announced) -> tuple[date, Span] | None:
    """ "…, ngày 5-8-2022, UBND tỉnh ban hành …": the full day right before who issues."""
    sentence = announced.sentence
    for day in find_days(sentence.text):
        full = day.as_date()
        between = sentence.low[day.end : announced.at]
        if full is None or day.end > announced.at or _of_other(sentence, day, announced.reference):
            continue
        if _WHO.fullmatch(between) and not _TELLS.search(between):
            return full, reading.span(sentence, day.start, day.end)
    return None


def _of_other(sentence: Sentence, day: Day, own: Reference | None) -> bool:
    """Say whether the day is that of another document named there."""
    return any(r.start <= day.start < r.end for r in sentence.references if r is not own)


def _signed_on(reading: Reading) -> tuple[date, Span] | None:
    """ "Văn bản được ký ngày 8.6.2023": said in a sentence of its own."""
    for sentence in reading.sentences[:HEAD]:
        if found := _SIGNED.search(sentence.low):
            for day in find_days(sentence.text):
                full = day.as_date()
                if full and found.end() <= day.start <= found.end() + 2:
                    return full, reading.span(sentence, day.start, day.end)
    return None
