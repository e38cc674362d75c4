"""Both forms of envelope: neither opens the other's, a changed byte opens nothing, and a key that is gone is said."""
import pytest
from cryptography.exceptions import InvalidTag

from lianfang.ground.vault.ring import FORMS, Ring

KEYS = {1: b"a" * 32, 2: b"b" * 32}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_what_an_older_key_sealed_opens(form):
    sealed = Ring({1: KEYS[1]}, form).seal("tests.word", "甲".encode())
    assert Ring(KEYS).open("tests.word", sealed).decode() == "甲"
    assert not Ring(KEYS, form).is_newest(sealed) and Ring({1: KEYS[1]}, form).is_newest(sealed)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("at", [0, 1, 2, 14, -1])
def test_no_byte_may_change(form, at):
    sealed = bytearray(Ring(KEYS, form).seal("tests.word", b"word"))
    sealed[at] ^= 3
    with pytest.raises((InvalidTag, KeyError)):
        Ring(KEYS).open("tests.word", bytes(sealed))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_it_opens_for_its_purpose_only(form):
    with pytest.raises(InvalidTag):
        Ring(KEYS).open("tests.other", Ring(KEYS, form).seal("tests.word", b"word"))


def test_a_key_that_is_gone_is_said():
    assert not Ring({2: KEYS[2]}).holds(Ring({1: KEYS[1]}).seal("tests.word", b"word"))
