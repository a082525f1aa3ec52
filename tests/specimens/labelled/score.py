"""Scores a reader's drafts against the labelled specimens beside this file.

Usage: python tests/specimens/labelled/score.py PRED_DIR GOLD_DIR [--detail]. It judges what a
reader has written (NNN.json); it is not a reader and reads no text itself.
"""

import argparse
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from score_document import FACTS, KIN, Json, plain, score_document, words

SCALES = {"nghìn": 1e3, "ngàn": 1e3, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9}
PER_YEAR = re.compile(r"/ ?năm|(mỗi|hằng|hàng|bình quân) năm")
FAMILIES = (
    ("percent", r"%(?!0)|phần trăm"),
    ("permille", r"‰|%0|phần nghìn"),
    ("dong", r"(đồng|đ|vnđ|vnd)$"),
    ("dollar", r"(usd|đô la( mỹ)?|us\$|\$)$"),
    ("rank", r"hạng|vị trí|top|nhóm|thứ|bậc"),
    ("times", r"lần$"),
    ("score", r"điểm$"),
    ("time", r"(tuổi|năm|tháng|ngày)$"),
    ("measure", r"(ha|m2|m²|m3|km2|km|m|cm|tấn|tạ|kg|mw|kw|kwh)\b"),
)
# Units that people write loosely for one another: "hạng" or "điểm" beside a bare noun.
NEIGHBOURS = ({"rank", "count"}, {"rank", "score"}, {"count", "time"})
SIGNS = {"≥": ">=", "≤": "<=", "≈": "~", "==": "=", "": "="}


@dataclass(frozen=True)
class Amount:
    """A value in its base unit, so that 1,4 triệu lượt equals 1.400.000 lượt."""

    low: float
    high: float | None
    family: str


def amount(item: Json) -> Amount | None:
    """What a target or a non-target says in figures, or None when it says none."""
    if item.get("value") is None:
        return None
    unit = PER_YEAR.sub("", plain(item.get("unit"))).strip()
    factor = 1.0
    while unit and unit.split(" ")[0] in SCALES:
        head, _, unit = unit.partition(" ")
        factor *= SCALES[head]
    stem = unit if unit.startswith(("%0", "%")) else unit.split("/")[0].strip()
    family = next((name for name, form in FAMILIES if re.match(form, stem)), "count")
    if family == "measure":
        family = stem.split(" ")[0].replace("²", "2")
    high = item.get("value_high")
    low = float(item["value"]) * factor
    return Amount(low, None if high is None else float(high) * factor, family if stem else "none")


def same_amount(one: Amount | None, two: Amount | None) -> bool:
    """Equal figures in units that can be meant for one another."""
    if one is None or two is None or (one.high is None) != (two.high is None):
        return False
    for a, b in ((one.low, two.low), (one.high or 0.0, two.high or 0.0)):
        if abs(a - b) > 1e-6 * max(1.0, abs(a), abs(b)):
            return False
    pair = {one.family, two.family}
    bare = "none" in pair and not pair & {"percent", "permille"}
    return len(pair) == 1 or bare or pair in NEIGHBOURS


def year_right(pred: Json, gold: Json) -> bool:
    """The deadline, or another that the text honestly leaves open."""
    said = str(pred.get("year") or "")
    year = int(said) if said.isdigit() else None
    return year == gold.get("year") or year in gold.get("year_alt", ())


def sign_right(pred: Json, gold: Json) -> bool:
    """The operator, or another that the words allow."""
    sign = str(pred.get("operator") or "")
    sign = SIGNS.get(sign, sign)
    return sign == gold["operator"] or sign in gold.get("op_alt", ())


def pair_up(preds: list[Json], golds: list[Json]) -> list[tuple[int, int]]:
    """Each draft with at most one label, the best agreeing pairs first."""
    options = []
    for i, pred in enumerate(preds):
        for j, gold in enumerate(golds):
            if same_amount(amount(pred), amount(gold)):
                a, b = words(pred.get("name")), words(gold.get("name"))
                likeness = 2 * len(a & b) / max(1, len(a) + len(b))
                worth = 0.4 * year_right(pred, gold) + 0.2 * sign_right(pred, gold) + likeness / 5
                options.append((worth - bool(gold.get("optional")), -i, -j))
    taken: list[tuple[int, int]] = []
    for _, i, j in sorted(options, reverse=True):
        if all(-i != a and -j != b for a, b in taken):
            taken.append((-i, -j))
    return taken


def once(items: list[Json]) -> list[Json]:
    """Numeric targets, the same statement said twice being one statement."""
    seen: dict[tuple[object, ...], Json] = {}
    for item in items:
        if item.get("value") is not None:
            mark = (amount(item), item.get("year"), item.get("operator"), plain(item.get("name")))
            seen.setdefault(mark, item)
    return list(seen.values())


