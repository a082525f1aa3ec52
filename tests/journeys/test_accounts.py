"""The way in, in a real browser: first administrator, one-time link, passkey, app, posts."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from journeys.conftest import whole
from web.accounts.signing import code_of
from web.running import ANY, free_port, line_of, site, stop

CHIEF, PASSWORD = "chi", "correct-horse-battery"
MANAGE = (sys.executable, "-m", "lotrinh_web.manage")

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demo with its first administrator. Passkeys know names of hosts, not numbers."""
    data = str(tmp_path_factory.mktemp("accounts"))
    port = free_port()
    with site("demo", port, LOTRINH_DATA=data) as process:
        line_of(process)
        environment = ANY | {"LOTRINH_DATA": data, "LOTRINH_SECRET_KEY": "k" * 40}
        command = [*MANAGE, "first_administrator", CHIEF, "--password-stdin"]
        subprocess.run(
            command, input=PASSWORD, env=environment, text=True, check=True, capture_output=True
        )
        yield f"http://localhost:{port}"
        stop(process)


def sign_in(page: Page, desk: str, lang: str = "", name: str = CHIEF) -> None:
    page.goto(f"{desk}{lang}/desk/sign-in/?next={lang}/desk/account/")
    page.fill("#name", name)
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")


def again(page: Page) -> None:
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")


def with_authenticator(page: Page) -> Any:
    """Give the browser a virtual device that keeps keys and knows its owner (CDP WebAuthn)."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable", {"enableUI": False})
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    made = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return devtools, made["authenticatorId"]


def test_an_invited_person_adds_a_passkey_and_signs_in_with_it_alone(
    browser: Browser, desk: str
) -> None:
    chief = browser.new_context().new_page()
    sign_in(chief, desk)
    chief.goto(f"{desk}/desk/people/")
    chief.fill("#full-name", "Nguyễn Thị Lan")
    chief.fill("#user-name", "lan")
    chief.get_by_role("button", name="Thêm người").click()
    chief.get_by_role("button", name="Tạo liên kết dùng một lần").click()
    link = chief.input_value("#link")
    chief.context.close()

    page = browser.new_context(locale="vi-VN").new_page()
    page.goto(link)
    page.fill("#password", PASSWORD)
    page.fill("#again", PASSWORD)
    page.press("#again", "Enter")
    sign_in(page, desk, name="lan")
    expect(page.locator("h1")).to_have_text("Nguyễn Thị Lan")

    devtools, device = with_authenticator(page)
    page.get_by_role("link", name="Thêm khóa truy cập").click()
    again(page)
    page.fill("#key-name", "Máy văn phòng")
    page.get_by_role("button", name="Thêm", exact=True).click()
    expect(page.locator(".codes code")).to_have_count(10)
    page.get_by_role("link", name="Đã cất mã").click()
    expect(page.locator(".posts p", has_text="Máy văn phòng").first).to_be_visible()
    kept = devtools.send("WebAuthn.getCredentials", {"authenticatorId": device})["credentials"]
    assert [one["isResidentCredential"] for one in kept] == [True]

    page.get_by_role("button", name="Đăng xuất").click()
    page.get_by_role("button", name="Đăng nhập bằng khóa truy cập").click()
    expect(page.locator(".posts p", has_text="Máy văn phòng").first).to_be_visible()

    # With a key as second factor the password alone is not enough, and the key completes it.
    page.get_by_role("button", name="Đăng xuất").click()
    sign_in(page, desk, name="lan")
    expect(page.locator("h1")).to_have_text("Bước thứ hai")
    page.get_by_role("button", name="Dùng khóa truy cập").click()
    expect(page.locator("h1")).to_have_text("Nguyễn Thị Lan")

    # A device that does not know its owner opens nothing, and the page says so.
    page.get_by_role("button", name="Đăng xuất").click()
    devtools.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": device})
    with_authenticator(page)
    page.get_by_role("button", name="Đăng nhập bằng khóa truy cập").click()
    expect(page.locator("[data-failed]")).to_be_visible()
    page.context.close()


@pytest.mark.parametrize("lang", ["", "/en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_pages_of_accounts_are_accessible_fit_and_keep_the_policy(
    browser: Browser, desk: str, lang: str, scheme: Any, width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("request", lambda one: one.url.startswith(desk) or complaints.append(one.url))
    sign_in(page, desk, lang)
    page.goto(f"{desk}{lang}/desk/account/app/")
    again(page)
    addresses = (
        "account/", "account/app/", "account/keys/add/", "account/sessions/",
        "account/password/", "people/", f"people/{CHIEF}/", "account/again/",
    )  # fmt: skip
    for address in addresses:
        page.goto(f"{desk}{lang}/desk/{address}")
        whole(page, unfold=20)
        small = page.evaluate(
            """() => [...document.querySelectorAll('main button, a.button, main input, select')]
                .filter(one => one.checkVisibility() && !['radio', 'checkbox', 'hidden']
                    .includes(one.type) && one.getBoundingClientRect().height < 44)
                .map(one => one.outerHTML.slice(0, 120))"""
        )
        assert small == [], address
    page.locator(".who button").click()
    for address in ("sign-in/", "welcome/x/x-1/"):
        page.goto(f"{desk}{lang}/desk/{address}")
        whole(page)
    context.close()
    assert [text for text in complaints if "status of 4" not in text] == []


def test_an_app_on_the_phone_is_set_up_and_asked_for(browser: Browser, desk: str) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    sign_in(page, desk, "/en")
    page.get_by_role("link", name="Set up the app").click()
    again(page)
    box = page.locator(".qr svg").bounding_box()
    assert box is not None
    assert box["width"] >= 200
    secret = page.locator("code.long").inner_text()
    page.fill("#code", code_of(secret))
    page.press("#code", "Enter")
    expect(page.locator(".codes code")).to_have_count(10)
    code = page.locator(".codes code").first.inner_text()
    assert re.fullmatch(r"\d{8}", code)
    page.get_by_role("link", name="I have kept them").click()
    page.get_by_role("button", name="Sign out").click()
    sign_in(page, desk, "/en")
    expect(page.locator("h1")).to_have_text("Second step")
    page.fill("#code", code)
    page.press("#code", "Enter")
    expect(page.locator("h1")).to_have_text(CHIEF)
    page.context.close()
