"""Origins as people write them become places; what is unknown or could be two places is left to a person."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianfang.registers.territory import places
from lianfang.registers.territory.places.finding import _table

ENTRIES = sorted(_table().by_code.values())
COUNTIES = [entry for entry in ENTRIES if entry.level == "county"]
PREFECTURES = [entry for entry in ENTRIES if entry.level == "prefecture"]


def code(text: str) -> str | None:
    place = places.find(text)
    return place.code if place else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("湖北武汉", "420100"), ("武汉市江汉区", "420103"), ("湖北省武汉市洪山区珞喻路", "420111"), ("湖北黄冈", "421100"),
        ("长春", "220100"), ("深圳", "440300"), ("东莞", "441900"), ("中国湖北武汉", "420100"), ("湖北 武汉", "420100"),
        ("湖北-武汉", "420100"), ("武汉,湖北", "420100"), ("来自湖北省武汉市", "420100"), ("从武汉返回", "420100"),
        ("武\u200b汉", "420100"), ("北京", "110000"), ("上海浦东新区", "310115"), ("仙桃", "429004"), ("湖北仙桃", "429004"),
        ("穆棱", "231085"), ("黑龙江省牡丹江市穆棱市", "231085"), ("前郭", "220721"), ("前郭县", "220721"),
        ("前郭尔罗斯蒙古族自治县", "220721"), ("延边", "222400"), ("延边州", "222400"), ("恩施州", "422800"), ("新疆伊犁", "654000"),
        ("内蒙", "150000"), ("平谷县", "110117"), ("莱芜市", "370116"), ("自贡", "510300"), ("自贡市", "510300"),
        ("从江县", "522633"), ("景德镇", "360200"), ("中国香港", "810000"), ("澳门", "820000"), ("台湾", "710000"),
        ("台北", "710000"),
    ],
)  # fmt: skip
def test_places_in_china(text: str, expected: str) -> None:
    assert code(text) == expected


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("俄罗斯", "RU"), ("韩国首尔", "KR"), ("韩国", "KR"), ("首尔", "KR"), ("海参崴", "RU"), ("蒙古", "MN"), ("蒙古国", "MN"),
        ("朝鲜", "KP"), ("日本东京", "JP"), ("美国纽约", "US"), ("阿联酋迪拜", "AE"), ("缅北", "MM"), ("几内亚比绍", "GW"),
        ("几内亚", "GN"), ("刚果（金）", "CD"), ("英国伦敦", "GB"), ("中国", "CN"),
    ],
)  # fmt: skip
def test_countries(text: str, country: str) -> None:
    assert (code(text), places.find(text).level) == (country, "country")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("吉林", "220000"), ("吉林市", "220200"), ("吉林吉林", "220200"), ("吉林省吉林市昌邑区", "220202"), ("河南", "410000"),
        ("海南", "460000"), ("西安", "610100"), ("中山", "442000"), ("大连中山区", "210202"), ("长沙", "430100"),
        ("长沙县", "430121"), ("北京朝阳", "110105"), ("长春朝阳区", "220104"), ("辽宁朝阳", "211300"), ("朝阳市", "211300"),
        ("沈阳和平区", "210102"), ("武汉市江汉区北京路", "420103"),
    ],
)  # fmt: skip
def test_names_that_several_places_have(text: str, expected: str) -> None:
    assert code(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "朝阳", "朝阳区", "和平区", "甘南", "黑山", "刚果", "武汉-长沙", "武汉转长春", "武汉、北京", "长春经武汉", "武汉到长春",
        "湖北或湖南", "南阳镇", "和平村", "红旗小区", "武汉路12号", "东京城镇", "新兴村老屯", "外地", "国外", "境外", "不详", "无",
        "", "本县", "hubei", "12号", "省外务工",
    ],
)  # fmt: skip
def test_unknown_or_not_one_place(text: str) -> None:
    assert places.find(text) is None


@given(st.sampled_from(COUNTIES))
def test_full_names_of_counties_are_found_below_what_holds_them(entry) -> None:
    place = places.find(places.name_of(entry.code))
    assert place and place.county_code == entry.code and place.code == entry.code and place.level == "county"
    assert place.province_code == entry.code[:2] + "0000" and place.prefecture_code in ("", entry.code[:4] + "00")
    assert place.matched == places.name_of(entry.code)


@given(st.sampled_from(PREFECTURES), st.text("abc ，。", max_size=5))
def test_full_names_of_prefectures_are_found_whatever_follows(entry, rest: str) -> None:
    assert code(entry.name + rest) == entry.code


@given(st.sampled_from(ENTRIES))
def test_a_wider_name_alone_is_never_a_guess_below_it(entry) -> None:
    found = places.find(entry.name)
    assert found is None or found.is_within(entry.code) or _table().by_code[found.code].name == entry.name


@given(st.text(max_size=80))
def test_any_text_is_a_known_place_or_none(text: str) -> None:
    place = places.find(text)
    assert place is None or (place.code in _table().by_code and place.matched and places.name_of(place.code))


def test_within() -> None:
    place = places.find("武汉市江汉区")
    assert [place.is_within(code) for code in ("CN", "420000", "420100", "420103", "420104", "430000", "")] == [True] * 4 + [False] * 3
    assert not places.find("北京市朝阳区").is_within("")


def test_names() -> None:
    assert places.name_of("420103") == "湖北省武汉市江汉区"
    assert (places.name_of("KR"), places.name_of("429004"), places.name_of("999999")) == ("韩国", "湖北省仙桃市", "")


def test_table_has_all_levels_and_no_code_twice() -> None:
    counts = {level: sum(entry.level == level for entry in ENTRIES) for level in ("country", "province", "prefecture", "county")}
    assert counts["province"] == 34 and counts["prefecture"] == 333 and counts["county"] > 2900 and counts["country"] > 230


def test_repeated_words_cost_nothing() -> None:
    began = time.process_time()
    for _ in range(100_000):
        places.find("武汉市江汉区")
    assert time.process_time() - began < 0.5  # 200 000 a second; about 7 million are usual
