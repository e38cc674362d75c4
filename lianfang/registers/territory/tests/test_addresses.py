"""Address lines as people write them, and their parts."""
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianfang.registers.territory.addresses import Address, door_key, number, parse, unit_forms

WRITTEN = [
    ("红旗小区3栋2单元401", Address(compound="红旗小区", building="3", stair="2", floor=4, door="401")),
    ("红旗小区３幢２单元４０１室", Address(compound="红旗小区", building="3", stair="2", floor=4, door="401")),
    ("红旗小区第三栋二单元四〇一室", Address(compound="红旗小区", building="3", stair="2", floor=4, door="401")),
    ("红旗小区 3 号楼 2 门 0401 户", Address(compound="红旗小区", building="3", stair="2", floor=4, door="401")),
    ("红旗小区3#楼2-401", Address(compound="红旗小区", building="3", stair="2", floor=4, door="401")),
    ("红旗小区3栋2单元4层1号", Address(compound="红旗小区", building="3", stair="2", floor=4, door="401")),
    ("红旗小区3栋2单元4楼401", Address(compound="红旗小区", building="3", stair="2", floor=4, door="401")),
    ("红旗小区3—2—401", Address(compound="红旗小区", building="3", stair="2", floor=4, door="401")),
    ("3-2单元401", Address(building="3", stair="2", floor=4, door="401")),
    ("向阳街12号楼3门502", Address(compound="向阳街", building="12", stair="3", floor=5, door="502")),
    ("5-2-401", Address(building="5", stair="2", floor=4, door="401")),
    ("红旗小区5-401", Address(compound="红旗小区", building="5", floor=4, door="401")),
    ("阳光花园A座1203", Address(compound="阳光花园", building="A", floor=12, door="1203")),
    ("阳光花园a座12层1203", Address(compound="阳光花园", building="A", floor=12, door="1203")),
    ("建设路25号3栋乙单元401", Address(compound="建设路25号", building="3", stair="乙", floor=4, door="401")),
    ("第十二中学家属院2号楼1单元301", Address(compound="第十二中学家属院", building="2", stair="1", floor=3, door="301")),
    ("三座店村3栋2单元401", Address(compound="三座店村", building="3", stair="2", floor=4, door="401")),
    ("教师公寓2单元301", Address(building="教师公寓", stair="2", floor=3, door="301")),
    ("教师公寓301室", Address(building="教师公寓", floor=3, door="301")),
    ("和平村12号", Address(lane="和平村", door="12")),
    ("和平村12", Address(lane="和平村", door="12")),
    ("第三组25号", Address(lane="第三组", door="25")),
    ("东胡同7号", Address(lane="东胡同", door="7")),
    ("东胡同7-1号", Address(lane="东胡同", door="7-1")),
    ("东胡同7号附1号", Address(lane="东胡同", door="7-1")),
    ("东胡同十二号", Address(lane="东胡同", door="12")),
    ("2单元401", Address(stair="2", floor=4, door="401")),
    ("401室", Address(floor=4, door="401")),
]
UNCLEAR = ["", "红旗小区", "12号楼", "湖北武汉", "红旗小区401室", "红旗小区4楼401", "红旗小区3栋2单元东户", "红旗小区1单元401", "5-2-4-1",
           "村" * 500]


@pytest.mark.parametrize(("line", "parts"), WRITTEN)
def test_lines_are_read_into_their_parts(line, parts):
    assert parse(line) == parts


@pytest.mark.parametrize("line", UNCLEAR)
def test_what_is_not_certain_is_not_read(line):
    assert parse(line) is None


def test_one_place_written_differently_has_one_key():
    keys = {parse(line).key for line, parts in WRITTEN if parts.compound == "红旗小区" and parts.stair}
    assert len(keys) == 1
    assert parse("三组25号").key == parse("第三组25号").key == parse("3组25号").key != parse("四组25号").key


def test_numbers():
    assert [number(text) for text in ("三", "十", "十二", "二十", "一百零五", "四〇一", "03", "3B", "0")] == [
        "3", "10", "12", "20", "105", "401", "3", "3B", "0"]
    assert [door_key(text) for text in ("401", "401室", "0401", "12号", "7号附1号", "7-1号", "7-1", "B101")] == [
        "401", "401", "401", "12", "7-1", "7-1", "7-1", "B101"]


def test_a_village_goes_by_several_names():
    assert unit_forms("东关社区居委会") == {"东关社区居委会", "东关社区"}
    assert unit_forms("土疙瘩村民委员会") == {"土疙瘩村民委员会", "土疙瘩村"}
    assert unit_forms("土疙瘩村村民委员会") == {"土疙瘩村村民委员会", "土疙瘩村"}
    assert unit_forms("北关居民委员会") == {"北关居民委员会", "北关社区"}
    assert unit_forms("禾阳街道") == {"禾阳街道"}


names = st.text("甲丙丁红旗阳光花园小区新城东方", min_size=2, max_size=8)
counts = st.integers(1, 33)
BUILDING_WORDS, STAIR_WORDS, DOOR_WORDS = ("栋", "幢", "号楼", "座", "#楼"), ("单元", "门"), ("", "室", "号", "户")
full_width = str.maketrans("0123456789", "０１２３４５６７８９")


@given(names, counts, st.integers(1, 9), counts, st.integers(1, 8), st.sampled_from(BUILDING_WORDS), st.sampled_from(STAIR_WORDS),
       st.sampled_from(DOOR_WORDS), st.booleans())
def test_every_way_of_writing_a_flat_reads_the_same(place, building, stair, floor, door, b_word, s_word, d_word, is_wide):
    room = f"{floor}{door:02}"
    line = f"{place}{building}{b_word}{stair}{s_word}{room}{d_word}"
    expected = Address(compound=place, building=str(building), stair=str(stair), floor=floor, door=room)
    assert parse(line.translate(full_width) if is_wide else line) == expected
    assert parse(f"{place}{building}-{stair}-{room}") == expected


@given(names, st.integers(1, 9999), st.sampled_from(("巷", "胡同", "村", "组")), st.sampled_from(("号", "户", "号院")))
def test_every_bungalow_reads_as_lane_and_door(place, door, end, word):
    assert parse(f"{place}{end}{door}{word}") == Address(lane=place + end, door=str(door))


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(line):
    found = parse(line)
    assert found is None or found.door
