"""Small pieces say what they mean without colour, open their lists, and escape what they are given."""

from datetime import datetime, timedelta

import pytest

from lianfang.ground.days import SHANGHAI
from lianfang.ground.ui import blocks, parts
from lianfang.ground.ui.drawings.statuses import STATUSES

NOW = datetime(2020, 3, 18, 18, 45, tzinfo=SHANGHAI)


def test_a_number_is_grouped_and_opens_its_list():
    """1206 → 1,206."""
    assert parts.num(1206, "/list/") == '<a class="num" href="/list/">1,206</a>'


def test_zero_is_grey_and_opens_too():
    """A red 0 would frighten for nothing."""
    assert parts.num(0, "/list/", "bad") == '<a class="num zero" href="/list/">0</a>'


@pytest.mark.parametrize("value, shown", [(None, "—"), (0.5, "0.5"), (12345.67, "12,345.7"), ("齐", "齐")])
def test_values_are_shown_as_people_read_them(value, shown):
    """A dash is no 0."""
    assert parts.shown(value) == shown


def test_a_sum_is_a_whole_an_equals_sign_and_plus_signs():
    """在管 1,206 = 402 + 586."""
    markup = parts.sum_row([{"label": "在管", "value": 988}, {"label": "监测", "value": 402}, {"label": "隔离", "value": 586}])
    assert [piece.split("<")[0] for piece in markup.split('class="sum-sign">')[1:]] == ["=", "+"]


def test_a_figure_that_is_bad_has_a_sign_as_well():
    """Not when it is 0."""
    assert "icon" in parts.figure(3, label="逾期", tone="bad") and "icon" not in parts.figure(0, label="逾期", tone="bad")


@pytest.mark.parametrize("code", STATUSES)
def test_a_chip_has_colour_pattern_and_word(code):
    """The band is drawn by the class, the word is there."""
    assert f'class="chip is-{code}"' in parts.chip(code) and str(STATUSES[code].word) in parts.chip(code)


@pytest.mark.parametrize("hours, words", [(0.001, "1 分"), (0.5, "30 分"), (12.7, "12 时"), (47.9, "47 时"), (48, "2 天"), (80, "3 天")])
def test_overdue_says_how_long(hours, words):
    """In minutes, hours or days."""
    assert f"逾期 {words}" in parts.overdue(hours)


@pytest.mark.parametrize("at, words, tone", [
    (NOW - timedelta(hours=9), "逾期 9 时", "bad"), (NOW, "逾期 1 分", "bad"), (NOW + timedelta(minutes=75), "20:00 前", "warn"),
    (NOW + timedelta(hours=5), "23:45 前", ""), (NOW + timedelta(hours=15), "明天 09:45 前", ""),
    (NOW + timedelta(days=3), "3月21日 18:45 前", ""),
])
def test_due_says_when_or_how_late(at, words, tone):
    """Amber in the last two hours."""
    assert words in parts.due(at, NOW) and f'class="remark {tone}"' in parts.due(at, NOW)


@pytest.mark.parametrize("at, words", [
    (NOW + timedelta(hours=1), "19:45 起可填"), (NOW + timedelta(hours=11), "明天 05:45 起可填"),
    (NOW + timedelta(days=3), "3月21日 18:45 起可填"),
])
def test_opens_says_from_when(at, words):
    """What is not yet to be done says when it will be."""
    assert words in parts.opens(at, NOW)


@pytest.mark.parametrize("done, total, is_due, word, tone", [
    (1202, 1202, True, "齐", "good"), (1198, 1202, True, "漏 4", "bad"), (1147, 1202, False, "差 55", "warn"), (0, 0, True, "齐", "good")])
def test_progress_has_a_rate_its_two_counts_and_a_word(done, total, is_due, word, tone):
    """差 before the time, 漏 after it."""
    markup = parts.progress(done, total, is_due=is_due)
    assert word in markup and f"{done:,}/{total:,}" in markup and f'class="meter {tone}"' in markup


def test_the_ruler_has_one_mark_a_day():
    """Passed, missed and made up, today, ahead."""
    markup = parts.ruler(9, 14, missed={5})
    assert markup.count("<li") == 14 and markup.count('class="passed"') == 7 and markup.count('class="ahead"') == 5
    assert 'class="missed">5<' in markup and 'class="here" aria-current=date>9<' in markup


HOSTILE = "<img src=x onerror=alert(1)>"


STEP = {"title": HOSTILE, "text": HOSTILE, "note": HOSTILE, "at": HOSTILE, "url": HOSTILE}


@pytest.mark.parametrize("markup", [
    parts.num(1, HOSTILE), parts.figure(1, label=HOSTILE, note=HOSTILE, unit=HOSTILE), parts.chip("isolated", HOSTILE),
    parts.tag(HOSTILE), parts.name(HOSTILE, HOSTILE, HOSTILE), parts.icon(HOSTILE, HOSTILE),
    blocks.notice(HOSTILE), blocks.empty(HOSTILE, HOSTILE, HOSTILE, HOSTILE), blocks.card(HOSTILE, HOSTILE, HOSTILE),
    blocks.page_head("", HOSTILE, HOSTILE, [(HOSTILE, HOSTILE)]), blocks.facts([(HOSTILE, HOSTILE)]), blocks.timeline([STEP]),
    blocks.panel("", HOSTILE, HOSTILE), blocks.tabs([{"label": HOSTILE, "url": HOSTILE}]), blocks.button(HOSTILE, HOSTILE, panel=True),
], ids=range(15))
def test_what_people_typed_stays_words(markup):
    """Everything shown is escaped."""
    assert "<img" not in markup and "&lt;img" in markup
