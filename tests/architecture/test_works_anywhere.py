"""No committed file knows the machine it was written on, or where its packages came from."""

import re
from pathlib import Path

import pytest

from architecture.house import ROOT, committed_files

#: Patterns, written so that none of them matches its own line.
FOREIGN = {
    "a package registry": r"pypi\.org|python[h]osted|npm[j]s\.|crates\.io|proxy\.golang",
    "a path of one machine": r"/[w]ork/(main|shared|\.library)|/[o]pt/(pypi|wheels)|/[r]oot/",
    "a place to get packages from": r"-find-[l]inks|-(extra-)?index-url[ =][^-]",
}
LISTS = sorted((ROOT / "requirements").glob("*.txt"))


@pytest.mark.parametrize("what", FOREIGN)
def test_no_committed_file_names(what: str) -> None:
    """No committed file names a registry, a machine's path, or a place to get packages from."""
    found = []
    for path in committed_files():
        text = path.read_bytes().decode("utf-8", errors="ignore")
        if match := re.search(FOREIGN[what], text):
            found.append(f"{path.relative_to(ROOT)}: {match[0]}")
    assert found == []


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_every_package_is_pinned_and_hashed(path: Path) -> None:
    entries = re.split(r"\n(?=\S)", path.read_text(encoding="utf-8").strip())
    assert entries
    loose = [e.splitlines()[0] for e in entries if "==" not in e or "--hash=sha256:" not in e]
    assert loose == []


def test_a_package_has_one_version_in_all_lists() -> None:
    pins: dict[str, set[tuple[str, ...]]] = {}
    for path in LISTS:
        of_list: dict[str, list[str]] = {}
        for name, version in re.findall(
            r"^([\w.-]+)==(\S+)", path.read_text(encoding="utf-8"), re.MULTILINE
        ):
            of_list.setdefault(name, []).append(version)
        for name, versions in of_list.items():
            pins.setdefault(name, set()).add(tuple(versions))
    assert {name for name, seen in pins.items() if len(seen) > 1} == set()
