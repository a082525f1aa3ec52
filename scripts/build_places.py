"""Builds content/places/vn/country from the package `vietnamadminunits` (MIT). Dev only.

    python scripts/build_places.py --published FOLDER

Needs the package beside it (pip install vietnamadminunits), which the project itself never
does. FOLDER holds the lists of the statistics office and the published areas and populations
as that project carries them: names come from those lists, pairs and coordinates from the
package. Nothing here judges; tests/unit/places hold what comes out to known counts.
"""

from __future__ import annotations

import argparse
import csv
import json
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

OUT = Path(__file__).resolve().parents[1] / "content" / "places" / "vn" / "country"
DAY = "2025-07-01"
FRAME, PROVINCES_ACT = "76/2025/UBTVQH15", "202/2025/QH15"
#: Ids that plans and figures already use, where they are not the name in plain letters.
PROVINCE_IDS = {("66", "old"): "vn/dak-lak@2004", ("46", "old"): "vn/thua-thien-hue"}
#: First days of provinces that were looked up; the others' are not known here.
PROVINCE_STARTS = {("66", "old"): "2004-01-01", ("54", "old"): "1989-07-01"}
DISTRICT_IDS = {
    str(643 + number): f"vn/dak-lak@2004/{name}"
    for number, name in enumerate(
        "buon-ma-thuot buon-ho ea-hleo ea-sup buon-don cu-mgar krong-buk krong-nang ea-kar mdrak "
        "krong-bong krong-pac krong-ana lak cu-kuin".split()
    )
}
#: Changes before 2025 that are known: day, act, surviving code and what went into it, as
#: (code, name before; empty when the same, "whole" or "part").
EARLIER = (
    ("2023-04-10", "726/NQ-UBTVQH15", "24316", (("24316", "Xã Pơng Drang", "whole"),)),
    *(
        ("2024-11-01", "1193/NQ-UBTVQH15", after, before)
        for after, before in (
            (
                "24133",
                (("24133", "Phường Thắng Lợi", "whole"), ("24139", "Phường Thành Công", "whole")),
            ),
            ("24145", (("24145", "", "whole"), ("24127", "Phường Thống Nhất", "whole"))),
            ("24328", (("24328", "", "whole"), ("24325", "Xã Ea Blang", "part"))),
            ("24334", (("24334", "", "whole"), ("24325", "Xã Ea Blang", "part"))),
            ("24457", (("24457", "", "whole"), ("24460", "Xã Hòa Tân", "whole"))),
            ("24214", (("24214", "", "whole"), ("24221", "", "part"))),
            ("24221", (("24221", "", "part"),)),
        )
    ),
    *(
        ("2024-11-01", "1200/NQ-UBTVQH15", after, before)
        for after, before in (
            ("22018", (("22018", "Phường 8", "whole"), ("22021", "Phường 2", "whole"))),
            ("22033", (("22033", "", "whole"), ("22027", "Phường 3", "whole"))),
            ("22030", (("22030", "", "whole"), ("22039", "Phường 6", "whole"))),
            ("22015", (("22015", "", "whole"), ("22048", "Xã Bình Ngọc", "whole"))),
        )
    ),
)  # fmt: skip
#: The resolution that lists the communes of each new province, all of 16 June 2025.
ACTS = dict(
    pair.split(":")
    for pair in (
        "01:1656 04:1657 08:1684 11:1661 12:1670 14:1681 15:1673 19:1683 20:1672 22:1679 24:1658 "
        "25:1676 31:1669 33:1666 37:1674 38:1686 40:1678 42:1665 44:1680 46:1675 48:1659 51:1677 "
        "52:1664 56:1667 66:1660 68:1671 75:1662 79:1685 80:1682 82:1663 86:1687 91:1654 92:1668 "
        "96:1655"
    ).split()
)
RANK = {"Xã": 0, "Thị trấn": 1, "Phường": 2}
Row = dict[str, str]


