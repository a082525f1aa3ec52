"""Tables that a page spelled out cell by cell."""

from lotrinh.directive import Document, read

TABLE = (
    "TT\n\nChỉ tiêu\n\nĐơn vị tính\n\nGiai đoạn 2021 - 2025\n\nGiai đoạn 2026 - 2030\n\n"
    "1\n\nTỷ lệ trẻ được khám sàng lọc\n\n%\n\n70\n\n85\n\n"
    "2\n\nSố trạm y tế có bác sĩ\n\nTrạm\n\n1.100\n\n2.300\n\n3\n\nTỷ lệ"
)


def test_a_table_told_cell_by_cell_is_read_by_its_columns() -> None:
    text = "Ngày 5/3/2021\n\nKẾ HOẠCH\n\nII. MỤC TIÊU CỤ THỂ\n\n" + TABLE
    targets = read(Document("a.txt", text)).targets
    assert [(t.name, str(t.value), t.unit, t.year) for t in targets] == [
        ("Tỷ lệ trẻ được khám sàng lọc", "70", "%", 2025),
        ("Tỷ lệ trẻ được khám sàng lọc", "85", "%", 2030),
        ("Số trạm y tế có bác sĩ", "1100", "Trạm", 2025),
        ("Số trạm y tế có bác sĩ", "2300", "Trạm", 2030),
    ]
    spans = [t.value_at for t in targets if t.value_at]
    assert [text[a:b] for a, b in spans] == ["70", "85", "1.100", "2.300"]


def test_lines_whose_rows_are_not_whole_are_no_table() -> None:
    text = "TT\nChỉ tiêu\n2021\n2025\n1\nSố chợ\n4\n2\nSố cầu\n5\n9"
    assert read(Document("a.txt", text)).targets == ()
