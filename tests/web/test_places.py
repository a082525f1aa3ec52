"""Pages of places, of a reform and of a plan's tree, and the same through the machine's door."""

from __future__ import annotations

import re
import time
from html import unescape

import pytest
from django.test import Client

from web.conftest import PROVINCE

PAGES = (
    "/places/",
    "/places/?q=hoa+thang",
    "/places/?q=nowhere",
    "/places/vn/",
    "/places/vn/24166/",
    "/places/vn/24133@2025-07-01/",
    "/places/vn/dak-lak@2004/",
    "/places/vn/dak-lak@2004/buon-ma-thuot/",
    "/places/vn/dak-lak@2025/",
    "/places/vn/phu-yen/",
    "/places/vn/ha-noi/",
    "/places/vn/dak-lak@2025/reform/",
    "/places/vn/dak-lak@2025/reform/?map=2025-06-30",
    "/places/vn/ha-noi/reform/",
    f"/{PROVINCE}/places/",
    f"/{PROVINCE}/places/?on=2025-06-30",
    f"/{PROVINCE}/places/?on=2025-06-30&hierarchy=statistics",
    "/plans/vn/nq-52-2019/places/?on=2020-01-01",
)
API = "/api/v1/places"

pytestmark = pytest.mark.usefixtures("loaded")


def text_of(client: Client, url: str) -> str:
    """Return what a reader sees, without markup."""
    html = client.get(url).content.decode()
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


@pytest.mark.parametrize("url", PAGES)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_page_of_places_stands_in_both_languages(client: Client, url: str, lang: str) -> None:
    answer = client.get(url if lang == "vi" else f"/en{url}")
    assert answer.status_code == 200
    assert f'<html lang="{lang}">' in answer.content.decode()


@pytest.mark.parametrize("asked", ["hòa thắng", "Hoa Thang (Buon Ma Thuot)", "xã hòa thắng"])
def test_the_search_tells_what_became_of_a_commune(client: Client, asked: str) -> None:
    shown = text_of(client, f"/places/?q={asked}")
    assert "Phường Tân Lập" in shown
    assert "từ 01/07/2025, theo Nghị quyết 1660/NQ-UBTVQH15" in shown


def test_a_place_says_what_it_became_and_leads_there(client: Client) -> None:
    html = client.get("/places/vn/24166/").content.decode()
    assert "thành Phường Tân Lập" in html
    heir = re.search(r'href="/places/(vn/[^"]+)/">Phường Tân Lập', html)
    assert heir is not None
    assert "Xã Hòa Thắng" in text_of(client, f"/places/{heir[1]}/")


def test_the_reform_of_dak_lak_lists_every_old_unit_once_whole_or_in_parts(client: Client) -> None:
    shown = text_of(client, "/places/vn/dak-lak@2025/reform/")
    assert "286 đơn vị cấp xã cũ sắp xếp thành 102 đơn vị mới" in shown
    html = client.get("/places/vn/dak-lak@2025/reform/?map=2025-06-30").content.decode()
    assert html.count('tabindex="-1"><title>') == 286


def test_an_ended_province_leads_to_the_reform_of_its_heir(client: Client) -> None:
    answer = client.get("/places/vn/phu-yen/reform/")
    assert answer.status_code == 302
    assert answer["Location"] == "/places/vn/dak-lak@2025/reform/"


def test_figures_and_duties_lead_to_the_plan(client: Client) -> None:
    html = client.get("/places/vn/dak-lak@2004/").content.decode()
    assert f'href="/{PROVINCE}/targets/' in html
    assert f'href="/{PROVINCE}/bodies/#duty-' in html


@pytest.mark.parametrize(
    ("on", "count"), [("2025-06-30", "15 đơn vị cấp huyện"), ("2025-07-01", "102 đơn vị cấp xã")]
)
def test_the_tree_of_a_plan_is_that_of_the_day(client: Client, on: str, count: str) -> None:
    assert count in text_of(client, f"/{PROVINCE}/places/?on={on}")


@pytest.mark.parametrize("url", ["/places/vn/no-such/", "/places/vn/24166/reform/"])
def test_what_is_not_there_is_404(client: Client, url: str) -> None:
    assert client.get(url).status_code == 404


def test_a_day_that_is_none_is_told(client: Client) -> None:
    assert client.get("/places/vn/dak-lak@2025/?map=never").status_code == 422


def test_a_name_is_never_markup(client: Client) -> None:
    assert "<script>" not in client.get("/places/?q=<script>").content.decode()


def test_a_warm_page_is_quick(client: Client) -> None:
    for url in PAGES:
        client.get(url)
        started = time.perf_counter()
        client.get(url)
        assert time.perf_counter() - started < 1.0, url


def test_machines_find_a_place_by_name(client: Client) -> None:
    found = client.get(f"{API}?q=hoa thang (buon ma thuot)").json()["places"]
    assert [one["id"] for one in found] == ["vn/24166"]
    assert found[0]["became"]


def test_machines_read_a_place(client: Client) -> None:
    place = client.get(f"{API}/vn/dak-lak@2025").json()
    assert len(place["children"]) == 102
    assert place["weights"]["area"]["source"] == "bando-2025"
    assert client.get(f"{API}/vn/no-such").status_code == 404


def test_machines_read_the_crosswalk_of_a_province(client: Client) -> None:
    shares = client.get(f"{API}/vn/dak-lak@2025/crosswalk").json()["shares"]
    assert len({one["before"] for one in shares}) == 286
    assert len({one["after"] for one in shares}) == 102
    assert client.get(f"{API}/vn/crosswalk").status_code == 422
