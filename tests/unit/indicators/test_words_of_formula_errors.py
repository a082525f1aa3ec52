"""The words of every error about a formula, in both languages, as people read them."""

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.indicators import unit
from lotrinh.indicators.check_formula import check_formulas
from spec.figures import indicator
from words.spoken_keys import catalogues

FUNCTIONS = (
    "growth, cagr, lag, coalesce, if, min, max, cumulative, index_to, link, share_of_parent, "
    "count_where, sum_over"
)
LEAVES = (
    indicator("grdp", measured=unit("billion_dong"), basis="constant 2010"),
    indicator("grdp-current", measured=unit("billion_dong"), basis="current"),
    indicator("workers", measured=unit("person")),
)
#: Formula of “it”, the wrong it has in Vietnamese and in English, and the mend in both.
WORDS = [
    (
        " ",
        "Công thức để trống.",
        "The formula is empty.",
        (
            "Viết công thức, ví dụ 1000 * grdp_constant / employed_total; "
            "hoặc bỏ mục formula nếu số liệu được thu thập trực tiếp."
        ),
        (
            "Write a formula, for example 1000 * grdp_constant / employed_total; "
            "or leave out formula when the figure is observed."
        ),
    ),
    (
        "a" * 2001,
        "Công thức dài quá 2.000 ký tự.",
        "The formula is longer than 2,000 characters.",
        "Tách thành nhiều chỉ tiêu thống kê, mỗi chỉ tiêu một công thức ngắn.",
        "Divide it into several indicators, each with a short formula.",
    ),
    (
        "-" * 200 + "a",
        "Công thức lồng nhau quá 100 tầng.",
        "The formula is nested more than 100 levels deep.",
        "Tách thành nhiều chỉ tiêu thống kê, mỗi chỉ tiêu một công thức ngắn.",
        "Divide it into several indicators, each with a short formula.",
    ),
    (
        "grdp % 2",
        "Ký tự “%” ở cột 6 không dùng được trong công thức.",
        "The character “%” at column 6 has no place in a formula.",
        (
            "Chỉ dùng mã chỉ tiêu (chữ không dấu, chữ số, dấu _), số, dấu + - * / ( ) , "
            "và các dấu so sánh."
        ),
        (
            "Use ids of indicators (letters, digits, _), numbers, + - * / ( ) , "
            "and comparison signs only."
        ),
    ),
    (
        "grdp workers",
        "Không đọc được công thức ở cột 6.",
        "The formula cannot be read at column 6.",
        (
            "Kiểm tra dấu ngoặc, dấu phẩy và dấu phép tính quanh cột đó; "
            "ví dụ đúng: 100 * (a - b) / b. So sánh bằng nhau viết ==, không viết =."
        ),
        (
            "Check the parentheses, commas and signs around that column; "
            "a right one: 100 * (a - b) / b. Equality is written ==, not =."
        ),
    ),
    (
        "grdp > 0",
        "Phép so sánh ở cột 1 không nằm trong if.",
        "The comparison at column 1 does not stand in an if.",
        "Viết if(a > b, x, y): phép so sánh là phần thứ nhất của if, mỗi if một phép so sánh.",
        "Write if(a > b, x, y): a comparison is the first part of an if, one to each if.",
    ),
    (
        "sum(grdp)",
        "“sum” ở cột 1 không phải là một hàm đã biết.",
        "“sum” at column 1 is not a known function.",
        f"Dùng một trong các hàm: {FUNCTIONS}.",
        f"Use one of these functions: {FUNCTIONS}.",
    ),
    (
        "lag(grdp)",
        "Hàm ở cột 1 không được viết đúng mẫu lag(x, 1).",
        "The function at column 1 is not written as lag(x, 1).",
        "Viết theo mẫu lag(x, 1); số năm là số nguyên dương.",
        "Write it as lag(x, 1); years are whole positive numbers.",
    ),
    (
        "grdp ** 2",
        "“grdp ** 2” ở cột 1 không thuộc ngôn ngữ công thức.",
        "“grdp ** 2” at column 1 is not part of the formula language.",
        (f"Chỉ dùng số, mã chỉ tiêu, + - * /, phép so sánh trong if, và các hàm {FUNCTIONS}."),
        (
            "Use numbers, ids of indicators, + - * /, comparisons in if, "
            f"and the functions {FUNCTIONS} only."
        ),
    ),
    (
        "gdrp",
        "“gdrp” ở cột 1 không phải là mã của một chỉ tiêu thống kê.",
        "“gdrp” at column 1 is not the id of an indicator.",
        "Có phải là: grdp?",
        "Did you mean: grdp?",
    ),
    (
        "zzz",
        "“zzz” ở cột 1 không phải là mã của một chỉ tiêu thống kê, và không có mã nào gần giống.",
        "“zzz” at column 1 is not the id of an indicator, and no id is like it.",
        (
            "Viết mã của chỉ tiêu với dấu _ thay cho dấu -, "
            "hoặc thêm chỉ tiêu đó vào thư mục indicators."
        ),
        (
            "Write the id of an indicator with _ for -, "
            "or add that indicator to the folder indicators."
        ),
    ),
    (
        "5",
        "Công thức “5” không dùng chỉ tiêu nào.",
        "The formula “5” names no indicator.",
        "Dùng ít nhất một chỉ tiêu; một con số cố định là số liệu, ghi vào observations.csv.",
        (
            "Name at least one indicator; "
            "a fixed number is an observation and belongs in observations.csv."
        ),
    ),
    (
        "lag(it, 1)",
        "Các công thức đi vòng tròn: it → it.",
        "The formulas run in a circle: it → it.",
        "Sửa một công thức trong vòng để không chỉ tiêu nào được tính từ chính nó.",
        "Change one formula of the circle, so that no indicator is computed from itself.",
    ),
    (
        "grdp + workers",
        (
            "Ở cột 8, “grdp + workers” đặt hai đơn vị tính khác nhau cạnh nhau: "
            "tỷ đồng [billion_dong] và người [person]."
        ),
        (
            "At column 8, “grdp + workers” puts two different units side by side: "
            "billion dong [billion_dong] and persons [person]."
        ),
        "Quy đổi về cùng đơn vị trước, ví dụ nhân với 1000; số 0 đi được với mọi đơn vị.",
        "Convert to one unit first, for example by 1000 *; zero goes with every unit.",
    ),
    (
        "workers",
        (
            "Công thức cho ra đơn vị người [person], "
            "nhưng chỉ tiêu khai báo đơn vị triệu đồng [million_dong]."
        ),
        (
            "The formula gives persons [person], "
            "but the indicator is declared in million dong [million_dong]."
        ),
        "Sửa công thức, hoặc sửa đơn vị của chỉ tiêu.",
        "Correct the formula, or the unit of the indicator.",
    ),
    (
        "grdp",
        (
            "Công thức cho ra đơn vị tỷ đồng [billion_dong], "
            "nhưng chỉ tiêu khai báo đơn vị triệu đồng [million_dong]."
        ),
        (
            "The formula gives billion dong [billion_dong], "
            "but the indicator is declared in million dong [million_dong]."
        ),
        "Ghi rõ phép quy đổi trong công thức: 1000 * (…); hoặc sửa đơn vị của chỉ tiêu.",
        "State the conversion in the formula: 1000 * (…); or correct the unit of the indicator.",
    ),
    (
        "grdp - grdp_current",
        "Ở cột 1, “grdp - grdp_current” trộn hai gốc giá: constant 2010 và current.",
        "At column 1, “grdp - grdp_current” mixes two price bases: constant 2010 and current.",
        "Chỉ dùng các chỉ tiêu cùng một gốc giá trong một phép tính.",
        "Use indicators of one price basis in one calculation.",
    ),
    (
        "1000 * grdp",
        "Công thức cho ra gốc giá constant 2010, nhưng chỉ tiêu khai báo gốc giá –.",
        "The formula gives the price basis constant 2010, but the indicator is declared with –.",
        "Sửa công thức, hoặc sửa price_basis của chỉ tiêu.",
        "Correct the formula, or price_basis of the indicator.",
    ),
    (
        "100 * count_where(workers > 0, village)",
        "“village” ở cột 32 không phải là một cấp địa bàn đếm được.",
        "“village” at column 32 is not a level whose places can be counted.",
        "Dùng một trong: province, district, commune.",
        "Use one of: province, district, commune.",
    ),
    (
        "sum_over(workers, sex)",
        "Ở cột 1, “workers” không phân tổ theo “sex”.",
        "At column 1, “workers” is not broken down by “sex”.",
        "Dùng một phân tổ của chỉ tiêu: –; hoặc khai báo thêm ở disaggregations của nó.",
        "Use a disaggregation of the indicator: –; or declare it under its disaggregations.",
    ),
    (
        "grdp + cumulative(grdp, since=2021)",
        "Ở cột 8, “cumulative(grdp, since=2021)” không cộng được theo thời gian.",
        "At column 8, “cumulative(grdp, since=2021)” does not add up over time.",
        (
            "Chỉ cộng dồn số của cả kỳ (kind: flow, over_time: sum); "
            "tỷ lệ thì cộng dồn từng thành phần trước khi chia."
        ),
        (
            "Accumulate figures about whole periods only (kind: flow, over_time: sum); "
            "of a ratio accumulate the parts before dividing."
        ),
    ),
    (
        "share_of_parent(grdp / workers)",
        "Ở cột 1, “share_of_parent(grdp / workers)” không cộng được.",
        "At column 1, “share_of_parent(grdp / workers)” does not add up.",
        (
            "Chỉ dùng hàm này với chỉ tiêu cộng được qua các địa bàn (over_places: sum); "
            "tỷ lệ thì tính từ các thành phần."
        ),
        (
            "Use this function with indicators that add up over places (over_places: sum); "
            "compute a ratio from its parts."
        ),
    ),
]


@pytest.mark.parametrize(
    ("formula", "vi", "en", "mend_vi", "mend_en"), WORDS, ids=[words[2][:40] for words in WORDS]
)
def test_the_error_says(formula: str, vi: str, en: str, mend_vi: str, mend_en: str) -> None:
    """What is wrong and the mend, word for word."""
    it = indicator("it", formula, measured=unit("million_dong"))
    with pytest.raises(LotrinhError) as error:
        check_formulas({one.id: one for one in (*LEAVES, it)})
    problem = error.value.problems[-1]
    assert (problem.wrong("vi"), problem.wrong("en")) == (vi, en)
    assert (problem.mend("vi"), problem.mend("en")) == (mend_vi, mend_en)


def test_every_error_about_a_formula_is_tested_here() -> None:
    messages = catalogues()["indicators"]
    known = {text["en"].split("{")[0] for name, text in messages.items() if "formula" in name}
    untold = {start for start in known if not any(words[2].startswith(start) for words in WORDS)}
    assert untold == set()
    assert len(WORDS) == sum("formula" in name for name in messages)
