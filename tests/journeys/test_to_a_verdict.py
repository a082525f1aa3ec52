"""From a figure typed at the desk to another verdict in public, found page by page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from journeys.conftest import SCIENCE, office, whole
from web.reviewing import PASSWORD

PEOPLE = (("lan", "reporter", SCIENCE), ("binh", "approver", SCIENCE))
#: What is missing for the verdict on broadband: the province's figures of the plan's last year.
DECLARED = f"""\
obligations:
- id: bang-rong
  name: {{vi: Báo cáo phủ băng rộng, en: Report on broadband}}
  body: {SCIENCE}
  indicators: [communes, broadband-communes]
  places: [vn/dak-lak@2004]
  targets: [broadband]
  frequency: year
  due: ngày 15/12 hằng năm
  since: 2025-01-01
  until: 2025-12-31
  levels: 1
"""
BROADBAND = "Internet băng thông rộng tới 100% xã, phường, thị trấn"

pytestmark = pytest.mark.journey


@pytest.fixture
def home(content: Path, tmp_path: Path) -> Iterator[str]:
    """A site of its own for each width, since a figure becomes official only once."""
    with office(content, tmp_path, PEOPLE, DECLARED) as url:
        yield url


def follow(page: Page, name: str) -> None:
    """Click the one link of that name, and look at the page it leads to."""
    page.get_by_role("link", name=name).click()
    whole(page)


def sign_in(page: Page, name: str) -> None:
    page.get_by_label("Tên đăng nhập").fill(name)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(page.get_by_text(f"Đang làm việc với tên {name}.")).to_be_visible()
    whole(page)


def promise(page: Page) -> Locator:
    """The row of the scoreboard that tells of broadband."""
    return page.get_by_role("listitem").filter(has=page.get_by_role("link", name=BROADBAND))


@pytest.mark.parametrize("width", [390, 1280])
def test_a_figure_that_one_types_and_another_approves_changes_the_public_verdict(
    browser: Browser, home: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.goto(home)
    follow(page, "Kế hoạch 175-KH/TU của Tỉnh ủy Đắk Lắk")
    expect(page.locator("main")).to_contain_text("chưa chỉ tiêu nào trong 6 chỉ tiêu")
    expect(promise(page)).to_contain_text("Chưa đánh giá được")

    follow(page, "Dành cho cơ quan: vào bàn làm việc")
    sign_in(page, "lan")
    follow(page, "Báo cáo phủ băng rộng")
    communes = "Số xã, phường, thị trấn"
    for figure in (communes, f"{communes} có Internet băng thông rộng"):
        # Named by its row with the unit, and by the column.
        name = re.compile(rf"^{figure}\s*xã, phường, thị trấn\s+2025$")
        page.get_by_role("textbox", name=name).fill("180")
    expect(page.get_by_text("Không ô nào cần xem lại.")).to_be_visible()
    whole(page)
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.get_by_role("status")).to_contain_text("chờ người đứng đầu cơ quan duyệt.")
    whole(page)
    page.get_by_role("button", name="Đăng xuất").click()
    whole(page)

    # What waits is not public yet.
    reader = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    reader.goto(home)
    follow(reader, "Kế hoạch 175-KH/TU của Tỉnh ủy Đắk Lắk")
    expect(promise(reader)).to_contain_text("Chưa đánh giá được")

    follow(page, "Dành cho cơ quan: vào bàn làm việc")
    sign_in(page, "binh")
    follow(page, "Sở Khoa học và Công nghệ, báo cáo 2025")
    page.get_by_role("button", name="Duyệt", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Đã ghi quyết định của bạn: đã duyệt")
    whole(page)
    follow(page, "Xem bảng theo dõi công khai")
    expect(promise(page)).to_contain_text("Đạt")

    reader.reload()
    expect(reader.locator("main")).to_contain_text("1 trong 6 chỉ tiêu chứng minh được là đạt")
    expect(promise(reader)).to_contain_text("Hiện có: 100% (2025, chính thức)")
    expect(promise(reader)).not_to_contain_text("Chưa đánh giá được")
    follow(reader, BROADBAND)
    expect(reader.locator("main")).to_contain_text("đạt mức 100% đã hứa")
    reader.context.close()
    context.close()
