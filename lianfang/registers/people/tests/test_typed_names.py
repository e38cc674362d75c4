"""Names: rare characters, the parts of Mongolian names, blanks that mean nothing and blanks that do."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianfang.registers.people.models import Person
from lianfang.registers.people.typed import cells


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("张伟", "张伟"),
        ("张 伟", "张伟"),
        ("张\u3000\u3000伟 ", "张伟"),
        ("\u200b张\u00a0伟\ufeff", "张伟"),
        ("张\n伟", "张伟"),
        ("𬭎㛃", "𬭎㛃"),
        ("刘 𬭎", "刘𬭎"),
        ("㛃 㛃", "㛃㛃"),
        ("博尔济吉特·孛儿只斤·阿茹娜·其其格", "博尔济吉特·孛儿只斤·阿茹娜·其其格"),
        ("博尔济吉特•孛儿只斤‧阿茹娜・其其格", "博尔济吉特·孛儿只斤·阿茹娜·其其格"),
        ("博尔济吉特 ･ 阿茹娜", "博尔济吉特·阿茹娜"),
        ("阿茹娜.其其格", "阿茹娜·其其格"),
        ("阿茹娜．其其格", "阿茹娜·其其格"),
        ("阿茹娜··其其格·", "阿茹娜·其其格"),
        ("Kim  Min  Su", "Kim Min Su"),
        ("ＫＩＭ Min", "KIM Min"),
        ("J. Smith", "J. Smith"),
        ("Jean-Luc O'Neil", "Jean-Luc O'Neil"),
        ("'张伟", "张伟"),
        ("隆\ufa29", unicodedata.normalize("NFC", "隆\ufa29")),
        ("é", "é"),
        ("\u3000", ""),
        ("", ""),
        (None, ""),
        ("无", ""),
        ("/", ""),
        ("不详", ""),
    ],
)
def test_names(typed, name: str) -> None:
    assert cells.name(typed) == name


@given(st.text(st.characters(categories=["Lo", "Lu", "Ll"]), min_size=2, max_size=20))
def test_letters_of_any_script_are_kept(text: str) -> None:
    expected = unicodedata.normalize("NFC", text)
    wide = {code: code - 0xFEE0 for code in [*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)]}
    if cells.stated(text) and not set("ᐧ") & set(text):
        assert cells.name(text) == expected.translate(wide)


@given(st.text(max_size=30))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert cells.name(cells.name(text)) == cells.name(text)
    assert cells.text(cells.text(text)) == cells.text(text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("　和平村１２号 ", "和平村12号"),
        ("红旗小区\u200b3栋", "红旗小区3栋"),
        (12.0, "12"),
        (36.5, "36.5"),
        (True, "是"),
        (None, ""),
        ("a  b", "a b"),
    ],
)
def test_words(value, text: str) -> None:
    assert cells.text(value) == text


@pytest.mark.parametrize("typed", ["张" * 101, "Ann " * 40, "张·" * 90])
def test_a_cell_longer_than_any_name_fits_the_register(typed):
    assert 0 < len(cells.name(typed)) <= Person._meta.get_field("name").max_length
