"""Every way in which a plan's folder can be wrong has its words, its place and its mend."""

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.flow import open_content
from unit.plan.folder import FILES, PLAN, YAML, changed

FILE = f"{PLAN}/plan.yml"
INDICATOR = "indicators/digital-economy-share.yml"


def problems(files: dict[str, str]) -> LotrinhError:
    with pytest.raises(LotrinhError) as caught:
        open_content(files, PLAN)
    return caught.value


def line_of(text: str) -> int:
    return YAML[: YAML.index(text)].count("\n") + 1


def test_a_right_folder_opens() -> None:
    content = open_content(FILES, PLAN)
    assert [target.id for target in content.plan.targets] == ["digital-economy"]
    assert len(content.observations) == 1


@pytest.mark.parametrize(
    ("old", "new", "vi", "en"),
    [
        ("kind: level", "kind: levle", "“levle” không phải là giá", "Choose one of"),
        ("  clause: I.1", "  clause: I.9", "Văn bản không có điều khoản “I.9”", "no clause “I.9”"),
        ("  value: 20", "  value: 25", "Con số 25 không có trong", "does not stand"),
        ("place: vn\n  op", "place: vx\n  op", "Không có địa bàn “vx”", "no place “vx”"),
        ("[vn/office]", "[vn/offices]", "Không có cơ quan “vn/offices”", "no body “vn/offices”"),
        ("unit: percent", "unit: person", "không cùng loại với “%”", "not of the same kind"),
        ("unit: percent", "unit: percents", "không phải là một đơn vị", "not a known unit"),
        ("-share\n", "-shares\n", "Mã gần giống: digital-economy-share", "Nearest ids: digital"),
        ("  deadline: 2025-12-31\n", "", "Thiếu trường “deadline”", "“deadline” is missing"),
        ("  kind: level", "  kinds: x\n  kind: level", "có trường “kinds”", "no field “kinds”"),
        ("kind: level", "kind: growth", "nói rõ giai đoạn", "must name its window"),
        ("  indicator: digital-economy-share\n", "", "phải gắn với một chỉ tiêu", "needs an ind"),
        ("2025-12-31", "31/12/2025", "“31/12/2025” không đúng dạng", "has the wrong shape"),
        ("  deadline", "  parent: plans/y#target/z\n  deadline", "cấp trên", "no target above"),
        ("duties:", "projects: [{id: p, name: {vi: a, en: b}, target: t, status: done}]\nduties:",
         "Dự án đếm cho chỉ tiêu “t”", "The project counts for the target “t”"),
        ("name: {vi: Kế hoạch một, en: Plan one}", "name: {vi: Kế hoạch một}", "Thiếu trường “en”",
         "The text in English."),
        ("place: vn\ndocument", "place: [\ndocument", "ngoặc mở ở cột 8 chưa", "bracket opened at"),
        ("summary:", "name: {vi: a, en: b}\nsummary:", "chỉ viết một lần", "write each field once"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line_and_its_mend(old, new, vi: str, en: str) -> None:
    error = problems(changed(FILE, (old, new)))
    assert vi in error.say("vi")
    assert en in error.say("en")
    assert all(problem.where.file == FILE and problem.where.line for problem in error.problems)


def test_the_line_is_the_field_s_own() -> None:
    (problem,) = problems(changed(FILE, ("  value: 20", "  value: 25"))).problems
    assert (problem.where.line, problem.where.field) == (line_of("  value: 20"), "targets.0.value")


def test_a_target_twice_is_refused() -> None:
    target = YAML[YAML.index("- id: digital-economy") : YAML.index("duties:")]
    error = problems(changed(FILE, (target, target + target)))
    assert "“digital-economy” xuất hiện hai lần" in error.say("vi")


def test_a_parent_that_is_not_there_is_named() -> None:
    above = (
        "documents:\n- {relation: carries_out, number: 52-NQ/TW, type: {vi: a, en: b}, "
        "issuer: {vi: a, en: b}, title: {vi: a, en: b}, date: 2019-09-27, plan: plans/vn/nq}\n"
        "goals:"
    )
    assert "Không tìm thấy kế hoạch “plans/vn/nq”" in problems(
        changed(FILE, ("goals:", above))
    ).say("vi")


def test_a_paragraph_without_an_address_is_named_with_its_line() -> None:
    error = problems(changed(f"{PLAN}/directive.txt", ("[II.1] ", "")))
    assert error.say("en").startswith(f"{PLAN}/directive.txt:3: The paragraph “Kinh tế số")


def test_a_missing_file_is_named() -> None:
    files = {path: text for path, text in FILES.items() if not path.endswith("directive.txt")}
    assert f"Thiếu tệp {PLAN}/directive.txt" in problems(files).say("vi")


@pytest.mark.parametrize(
    ("old", "new", "vi"),
    [
        ("unit: percent", "unit: percents", "không phải là một đơn vị tính đã biết"),
        ("custodian: vn/office", "custodian: vn/x", "Không có cơ quan “vn/x”"),
        ("id: digital", "id: other", "khác tên tệp"),
        ("kind: ratio", "kind: share", "“share” không phải là giá trị được phép"),
        ("unit: percent", "other_definitions: [none-such]\nunit: percent", "“none-such”"),
        ("unit: percent", "formula: a +\nunit: percent", "Không đọc được công thức"),
    ],
)
def test_a_mistake_in_an_indicator_is_named_with_its_file(old: str, new: str, vi: str) -> None:
    error = problems(changed(INDICATOR, (old, new)))
    assert vi in error.say("vi")
    assert all(problem.where.file.startswith("indicators/") for problem in error.problems)


def test_an_indicator_defined_twice_is_refused() -> None:
    files = {**FILES, f"{PLAN}/{INDICATOR}": FILES[INDICATOR]}
    assert "được định nghĩa hai lần" in problems(files).say("vi")


def test_an_empty_file_says_so() -> None:
    assert "Tệp này trống" in problems({**FILES, FILE: ""}).say("vi")


def test_the_errors_of_all_files_come_at_once() -> None:
    files = changed(FILE, ("  value: 20", "  value: 25"), ("[vn/office]", "[vn/x]"))
    files[f"{PLAN}/observations.csv"] = FILES[f"{PLAN}/observations.csv"].replace("13.17", "x")
    files[INDICATOR] = FILES[INDICATOR].replace("custodian: vn/office", "custodian: vn/y")
    keys = {problem.key for problem in problems(files).problems}
    assert keys == {"plan.number_not_in_clause", "bodies.unknown", "intake.not_a_number"}
    assert len(problems(files).problems) == 4
