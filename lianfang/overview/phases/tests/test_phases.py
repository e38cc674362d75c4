"""A phase: entered by a document, until the next; which editions of the tables hold in it, and which changed since the one before."""
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.overview.phases import actions, queries
from lianfang.overview.phases.models import Phase

SAID = {"document": "青防指〔2020〕12号", "decided_by": "县指挥部第 5 次会商研判会议"}


@pytest.fixture
def enter(cast):
    def entered(title, from_on, **said):
        with everything():
            return actions.enter(title=title, from_on=from_on, by=cast.officer, at=cast.at, **{**SAID, **said})

    return entered


def test_each_lasts_until_the_next_and_what_has_begun_stays(cast, enter):
    enter("一级响应", date(2020, 1, 25))
    zoned = enter("分区分级", date(2020, 3, 7))
    ahead = enter("常态化", cast.on + timedelta(days=20))
    with everything():
        assert [(one.phase.title, one.until_on) for one in queries.phases()] == [
            ("常态化", None), ("分区分级", ahead.from_on), ("一级响应", date(2020, 3, 7))]
        assert [one.phase.title for one in queries.phases() if one.holds_on(cast.on)] == ["分区分级"]
        for said, words in (({"from_on": date(2020, 3, 7)}, "这一天已经有"), ({"from_on": cast.on, "document": " "}, "依据的文件"),
                            ({"from_on": cast.on, "title": " "}, "阶段名称")):
            with pytest.raises(Refused, match=words):
                enter(**{"title": "别的", **said})
        with pytest.raises(Refused, match="已经开始"):
            actions.withdraw(phase=zoned, by=cast.officer, at=cast.at)
        actions.withdraw(phase=ahead, by=cast.officer, at=cast.at)
        assert Phase.objects.count() == 2 and Line.objects.get(verb="phases.withdraw").data["document"] == SAID["document"]


def test_which_editions_hold_in_it_and_which_changed(cast, enter):
    """The sixth edition of 7 March 2020 moved the look-back of COVID-19; the deadlines of bulletins stayed."""
    enter("一级响应", date(2020, 2, 1))
    enter("分区分级", date(2020, 3, 7))
    with everything():
        now, before = queries.phases()
        held = {one.name: one for one in queries.tables_in(now, before.phase.from_on)}
        assert queries.before(now).phase == before.phase and queries.before(before) is None
        assert held["disease"].has_changed and not held["bulletins"].has_changed
        assert any("第六版" in document for document in held["disease"].documents)
        assert date(2020, 9, 11) in held["case_items"].changes  # the seventh edition comes within this phase
        first = {one.name: one for one in queries.tables_in(before)}
        assert not any(one.has_changed for one in first.values()) and date(2020, 3, 7) not in first["disease"].changes


def test_on_screen(cast, client, enter):
    enter("一级响应", date(2020, 2, 1))
    client.force_login(cast.officer)
    with time_machine.travel(cast.at, tick=False):
        assert client.post(reverse("phases:enter"), {"title": "分区分级", "from_on": ""}).status_code == 422
        page = client.post(reverse("phases:enter"), {"title": "分区分级", "from_on": "2020-03-07", **SAID}, follow=True).content.decode()
        assert "和“一级响应”比，换了的规则表" in page and "第六版" in page and SAID["document"] in page
        client.force_login(cast.cadre)
        assert client.get(reverse("phases:enter")).status_code == 403
