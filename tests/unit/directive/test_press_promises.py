"""Targets as pages of the press tell them: running lists, rates, deadlines told later, teasers."""

from lotrinh.directive import Document, read

Row = tuple[str, str, int | None]
NEWS = "Ngày 12/3/2024, UBND huyện Hòa An ban hành Kế hoạch số 31/KH-UBND.\n\n"


def found(text: str) -> list[Row]:
    """Value with its sign, unit and year of every target with a number."""
    return [
        (f"{'' if t.operator == '=' else t.operator}{t.value}", t.unit or "", t.year)
        for t in read(Document("a.txt", text)).targets
        if t.value is not None
    ]


def test_the_same_is_promised_again_for_another_part_of_the_place() -> None:
    text = NEWS + (
        "Theo kế hoạch, phấn đấu đến năm 2030, vùng đồng bằng có hơn 85% hộ gia đình đạt chuẩn văn "
        "hóa; 90% thôn đạt chuẩn văn hóa; 90% thôn có nhà sinh hoạt đạt chuẩn văn hóa. Đối với "
        "vùng miền núi, biên giới, phấn đấu hơn 70% hộ gia đình đạt chuẩn văn hóa; 90% thôn đạt "
        "chuẩn văn hóa."
    )
    targets = read(Document("a.txt", text)).targets
    assert [(str(t.value), t.operator, t.name) for t in targets] == [
        ("85", ">", "hộ gia đình đạt chuẩn văn hóa ở vùng đồng bằng"),
        ("90", "=", "thôn đạt chuẩn văn hóa ở vùng đồng bằng"),
        ("90", "=", "thôn có nhà sinh hoạt đạt chuẩn văn hóa ở vùng đồng bằng"),
        ("70", ">", "hộ gia đình đạt chuẩn văn hóa ở vùng miền núi, biên giới"),
        ("90", "=", "thôn đạt chuẩn văn hóa ở vùng miền núi, biên giới"),
    ]


def test_a_region_that_must_have_so_much_to_count_is_still_a_threshold() -> None:
    text = "Phấn đấu đến năm 2030, xã có trên 25% hộ nghèo phải giảm 4% mỗi năm."
    assert [row[0] for row in found(text)] == ["4"]


def test_the_year_of_a_paper_is_no_horizon() -> None:
    text = (
        "Ngày 24/1/2025, Bộ Xây dựng ban hành Kế hoạch thực hiện Nghị quyết số 03 năm 2025 của "
        "Chính phủ.\n\nPhấn đấu đến năm 2030, tỷ lệ đô thị hóa đạt 50%.\n\nCùng với đó, tỷ lệ "
        "nước sạch đạt 95%."
    )
    assert found(text) == [("50", "%", 2030), ("95", "%", 2030)]


def test_a_place_may_be_told_with_a_sign() -> None:
    text = "Đến năm 2035, Chỉ số đổi mới sáng tạo (GII) đứng vị trí ≤ 40."
    assert found(text) == [("<=40", "hạng", 2035)]


def test_what_was_reached_beside_what_was_asked_for_is_past() -> None:
    text = (
        "Nhiều chỉ tiêu nghị quyết đạt cao như tỷ lệ xã đạt chuẩn nông thôn mới 83,2%/50% tổng số "
        "xã; phát triển đảng viên mới 870/650 đảng viên."
    )
    assert found(text) == []


def test_rates_of_sickness_are_told_of_so_many_people() -> None:
    text = (
        "Đến năm 2028, giảm số người mắc lao xuống dưới 90/100.000 người dân, giảm số người chết "
        "xuống dưới tỷ lệ 12/100.000 người dân; giữ số ca ngộ độc dưới 4,5 ca/100.000 dân."
    )
    assert found(text) == [
        ("<90", "/100.000 người dân", 2028),
        ("<12", "/100.000 người dân", 2028),
        ("<4.5", "ca/100.000 dân", 2028),
    ]


def test_a_size_in_brackets_says_who_is_meant() -> None:
    text = "Đến năm 2028, tỷ lệ trẻ sơ sinh nhẹ cân (dưới 2.500 gam) dưới 4%."
    assert found(text) == [("<4", "%", 2028)]


def test_what_a_hectare_yields_is_not_told_by_the_hectare() -> None:
    text = "Giá trị thu được trên 01 ha đất trồng trọt đến năm 2028 đạt 210 triệu đồng/ha."
    assert found(text) == [("210", "triệu đồng/ha", 2028)]


def test_having_a_plan_to_build_is_a_promise() -> None:
    text = "Đến cuối năm 2026, xã có 90% hộ dùng nước sạch.\n\nXã có kế hoạch xây dựng 6 chợ."
    assert found(text) == [("90", "%", 2026), ("6", "chợ", 2026)]


def test_the_sentence_behind_may_give_the_deadline() -> None:
    text = NEWS + (
        "Theo kế hoạch, các xã phải tiếp nhận tối thiểu 60% hồ sơ qua mạng. Chỉ tiêu này phải được "
        "hoàn thành trước ngày 30/7/2025."
    )
    assert found(text) == [(">=60", "%", 2025)]


def test_teasers_of_other_articles_promise_nothing() -> None:
    text = NEWS + (
        "Huyện phấn đấu đến năm 2030 có 9 xã nông thôn mới.\n\n"
        "Huyện Hòa An chi gần 80 tỷ đồng cho các chợ…\n"
        "Với 130 lễ hội, huyện Hòa An hướng tới mùa lễ…\n"
        "Trong dịp Tết, huyện đón 1.000 lượt khách…\n"
    )
    assert found(text) == [("9", "xã", 2030)]


