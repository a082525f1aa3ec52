"""The desk in the middle of its work, so that every page has something to show.

Six people, one of each role; of one declared report the first quarter is approved, the second
returned, the third waits, and of the fourth two files lie uploaded; a plan is under review; one
person has a second factor of each kind. Everything was done through the pages themselves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from journeys.conftest import REPORTS, SCIENCE, YEAR, enter
from unit.intake.workbooks import filled, number, text
from web.accounts.signing import code_of
from web.reviewing import ARTICLE, PASSWORD

#: Who has which role.
NAMES = {
    "planning_office": "minh", "reporter": "lan", "approver": "binh",
    "supervisor": "chi", "administrator": "dung", "reader": "yen",
}  # fmt: skip
#: Plans and people are of the whole site; the rest work at one department.
EVERYWHERE = ("planning_office", "administrator")
PEOPLE = [(name, role, "" if role in EVERYWHERE else SCIENCE) for role, name in NAMES.items()]
VALUES = {1: ("102", "99", "1234567"), 2: ("102", "98", "900000"), 3: ("102", "100", "1300000")}
OWN = "Chỉ tiêu;Nơi;Giá trị\nSố xã, phường, thị trấn;tỉnh mới;102\n"
DOCUMENT = "%PDF-1.4\nBiên bản kiểm đếm\n%%EOF\n"


@dataclass
class Scene:
    """A running desk, its people's browsers, and where their things are."""

    url: str
    browser: Browser
    people: dict[str, BrowserContext] = field(default_factory=dict)
    #: View -> parts of its address.
    at: dict[str, dict[str, Any]] = field(default_factory=dict)
    #: Browser of somebody who gave their password and not yet their code.
    half: BrowserContext | None = None

    def page(self, role: str, address: str) -> Page:
        """Open an address in a role's browser."""
        page = self.people[role].new_page()
        page.goto(self.url + address)
        return page


def play(browser: Browser, url: str) -> Scene:
    """Bring the desk at `url`, run by `office(…, PEOPLE)`, into the middle of its work."""
    # Passkeys know names of hosts, not numbers.
    url = url.replace("127.0.0.1", "localhost")
    scene = Scene(url, browser)
    scene.people = {role: enter(browser, url, name) for role, name in NAMES.items()}
    scene.people[""] = browser.new_context(reduced_motion="reduce")
    sent = {quarter: _send(scene, quarter) for quarter in VALUES}
    _decide(scene, "approver", sent[1], "approve")
    _decide(scene, "planning_office", sent[1], "approve")
    _decide(scene, "approver", sent[2], "return")
    last = {"folder": "dak-lak/kh-175-2020", "id": "ha-tang-so", "period": f"{YEAR}-Q4"}
    faulty = {"H5": number("102.5"), "H6": text("chín chín")}
    template = scene.people["reporter"].request.get(f"{url}{REPORTS}/{YEAR}-Q4/template.xlsx")
    ours = _upload(scene, "Q4.xlsx", filled(template.body(), faulty), "ours")
    own = _upload(scene, "own.csv", OWN.encode(), "own")
    evidence = _prove(scene, sent[3])
    review, item = _review(scene)
    for name in ("report", "upload", "more_time"):
        scene.at[name] = last
    scene.at |= {
        "preview": last | {"n": ours}, "columns": last | {"n": own},
        "marked": last | {"n": ours}, "template": last, "save": last,
        "submission": {"id": sent[3]}, "decide_submission": {"id": sent[3]},
        "add_evidence": {"id": sent[3]}, "evidence": {"id": sent[3], "n": evidence},
        "amend": _own_figure(scene), "item": {"id": review, "item_id": item},
    }  # fmt: skip
    for name in ("review", "decide", "add", "issue", "record"):
        scene.at[name] = {"id": review}
    _ask_for_more_time(scene)
    _invite(scene)
    _second_factors(scene)
    return scene


def _send(scene: Scene, quarter: int) -> str:
    """Fill in a quarter, send it, return the id of what was sent."""
    before = _submissions(scene)
    page = scene.page("reporter", f"{REPORTS}/{YEAR}-Q{quarter}/")
    for place, value in enumerate(VALUES[quarter]):
        page.locator("tbody .value input").nth(place).fill(value)
    if quarter == 3:
        page.locator("tbody textarea").nth(2).fill("Một nhà mạng vừa báo thêm thuê bao")
    page.locator("button[name=send]").click()
    page.wait_for_url("**/?sent=1")
    page.close()
    (id,) = _submissions(scene) - before
    return id


def _submissions(scene: Scene) -> set[str]:
    page = scene.page("reporter", "/desk/submissions/")
    sent = page.locator("main a[href*='/desk/submissions/']").all()
    links = [one.get_attribute("href") or "" for one in sent]
    page.close()
    return {one.strip("/").rpartition("/")[2] for one in links}


def _decide(scene: Scene, role: str, id: str, verdict: str) -> None:
    page = scene.page(role, f"/desk/submissions/{id}/")
    if verdict == "return":
        page.fill("#reason", "Số thuê bao thấp hơn quý trước, xem lại")
        page.locator("[name^=remark]").last.fill("Thiếu một nhà mạng?")
    page.locator(f"button[value={verdict}]").click()
    page.wait_for_load_state()
    page.close()


