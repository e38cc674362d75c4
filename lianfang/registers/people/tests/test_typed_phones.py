"""Phones: eleven digits starting with 1, however they were typed; no list of prefixes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianfang.registers.people.typed import phones

MOBILES = st.integers(10_000_000_000, 19_999_999_999).map(str)
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
SHAPES = [
    lambda text: text,
    lambda text: text.translate(WIDE),
    lambda text: f"{text[:3]}-{text[3:7]}-{text[7:]}",
    lambda text: f" {text[:3]} {text[3:7]}\u3000{text[7:]}\u200b",
    lambda text: "+86" + text,
    lambda text: "+86 " + text,
    lambda text: "0086-" + text,
    lambda text: "86" + text,
    lambda text: "(+86)" + text,
    lambda text: "'" + text,
    lambda text: float(text),
    lambda text: int(text),
    lambda text: f"{text[0]}.{text[1:]}E+10",
    lambda text: f"0438-2345678 / {text}",
    lambda text: f"{text}、13900000000",
    lambda text: f"{text} {text}",
    lambda text: f"{text}\n13900000000",
]


@given(MOBILES, st.sampled_from(SHAPES))
def test_a_mobile_in_any_shape(text: str, shape) -> None:
    assert phones.read(shape(text)) == phones.Phone(text)


@given(MOBILES, st.integers(1, 9))
def test_scientific_notation_with_too_few_digits_has_lost_them(text: str, kept: int) -> None:
    assert phones.read(f"{text[0]}.{text[1 : 1 + kept]}E+10").fault == "phone_precision_lost"


@pytest.mark.parametrize("value", ["", None, " ", "无", "/", "-", "——", "不详", "\u3000\u200b"])
def test_no_phone_is_no_fault(value) -> None:
    assert phones.read(value) == phones.NO_PHONE


@pytest.mark.parametrize(
    ("value", "digits"),
    [("1318159083", "10"), ("131815908301", "12"), ("23181590830", "11"), ("04382345678", "11"), ("2345678", "7"), (1318159083.0, "10")],
)
def test_anything_else_is_a_fault(value, digits: str) -> None:
    assert phones.read(value) == phones.Phone(fault="phone_length", detail=digits)


@given(st.text(max_size=30) | st.floats(allow_nan=False, allow_infinity=False) | st.integers())
def test_whatever_comes_in_a_mobile_or_nothing_comes_out(value) -> None:
    found = phones.read(value)
    assert phones.is_mobile(found.number) if found.number else True
    assert not (found.number and found.fault)
