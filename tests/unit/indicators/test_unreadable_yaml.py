"""A text that is not YAML is told by place, fault and mend, in both languages."""

from __future__ import annotations

import pytest

from lotrinh.base.errors import LotrinhError, Problem
from lotrinh.indicators.read_yaml import read_yaml

#: Text, message, line, column, what both languages must show of it.
BAD = [
    ("id: x\nname:\n\tvi: Dân\n", "tab", 3, 1, "dấu tab", "a tab"),
    ("id:\tx\n", "tab", 1, 4, "dấu tab", "a tab"),
    ("unit: %\n", "sign", 1, 7, "“%”", "“%”"),
    ("unit: @x\n", "sign", 1, 7, "“@”", "“@”"),
    ("id: x\nname: * Dân số\n", "lone_sign", 2, 7, "tên viết liền", "a name must follow"),
    ("name: Dân số: tổng\n", "colon", 1, 13, "hai chấm ở cột 13", "colon at column 13"),
    ("id: x\n  unit: y\n", "colon", 2, 7, "hai chấm ở cột 7", "colon at column 7"),
    ("name: - Dân số\n", "dash", 1, 7, "“-” ở cột 7", "“-” at column 7"),
    ("id: x\nunit\nkind: y\n", "no_colon", 2, 1, "thiếu dấu hai chấm", "lacks the colon"),
    ('id: x\nname: "Dân số\nunit: y\n', "quote", 2, 7, "mở ở cột 7", "opened at column 7"),
    ("id: 'x\n---\n", "quote", 1, 5, "mở ở cột 5", "opened at column 5"),
    ("a: 1\nb: [1, 2\nc: 3\n", "bracket", 2, 4, "dòng 3, cột 2", "line 3, column 2"),
    ("a: {vi: x en: y}\n", "bracket", 1, 4, "dòng 1, cột 13", "line 1, column 13"),
    ("a: {vi: x\n", "bracket", 1, 4, "“}”", "“}”"),
    ("a: [1, 2,\n", "bracket_at_end", 2, 1, "“[” hoặc “{”", "“[” or “{”"),
    ("a: {vi: x}}\n", "bracket_not_opened", 1, 11, "“}” ở cột 11", "“}” at column 11"),
    ("a: 1\nb: ]\n", "bracket_not_opened", 2, 4, "“]” ở cột 4", "“]” at column 4"),
    ("a:\n    b: 1\n  c: 2\n", "indentation", 3, 3, "mở ở dòng 1", "began on line 1"),
    ("- a\nb: 1\n", "indentation", 2, 1, "mở ở dòng 1", "began on line 1"),
    ('a: "Dân" số\n', "left_over", 1, 10, "cột 10", "column 10"),
    ("a: 1\nb: 2\na: 3\n", "twice", 3, 1, "“a” được viết lần thứ hai; lần đầu ở dòng 1", "line 1"),
    ("a: *chung\n", "alias", 1, 4, "“*chung”", "“*chung”"),
    ("a: 1\nb: 2025-02-30\n", "value", 2, 4, "“2025-02-30”", "“2025-02-30”"),
    ("a: !!bool có\n", "value", 1, 4, "“có”", "“có”"),
    ("a: !!timestamp mai\n", "value", 1, 4, "“mai”", "“mai”"),
    ("a: 1\nb: c\x07d\n", "character", 2, 5, "U+0007", "U+0007"),
    ("\x00", "character", 1, 1, "U+0000", "U+0000"),
    ("a: 1\r\nb: \ufffe\n", "character", 2, 4, "U+FFFE", "U+FFFE"),
]  # fmt: skip


def fault(text: str) -> Problem:
    with pytest.raises(LotrinhError) as caught:
        read_yaml(text, "plan.yml", "plan", "plan")
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize(("text", "key", "line", "column", "vi", "en"), BAD)
def test_a_common_fault_is_told_with_its_place_in_both_languages(
    text: str, key: str, line: int, column: int, vi: str, en: str
) -> None:
    problem = fault(text)
    assert problem.key == f"indicators.yaml_{key}"
    assert str(problem.where) == f"plan.yml:{line}"
    assert problem.values["column"] == column
    assert vi in problem.wrong("vi")
    assert en in problem.wrong("en")
    assert f"plan.yml:{line}: " in problem.say("vi")


@pytest.mark.parametrize(("text", "key", "line", "column", "vi", "en"), BAD)
def test_nothing_the_parser_says_reaches_the_reader_of_a_common_fault(
    text: str, key: str, line: int, column: int, vi: str, en: str
) -> None:
    said = fault(text)
    assert not {"found", "expected", "while", "scalar"} & set(said.say("vi").split())
    assert str(column) in said.wrong("vi")
    assert str(column) in said.wrong("en")


def test_a_rare_fault_is_told_in_general_with_the_words_of_the_parser() -> None:
    problem = fault("a: 1\n---\nb: 2\n")
    assert str(problem.where) == "plan.yml:2"
    assert problem.wrong("vi") == (
        "Ở cột 1, tệp này không phải là YAML đọc được (bộ đọc báo: "
        "expected a single document in the stream; but found another document)."
    )