def main() -> None:
    """Write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--published", type=Path, required=True)
    arguments = parser.parse_args()
    data = Path(str(files("vietnamadminunits"))) / "data"
    base = sqlite3.connect(data / "dataset.db")
    base.row_factory = sqlite3.Row
    old = [dict(row) for row in base.execute("select * from admin_units_legacy")]
    new = [dict(row) for row in base.execute("select * from admin_units")]
    _name_as_listed(arguments.published, old, new)
    pairs = _pairs(json.loads((data / "converter_2025.json").read_text(encoding="utf-8")), old, new)
    provinces, province_changes = _provinces(old, new, pairs)
    districts, district_changes = _districts(old, provinces, pairs)
    communes, commune_changes = _communes(old, new, pairs)
    OUT.mkdir(parents=True, exist_ok=True)
    columns = "id,code,name,name_ascii,parent,valid_from,valid_to,lat,lon".split(",")
    _write("provinces.csv", columns, provinces.values())
    _write("districts.csv", columns, districts)
    _write("communes.csv", columns[1:], communes)
    changes = [*province_changes, *district_changes, *commune_changes]
    _write("changes.csv", "day,kind,before,parts,after,legal_basis".split(","), changes)
    columns = "place,basis,value,as_of,source".split(",")
    _write("weights.csv", columns, _weights(arguments.published, new, provinces))


def _name_as_listed(folder: Path, old: list[dict], new: list[dict]) -> None:
    """Put the names of the statistics office's lists in place of the package's own spellings."""
    before = {row["code"]: row["name"] for row in _read(folder / "vn_old_communes.csv")}
    districts = {row["code"]: row["name"] for row in _read(folder / "vn_old_districts.csv")}
    after = {row["code"]: row["name"] for row in _read(folder / "vn_new_communes.csv")}
    for row in old:
        row["district"] = districts[row["districtCode"]]
        row["ward"] = before[row["wardCode"]] if row["wardCode"] else None
    for row in new:
        row["listed"] = after[row["wardCode"]]


def _pairs(converter: dict, old: list[dict], new: list[dict]) -> list[tuple[dict, dict, bool]]:
    """Return (old unit, new commune, whether only a part went) for all 10,602 pairs."""
    after = {(row["provinceKey"], row["wardKey"]): row for row in new}
    before = {f"{r['provinceKey']}_{r['districtKey']}_{r['wardKey'] or ''}": r for r in old}
    found = []
    for province, wards in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for key, sources in wards.items():
            found += [(before[one], after[province, key], False) for one in sources]
    for province, wards in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for source, targets in wards.items():
            found += [(before[source], after[province, one["newWardKey"]], True) for one in targets]
    return found


def _provinces(
    old: list[dict], new: list[dict], pairs: list[tuple[dict, dict, bool]]
) -> tuple[dict[tuple[str, str], Row], list[Row]]:
    """Return the provinces by (code, old or new), and the mergers of 2025."""
    sources = defaultdict(set)
    for one, other, _ in pairs:
        sources[other["provinceCode"]].add(one["provinceCode"])
    lasting = {code for code, found in sources.items() if found == {code}}
    rows: dict[tuple[str, str], Row] = {}
    for age, units in (("old", old), ("new", new)):
        for unit in units:
            key = (unit["provinceCode"], age)
            if key in rows or (age == "new" and key[0] in lasting):
                continue
            slug = "vn/" + _plain(unit["provinceShort"]).lower().replace(" - ", "-").replace(
                " ", "-"
            )
            rows[key] = _row(
                id=PROVINCE_IDS.get(key, slug if age == "old" else f"{slug}@2025"),
                code=key[0],
                name=unit["province"],
                parent="vn",
                valid_from=DAY if age == "new" else PROVINCE_STARTS.get(key, ""),
                valid_to=DAY if age == "old" and key[0] not in lasting else "",
                at=(unit["provinceLat"], unit["provinceLon"]),
            )
    for code in lasting:
        rows[code, "new"] = rows[code, "old"]
    changes = [
        _change(
            DAY, "merge", [rows[one, "old"]["id"] for one in sorted(found)], [],
            rows[code, "new"]["id"], PROVINCES_ACT,
        )
        for code, found in sorted(sources.items())
        if code not in lasting
    ]  # fmt: skip
    unique = {row["id"]: (key, row) for key, row in rows.items()}
    return {**dict(unique.values()), **rows}, changes


def _districts(
    old: list[dict], provinces: dict[tuple[str, str], Row], pairs: list[tuple[dict, dict, bool]]
) -> tuple[list[Row], list[Row]]:
    """Return the 696 districts, and their end with the province that took over."""
    heir = {one["provinceCode"]: other["provinceCode"] for one, other, _ in pairs}
    rows: dict[str, Row] = {}
    changes = []
    for unit in old:
        code = unit["districtCode"]
        if code in rows:
            continue
        rows[code] = _row(
            id=_district(code),
            code=code,
            name=unit["district"],
            parent=provinces[unit["provinceCode"], "old"]["id"],
            valid_to=DAY,
            at=(unit["districtLat"], unit["districtLon"]),
        )
        if unit["wardCode"]:
            to = provinces[heir[unit["provinceCode"]], "new"]["id"]
            changes.append(_change(DAY, "abolish", [rows[code]["id"]], [], to, FRAME))
    return list(rows.values()), changes


def _communes(
    old: list[dict], new: list[dict], pairs: list[tuple[dict, dict, bool]]
) -> tuple[list[Row], list[Row]]:
    """Return the communes of every known day, and all that happened to them."""
    names = {row["wardCode"]: row["ward"] for row in old if row["wardCode"]}
    parent = {row["wardCode"]: _district(row["districtCode"]) for row in old if row["wardCode"]}
    begun: dict[str, str] = {}
    rows, changes = _earlier(names, parent, begun)
    places = {row["provinceCode"]: _province_id(row, pairs) for row in new}
    for unit in old:
        if code := unit["wardCode"]:
            at = (unit["wardLat"], unit["wardLon"])
            start = begun.get(code, "")
            rows.append(_row(code=code, name=unit["ward"], parent=parent[code], valid_from=start,
                             valid_to=DAY, at=at))  # fmt: skip
    sources = defaultdict(list)
    for one, other, part in pairs:
        sources[other["wardCode"]].append((one, part))
    for unit in new:
        code, at = unit["wardCode"], (unit["wardLat"], unit["wardLon"])
        rows.append(_row(code=code, name=unit["listed"], parent=places[unit["provinceCode"]],
                         valid_from=DAY, at=at))  # fmt: skip
        found = sorted(sources[code], key=lambda pair: (pair[1], pair[0]["wardCode"] or ""))
        ids = [_id_before(one, begun) for one, _ in found]
        parts = [id for id, (_, part) in zip(ids, found, strict=True) if part]
        names_before = [one["ward"] or one["district"] for one, _ in found]
        kind = _kind(unit["listed"], names_before, len(parts))
        act = f"{ACTS[unit['provinceCode']]}/NQ-UBTVQH15"
        changes.append(_change(DAY, kind, ids, parts, f"vn/{code}@{DAY}", act))
    rows.sort(key=lambda row: (row["valid_from"], row["code"], row["valid_to"]))
    return rows, changes


def _earlier(
    names: dict[str, str], parent: dict[str, str], begun: dict[str, str]
) -> tuple[list[Row], list[Row]]:
    """Return the units that ended before 2025 and how; note in `begun` who started when."""
    rows: dict[str, Row] = {}
    changes = []
    for day, act, after, sources in EARLIER:
        for code, name, _ in sources:
            unit = _row(code=code, name=name or names[code], parent=parent[after], valid_to=day)
            rows.setdefault(code, unit)
        ids = [f"vn/{code}" for code, _, _ in sources]
        parts = [f"vn/{code}" for code, _, how in sources if how == "part"]
        kind = _kind(names[after], [rows[code]["name"] for code, _, _ in sources], len(parts))
        if len(sources) == 1 and parts:
            kind = "part_transfer"
        changes.append(_change(day, kind, ids, parts, f"vn/{after}@{day}", act))
        begun[after] = day
    return list(rows.values()), changes


def _kind(name: str, before: list[str], parts: int) -> str:
    """Return what to call the making of one unit."""
    if len(before) - parts > 1 or parts == len(before) > 1:
        return "merge"
    if len(before) > 1:
        return "part_transfer"
    if parts:
        return "split"
    old = before[0]
    if old.startswith("Huyện "):
        return "create"
    if old == name:
        return "move"
    ranks = [next((r for word, r in RANK.items() if n.startswith(word)), -1) for n in (old, name)]
    raised = -1 < ranks[0] < ranks[1] and old.rsplit(maxsplit=1)[-1] == name.rsplit(maxsplit=1)[-1]
    return "upgrade" if raised else "rename"


def _province_id(unit: dict, pairs: list[tuple[dict, dict, bool]]) -> str:
    sources = {a["provinceCode"] for a, b, _ in pairs if b["provinceCode"] == unit["provinceCode"]}
    slug = "vn/" + _plain(unit["provinceShort"]).lower().replace(" - ", "-").replace(" ", "-")
    if len(sources) > 1:
        return f"{slug}@2025"
    return PROVINCE_IDS.get((unit["provinceCode"], "old"), slug)


def _weights(folder: Path, new: list[dict], provinces: dict[tuple[str, str], Row]) -> list[Row]:
    """Return published areas and populations, matched by province, kind and name."""
    by_name: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in new:
        for name in _likenesses(row["wardType"], row["wardShort"]):
            by_name[row["provinceCode"], name].add(f"vn/{row['wardCode']}@{DAY}")
    found = []
    for row in _read(folder / "vn_new_provinces_published.csv"):
        id = provinces[row["code"], "new"]["id"]
        found += _weight(id, row["area"], row["pop"])
    for row in _read(folder / "vn_new_communes_published_area_pop.csv"):
        # Spellings of the two lists differ in a few marks, and four times in the kind of unit.
        likely = (
            by_name[row["province_code"], name] for name in _likenesses(row["level"], row["name"])
        )
        id = next(ids for ids in likely if len(ids) == 1).copy().pop()
        found += _weight(id, row["area"], row["pop"])
    found.append(dict(place="vn/dak-lak@2004", basis="area", value="13125.37", as_of="2019",
                      source="ttthlak-2019"))  # fmt: skip
    found.append(dict(place="vn/dak-lak@2004", basis="population", value="1869322",
                      as_of="2019-04-01", source="ttthlak-2019"))  # fmt: skip
    found.append(
        dict(place="vn/phu-yen", basis="area", value="5060.6", as_of="", source="app-area")
    )
    return found


def _likenesses(kind: str, name: str) -> tuple[str, str, str]:
    """Return the name as spelt, in plain letters, and without the kind of unit."""
    spelt = unicodedata.normalize("NFC", f"{kind} {name}").lower()
    return spelt, _fold(spelt), "?" + _fold(name)


def _weight(id: str, area: str, population: str) -> list[Row]:
    pairs = (("area", area), ("population", population.removesuffix(".0")))
    return [
        dict(place=id, basis=basis, value=value, as_of=DAY, source="bando-2025")
        for basis, value in pairs
        if value
    ]


def _row(at: tuple[float | None, float | None] = (None, None), **cells: str) -> Row:
    # The lists write “Thị Xã”, “Thị Trấn” where the law writes “Thị xã”, and two apostrophes.
    name = " ".join(unicodedata.normalize("NFC", cells["name"]).replace("’", "'").split())
    name = name.replace("Thị Xã ", "Thị xã ").replace("Thị Trấn ", "Thị trấn ")
    name = name[0].upper() + name[1:]
    lat, lon = ("" if one is None else f"{one:.5f}".rstrip("0") for one in at)
    empty = dict(valid_from="", valid_to="")
    return {**empty, **cells, "name": name, "name_ascii": _plain(name), "lat": lat, "lon": lon}


def _change(day: str, kind: str, before: list[str], parts: list[str], after: str, act: str) -> Row:
    return dict(day=day, kind=kind, before=";".join(before), parts=";".join(parts), after=after,
                legal_basis=act)  # fmt: skip


def _district(code: str) -> str:
    return DISTRICT_IDS.get(code, f"vn/{code}")


def _id_before(unit: dict, begun: dict[str, str]) -> str:
    code = unit["wardCode"]
    if not code:
        return _district(unit["districtCode"])
    return f"vn/{code}@{begun[code]}" if code in begun else f"vn/{code}"


def _plain(name: str) -> str:
    """Return the name in ASCII letters."""
    apart = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d").replace("’", "'"))
    return "".join(one for one in apart if not unicodedata.combining(one))


def _fold(name: str) -> str:
    return "".join(one for one in _plain(name).lower() if one.isalnum())


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def _write(name: str, columns: list[str], rows: Iterable[Row]) -> None:
    unique = {tuple(row.get(column, "") for column in columns): None for row in rows}
    with (OUT / name).open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(unique)
    print(f"{name}: {len(unique)} rows")


if __name__ == "__main__":
    main()
