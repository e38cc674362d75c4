"""Any flow draws without overlaps, and tells where one is."""

import xml.etree.ElementTree as tree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from lianfang.ground.ui.drawings.flow_layout import SMALL, layout, wide
from lianfang.ground.ui.flow_drawing import flow_drawing, read

ROLES = ["grid_worker", "village_cadre", "township_cadre", "laboratory"]
ORDER = {
    "flow": "order", "label": {"zh": "管控令", "en": "Order"},
    "states": [
        {"state": "issued", "label": "待送达", "owner": "village_cadre", "clock": "serve", "final": False},
        {"state": "running", "label": "管控中", "owner": "grid_worker", "clock": "release", "final": False},
        {"state": "released", "label": "已解除", "owner": None, "clock": None, "final": True},
    ],
    "steps": [
        {"step": "serve", "label": "送达", "from": ["issued"], "to": "running", "by": ["village_cadre"]},
        {"step": "extend", "label": "延长", "from": ["running"], "to": None, "by": ["township_cadre"]},
        {"step": "release", "label": "解除", "from": ["running"], "to": "released", "by": ["village_cadre"]},
    ],
}


def drawn(*args, **more):
    """The picture as a tree of elements."""
    markup = str(flow_drawing(*args, **more))
    return tree.fromstring(markup[markup.index("<svg") : markup.index("</svg>") + 6].replace("&nbsp;", " "))


def classes(picture, word):
    """Elements that carry a class."""
    return [element for element in picture.iter() if word in element.get("class", "").split()]


def texts(picture):
    """All words of the picture."""
    return ["".join(element.itertext()) for element in picture.iter() if element.tag.endswith("text")]


def test_a_state_shows_its_count_and_opens_it():
    """Each figure is a door."""
    picture = drawn(ORDER, {"running": 586}, urls={"running": "/orders/?state=running"})
    links = {element.get("href"): "".join(element.itertext()) for element in picture.iter() if element.tag.endswith("}a")}
    assert links == {"/orders/?state=running": "现有 586"}
    assert "累计 0" in texts(picture)
    assert "今日 0" in texts(drawn(ORDER, {}, end_word="今日"))


def test_a_step_that_stays_stands_inside_its_state():
    """Nothing loops around a box."""
    _states, links, notes = read(ORDER)
    assert notes == {"running": ["延长"]}
    assert ("running", "running") not in links


def test_here_is_marked_passed_is_ticked_and_ahead_is_dashed():
    """Without colour too: a mark with words, a tick, a dash."""
    picture = drawn(ORDER, here="running", passed={"issued"}, day="9/14")
    assert len(classes(picture, "tick")) == 1
    assert "现在在这里 9/14" in texts(picture)
    assert [edge.get("class") for edge in classes(picture, "edge")] == ["edge ahead", "edge passed"]


def test_without_a_record_nothing_is_here():
    """The wall chart is plain."""
    picture = drawn(ORDER, {"issued": 1})
    assert not classes(picture, "here") and not classes(picture, "passed") and not classes(picture, "ahead")


def test_lanes_are_named_by_whom():
    """By the role's own word, or by the one given."""
    assert {"村（社区）干部", "网格员", "结束"} <= set(texts(drawn(ORDER)))
    assert "包保人" in texts(drawn(ORDER, lanes={"grid_worker": "包保人"}))


def test_a_hostile_word_is_only_a_word():
    """Labels come from tables people edit."""
    flow = {**ORDER, "states": [{**ORDER["states"][0], "label": "<script>x</script>"}, *ORDER["states"][1:]]}
    assert "<script>" not in str(flow_drawing(flow))


@some.composite
def flows(draw):
    """Any flow: some working states, some ends, links between whatever."""
    work = draw(some.integers(1, 8))
    ends = draw(some.integers(0, 5))
    states = [(f"w{n}", f"状态{n}", draw(some.sampled_from(ROLES)), False) for n in range(work)]
    states += [(f"e{n}", f"结束{n}", "", True) for n in range(ends)]
    names = [state[0] for state in states]
    pairs = draw(some.lists(some.tuples(some.sampled_from(names[:work]), some.sampled_from(names)), max_size=16, unique=True))
    links = {(a, b): draw(some.sampled_from(["送达", "转发热门诊", "第 7、13 天", "不齐退回"])) for a, b in pairs if a != b}
    here = draw(some.sampled_from([None, *names]))
    return states, links, here


@settings(max_examples=150)
@given(flows())
def test_no_box_lies_on_another_and_all_within_the_picture(flow):
    """Legible whatever is drawn."""
    states, links, here = flow
    plan = layout(states, links, {}, here)
    boxes = list(plan.boxes.values())
    for n, a in enumerate(boxes):
        assert min(a.x, a.y) >= 0 and a.x + plan.wide <= plan.width and a.y + a.high <= plan.height
        for b in boxes[n + 1 :]:
            assert a.x + plan.wide <= b.x or b.x + plan.wide <= a.x or a.y + a.high <= b.y or b.y + b.high <= a.y, (a.code, b.code)


def test_a_box_is_as_wide_as_its_longest_word():
    """English says in a line what Chinese says in a word."""
    states = [("asked", "reported, the basic part is awaited", "epi", False), ("told", "told", "", True)]
    plan = layout(states, {("asked", "told"): "tell"}, {"asked": ["tell of symptoms, exposures and links"]})
    assert plan.wide > wide("tell of symptoms, exposures and links", SMALL - 1) > layout([("a", "待报告", "epi", False)], {}, {}).wide


@settings(max_examples=150)
@given(flows())
def test_no_line_crosses_a_box(flow):
    """A line touches only the two states it joins, and only at their edges."""
    states, links, here = flow
    plan = layout(states, links, {}, here)
    for line in plan.lines + plan.ends:
        for (x0, y0), (x1, y1) in zip(line.points, line.points[1:], strict=False):
            assert x0 == x1 or y0 == y1, "lines run level or upright"
            for box in plan.boxes.values():
                meets = _meets(x0, x1, box.x, plan.wide) and _meets(y0, y1, box.y, box.high)
                assert not meets, (line.source.code, line.target.code, "crosses", box.code)


def _meets(start, end, low, long):
    """Whether a stretch reaches into the inside of a box, its edge not counted."""
    return min(start, end) < low + long - 1 and max(start, end) > low + 1


@pytest.mark.parametrize("language, word", [("zh-hans", "管控令"), ("en", "Order")])
def test_labels_follow_the_language(language, word):
    """A label may be given in both."""
    from django.utils import translation

    with translation.override(language):
        assert f'aria-label="{word}"' in str(flow_drawing(ORDER))