def _upload(scene: Scene, name: str, data: bytes, kind: str) -> int:
    page = scene.page("reporter", f"{REPORTS}/{YEAR}-Q4/upload/")
    page.set_input_files("#file", {"name": name, "mimeType": "text/csv", "buffer": data})
    page.check(f"input[value={kind}]")
    page.locator("form.desk-form button").click()
    page.wait_for_url(re.compile(r"/uploads/\d+/"))
    number = re.search(r"/uploads/(\d+)/", page.url)
    page.close()
    assert number
    return int(number[1])


def _prove(scene: Scene, id: str) -> int:
    page = scene.page("reporter", f"/desk/submissions/{id}/")
    file = {"name": "bien-ban.pdf", "mimeType": "application/pdf", "buffer": DOCUMENT.encode()}
    page.set_input_files("#file", file)
    page.locator("form[action*=evidence] button").click()
    href = page.locator(".files a").first.get_attribute("href") or ""
    page.close()
    return int(href.strip("/").rpartition("/")[2])


def _review(scene: Scene) -> tuple[int, int]:
    """Upload a document, return its review and one item read from it."""
    page = scene.page("planning_office", "/desk/")
    file = {"name": "bai.txt", "mimeType": "text/plain", "buffer": ARTICLE.encode()}
    page.set_input_files("#file", file)
    page.locator("form:has(#file) button").click()
    page.wait_for_url("**/reviews/*/**")
    review = int(re.findall(r"/reviews/(\d+)/", page.url)[0])
    href = page.locator("a[href*='/items/']").first.get_attribute("href") or ""
    page.close()
    return review, int(re.findall(r"/items/(\d+)/", href)[0])


def _own_figure(scene: Scene) -> dict[str, int]:
    """Return the official figure of the first quarter, which its body may correct."""
    query = f"indicator=communes&place=vn/dak-lak@2025&period={YEAR}-Q1"
    page = scene.page("reporter", f"/desk/figures/?{query}")
    href = page.locator("a[href*='/amend/']").first.get_attribute("href") or ""
    page.close()
    return {"number": int(re.findall(r"/figures/(\d+)/", href)[0])}


def _ask_for_more_time(scene: Scene) -> None:
    """Begin the draft of the last quarter, and ask for more time for it."""
    page = scene.page("reporter", f"{REPORTS}/{YEAR}-Q4/")
    page.locator("tbody .value input").first.fill("102")
    page.locator("button[name=keep]").click()
    page.wait_for_load_state()
    page.close()
    page = scene.page("reporter", f"{REPORTS}/{YEAR}-Q4/more-time/")
    page.fill("#until", f"{YEAR + 1}-01-15")
    page.fill("#reason", "Chờ số liệu của nhà mạng")
    page.locator("form.desk-form button").click()
    page.wait_for_load_state()
    page.close()


def _invite(scene: Scene) -> None:
    """Add somebody new, whose one-time link is not used yet; find a post that may be lent."""
    page = scene.page("administrator", "/desk/people/")
    page.fill("#full-name", "Nguyễn Thị Hoa")
    page.fill("#user-name", "hoa")
    page.get_by_role("button", name="Thêm người").click()
    page.get_by_role("button", name="Tạo liên kết dùng một lần").click()
    part, token = page.input_value("#link").strip("/").split("/")[-2:]
    scene.at["account_welcome"] = {"part": part, "token": token}
    scene.at["account_person"] = {"name": "hoa"}
    page.goto(f"{scene.url}/desk/people/")
    page.close()
    page = scene.page("approver", "/desk/account/")
    href = page.locator("a[href*='/account/posts/']").first.get_attribute("href") or ""
    scene.at["account_stand_in"] = {"id": int(re.findall(r"/posts/(\d+)/", href)[0])}
    page.close()


def _second_factors(scene: Scene) -> None:
    """Give the reader an app and a passkey; leave another browser at the second step."""
    page = scene.page("reader", "/desk/account/app/")
    _again(page)
    page.fill("#code", code_of(page.locator("code.long").inner_text()))
    page.press("#code", "Enter")
    page.locator(".codes code").first.wait_for()
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable", {"enableUI": False})
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
        "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.goto(f"{scene.url}/desk/account/keys/add/")
    _again(page)
    page.fill("#key-name", "Máy văn phòng")
    page.get_by_role("button", name="Thêm", exact=True).click()
    page.wait_for_url(lambda url: not url.endswith("/keys/add/"))
    page.goto(f"{scene.url}/desk/account/")
    href = page.locator("a[href*='/keys/'][href*='/remove/']").get_attribute("href") or ""
    scene.at["mfa_remove_webauthn"] = {"pk": int(re.findall(r"/keys/(\d+)/", href)[0])}
    page.close()
    # Settings of one's own account are opened to who gave their password a moment ago.
    page = scene.page("supervisor", "/desk/account/app/")
    _again(page)
    page.close()
    scene.half = scene.browser.new_context(reduced_motion="reduce")
    page = scene.half.new_page()
    page.goto(f"{scene.url}/desk/sign-in/")
    page.fill("#name", NAMES["reader"])
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")
    page.wait_for_url("**/code/**")
    page.close()


def _again(page: Page) -> None:
    if page.locator("#password").count():
        page.fill("#password", PASSWORD)
        page.press("#password", "Enter")
        page.wait_for_load_state()
