"""Finding somebody: every reading, every part of a name, last fours, and only within one's own reach."""
import pytest

from lianfang.ground.accounts.scope import through
from lianfang.ground.units.fields import TOP, Reach
from lianfang.registers.people.actions import add_entries
from lianfang.registers.people.drafts import draft_entry
from lianfang.registers.people.keys import id_blind, last_four, name_words, phone_blind
from lianfang.registers.people.queries import search

COUNTY = Reach(TOP)


def names(text, reach=COUNTY, **how):
    with through(reach):
        return [person.name for person in search(text, reach, **how).people]


@pytest.mark.parametrize("asked", ["单志远", "单志", "dzy", "szy", "czy", "SZY"])
def test_a_surname_is_found_in_every_reading(add, asked):
    add("单志远")
    add("王志远")
    assert names(asked) == ["单志远"]


@pytest.mark.parametrize("asked", ["包·巴特尔·朝鲁·其其格", "包•巴特尔", "包巴特尔", "巴特尔", "其其格", "bbte", "qqg", "bteclq"[:3]])
def test_a_name_of_four_parts_is_found_by_its_parts(add, asked):
    add("包·巴特尔·朝鲁·其其格")
    assert names(asked) == ["包·巴特尔·朝鲁·其其格"]


@pytest.mark.parametrize("asked", ["张𬭎㛃", "张𬭎", "zhj"])
def test_rare_characters_are_found(add, asked):
    add("张𬭎㛃")
    assert names(asked) == ["张𬭎㛃"]


@pytest.mark.parametrize("asked", ["anna kowalska", "kowal", "ann", "AK"])
def test_latin_names_are_found(add, asked):
    add("Anna Kowalska")
    assert names(asked) == ["Anna Kowalska"]


@pytest.mark.parametrize("asked", ["404X", "404x", "0830", "22072219690119404X", "13181590830"])
def test_numbers_are_found_by_their_last_four_or_whole(add, asked):
    add("张秀英", id_number="22072219690119404X", phone="13181590830")
    add("李四", id_number="220722196901194047", phone="13181590831")
    assert names(asked) == ["张秀英"]


def test_two_letters_are_a_beginning_and_one_is_not(add):
    add("王军")
    add("王军伟")
    assert names("wj") == ["王军", "王军伟"] and names("王") == ["王军", "王军伟"]
    assert names("wjw") == ["王军伟"] and names("w") == []


def test_of_the_many_in_the_register_three_letters_are_a_beginning(add, places):
    from uuid import uuid4

    from lianfang.ground.accounts.scope import everything

    with everything():
        add_entries(entries=[draft_entry(unit_id=places["village"].id, source=uuid4(), name=name) for name in ("王军", "王军伟")])
        for text, found in (("wj", ["王军"]), ("wjw", ["王军伟"]), ("王", []), ("王军", ["王军", "王军伟"])):
            assert [e.name for e in search(text, COUNTY, entries=COUNTY).entries] == found


def test_a_hash_is_not_found_as_letters(add):
    add("王军", id_number="220722196901194047")
    assert names(last_four("4047")[0][:6]) == []


def test_keys_begin_with_their_last_four_and_tell_the_rest_apart():
    one, other = id_blind("22072219690119404x"), phone_blind("1318159404X")
    assert one == id_blind("22072219690119404X") and len(one) == len(other) == 32
    assert one[:10] == other[:10] == last_four("404X")[0] and one[10:] != other[10:]
    assert id_blind("220722196901194047") != id_blind("220722196901204047")
    assert id_blind("") == phone_blind("") == "" and len(id_blind("A1")) == 32


def test_only_within_reach(add, places):
    add("王志远", "village")
    add("王志远", "other")
    assert len(names("王志远")) == 2
    assert len(names("王志远", Reach(places["other"].path))) == 1
    assert names("王志远", Reach()) == []


def test_at_most_fifty_and_it_says_so(add):
    for number in range(55):
        add(f"王志{chr(0x4e00 + number)}")
    with through(COUNTY):
        found = search("王志", COUNTY)
    assert len(found.people) == 50 and found.has_more


def test_register_entries_are_apart_and_only_on_wish(add, places, system, django_assert_num_queries):
    from uuid import uuid4

    from lianfang.ground.accounts.scope import everything

    with everything():
        add_entries(entries=[draft_entry(unit_id=places["village"].id, source=uuid4(), name="王志远", id_number="220722196901194047")])
        assert search("王志远", COUNTY).entries == []
        assert [e.name for e in search("4047", COUNTY, entries=COUNTY).entries] == ["王志远"]
        with django_assert_num_queries(2):
            assert [e.unit.name for e in search("wzy", COUNTY, entries=COUNTY).entries] == ["和平村"]


def test_readings_are_capped():
    assert len([w for w in name_words("单解曾仇乐") if w.isascii()]) <= 12
