"""Every page stands in both languages, says its day and its vintage, and asks nobody else."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
from django.test import Client

from lotrinh.base.files import Files
from lotrinh.base.words import catalogue
from lotrinh.flow import freeze, open_content
from web.conftest import NATION, PROVINCE

PLAN = f"/{PROVINCE}/"
PARENT = f"/{NATION}/"
PAGES = (
    "/",
    "/methods/",
    "/api/",
    PLAN,
    PARENT,
    f"{PLAN}directive/",
    f"{PLAN}bodies/",
    f"{PLAN}data/",
    f"{PLAN}targets/labour-productivity/",
    f"{PLAN}targets/approved-programmes/",
    f"{PARENT}targets/digital-economy/",
    f"{PARENT}targets/innovation-rank/",
)

pytestmark = pytest.mark.usefixtures("loaded")


def text_of(client: Client, url: str) -> str:
    """Return what a reader sees, without markup."""
    html = client.get(url).content.decode()
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


@pytest.mark.parametrize("url", PAGES)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_page_stands_in_both_languages(client: Client, url: str, lang: str) -> None:
    answer = client.get(url if lang == "vi" else f"/en{url}")
    assert answer.status_code == 200
    assert f'<html lang="{lang}">' in answer.content.decode()


@pytest.mark.parametrize("url", PAGES)
def test_no_english_is_left_over_on_a_vietnamese_page(client: Client, url: str) -> None:
    shown = text_of(client, url)
    english = {
        said["en"]
        for room in ("lotrinh_web", "publish", "assess")
        for said in catalogue(room).values()
        if len(said["en"]) > 9 and "{" not in said["en"] and said["en"] != said["vi"]
    }
    assert [words for words in english if words in shown] == []


@pytest.mark.parametrize("url", PAGES)
def test_a_page_leads_to_itself_in_the_other_language(client: Client, url: str) -> None:
    asked = f"{url}?as_known_on=2025-10-01"
    assert f'href="/en{asked}"' in client.get(asked).content.decode()
    assert f'href="{asked}"' in client.get(f"/en{asked}").content.decode()


@pytest.mark.parametrize("url", PAGES)
def test_a_page_asks_nothing_of_others_and_keeps_nothing_of_the_reader(
    client: Client, url: str
) -> None:
    answer = client.get(url)
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not answer.cookies
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    html = answer.content.decode()
    assert not re.search(r"<script|<style|\sstyle=|\son[a-z]+=\"", html)
    loaded = re.findall(r'(?:src|<link [^>]*href)="([^"]+)"', html)
    assert [address for address in loaded if not address.startswith("/")] == []


@pytest.mark.parametrize("folder", [PROVINCE, NATION])
def test_the_site_and_the_command_line_stand_on_the_same_vintage(
    client: Client, files: Files, folder: str
) -> None:
    vintage = freeze(open_content(files, folder), date(2026, 1, 31))
    url = f"/api/v1/{folder}/vintage?as_known_on=2026-01-31"
    assert client.get(url).json()["vintage"] == vintage.hash


def test_a_page_shows_what_was_known_on_the_day_asked_for(client: Client) -> None:
    url = f"{PLAN}targets/labour-productivity/?as_known_on="
    autumn, winter = (text_of(client, url + day) for day in ("2025-10-01", "2026-02-01"))
    average = "Tốc độ tăng GRDP bình quân (số công bố) – Tỉnh Đắk Lắk (đến 30/6/2025) "
    assert f"{average}6,31%/năm (2021–2025" in autumn
    assert f"{average}5,88%/năm (2021–2025" in winter
    assert "62.500 tỷ đồng GRDP theo giá so sánh" in autumn
    assert "50.967 tỷ đồng GRDP theo giá so sánh" in winter


def test_links_keep_the_day_asked_for(client: Client) -> None:
    html = client.get(f"{PLAN}?as_known_on=2025-10-01").content.decode()
    assert f'{PLAN}targets/labour-productivity/?as_known_on=2025-10-01"' in html
    assert "as_known_on" not in client.get(PLAN).content.decode().split("<form")[0]


@pytest.mark.parametrize("asked", ["mai", "2025-13-01", "2999-01-01"])
def test_a_day_that_cannot_be_is_an_error_with_the_mend(client: Client, asked: str) -> None:
    answer = client.get(f"{PLAN}?as_known_on={asked}")
    assert answer.status_code == 422
    assert "ngày" in answer.content.decode()


@pytest.mark.parametrize(
    "url", ["/nothing/", "/plans/no/such/", f"{PLAN}targets/no-such/", "/en/nothing/"]
)
def test_an_address_where_nothing_is_says_so_in_its_language(client: Client, url: str) -> None:
    answer = client.get(url)
    assert answer.status_code == 404
    expected = "This page was not found" if url.startswith("/en/") else "Không tìm thấy trang này"
    assert expected in answer.content.decode()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_fault_of_ours_is_owned_to_in_the_language_of_the_page(
    client: Client, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a defect")

    monkeypatch.setattr("lotrinh_web.portal.queries.cases", fail)
    client.raise_request_exception = False
    answer = client.get("/" if lang == "vi" else "/en/")
    assert answer.status_code == 500
    assert catalogue("lotrinh_web")["broken"][lang] in answer.content.decode()


def test_every_figure_of_a_target_leads_to_a_source(client: Client) -> None:
    html = client.get(f"{PARENT}targets/digital-economy/").content.decode()
    rows = re.findall(r"<tr[^>]*><th scope=\"row\">.*?</tr>", html, re.DOTALL)
    assert len(rows) > 5
    assert [row for row in rows if 'href="http' not in row] == []


def test_the_trail_of_a_target_ends_at_its_clause_with_the_number_marked(client: Client) -> None:
    html = client.get(f"{PARENT}targets/digital-economy/").content.decode()
    trail = html[html.index('<ol class="trail">') :]
    assert '<mark class="found found-target focus">khoảng 20%</mark>' in trail
    assert f'href="{PARENT}directive/#clause-' in trail


def test_rows_can_be_sorted_by_verdict(client: Client) -> None:
    html = client.get(f"{PARENT}?sort=verdict").content.decode()
    verdicts = re.findall(r'row-verdict"><span class="verdict verdict-(\w+)"', html)
    order = ["missed", "off_track", "at_risk", "cannot_assess", "on_track", "met"]
    assert verdicts == sorted(verdicts, key=order.index)


def test_figures_can_be_taken_away_and_read_again(client: Client, files: Files) -> None:
    from lotrinh.intake import read_observations

    content = open_content(files, PROVINCE)
    text = client.get(f"{PLAN}data/observations.csv").content.decode()
    taken = read_observations(text, "taken.csv", content.indicators, content.places)
    assert set(taken) == set(content.observations)


def test_a_chart_can_be_taken_away_as_a_picture_of_its_own(client: Client) -> None:
    answer = client.get(f"{PARENT}targets/digital-economy/chart.svg")
    assert answer["Content-Type"].startswith("image/svg+xml")
    assert b"var(" not in answer.content


@pytest.mark.usefixtures("loaded")
def test_an_indicator_has_a_sheet_in_both_languages(client: Client) -> None:
    shown = client.get("/indicators/labour-productivity/").content.decode()
    assert "Bảng mô tả chỉ tiêu" in shown
    assert "18.5 Cách tính, cách gộp" in shown
    english = client.get("/en/indicators/labour-productivity/").content.decode()
    assert "1,000 × [GRDP at constant prices] ÷ [Employed persons]" in english
    assert f"{PLAN}targets/labour-productivity/" in english
    assert client.get("/indicators/no-such-thing/").status_code == 404


@pytest.mark.usefixtures("loaded")
def test_an_empty_value_says_why(client: Client) -> None:
    """On the page of the target that has no figure, and of the indicator that should give it."""
    vi = (
        "Kỳ 2025 chưa có giá trị: thiếu Số xã, phường, thị trấn có Internet băng thông rộng của "
        "Tỉnh Đắk Lắk (đến 30/6/2025) kỳ 2025."
    )
    en = (
        "There is no value for 2025: Communes with broadband Internet of Đắk Lắk province "
        "(to 30 June 2025) for 2025 is missing."
    )
    for page in (f"{PLAN}targets/broadband/", "/indicators/broadband-coverage/"):
        assert vi in client.get(page).content.decode()
        assert en in client.get(f"/en{page}").content.decode()
    judged = client.get("/indicators/digital-economy-share-policy/").content.decode()
    assert '<b class="value">18,3% (2024)</b>' in judged
