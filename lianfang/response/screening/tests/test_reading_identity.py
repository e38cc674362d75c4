"""Identity numbers: by length, date and check digit only; what Excel spoiled is told from what was miscopied."""

import csv
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianfang.registers.people.typed import identity
from lianfang.registers.people.typed.cells import BLANKS, ZERO_WIDTH

from .reading_samples import ON, number, shared

DAYS = st.dates(datetime.date(1890, 1, 1), ON)
NUMBERS = st.builds(
    lambda division, day, sequence: number(day.strftime("%Y%m%d"), sequence, str(division)),
    st.integers(110_000, 999_999),
    DAYS,
    st.integers(1, 999),
)
WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")


def read(value, kind="", **options) -> identity.Identity:
    return identity.read(value, kind, on=ON, **options)


def test_published_vectors() -> None:
    with shared("reference/ids/gb11643_vectors.csv").open(encoding="utf-8-sig", newline="") as file:
        vectors = list(csv.DictReader(file))
    assert len(vectors) > 20
    for vector in vectors:
        expected = vector["expected"]
        if expected.startswith(("valid", "invalid-address")):  # division codes are not looked at
            fault = "" if vector["checksum_ok_by_ISO7064_MOD11_2"] != "False" else "id_checksum"
        else:
            fault = {"invalid-length": "id_length"}.get(expected, "id_checksum")
        assert read(vector["id"]).fault == fault, vector


@given(NUMBERS, DAYS)
def test_a_number_tells_sex_and_birth(text: str, _day: datetime.date) -> None:
    found = read(text)
    assert (found.kind, found.number, found.fault) == ("id_card", text, "")
    assert found.birth_on == datetime.datetime.strptime(text[6:14], "%Y%m%d").date()
    assert found.sex == ("f" if int(text[16]) % 2 == 0 else "m")


@given(NUMBERS, st.data())
def test_any_one_wrong_character_is_found(text: str, data) -> None:
    at = data.draw(st.integers(0, 17))
    other = data.draw(st.sampled_from([letter for letter in ("0123456789X" if at == 17 else "0123456789") if letter != text[at]]))
    assert read(text[:at] + other + text[at + 1 :]).fault in ("id_checksum", "id_precision_lost")


@given(NUMBERS, st.data())
def test_any_two_neighbours_swapped_are_found(text: str, data) -> None:
    at = data.draw(st.integers(0, 15))
    swapped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    assert swapped == text or read(swapped).fault in ("id_checksum", "id_precision_lost")


@given(NUMBERS, st.data())
def test_blanks_hyphens_width_and_case_do_not_matter(text: str, data) -> None:
    strays = st.text(st.sampled_from(BLANKS + ZERO_WIDTH + "-－—'"), max_size=2)
    shape = data.draw(st.sampled_from([str, str.lower, lambda plain: plain.translate(WIDE)]))
    typed = "".join(data.draw(strays) + letter for letter in shape(text)) + data.draw(strays)
    assert read(typed).number == text


@given(NUMBERS)
def test_a_number_cell_of_eighteen_digits_has_lost_its_end(text: str) -> None:
    cell = float(text[:17] + "0")
    assert read(cell).fault == read(f"{cell:.5E}").fault == read(int(cell)).fault == "id_precision_lost"
    rounded = text[:15] + "000"
    assert read(rounded).fault in ("id_precision_lost", "")  # what Excel writes when the rounded number is made text


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(1999, 12, 31)), st.integers(0, 999))
def test_fifteen_digits_are_written_out(day: datetime.date, sequence: int) -> None:
    old = f"220722{day:%y%m%d}{sequence:03}"
    found = read(old)
    assert (found.number[:6] + found.number[8:17], found.number[6:8], found.fault) == (old, "19", "")
    assert found.birth_on == day
    assert read(float(old)) == found  # fifteen digits survive in a number cell
    assert read(found.number) == found


@pytest.mark.parametrize(
    ("value", "fault", "detail"),
    [
        ("22072219690119404", "id_length", "17"),
        ("2207221969011940471", "id_length", "19"),
        ("E12345678", "id_length", "9"),
        ("220722196902304048", "id_checksum", "check"),
        (number("19690230"), "id_checksum", "birth"),
        (number("20200301"), "id_checksum", "birth"),  # born after the day of decision
        (number("17990101"), "id_checksum", "birth"),
        ("220722690230404", "id_checksum", "birth"),
        ("2207221969011940A7", "id_checksum", "letters"),
        ("22072269011940X", "id_checksum", "letters"),
        ("", "", ""),
        (" 　", "", ""),
        ("无", "", ""),
        (None, "", ""),
    ],
)
def test_faults(value, fault: str, detail: str) -> None:
    found = read(value)
    assert (found.fault, found.detail, found.number) == (fault, detail, "")


@pytest.mark.parametrize("stray", ["x", "Ｘ", "×", "Х", "х"])
def test_what_is_typed_for_the_last_x(stray: str) -> None:
    text = next(number(sequence=sequence) for sequence in range(1, 99) if number(sequence=sequence)[-1] == "X")
    assert read(text[:-1] + stray).number == text


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        ("e1234 5678", "护照", ("passport", "E12345678")),
        ("H12345678", "港澳居民来往内地通行证", ("permit", "H12345678")),
        (12345678.0, "台湾居民来往大陆通行证", ("permit", "12345678")),
        ("KOR310112345678", "外国人永久居留身份证", ("permit", "KOR310112345678")),
        ("军字第001234号", "军官证", ("other", "军字第001234号")),
        (number(), "护照", ("id_card", number())),  # the wrong kind was picked, the number is beyond doubt
        ("E1", "护照", ("", "")),
        ("E12345678", "身份证", ("", "")),
        ("E12345678", "", ("", "")),
    ],
)
def test_other_documents_when_the_row_says_so(value, kind: str, expected: tuple[str, str]) -> None:
    found = read(value, identity.kind_of(kind))
    assert (found.kind, found.number) == expected
    assert bool(found.fault) == (expected[0] == "")


def test_a_header_that_allows_passports() -> None:
    assert read("E12345678", may_be="passport").kind == "passport"
    assert read("2207221969011940", may_be="passport").fault == "id_length"  # only digits: a miscounted ID
    assert read(number()[:-1] + "A", may_be="passport").fault == "id_checksum"
