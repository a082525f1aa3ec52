"""A small content folder as a plain value, right in every file; a test breaks what it needs."""

from lotrinh.base.files import Files

PLAN = "plans/x/kh-1"
YAML = """\
name: {vi: Kế hoạch một, en: Plan one}
summary: {vi: Kế hoạch thử., en: A plan to try.}
place: vn
document:
  number: 0155/KH-UBND
  type: {vi: Kế hoạch, en: Plan}
  issuer: {vi: Ủy ban nhân dân tỉnh, en: Provincial People's Committee}
  title: {vi: Về chuyển đổi số, en: On digital transformation}
  date: 2025-12-24
goals:
- id: smart
  text: {vi: Trung tâm thông minh, en: A smart centre}
  clause: I.1
targets:
- id: digital-economy
  name: {vi: Kinh tế số khoảng 20%, en: Digital economy about 20%}
  kind: level
  indicator: digital-economy-share
  place: vn
  operator: "~"
  value: 20
  unit: percent
  deadline: 2025-12-31
  clause: II.1
duties:
- id: guide
  kind: guide
  actors: [vn/office]
  action: {vi: Hướng dẫn, en: Guide}
  clause: II.1
"""
INDICATOR = """\
id: digital-economy-share
name: {vi: Tỷ trọng kinh tế số, en: Digital economy share}
definition: {vi: Giá trị tăng thêm của kinh tế số trên GDP, en: Digital value added over GDP}
unit: percent
kind: ratio
direction: up
price_basis: current
custodian: vn/office
references: [TT 13/2021/TT-BKHĐT]
"""
OBSERVATIONS = (
    "indicator,place,period,qualifier,value,unit,status,method,price_basis,recorded_at,"
    "recorded_precision,source_title,source_url,note\n"
    "digital-economy-share,vn,2024,,13.17,percent,estimate,published,current,2025-01-06,day,"
    "Kinh tế số năm 2024,https://example.org,\n"
)
FILES: Files = {
    "places/vn/units.csv": "id,name_vi,name_en,level,code,parent,valid_from,valid_to,source_url\n"
    "vn,Việt Nam,Viet Nam,country,,,,,\n",
    "places/vn/changes.csv": "day,kind,before,after,legal_basis,source_url\n",
    "bodies/vn/bodies.csv": "id,name_vi,name_en,kind,place,parent,valid_from,valid_to,successors,"
    "members,source_url\nvn/office,Văn phòng,Office,department,vn,,,,,,\n",
    "indicators/digital-economy-share.yml": INDICATOR,
    f"{PLAN}/plan.yml": YAML,
    f"{PLAN}/directive.txt": "[I.1] Xây dựng trung tâm thông minh.\n\n"
    "[II.1] Kinh tế số khoảng 20%.\n",
    f"{PLAN}/observations.csv": OBSERVATIONS,
}


def changed(path: str, *replacements: tuple[str, str]) -> dict[str, str]:
    """Return the folder with texts of one file replaced; each must have been there."""
    text = FILES[path]
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new)
    return {**FILES, path: text}
