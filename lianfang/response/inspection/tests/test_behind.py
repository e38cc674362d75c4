"""Each number of a ranking opens into the records that were counted, as known when they were."""
import html
import re

import pytest
from django.urls import reverse

from lianfang.ground.days import moment
from lianfang.ground.documents.wording import stamp_words
from lianfang.response.inspection import actions, queries
from lianfang.response.inspection.models import Round, Sheet, Standing
from lianfang.response.inspection.papers.bulletin import bulletin_of

POINTS = {"丰禾社区": (18, 9), "望河社区": (20, 10), "城南社区": (10, 5), "梨花沟村": (18, 9), "石桥村": (16, 8)}


def problem_at(unit, cast, clock, words):
    sheet = Sheet.objects.select_related("unit").get(unit__name=unit)
    return actions.raise_problem(unit=sheet.unit, topic="environment", grade="usual", words=words, sheet=sheet, by=sheet.done_by,
                                 at=moment(cast.on, clock))


@pytest.fixture
def shown(cast, compared, second):
    """A ranking that was counted twice, of problems before it, between its two counts and after, one of them withdrawn in the end."""
    one = compared(POINTS)
    withdrawn = problem_at("丰禾社区", cast, "12:00", "垃圾没有清")
    problem_at("丰禾社区", cast, "12:10", "路灯不亮")
    actions.close_scoring(round=one, by=cast.supervisor, at=moment(cast.on, "17:00"))
    assert queries.counted_at(one) == moment(cast.on, "17:00")
    problem_at("石桥村", cast, "17:05", "门口没有人")
    disputed = actions.dispute(sheet=Sheet.objects.select_related("unit").get(unit__name="城南社区"), words="路灯亮着", by=cast.township,
                               at=moment(cast.on, "17:20"))
    actions.uphold(dispute=disputed, points=85, words="照片属实", by=second, at=moment(cast.on, "17:30"))
    problem_at("望河社区", cast, "17:40", "夜里没有人")
    said = {"topic": "environment", "grade": "usual", "words": "与这一轮无关", "by": cast.supervisor, "at": moment(cast.on, "11:00")}
    actions.raise_problem(unit=cast.units["丰禾社区"], sheet=None, **said)
    actions.withdraw_problem(problem=withdrawn, words="登记错了", by=cast.supervisor, at=moment(cast.on, "17:50"))
    one.refresh_from_db()
    return one


def records_at(page, url):
    """How many records a list shows."""
    answer = page.get(url)
    assert answer.status_code == 200
    return len(answer.context["table"].page.object_list)


def test_each_number_opens_what_was_counted(cast, browse, shown):
    page, at = browse(cast.supervisor), moment(cast.on, "17:30")
    assert queries.counted_at(shown) == at
    text = page.get(reverse("inspection:round", args=[shown.pk])).content.decode()
    assert "数据截至 2020-03-10 17:30" in text and "检查：参加评比、打了分的检查，次数" in text
    links = [html.unescape(found) for found in re.findall(rf'href="([^"]*round={shown.pk})"', text)]
    rows = [row for level in ("township", "village") for row in queries.standings(shown, level)]
    assert len(links) == 2 * len(rows) and sum(row.problems for row in rows if row.level == "village") == 3
    opened = {row.unit.name: (row, *found) for row, *found in zip(rows, links[::2], links[1::2], strict=True)}
    for name, (row, sheets, problems) in opened.items():
        assert (records_at(page, sheets), records_at(page, problems)) == (row.sheets, row.problems), name
        assert shown.title in page.get(sheets).content.decode() and shown.title in page.get(problems).content.decode()
    everything = opened["丰禾社区"][2].partition("&round=")[0]
    assert records_at(page, everything) == opened["丰禾社区"][0].problems + 1, "what another look found there is no part of this round"


def test_nobody_is_led_where_he_may_not_look(cast, browse, shown):
    actions.publish(round=shown, number="通报1号", by=cast.supervisor, at=moment(cast.on, "18:30"))
    text = browse(cast.far_cadre).get(reverse("inspection:round", args=[shown.pk])).content.decode()
    assert "望河社区" in text and text.count(f"round={shown.pk}") == 2, "the whole ranking, and his own village's records"


def test_the_paper_says_what_its_numbers_are_and_as_of_when(cast, shown):
    told = bulletin_of(shown, is_drill=False, on=cast.on).values
    assert any("得分：参评检查得分的平均" in words and "问题：检查查出的问题，撤销的不算" in words for words in told["paragraphs"])
    assert told["cut_off"] == stamp_words(moment(cast.on, "17:30"))


def test_half_a_year_opens_into_its_months(cast, browse, villages, checklist):
    county = cast.units["青禾县"]
    for month, state in ((1, "published"), (2, "published"), (3, "running")):
        one = Round.objects.create(unit=county, kind="mutual", period="month", level="village", title=f"{month}月评比", checklist=checklist,
                                   from_on=cast.on.replace(month=month, day=1), last_on=cast.on.replace(month=month, day=28), state=state,
                                   by=cast.supervisor, at=cast.at)
        Standing.objects.create(round=one, unit=villages["石桥村"], level="village", sheets=1, score=8000, place=1)
    half = actions.open_round(unit=county, kind="mutual", period="half_year", level="village", title="半年评比",
                              from_on=cast.on.replace(month=1, day=1), last_on=cast.on.replace(month=6, day=30), by=cast.supervisor,
                              at=cast.at)
    actions.close_scoring(round=half, by=cast.supervisor, at=moment(cast.on.replace(month=6, day=28), "18:00"))
    page = browse(cast.supervisor)
    text = page.get(reverse("inspection:round", args=[half.pk])).content.decode()
    assert "得分：各月公布的得分的平均" in text and "<b>80.00</b> 分" in text
    assert f"?within={half.pk}" in text and records_at(page, f"{reverse('inspection:rounds')}?within={half.pk}") == 2
