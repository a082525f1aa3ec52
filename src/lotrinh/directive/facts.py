"""What identifies the directive: number, kind, issuer, day, title, signatory, period, its kin.

From the head of an official document (`official_head.py`), or from the sentence of an article
that announces it (`news_facts.py`). Where the text does not say, the fact is None; nothing is
filled in.
"""

from __future__ import annotations

from dataclasses import replace

from lotrinh.directive.announced import find_announced
from lotrinh.directive.carried_out import find_carried_out
from lotrinh.directive.covered import covered, term_of
from lotrinh.directive.identity import Facts
from lotrinh.directive.issuers import congress_of
from lotrinh.directive.news_facts import news_facts
from lotrinh.directive.official_head import official_head
from lotrinh.directive.portal_lines import with_portal_lines
from lotrinh.directive.references import issuer_of_code
from lotrinh.directive.replaced import find_amended, find_replaced
from lotrinh.directive.sentences import Reading
from lotrinh.directive.signatories import signed_below
from lotrinh.directive.whose_place import find_place

#: What these issue is their own, whatever congress the text speaks of.
_COMMITTEES = ("Ban Chấp hành", "Ban Thường vụ", "BCH", "BTV", "Thường trực")


def find_facts(reading: Reading) -> Facts:
    """Return what the text says about its own identity."""
    head = official_head(reading)
    announced = find_announced(reading)
    facts = head if head is not None else news_facts(reading, announced)
    if head is not None and head.issuer is None and announced and announced.kind == head.type:
        news = news_facts(reading, announced)
        facts = replace(facts, issuer=news.issuer, issuer_at=news.issuer_at)
    by_party = facts.issuer is not None and "Đảng bộ" in facts.issuer
    # "NGHỊ QUYẾT | ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ …": the congress's own, whoever sent it out.
    by_party = by_party or (facts.title or "").startswith("Đại hội ")
    by_committee = by_party and (facts.issuer or "").startswith(_COMMITTEES)
    if (
        facts.type in ("Nghị quyết", None)
        and (facts.issuer is None or by_party)
        and not by_committee
    ):
        facts = _of_congress(reading, facts)
    facts = with_portal_lines(reading, facts, official=head is not None)
    if head is not None:
        facts = _signed(reading, facts)
    facts = _of_code(facts)
    facts = _placed(reading, facts, official=head is not None)
    facts = _for_years(reading, facts)
    announcing = announced.sentence if announced and head is None else None
    return replace(
        facts,
        carries_out=find_carried_out(reading, facts, announcing),
        amends=find_amended(reading, facts.number),
        replaces=find_replaced(reading, facts.number),
    )


def _of_congress(reading: Reading, facts: Facts) -> Facts:
    """A resolution without a number that speaks of a party congress is the congress's own."""
    congress = congress_of(reading)
    speaks = any("nghị quyết" in s.low or "đại hội" in s.low for s in reading.sentences[:12])
    if congress is None or facts.number is not None or not speaks:
        return facts
    return replace(facts, type="Nghị quyết", issuer=congress[0], issuer_at=congress[1])


def _signed(reading: Reading, facts: Facts) -> Facts:
    if facts.signatory is None and (found := signed_below(reading)):
        return replace(facts, signatory=found[0], signatory_at=found[1])
    return facts


def _of_code(facts: Facts) -> Facts:
    """A number that one body alone may give tells the issuer, whoever signed: "150/QĐ-TTg"."""
    sole = issuer_of_code(facts.number)
    if sole is None or facts.number_at is None or facts.issuer == sole:
        return facts
    return replace(facts, issuer=sole, issuer_at=facts.number_at)


def _placed(reading: Reading, facts: Facts, *, official: bool) -> Facts:
    """Say whose province it is; an official head that breaks off before the name is completed."""
    found = find_place(reading, facts.issuer, official)
    return replace(facts, place=found[0], place_at=found[1]) if found else facts


def _for_years(reading: Reading, facts: Facts) -> Facts:
    found = covered(reading, facts.title_at) if facts.title_at else None
    if found is None and (facts.issuer or "").startswith("Đại hội"):
        found = term_of(reading, facts.issuer or "")
    return replace(facts, period=found[0], period_at=found[1]) if found else facts
