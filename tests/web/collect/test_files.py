"""A report goes by file: out as a workbook, in whole or not at all, every fault shown first."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from lotrinh.intake.sheet import read_mark
from lotrinh_web.collect.asked import find
from lotrinh_web.collect.models import ColumnMapping, Upload
from lotrinh_web.collect.uploads import take_in
from lotrinh_web.reporting.answers import answers
from lotrinh_web.reporting.models import LedgerEntry
from unit.intake.workbooks import filled, number, text
from web.collect.conftest import ADDRESS, NOW, REPORT, TODAY

GOOD = {"H5": number("9120"), "H6": number("4580"), "H7": number("4540"), "H8": number("1710")}
OWN = "Báo cáo xã\nNơi;Số people;Số học sinh\nXã A;9.120;1.710\n"


def template(client: Client, url: str = REPORT) -> bytes:
    answer = client.get(f"{url}template.xlsx")
    assert answer["Content-Disposition"] == 'attachment; filename="people.p.a-2026-Q1.xlsx"'
    return answer.content


def upload(client: Client, data: bytes, name: str = "q1.xlsx", kind: str = "ours") -> Any:
    file = io.BytesIO(data)
    file.name = name
    return client.post(f"{REPORT}upload/", {"file": file, "kind": kind})


def preview(client: Client, data: bytes, **more: str) -> Any:
    return client.get(upload(client, data, **more)["Location"])


def shown(answer: Any) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


def test_the_workbook_goes_out_filled_in_comes_back_and_is_sent(an: Client) -> None:
    data = template(an)
    assert read_mark(data, "x").report == ADDRESS
    at = upload(an, filled(data, GOOD))["Location"]
    page = shown(an.get(at))
    assert "4 số liệu, không có lỗi" in page
    assert "9.120" in page
    assert an.post(at)["Location"] == f"{REPORT}?sent=1"
    values = LedgerEntry.objects.filter(indicator__in=("people", "pupils"))
    assert [row.value for row in values.order_by("number")] == ["9120", "4580", "4540", "1710"]
    assert Upload.objects.count() == 0


def test_one_fault_sends_nothing_and_the_workbook_comes_back_marked(an: Client) -> None:
    bad = filled(template(an), GOOD | {"H5": text("chín nghìn"), "H8": number("-1")})
    at = upload(an, bad)["Location"]
    page = shown(an.get(at))
    assert "2 lỗi, chưa gửi gì cả" in page
    assert '<th scope="row">H5</th>' in page
    assert "“chín nghìn” là chữ, không phải số" in page
    assert "is text, not a number" in shown(an.get(f"/en{at}"))
    assert an.post(at).status_code == 422
    assert answers([ADDRESS]) == {}
    marked = an.get(f"{at}marked.xlsx")
    assert "spreadsheetml" in marked["Content-Type"]
    # Mended, the marked workbook is taken.
    again = preview(an, filled(marked.content, GOOD))
    assert "không có lỗi" in shown(again)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 broken", "Tệp hỏng hoặc không phải là sổ Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 99, "kiểu cũ (.xls)"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(an: Client, data, said: str) -> None:
    page = shown(preview(an, data))
    assert said in page
    assert "Tải tệp khác lên" in page


def test_a_file_too_large_or_empty_is_not_kept(an: Client) -> None:
    assert "lớn hơn 12 MB" in shown(upload(an, b"0" * (12 * 1024 * 1024 + 1)))
    assert "tệp trống" in shown(upload(an, b""))
    assert Upload.objects.count() == 0


def test_another_report_s_workbook_is_named(an: Client) -> None:
    later = an.get("/desk/reports/x/kh-1/people.p.a/2026-Q2/template.xlsx").content
    assert "people.p.a/2026-Q2), không phải báo cáo này" in shown(preview(an, later))


def test_a_table_of_one_s_own_is_read_as_its_columns_are_said_to_be_and_remembered(
    an: Client,
) -> None:
    at = upload(an, OWN.encode(), name="cua-toi.csv", kind="own")["Location"]
    page = shown(an.get(at))
    assert "Nơi" in page
    chosen = {"head-0": "place", "head-1": "is people|", "head-2": "is pupils|", "numbers": "vi"}
    onward = an.post(at, chosen)["Location"]
    assert "2 số liệu, không có lỗi" in shown(an.get(onward))
    assert ColumnMapping.objects.get().body == "p/a"
    # The next month's export has the same heads: nothing is asked again.
    february = upload(an, OWN.replace("9.120", "9.130").encode(), name="t2.csv", kind="own")
    assert '<option value="is pupils|" selected>' in shown(an.get(february["Location"]))
    assert an.post(onward).status_code == 302
    assert LedgerEntry.objects.get(indicator="pupils").value == "1710"


def test_a_name_nobody_knows_is_asked_about_once(an: Client) -> None:
    strange = OWN.replace("Xã A", "Thị tứ A").encode()
    at = upload(an, strange, name="x.csv", kind="own")["Location"]
    chosen = {"head-0": "place", "head-1": "is people|", "numbers": "vi"}
    page = an.post(at, chosen)
    assert page.status_code == 422
    assert "Không nhận ra “Thị tứ A”" in shown(page)
    done = an.post(at, chosen | {"name-0": "Thị tứ A", "thing-0": "vn/p/a"})
    assert "1 số liệu, không có lỗi" in shown(an.get(done["Location"]))


def test_columns_of_sex_and_period_are_read_as_parts_and_remembered(an: Client) -> None:
    own = "Chỉ tiêu;Giới;Kỳ;Số\nSố people;nữ giới;Quý I/2026;4.580\nSố people;;Quý IV/2025;1\n"
    at = upload(an, own.encode(), name="dai.csv", kind="own")["Location"]
    assert '<option value="by sex">Phân tổ: giới tính</option>' in shown(an.get(at))
    chosen = {
        "head-0": "indicator", "head-1": "by sex", "head-2": "period", "head-3": "is |",
        "numbers": "vi",
    }  # fmt: skip
    page = an.post(at, chosen)
    assert page.status_code == 422
    assert "Không nhận ra “nữ giới” ở cột “Giới”" in shown(page)
    assert "giới tính: nữ giới" in shown(page)
    done = an.post(at, chosen | {"name-0": "sex=nữ giới", "thing-0": "female"})
    assert "1 số liệu, không có lỗi" in shown(an.get(done["Location"]))
    again = upload(an, own.replace("4.580", "4.590").encode(), name="dai2.csv", kind="own")
    assert '<option value="by sex" selected>' in shown(an.get(again["Location"]))
    assert an.post(done["Location"]).status_code == 302
    entry = LedgerEntry.objects.get(indicator="people")
    assert (entry.value, entry.breakdown) == ("4580", "sex=female")


def test_a_table_of_periods_is_read_for_the_report_s_own_and_says_what_it_passed_over(
    an: Client,
) -> None:
    own = "Chỉ tiêu;Quý IV/2025;Quý I\nSố people;9.000;9.120\n;;5\n"
    at = upload(an, own.encode(), name="ky.csv", kind="own")["Location"]
    page = shown(an.get(at))
    assert '<option value="during 2026-Q1" selected>quý 1/2026</option>' in page
    chosen = {
        "head-0": "indicator", "head-1": "during 2025-Q4", "head-2": "during 2026-Q1",
        "numbers": "vi",
    }  # fmt: skip
    seen = shown(an.get(an.post(at, chosen)["Location"]))
    assert "1 số liệu, không có lỗi" in seen
    assert "1 số liệu trong tệp không thuộc báo cáo này" in seen


def test_an_upload_is_seen_by_who_sent_it_only(
    an: Client, signed_in: Callable[[str], Client]
) -> None:
    at = upload(an, filled(template(an), GOOD))["Location"]
    assert signed_in("anh").get(at).status_code == 404
    assert signed_in("dung").get(at).status_code == 403


def test_an_upload_that_nobody_sent_is_thrown_away_and_few_are_kept(province: None) -> None:
    asked = find("x/kh-1", "people.p.a", "2026-Q1", TODAY)
    assert asked is not None
    given: dict[str, Any] = {"asked": asked, "data": b"x", "is_own": False, "by": "an"}
    for n in range(7):
        take_in(**given, name=f"{n}.xlsx", at=NOW)
    assert list(Upload.objects.values_list("name", flat=True)) == [f"{n}.xlsx" for n in range(2, 7)]
    take_in(**given, name="later.xlsx", at=NOW + timedelta(days=3))
    assert Upload.objects.get().name == "later.xlsx"
