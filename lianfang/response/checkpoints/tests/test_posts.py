"""The register of points of entry, and what went through them."""
import pytest

from lianfang.ground import indicators
from lianfang.ground.workflow import Refused
from lianfang.response.checkpoints import actions, queries
from lianfang.response.checkpoints.asking.bearings import bearings

from .gate import put_up


def test_a_closed_road_names_its_document(gate, cast):
    with pytest.raises(Refused, match="文件"):
        put_up(cast, name="村口", tier="village", road="closed")
    with pytest.raises(Refused, match="开放时间"):
        put_up(cast, name="村口", opens="20:00", closes="08:00")
    with pytest.raises(Refused, match="同名"):
        put_up(cast)


def test_a_road_is_closed_and_spares_who_brings_supplies(gate, cast):
    village = put_up(cast, name="梨花沟村口", tier="village", kind="station", unit=cast.units["梨花沟村"], road="closed",
                     document="县指挥部令第3号", spared=["supplies"])
    visitor = gate.someone(origin="本县", home=cast.units["梨花沟村"])
    assert gate.comes(visitor, post=village, purpose="visit").outcome == "turn_back"
    assert gate.comes(visitor, post=village, purpose="supplies").outcome == "pass"
    actions.change_post(post=village, road="open", by=cast.officer, at=cast.at)
    assert gate.comes(visitor, post=village, purpose="visit").outcome == "pass"


def test_nobody_takes_a_post_from_under_a_shift(gate, cast):
    shift = actions.open_shift(post=gate.post, people=1, by=cast.post, at=cast.at)
    with pytest.raises(Refused, match="还有人在岗"):
        actions.take_down_post(post=gate.post, until_on=cast.on, by=cast.officer, at=cast.at)
    actions.hand_over_shift(shift=shift, by=cast.post, at=cast.at)
    actions.take_down_post(post=gate.post, until_on=cast.on, by=cast.officer, at=cast.at)
    assert queries.posts_of("/", cast.at) == []


def test_totals_add_up_whichever_way_they_are_taken(gate, cast):
    other = put_up(cast, name="北口")
    gate.comes(gate.someone(), gate.someone(id_number="", skips={"scan": "child"}))
    gate.comes(post=other, direction="out")
    gate.comes(gate.someone(origin="湖北武汉", home=None, destination="邻县"), post=other)
    for by in ("post", "day", "hour", "direction"):
        found = queries.totals("/", cast.on, cast.on, by)
        assert [sum(row[name] for row in found) for name in ("vehicles", "people", "turned", "turn_back")] == [3, 4, 1, 1], by
    values = indicators.values(["gate_vehicles", "gate_vehicles_today", "gate_turned_vehicles", "gate_turned_people"], "/", cast.at)
    assert values == {"gate_vehicles": 3, "gate_vehicles_today": 3, "gate_turned_vehicles": 1, "gate_turned_people": 1}


@pytest.mark.parametrize(("words", "home"), [
    ("丰禾社区", "丰禾社区"), ("禾阳街道丰禾社区3号楼1单元502", "丰禾社区"), ("向阳小区3号楼", "向阳小区"), ("梨花沟镇", "梨花沟镇"),
    ("随便哪里", "青禾县"), ("望河社区丰禾社区", "青禾县"), ("", "青禾县"), ("梨花沟村", "梨花沟村"), ("'; DROP", "青禾县")])
def test_where_somebody_goes_is_read_as_narrow_as_his_words(gate, cast, words, home):
    assert bearings(cast.units["丰禾社区"]).home_of(words).name == home
