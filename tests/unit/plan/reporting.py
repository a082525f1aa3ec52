"""A small province that reports: two communes, an office, a monthly count; as a plain folder."""

from __future__ import annotations

from datetime import date

from lotrinh.base.files import Files
from lotrinh.flow import Content, obligations, open_content
from lotrinh.plan import Obligation
from unit.plan.folder import FILES, PLAN

CALENDARS = (
    "calendar,name_vi,name_en,frequency,first_only,opens_months,opens_day,closes_months,"
    "closes_day,due_months,due_day,due_working_days,legal_basis,source_url\n"
    # Decree 09/2019, article 12: a report closes on the 14th of its last month.
    "administration,Hành chính,Administrative,quarter,,-1,15,0,14,,,2,09/2019/NĐ-CP,\n"
    "administration,Hành chính,Administrative,year,,-1,15,0,14,,,2,09/2019/NĐ-CP,\n"
)
UNITS = (
    "id,name_vi,name_en,level,code,parent,valid_from,valid_to,source_url\n"
    "vn,Việt Nam,Viet Nam,country,,,,,\n"
    "vn/p,Tỉnh P,P province,province,1,vn,,,\n"
    "vn/p/a,Xã A,A commune,commune,2,vn/p,,,\n"
    "vn/p/b,Xã B,B commune,commune,3,vn/p,,2026-07-01,\n"
)
BODIES = (
    "id,name_vi,name_en,kind,place,parent,valid_from,valid_to,successors,members,source_url\n"
    "vn/office,Văn phòng,Office,department,vn,,,,,,\n"
    "p/office,Sở P,Department of P,department,vn/p,vn/office,,,,,\n"
    "p/a,UBND xã A,Committee of A,administration,vn/p/a,p/office,,,,,\n"
    "p/b,UBND xã B,Committee of B,administration,vn/p/b,p/office,,,,,\n"
    "p/communes,Các xã,The communes,group,vn/p,,,,,p/a;p/b,\n"
)


def indicator(id: str, unit: str = "person", kind: str = "stock", more: str = "") -> str:
    """Return the YAML of an observed indicator."""
    return (
        f"id: {id}\nname: {{vi: Số {id}, en: Count {id}}}\ndefinition: {{vi: Đếm, en: Counted}}\n"
        f"unit: {unit}\nkind: {kind}\ndirection: up\ncustodian: vn/office\n"
        f"references: [TT 1]\n{more}"
    )


DECLARED = """\
obligations:
- id: people
  name: {vi: Báo cáo dân số, en: Report on people}
  body: p/communes
  indicators:
  - {indicator: people, breakdowns: ["", sex=female, sex=male]}
  - pupils
  frequency: quarter
  since: 2026-01-01
  until: 2026-12-31
relations:
- id: pupils-are-people
  rule: pupils <= people
  because: {vi: Học sinh là người dân., en: Pupils are people.}
sums:
- {id: by-sex, indicator: people, parts: [sex=female, sex=male]}
"""
WITH_REPORTS: Files = {
    **FILES,
    "periods/calendars.csv": CALENDARS,
    "places/vn/units.csv": UNITS,
    "bodies/vn/bodies.csv": BODIES,
    "disaggregations/sex.yml": "id: sex\nname: {vi: giới tính, en: sex}\ncategories:\n"
    "  female: {vi: nữ, en: female}\n  male: {vi: nam, en: male}\n",
    "indicators/people.yml": indicator("people", more="least: 0\ndisaggregations: [sex]\n"),
    "indicators/pupils.yml": indicator("pupils", more="least: 0\n"),
    f"{PLAN}/obligations.yml": DECLARED,
}


def opened(declared: str = DECLARED) -> Content:
    """Return the province's content with an obligations.yml."""
    return open_content({**WITH_REPORTS, f"{PLAN}/obligations.yml": declared}, PLAN)


def all_obligations(day: date = date(2026, 3, 1)) -> dict[str, Obligation]:
    """Return the province's obligations by id."""
    return {one.id: one for one in obligations(opened(), day)}
