"""Two versions of a plan: what was added, dropped, changed and carried over."""

from lotrinh.directive import open_document, read
from lotrinh.directive.compare import Pair, compare

OLD = """Ban Thường vụ Tỉnh ủy ban hành Kế hoạch số 12-KH/TU về chuyển đổi số.

Mục tiêu đến năm 2025: kinh tế số chiếm khoảng 18% GRDP; tỷ lệ lao động qua đào tạo đạt 60%; \
tỷ lệ hộ có Internet cáp quang đạt 80%.

Giao Sở Thông tin và Truyền thông hướng dẫn các địa phương thực hiện kế hoạch.
"""
NEW = """Ban Thường vụ Tỉnh ủy ban hành Kế hoạch số 31-KH/TU về chuyển đổi số.

Mục tiêu đến năm 2025: kinh tế số chiếm khoảng 20% GRDP; tỷ lệ lao động qua đào tạo đạt 60%; \
tỷ lệ bao phủ bảo hiểm y tế đạt trên 95%.

Giao Sở Khoa học và Công nghệ hướng dẫn các địa phương thực hiện kế hoạch.
"""


def compared(old: str, new: str) -> tuple[Pair, ...]:
    first, second = (
        read(open_document(f"{name}.txt", text.encode())) for name, text in (("a", old), ("b", new))
    )
    return compare(first, second)


def test_each_item_gets_its_state() -> None:
    targets = [pair for pair in compared(OLD, NEW) if pair.kind == "target"]
    states = {(p.new or p.old).name.lower(): p.state for p in targets}  # type: ignore[union-attr]
    assert sorted(states.values()) == ["added", "carried_over", "changed", "dropped"]
    changed = next(pair for pair in targets if pair.state == "changed")
    assert [(c.field, c.old, c.new) for c in changed.changes] == [("value", 18, 20)]


def test_each_item_names_its_clause_in_both_versions() -> None:
    old = "KẾ HOẠCH\n\nI. MỤC TIÊU\n\n1. Đến năm 2025, tỷ lệ lao động qua đào tạo đạt 60%.\n"
    new = old.replace("1. Đến", "1. Nâng cao nhận thức.\n\n2. Đến")
    (target,) = [pair for pair in compared(old, new) if pair.kind == "target"]
    assert (target.state, target.old_clause, target.new_clause) == ("carried_over", "I.1", "I.2")


def test_a_duty_that_passed_to_another_body_is_changed() -> None:
    (duty,) = [pair for pair in compared(OLD, NEW) if pair.kind == "duty"]
    assert duty.state == "changed"
    assert [change.field for change in duty.changes] == ["actor"]


def test_a_version_compared_with_itself_is_carried_over_whole() -> None:
    pairs = compared(OLD, OLD)
    assert pairs
    assert {pair.state for pair in pairs} == {"carried_over"}


def test_nothing_is_lost_and_nothing_counted_twice() -> None:
    for old, new in ((OLD, NEW), (NEW, OLD), (OLD, "Không có gì.\n")):
        pairs = compared(old, new)
        olds = [id(pair.old) for pair in pairs if pair.old is not None]
        news = [id(pair.new) for pair in pairs if pair.new is not None]
        assert len(olds) == len(set(olds))
        assert len(news) == len(set(news))
