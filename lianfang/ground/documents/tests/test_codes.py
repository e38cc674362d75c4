"""Short signed codes survive a tired reader and nothing else."""
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianfang.ground.documents import check_code, qr_png, qr_svg, sign, verify
from lianfang.ground.documents.codes import SIGNS, Signed
from tests.reading import svg_mark


@given(kind=st.sampled_from(SIGNS), id=st.one_of(st.integers(0, 2**63), st.uuids()))
def test_what_was_signed_is_read_back(kind, id):
    assert verify(sign(kind, id)) == Signed(kind, id)


@given(id=st.integers(0, 10**9), at=st.integers(0, 40), other=st.sampled_from(SIGNS))
def test_one_wrong_sign_is_refused(id, at, other):
    code = sign("N", id).replace("-", "")
    at %= len(code)
    changed = code[:at] + other + code[at + 1:]
    assert (verify(changed) == Signed("N", id)) is (changed == code)
    assert verify(changed) is None or changed == code


@given(st.text(max_size=60))
def test_nonsense_is_refused_quietly(text):
    assert verify(text) is None


def test_it_may_be_typed_any_way():
    code = sign("N", 20200742)
    spoken = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    wide = "".join(chr(ord(sign) + 0xFEE0) if sign != "-" else "－" for sign in code)
    assert verify(spoken) == verify(wide) == verify(f"  {code}\n") == Signed("N", 20200742)


def test_an_order_number_makes_a_code_short_enough_to_type():
    assert len(sign("N", 20200742).replace("-", "")) == 14


def test_an_old_key_still_vouches_and_a_foreign_one_does_not(settings):
    code = sign("N", 742)
    settings.SECRET_KEY, old = "another" * 8, settings.SECRET_KEY
    assert verify(code) is None
    settings.SECRET_KEY_FALLBACKS = [old]
    assert verify(code) == Signed("N", 742)


@pytest.mark.parametrize(("kind", "id"), [("", 1), ("NN", 1), ("U", 1), ("n", 1), ("N", -1)])
def test_what_cannot_be_signed_is_refused(kind, id):
    with pytest.raises(ValueError):
        sign(kind, id)


def test_a_check_code_stands_for_every_part():
    code = check_code("QH-2020-058", [("在管", 1206)], "3f9a")
    assert len(code) == 9 and code == check_code("QH-2020-058", (("在管", 1206),), "3f9a")
    figures = [("在管", 1206)]
    others = [("QH-2020-059", figures, "3f9a"), ("QH-2020-058", [("在管", 1205)], "3f9a"), ("QH-2020-058", figures, "3f9b")]
    assert code not in {check_code(*parts) for parts in others} and len({check_code(*parts) for parts in others}) == 3


def test_a_check_code_is_no_signed_code():
    assert verify(check_code("N", UUID(int=1), signs=16)) is None


def test_marks_are_read_by_a_phone():
    link = "https://lianfang.example/n/NK8F-96RM-N388-B6"
    assert svg_mark(qr_svg(link)) == [link]
    assert qr_png(link).startswith(b"\x89PNG")
