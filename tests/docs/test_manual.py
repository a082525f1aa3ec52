"""The manual cannot lie: links lead somewhere, and every command, setting and rule is in it."""

import re
import subprocess
from pathlib import Path

import pytest

from lotrinh.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    p for p in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("[a-z]*/README.md"))
)
MANUAL = "\n".join(page.read_text("utf-8") for page in PAGES)
SOURCES = "\n".join(p.read_text("utf-8") for p in (ROOT / "src").rglob("*.py"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_pictures_of_the_guides_are_light_and_the_same_in_both_languages() -> None:
    """A guide opens on a slow line; `scripts/guide_pictures.py` takes all of them anew."""
    pictures = {
        lang: {one.name: one.stat().st_size for one in (ROOT / "docs/img/guide" / lang).iterdir()}
        for lang in ("vi", "en")
    }
    assert pictures["vi"].keys() == pictures["en"].keys()
    assert max(size for one in pictures.values() for size in one.values()) <= 80_000
    told = [name for name in pictures["vi"] if f"guide/en/{name}" in MANUAL]
    assert len(told) == len(pictures["vi"])


@pytest.mark.parametrize("command", [name for name, *_ in COMMANDS])
def test_every_command_is_in_the_manual(command: str) -> None:
    is_told = re.search(rf"(?:lotrinh|make) {command}\b", MANUAL) is not None
    assert is_told, f"`lotrinh {command}` is in no page of the manual"


@pytest.mark.parametrize("setting", sorted(set(re.findall(r"\"(LOTRINH_[A-Z_]+)\"", SOURCES))))
def test_every_setting_is_in_both_guides(setting: str) -> None:
    for guide in ("guide.md", "huong-dan.md"):
        text = (ROOT / "docs" / guide).read_text("utf-8")
        is_told = setting in text
        assert is_told, f"{setting} is not in docs/{guide}"


@pytest.mark.parametrize("rule", sorted(set(re.findall(r"Rule\(\"(\w+)\"", SOURCES))))
def test_every_rule_of_judgement_is_in_the_methods(rule: str) -> None:
    is_told = f"`{rule}`" in (ROOT / "docs/methods.md").read_text("utf-8")
    assert is_told, f"{rule} is not in docs/methods.md"


def test_every_room_is_on_the_page_of_the_house() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    rooms = [p.name for p in (ROOT / "src/lotrinh").iterdir() if (p / "__init__.py").exists()]
    assert [room for room in rooms if f"`{room}`" not in page] == []


def test_every_make_target_of_the_readme_exists() -> None:
    named = set(re.findall(r"^make (\w+)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE))
    assert named >= {"demo", "test"}
    for target in named:
        run = subprocess.run(
            ["make", "--dry-run", target],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        assert run.returncode == 0, target
