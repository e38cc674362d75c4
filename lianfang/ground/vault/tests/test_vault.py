"""The vault: what is sealed is unreadable on the disk, opens only for its purpose, and is found without being read."""
import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import given
from hypothesis import strategies as st

from lianfang.ground.vault import Sealed, blind, open_bytes, seal_bytes
from lianfang.ground.vault.masks import mask_address, mask_id, mask_name, mask_phone


@given(st.text(min_size=1))
def test_what_goes_in_comes_out(text):
    assert Sealed.of("tests.word", text).open() == text


@given(st.binary(min_size=1), st.integers(min_value=0))
def test_a_changed_byte_does_not_open(clear, at):
    sealed = bytearray(seal_bytes("tests.word", clear))
    at = 2 + at % (len(sealed) - 2)
    sealed[at] ^= 1
    with pytest.raises(InvalidTag):
        open_bytes("tests.word", bytes(sealed))


def test_a_value_moved_to_another_column_does_not_open():
    with pytest.raises(InvalidTag):
        open_bytes("tests.other", seal_bytes("tests.word", b"x"))


def test_the_same_text_is_never_sealed_the_same_way_twice():
    assert seal_bytes("tests.word", b"x") != seal_bytes("tests.word", b"x")


def test_blind_indexes_are_equal_for_equal_texts_of_one_purpose_only():
    assert blind("a", "220722") == blind("a", "220722") != blind("b", "220722")
    assert len(blind("a", "220722")) == 32


def test_printing_a_sealed_text_shows_nothing():
    sealed = Sealed.of("tests.word", "22072219890101123X")
    assert "2207" not in f"{sealed} {sealed!r}"


@pytest.mark.parametrize(("name", "masked"), [("张三", "张＊"), ("周建明", "周＊明"), ("包·乌云·其木格·萨仁", "包·＊·＊·萨仁"), ("", "＊")])
def test_names_keep_what_neighbours_need(name, masked):
    assert mask_name(name) == masked


def test_numbers_and_addresses_hide_what_finds_a_person():
    assert mask_id("22072219890101123X") == "2207＊＊＊＊123X"
    assert mask_phone("13800001234") == "138＊＊＊＊1234"
    assert mask_address("红旗小区3栋2单元401") == "红旗小区＊栋＊单元＊"
