"""The front of a building shows every door with its status, day and open turns, whatever its size."""

import re
import xml.etree.ElementTree as tree
from collections import Counter

import pytest
from django.utils.translation import gettext_lazy

from lianfang.ground.ui.drawings.statuses import STATUSES
from lianfang.ground.ui.elevation import Cell, elevation, house, lane

SIZES = {"roomy": (7, 3, 2), "close": (14, 2, 4), "tight": (33, 3, 4), "one door": (1, 1, 1), "three doors a stair": (6, 2, 3)}


def building(floors, stairs, doors, **more):
    """A building of equal floors; statuses in turn."""
    codes = [code for code in STATUSES if code != "shop"]
    return [Cell(s, f, d, f"{f}{d:02d}", codes[(s + f + d) % len(codes)], people=d, **more)
            for s in range(1, stairs + 1) for f in range(1, floors + 1) for d in range(1, doors + 1)]


def boxes(svg):
    """(x, y, width, height) of every cell."""
    found = [e for e in tree.fromstring(str(svg)).iter() if "shape" in e.get("class", "").split()]
    return [tuple(float(e.get(name)) for name in ("x", "y", "width", "height")) for e in found]


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_every_door_has_a_cell_of_its_own(size):
    """None lies on another, all lie in the picture."""
    cells = building(*size)
    svg = house(cells)
    found = boxes(svg)
    width, height = map(float, re.search(r'viewBox="0 0 (\d+) (\d+)"', svg).groups())
    assert len(found) == len(cells)
    for n, (x, y, w, h) in enumerate(found):
        assert x >= 0 and y >= 0 and x + w <= width and y + h <= height
        for x2, y2, w2, h2 in found[n + 1 :]:
            assert x + w <= x2 or x2 + w2 <= x or y + h <= y2 or y2 + h2 <= y


@pytest.mark.parametrize("code", [code for code in STATUSES if code != "shop"])
def test_a_status_is_a_word_and_a_pattern_not_only_a_colour(code):
    """Grey paper suffices."""
    svg = house([Cell(1, 2, 1, "201", code)])
    assert f">{STATUSES[code].word}</text>" in svg
    assert f'class="cell is-{code}"' in svg
    assert (f"url(#p-{STATUSES[code].pattern})" in svg) == bool(STATUSES[code].pattern)


def test_day_badge_people_and_note_are_written():
    """Day n/N on the door, 办 n for what is open, ? for a head count nobody knows."""
    svg = house([Cell(1, 2, 1, "201", "isolated", people=3, open_turns=2, day=5, days=14), Cell(1, 2, 2, "202", "empty", note="封条好"),
                 Cell(1, 3, 1, "301", "to_check")])
    assert all(words in svg for words in ("隔离 5/14", "3人", "办2", "封条好", "?人"))


def test_a_door_is_a_link_said_in_one_sentence():
    """Reached by keyboard, opened in the panel, heard as a whole."""
    svg = house([Cell(1, 5, 2, "502", "isolated", people=3, open_turns=1, day=5, days=14, url="/doors/7/", selected=True)])
    assert 'href="/doors/7/"' in svg and 'hx-target="#panel"' in svg and 'aria-current="true"' in svg
    assert 'aria-label="502，隔离 5/14，3人，今日 1 件未办"' in svg


def test_shops_stand_on_the_ground_with_their_own_row():
    """An open and a shut one differ in word and edge."""
    svg = house([Cell(1, 1, 1, "便民药房", "shop", shop=True), Cell(1, 1, 2, "理发店", "shop", shop=True, shut=True, note="封条完好"),
                 Cell(1, 2, 1, "201")])
    assert "营业" in svg and "停业（封条完好）" in svg and svg.count('class="awning') == 2
    shop, flat = sorted(boxes(svg), key=lambda box: -box[1])[0], sorted(boxes(svg), key=lambda box: box[1])[0]
    assert shop[1] > flat[1] + flat[3]


def test_the_legend_counts_and_opens_and_adds_up():
    """Shops are no households; every status stands there, also with 0."""
    cells = [*building(2, 1, 3), Cell(1, 1, 4, "小铺", "shop", shop=True)]
    markup = str(elevation(cells, urls={"isolated": "/x?status=isolated"}))
    legend = markup[: markup.index("</ul>")]
    counts = [int(n) for n in re.findall(r'class="num[^"]*"[^>]*>(\d+)<', legend)]
    assert len(counts) == len(STATUSES) - 1 and sum(counts) == 6
    assert Counter(cell.status for cell in cells)["isolated"] == counts[0]
    assert 'href="/x?status=isolated"' in legend and "<b>6</b> 户" in legend


def test_floors_without_a_known_door_are_drawn_too():
    """A floor nobody has visited is a gap to be seen."""
    assert all(f">{n}层</text>" in house([Cell(1, 1, 1, "101")], floors=[1, 2, 3]) for n in (1, 2, 3))


def test_a_lane_of_bungalows_breaks_into_rows():
    """Nineteen doors, eight a row."""
    found = boxes(lane([Cell("", 1, n, f"{n}号") for n in range(1, 20)]))
    assert len(found) == 19 and len({y for _x, y, _w, _h in found}) == 3


def test_words_from_outside_are_only_words():
    """A shop's name is typed by somebody."""
    assert "<b>" not in house([Cell(1, 1, 1, "<b>", "shop", shop=True, note="<b>")])


def test_numbers_and_words_may_be_of_any_kind():
    """A door number from a database, a note still to be translated."""
    assert 'aria-label="101，空置，封条好"' in house([Cell(1, 1, 1, 101, "empty", note=gettext_lazy("封条好"))])
