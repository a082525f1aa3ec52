"""The part of `score.py` that is about the document itself: its facts, and its kin.

Which words are the same words is said here, for targets and duties as well.
"""

import re
import unicodedata
from collections import Counter
from typing import Any

Json = dict[str, Any]

SHORT_FORMS = (
    (r"\bubnd\b", "ủy ban nhân dân"),
    (r"\bhđnd\b", "hội đồng nhân dân"),
    (r"\bmttq\b", "mặt trận tổ quốc"),
    (r"\bbtv\b", "ban thường vụ"),
    (r"\bbch\b", "ban chấp hành"),
    (r"\btp\b\.? ?", "thành phố "),
    (r"\bptnt\b", "phát triển nông thôn"),
)
#: The facts a document tells of itself; the later ones are counted where a label has them.
FACTS = ("number", "issuer", "date", "type", "title", "signatory", "period")
CORE = ("number", "issuer", "date")
KIN = {"carries_out": "carried out", "amends": "amended", "replaces": "replaced"}
#: A title is right when so many of its telling words are; papers and portals cut it differently.
TITLE_LIKE = 0.8


def plain(text: object) -> str:
    """Lower case, composed, one blank between words, old tone marks and short forms undone."""
    out = unicodedata.normalize("NFC", str(text or "")).lower()
    for old, new in (("uỷ", "ủy"), ("hoá", "hóa"), ("hoà", "hòa"), ("–", "-"), ("&", " và ")):
        out = out.replace(old, new)
    for short, full in SHORT_FORMS:
        out = re.sub(short, full, out)
    return re.sub(r"\s+", " ", re.sub(r"[^\w%‰/²$-]+", " ", out)).strip()


def words(text: object) -> set[str]:
    """The telling words of a name."""
    return set(re.findall(r"\w+", plain(text))) - {"các", "và", "của", "những", "trên", "số"}


def fact_right(fact: str, said: Any, allowed: list[Any]) -> bool:
    """Exact, or as one of the allowed forms; a title by its words, a period by its years."""
    if fact == "period":
        years = [said["from"], said["to"]] if said else None
        return years in allowed
    if fact == "title" and said:
        own = words(said)
        pairs = [(own, words(one)) for one in allowed if one]
        return any(2 * len(a & b) >= TITLE_LIKE * (len(a) + len(b)) for a, b in pairs)
    return plain(said) in {plain(one) for one in allowed}


def numbers(documents: list[Any] | None) -> set[str]:
    """The numbers of documents, bare or as `lotrinh read --json` gives them."""
    return {plain(one["number"] if isinstance(one, dict) else one) for one in documents or ()}


def score_document(pred: Json, gold: Json, tally: Counter[str], notes: list[str]) -> None:
    """Its own facts one by one, and the documents it carries out, amends or replaces."""
    said, true = pred.get("document") or {}, gold["document"]
    whole = True
    for fact in FACTS:
        if fact not in true:
            continue
        others = [*true.get(f"{fact}_alias", ()), *true.get(f"{fact}_alt", ())]
        right = fact_right(fact, said.get(fact), [true[fact], *others])
        tally.update({f"doc_{fact}": right, f"of_{fact}": 1})
        whole &= right or fact not in CORE
        if not right:
            notes.append(f"{fact}: {said.get(fact)} for {true[fact]}")
    tally.update(doc_all=whole, documents=1)
    for kin in KIN:
        if kin not in true and kin != "carries_out":
            continue
        must, open_ = numbers(true.get(kin)), numbers(true.get(f"{kin}_alt"))
        found = numbers(said.get(kin)) - (open_ - must)
        tally.update({f"{kin}_gold": len(must), f"{kin}_said": len(found)})
        tally[f"{kin}_hit"] += len(must & found)
        if must != found:
            notes.append(f"{kin}: {sorted(found)} for {sorted(must)}")
