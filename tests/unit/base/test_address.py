"""An address is read and written as text, and what is none is refused with the mend."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lotrinh.base.address import Address
from lotrinh.base.errors import LotrinhError

names = st.from_regex(r"[a-z0-9][a-z0-9.-]{0,12}", fullmatch=True)


@given(st.lists(names, min_size=1, max_size=4), st.none() | names)
def test_reading_what_was_written_gives_the_same_address(parts, target) -> None:
    address = Address("/".join(parts))
    if target is not None:
        address = address.to("target", target)
    assert Address.read(str(address)) == address


@pytest.mark.parametrize("text", ["", "Kế hoạch 175", "plans/x#target", "plans//x"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(LotrinhError) as caught:
        Address.read(text)
    assert f"“{text}” không phải là một địa chỉ." in caught.value.say("vi")
    assert "Write an address as plans/dak-lak" in caught.value.say("en")
