"""The digests of the directives are our own words; the glossary has one meaning a term."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from lotrinh.flow import Content

RUN = 8


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def test_no_clause_is_a_sentence_of_the_article(opened: Content, shared: Path) -> None:
    """No eight words of a clause stand in this order in the article."""
    articles = [one.read_text(encoding="utf-8") for one in (shared / "seed").glob("*.txt")]
    assert articles
    article = set().union(*(_runs(text) for text in articles))
    for clause in opened.plan.directive.clauses:
        assert not _runs(clause.text) & article, clause.address


def test_the_glossary_has_one_meaning_a_term(content: Path) -> None:
    """At least forty terms; none stands twice, in either language or in the code."""
    text = (content.parent / "GLOSSARY.md").read_text(encoding="utf-8")
    rows = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("| ")]
    terms = [[cell.strip() for cell in row] for row in rows if not row[0].strip().startswith("---")]
    terms = [row for row in terms if row[0] != "Tiếng Việt"]
    assert len(terms) >= 40
    for column in range(2):
        twice = [term for term, often in Counter(row[column] for row in terms).items() if often > 1]
        assert not twice
    assert all(all(row[:4]) for row in terms)
