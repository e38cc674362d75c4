"""A chart starts at 0, says its last figure, and can be read as a table."""

import datetime
import re

import pytest

from lianfang.ground.ui.charts import ceiling, line_chart, up_down_chart

DAYS = [datetime.date(2020, 3, 5) + datetime.timedelta(n) for n in range(14)]
MANAGED = [1360, 1380, 1395, 1410, 1425, 1431, 1428, 1420, 1405, 1390, 1350, 1300, 1230, 1206]


@pytest.mark.parametrize("value, top", [(0, 3), (3, 3), (4, 6), (37, 60), (98, 120), (120, 120), (1206, 1500), (1431, 1500), (8412, 9000)])
def test_the_axis_ends_at_a_round_number_that_thirds_divide(value, top):
    """Three rules, whole numbers."""
    assert ceiling(value) == top and top >= value and top % 3 == 0


def test_the_axis_is_never_too_short_nor_much_too_long():
    """At most twice and a half, from ten on."""
    assert all(value <= ceiling(value) <= max(30, 2.5 * value) for value in range(12000))


def test_a_line_tells_its_first_last_and_highest():
    """To those who see it and those who hear it."""
    markup = str(line_chart(list(zip(DAYS, MANAGED, strict=True)), "在管人数"))
    assert 'aria-label="在管人数：从 1,360 到 1,206，最高 1,431。"' in markup
    assert re.search(r'class="value"[^>]*>1,206<', markup) and re.search(r'class="value mid"[^>]*>1,431<', markup)
    assert markup.count("<circle") == 14 and ">03-18</text>" in markup


def test_every_figure_stands_in_the_table_below():
    """看数字."""
    markup = str(line_chart(list(zip(DAYS, MANAGED, strict=True)), "在管人数"))
    rows = re.findall(r"<tr><td>([^<]+)</td><td>([^<]+)</td></tr>", markup)
    assert rows == [(f"{day:%Y-%m-%d}", f"{value:,}") for day, value in zip(DAYS, MANAGED, strict=True)]


def test_what_came_and_what_went_share_one_scale():
    """A bar twice as high is twice as many."""
    markup = str(up_down_chart([(DAYS[0], 40, 20), (DAYS[1], 10, 60)], "新增与结束"))
    up = [float(h) for h in re.findall(r'class="up"[^>]*height="([\d.]+)"', markup)]
    down = [float(h) for h in re.findall(r'class="down"[^>]*height="([\d.]+)"', markup)]
    assert up[0] == pytest.approx(2 * down[0], abs=0.2) and down[1] == pytest.approx(6 * up[1], abs=0.4)
    assert "↑10" in markup and "↓60" in markup


@pytest.mark.parametrize("came, went", [(0, 0), (0, 60), (60, 0), (1, 2)])
def test_the_last_two_figures_never_lie_on_each_other(came, went):
    """Also on a quiet day."""
    markup = str(up_down_chart([(DAYS[0], 60, 60), (DAYS[1], came, went)], "新增与结束"))
    up, down = (float(re.search(rf'class="{look}-value" x="[\d.]+" y="([\d.]+)"', markup)[1]) for look in ("up", "down"))
    assert down - up >= 14


@pytest.mark.parametrize("points", [[], [(DAYS[0], 0)], [(DAYS[0], 5), (DAYS[1], 0)]])
def test_nothing_and_little_are_drawn_too(points):
    """On the first day there is one point or none."""
    assert "<svg" in str(line_chart(points, "在管人数"))
    assert "<svg" in str(up_down_chart([(day, value, value) for day, value in points], "新增与结束"))
