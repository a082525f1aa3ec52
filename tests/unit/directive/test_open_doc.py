"""Old Word in: by antiword where the machine has it, else an error that says what to do."""

import shutil
from pathlib import Path

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.directive import read
from lotrinh.directive.source import open_document

#: As much of an old Word file as the door looks at.
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")


def _antiword(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program called antiword, and nothing else, on the path."""
    program = folder / "antiword"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def _refused() -> str:
    with pytest.raises(LotrinhError) as caught:
        open_document("cu.doc", OLD)
    (problem,) = caught.value.problems
    assert problem.say("vi").startswith("cu.doc")
    return f"{problem.wrong('en')} {problem.mend('en')}"


def test_without_antiword_the_error_says_both_ways_out(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    said = _refused()
    assert "this machine has no antiword" in said
    assert "save it as .docx" in said
    assert "apt-get install antiword" in said


def test_the_text_comes_out_with_its_tables_as_rows(tmp_path, monkeypatch) -> None:
    _antiword(
        tmp_path,
        monkeypatch,
        "cat >/dev/null; printf '\\nKẾ HOẠCH\\n\\n[pic]\\n|TT |Nhiệm vụ |\\n|1 | |\\nHết.\\n'",
    )
    text = open_document("cu.doc", OLD).text
    assert text == "KẾ HOẠCH\n\n\nTT | Nhiệm vụ\n1 |\nHết."


def test_a_file_goes_in_through_the_pipe_and_without_wrapped_lines(tmp_path, monkeypatch) -> None:
    _antiword(tmp_path, monkeypatch, 'echo "$*"; wc -c')
    assert open_document("cu.doc", OLD).text.split("\n") == ["-m UTF-8.txt -w 0 -", str(len(OLD))]


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo 'x is not a Word Document.' >&2; exit 1", "is damaged or is not Word (doc)"),
        ("echo 'Encrypted documents are not supported' >&2; exit 1", "is locked with a password"),
        ("cat >/dev/null", "holds no text to read"),
    ],
)
def test_what_antiword_cannot_do_is_said_plainly(tmp_path, monkeypatch, script, said) -> None:
    _antiword(tmp_path, monkeypatch, script)
    assert said in _refused()


@pytest.mark.skipif(shutil.which("antiword") is None, reason="this machine has no antiword")
def test_a_real_old_word_file_is_read_like_any_other() -> None:
    path = Path(__file__).resolve().parents[2] / "specimens" / "documents" / "old-word.doc"
    draft = read(open_document(path.name, path.read_bytes())).as_json()
    facts = draft["document"]
    assert (facts["number"], facts["date"]) == ("47/KH-UBND", "2024-03-12")
    assert (facts["issuer"], facts["signatory"]) == (
        "Ủy ban nhân dân tỉnh Sông Trà",
        "Nguyễn Văn An",
    )
    assert [target["value"] for target in draft["targets"]] == [20, 7, 100]
    # The recipients and the signature stand in rows below the table of tasks, and are none.
    assert [(duty["actor"], duty["deadline"]) for duty in draft["duties"]] == [
        ("Sở Xây dựng", "2024-06-30"),
        ("Sở Y tế", "2024-09-30"),
    ]