def test_line_ends_that_an_export_spelled_out_are_line_ends() -> None:
    text = "Đến năm 2028, tỷ lệ suy dinh\\r\\ndưỡng còn\\r\\n \\r\\n9%."
    (target,) = read(Document("a.txt", text)).targets
    assert (target.name, str(target.value)) == ("tỷ lệ suy dinh dưỡng", "9")
    assert text[slice(*target.value_at or (0, 0))] == "9%"


def test_an_aim_without_a_number_may_be_set_by_the_plan_that_is_told_of() -> None:
    text = NEWS + (
        "Kế hoạch còn đặt mục tiêu thí điểm xây dựng nhà văn hóa phục vụ công nhân các cụm nghề."
    )
    (aim,) = read(Document("a.txt", text)).targets
    assert aim.name == "thí điểm xây dựng nhà văn hóa phục vụ công nhân các cụm nghề"


def test_what_one_hectare_yields_may_have_a_floor() -> None:
    text = (
        "Các chỉ tiêu đến năm 2030:\n- Giá trị sản phẩm thu hoạch trên 1 ha đất trồng trọt đạt "
        "trên 250 triệu đồng/ha.\n- Tổng sản phẩm tăng bình quân 5 năm đạt 8%."
    )
    assert found(text) == [(">250", "triệu đồng/ha", 2030), ("8", "%/năm", 2030)]


def test_what_a_year_gone_by_has_met_is_past_though_a_plan_is_news() -> None:
    text = (
        " date 2024-03 UBND tỉnh Sông Trà vừa ban hành Thông báo về du lịch.\n\nTrong năm 2023, "
        "ngành đã hoàn thành cơ bản nhiệm vụ, chỉ tiêu về thu hút khách theo Chương trình năm 2023."
        " Lượng khách đạt 900.000 lượt, tăng 13%.\n\nNgành phấn đấu năm 2024 đón 1 triệu lượt."
    )
    assert found(text) == [("1", "triệu lượt", 2024)]


def test_the_year_of_the_aims_adopted_is_that_of_the_numbers_behind() -> None:
    text = (
        "Ngày 14-12-2017, Huyện ủy Hòa An tổ chức Hội nghị.\n\nHội nghị cũng đã thảo luận và biểu "
        "quyết các chỉ tiêu kinh tế - xã hội năm 2018. Trong đó phấn đấu kinh tế tăng trên 13%. "
        "Thu ngân sách đạt 27 tỷ đồng."
    )
    assert found(text) == [(">13", "%", 2018), ("27", "tỷ đồng", 2018)]


def test_items_told_by_their_number_go_on_with_the_aims_above() -> None:
    text = (
        "Đến hết năm 2029, phải thu gom 80% rác thải.\nThứ 4 là 62% hồ chứa vận hành liên hồ; 55% "
        "trạm đo tự động.\nThứ năm, 28% vùng biển được điều tra."
    )
    assert [row[0] for row in found(text)] == ["80", "62", "55", "28"]


def test_what_is_told_as_not_yet_reached_is_past() -> None:
    text = (
        "Tính đến hết tháng 7-2020, huyện mới làm được 3/5 chỉ tiêu. 2 chỉ tiêu còn lại là thu "
        "gom 100% rác thải và giảm chôn lấp xuống dưới 15% chưa đạt."
    )
    assert found(text) == []


def test_pictures_and_the_title_told_again_end_no_passage() -> None:
    title = "Hòa An phấn đấu trồng rừng đến năm 2030"
    text = (
        f"{title}\n\nNăm 2030, huyện đặt mục tiêu trồng 900 ha rừng.\n![]() |\n"
        f"Người dân xóm Nà Vẩu trồng 3 ha keo (Ảnh: Lê Tư). |\n{title}\n\n"
        "Trong đó, có 300 ha rừng phòng hộ.\n\nGRDP của huyện dự kiến đạt 95 triệu đồng."
    )
    assert [row[0] for row in found(text)] == ["900", "300", "95"]


def test_the_parts_of_an_aim_may_be_told_beside_the_year_before() -> None:
    text = (
        "Năm 2030, huyện đặt mục tiêu tăng trưởng 9%. Trong đó, khu vực I tăng 4%, khu vực II "
        "tăng 12% so với cùng kỳ."
    )
    assert [row[0] for row in found(text)] == ["9", "4", "12"]
    assert found("Trong đó, khu vực I tăng 4% so với cùng kỳ.") == []


def test_a_bracket_may_say_what_so_many_of_them_are_like() -> None:
    text = "Đến năm 2030, phấn đấu đón 7 triệu lượt khách (35% quốc tế), có 90 xã (60% số xã)."
    assert [row[0] for row in found(text)] == ["7", "35", "90"]


def test_new_members_are_not_what_has_only_now_been_reached() -> None:
    text = "Phấn đấu đến năm 2030, mỗi năm kết nạp đảng viên mới đạt 150 đảng viên."
    assert [row[0] for row in found(text)] == ["150"]
    assert found(NEWS + "Số xã đạt chuẩn mới đạt 40%.") == []


def test_a_headline_gives_way_only_to_a_number_it_may_have_rounded() -> None:
    body = "\n\nĐến năm 2030, tạo việc làm từ vốn vay cho {} người."
    told = "Đến năm 2030, Hòa An đặt mục tiêu tạo việc làm cho 5.000 người"
    assert [row[0] for row in found(told + body.format("700"))] == ["5000", "700"]
    assert [row[0] for row in found(told + body.format("5.120"))] == ["5120"]
    other = "Năm 2027, Hòa An phấn đấu tạo việc làm cho 4.900 người"
    rows = [("4900", "người", 2027), ("5120", "người", 2030)]
    assert found(other + body.format("5.120")) == rows
