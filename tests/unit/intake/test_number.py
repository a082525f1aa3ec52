"""Numbers are read as people of each language type them, and never guessed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lotrinh.base.errors import LotrinhError
from lotrinh.intake.number import read_number, write_number


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("1.234,5", "vi", "1234.5"),
        ("1234,5", "vi", "1234.5"),
        ("12 345 678", "vi", "12345678"),
        ("12.345.678", "vi", "12345678"),
        ("−0,64", "vi", "-0.64"),
        ("-7", "vi", "-7"),
        ("1,234.5", "en", "1234.5"),
        (" 67\N{NO-BREAK SPACE}835.50 ", "en", "67835.50"),
    ],
)
def test_a_number_is_read_to_the_digit(text, lang, value: str) -> None:
    assert str(read_number(text, lang)) == value


@pytest.mark.parametrize(
    "text", ["1.5", "1.23.456", "12,3,4", "", "năm", "1e5", "NaN", "5%", "9" * 50]
)
def test_what_could_be_read_two_ways_is_refused_with_the_right_way(text: str) -> None:
    with pytest.raises(LotrinhError) as caught:
        read_number(text, "vi")
    assert "dấu phẩy cho phần thập phân" in caught.value.say("vi")


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12
    )
)
def test_what_is_written_is_read_back_in_both_languages(value: Decimal) -> None:
    for lang in ("vi", "en"):
        assert read_number(write_number(value, lang), lang) == value