def score_targets(pred: Json, gold: Json, tally: Counter[str], notes: list[str]) -> None:
    """Count hits, false alarms and non-targets taken; optional labels and repeats are neutral."""
    preds = once(pred.get("targets") or [])
    golds = [g for g in gold["targets"] if g["value"] is not None]
    pairs = pair_up(preds, golds)
    for i, j in pairs:
        if golds[j].get("optional"):
            continue
        year, sign = year_right(preds[i], golds[j]), sign_right(preds[i], golds[j])
        tally.update(hit=1, hit_year=year, hit_sign=year and sign)
        if not (year and sign):
            notes.append(f"{'sign' if year else 'year'}: {golds[j]['name']}")
    used, found = {i for i, _ in pairs}, {j for _, j in pairs}
    must = [j for j, g in enumerate(golds) if not g.get("optional")]
    tally["gold"] += len(must)
    notes += [f"missed: {golds[j]['name']}" for j in must if j not in found]
    spare = [g for g in golds for _ in range(g.get("mentions", 1) - 1)]
    for i in set(range(len(preds))) - used:
        said = amount(preds[i])
        again = next((g for g in spare if same_amount(said, amount(g))), None)
        if again is not None:
            spare.remove(again)
            continue
        tally["false"] += 1
        notes.append(f"false: {preds[i].get('name')} {preds[i].get('value')}")
        tally["decoys"] += any(same_amount(said, amount(n)) for n in gold["not_targets"])
    tally["not_targets"] += sum(n["value"] is not None for n in gold["not_targets"])


def score_aims(pred: Json, gold: Json, tally: Counter[str]) -> None:
    """Targets without a number: found when a draft's sentence touches the label's.

    The reader lists overall aims as goals; the labels call them targets of kind qualitative.
    """
    drafts = [t for t in pred.get("targets") or [] if t.get("value") is None]
    drafts += pred.get("goals") or []
    spans = [(d.get("start") or 0, d.get("end") or 0) for d in drafts]
    for aim in gold["targets"]:
        if aim["value"] is not None or aim.get("optional"):
            continue
        tally["aims"] += 1
        tally["aims_hit"] += any(
            start < aim["sentence_end"] and aim["sentence_start"] < end for start, end in spans
        )


def score_duties(pred: Json, gold: Json, tally: Counter[str], notes: list[str]) -> None:
    """A body is found when a draft names it whole, or the drafts name most of its parts."""
    drafts = [d for d in pred.get("duties") or [] if plain(d.get("actor"))]
    for duty in gold["duties"]:
        actor, parts = plain(duty["actor"]), words(duty["actor"])
        covered: set[str] = set()
        hit = False
        for draft in drafts:
            name, own = plain(draft["actor"]), words(draft["actor"])
            hit |= f" {actor} " in f" {name} "
            hit |= 2 * len(own & parts) >= 0.6 * (len(own) + len(parts))
            if len(own) > 1 and f" {name} " in f" {actor} ":
                covered |= own
        hit |= len(covered & parts) >= 0.6 * len(parts)
        tally.update(duties=1, duties_hit=hit)
        if not hit:
            notes.append(f"duty: {duty['actor']}")


def score(pred_dir: Path, gold_dir: Path) -> tuple[Counter[str], dict[str, list[str]]]:
    """The counts over all labelled documents, and what went wrong in each."""
    tally: Counter[str] = Counter()
    notes: dict[str, list[str]] = {}
    for path in sorted(gold_dir.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        draft = pred_dir / path.name
        pred = json.loads(draft.read_text(encoding="utf-8")) if draft.exists() else {}
        wrong = notes.setdefault(path.stem, [] if draft.exists() else ["no draft"])
        score_targets(pred, gold, tally, wrong)
        score_aims(pred, gold, tally)
        score_document(pred, gold, tally, wrong)
        score_duties(pred, gold, tally, wrong)
    return tally, notes


def measures(tally: Counter[str]) -> dict[str, float]:
    """The figures to report, each between 0 and 1."""

    def f1(hits: int, said: int, true: int) -> float:
        return 2 * hits / (said + true) if said + true else 1.0

    def share(part: str, whole: str) -> float:
        return tally[part] / tally[whole] if tally[whole] else 0.0

    said, true = tally["hit"] + tally["false"], tally["gold"]
    return {
        "value+unit F1": f1(tally["hit"], said, true),
        "value+unit+year F1": f1(tally["hit_year"], said, true),
        "value+unit+year+operator F1": f1(tally["hit_sign"], said, true),
        "targets without a number, recall": share("aims_hit", "aims"),
        **{
            f"document {fact}": share(f"doc_{fact}", f"of_{fact}")
            for fact in FACTS
            if tally[f"of_{fact}"]
        },
        "document number, issuer and date": share("doc_all", "documents"),
        **{
            f"documents {name} F1": f1(
                tally[f"{kin}_hit"], tally[f"{kin}_said"], tally[f"{kin}_gold"]
            )
            for kin, name in KIN.items()
            if f"{kin}_gold" in tally
        },
        "duties' actors recall": share("duties_hit", "duties"),
        "not_targets taken": share("decoys", "not_targets"),
    }


def main() -> None:
    """Print the measures, and with --detail every fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pred", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--detail", action="store_true", help="list every fault by document")
    options = parser.parse_args()
    tally, notes = score(options.pred, options.gold)
    counts = {
        "documents": "documents",
        "gold": "targets with a number",
        "aims": "targets without",
        "duties": "duties",
        "not_targets": "not_targets",
    }
    lines = [", ".join(f"{tally[key]} {name}" for key, name in counts.items())]
    lines += [f"{figure:7.3f}  {name}" for name, figure in measures(tally).items()]
    if options.detail:
        lines += [f"{document}  {fault}" for document, all_ in notes.items() for fault in all_]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
