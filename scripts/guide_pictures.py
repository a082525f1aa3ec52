"""Takes the pictures of the guides and the README from the running site, in both languages.

    PYTHONPATH=src:tests .venv/bin/python scripts/guide_pictures.py

The demo is run in a folder that is thrown away and brought into the middle of its work by the
very scene the journeys walk through, so that a picture shows what the tests have seen.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from journeys.conftest import REPORTS, YEAR, office
from journeys.scene import PEOPLE, Scene, play

ROOT = Path(__file__).resolve().parents[1]
IMG = ROOT / "docs/img"
#: No picture is heavier, so that a guide opens on a slow line.
MOST_BYTES = 80_000
PHONE, DESK = (420, 720), (860, 640)
PROVINCE, NATION = "/plans/dak-lak/kh-175-2020/", "/plans/vn/nq-52-2019/"


def main() -> int:
    """Take every picture; return 0."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        chromium = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with office(ROOT / "content", Path(folder), PEOPLE) as url:
            scene = play(browser, url)
            for lang in ("vi", "en"):
                _guide(scene, lang)
            _readme(scene)
        browser.close()
    return 0


def _guide(scene: Scene, lang: str) -> None:
    """Take the steps of a reporter on a phone, of a head and of a supervisor at a desk."""
    upload, columns = scene.at["preview"]["n"], scene.at["columns"]["n"]
    waiting = scene.at["submission"]["id"]
    last = f"{REPORTS}/{YEAR}-Q4/"
    steps = {
        "reporter-1-reports": ("reporter", "/desk/reports/", PHONE, "main"),
        "reporter-2-grid": ("reporter", last, PHONE, "#grid"),
        "reporter-3-faults": ("reporter", f"{last}uploads/{upload}/", PHONE, "main"),
        "reporter-4-columns": ("reporter", f"{last}uploads/{columns}/columns/", PHONE, "main"),
        "reporter-5-returned": ("reporter", f"{REPORTS}/{YEAR}-Q2/", PHONE, "main"),
        "approver-1-waiting": ("approver", "/desk/approvals/", DESK, "main"),
        "approver-2-figures": ("approver", f"/desk/submissions/{waiting}/", DESK, "#figures"),
        "approver-3-decide": ("approver", f"/desk/submissions/{waiting}/", DESK, "#decide"),
        "supervisor-1-history": ("supervisor", _history(), DESK, "main"),
        "supervisor-2-duties": ("", f"{PROVINCE}bodies/", DESK, "main"),
        "supervisor-3-target": ("", f"{NATION}targets/labour-productivity/", DESK, "main"),
    }  # fmt: skip
    for name, (role, address, size, at) in steps.items():
        page = scene.people[role].new_page()
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.goto(f"{scene.url}{'/en' if lang == 'en' else ''}{address}")
        if name == "reporter-2-grid":
            _type(page)
        _take(page, IMG / f"guide/{lang}/{name}.webp", size, at)
        page.close()


def _history() -> str:
    return f"/desk/figures/?indicator=communes&place=vn/dak-lak@2025&period={YEAR}-Q1"


def _type(page: Page) -> None:
    """Type as a hurried person does: one figure cannot be true."""
    fields = page.locator("tbody .value input")
    for place, value in enumerate(("102", "120")):
        fields.nth(place).fill(value)
    page.locator(".said .wrong, .said .asks").first.wait_for()


def _readme(scene: Scene) -> None:
    page = scene.people[""].new_page()
    page.set_viewport_size({"width": 1200, "height": 1180})
    page.goto(f"{scene.url}/en{NATION}")
    page.screenshot(path=IMG / "scoreboard.png")
    page.close()


def _take(page: Page, path: Path, size: tuple[int, int], at: str) -> None:
    """Keep what stands from an element downwards, one window of it, as a small picture."""
    top = page.locator(at).first.evaluate("one => one.getBoundingClientRect().top + scrollY")
    end = page.evaluate("document.querySelector('main').getBoundingClientRect().bottom + scrollY")
    height = min(size[1], max(200, end - top))
    clip = {"x": 0, "y": max(0, top - 12), "width": size[0], "height": height}
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True, clip=clip)))
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path, "WEBP", quality=82, method=6)
    if path.stat().st_size > MOST_BYTES:
        sys.exit(f"{path} has {path.stat().st_size} bytes, more than {MOST_BYTES}.")


if __name__ == "__main__":
    sys.exit(main())
