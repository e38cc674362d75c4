"""A day of the headquarters: facts at 07:45, an agenda at 08:00 that wrote itself, three decisions, and what of them is open at 19:00."""
from datetime import timedelta

import pytest
from django.urls import reverse

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.overview.command import actions as command
from lianfang.overview.command import queries as headquarters
from lianfang.overview.meetings import actions, jobs, queries
from lianfang.overview.meetings.models import Meeting
from lianfang.overview.meetings.papers.minutes import minutes_of
from lianfang.response.directives import actions as directives
from lianfang.response.directives import queries as tasks
from lianfang.response.directives.models import Task
from lianfang.response.risk import actions as risk
from tests import reading

DAY = timedelta(days=1)
FACTS = {"kind": "county", "recent": 1, "total": 1, "cluster": False, "spread": False, "days_clear": 0, "contacts_clear": False,
         "round_negative": "unknown"}


@pytest.fixture
def stood(cast):
    """The evening before: a response stands at level I, its run card was pressed, and a risk level waits to be confirmed."""
    with everything():
        evening = moment(cast.on - DAY, "21:00")
        one = command.declare(unit=cast.units["青禾县"], title="新冠肺炎疫情防控", disease="covid_19", level="i", body="province",
                              decided_by="省领导小组", number="省疫防发〔2020〕1号", from_at=evening, by=cast.officer, at=evening)
        command.stand_up(response=headquarters.level_now(one), by=cast.officer, at=evening)
        risk.propose_level(unit=cast.units["青禾县"], facts=FACTS, source="cdc", source_on=cast.on - DAY, by=cast.epi, at=evening)
        yield one


def at_cut_off(on, clock) -> Meeting:
    jobs.freeze_due(at=moment(on, clock))
    jobs.call_due(at=moment(on, clock))
    return Meeting.objects.order_by("begins_at").last()


def shown_in_the_room(client, cast, meeting, issued, became):
    """The meeting's page says what became of it, and each count opens."""
    client.force_login(cast.officer)
    page = client.get(reverse("meetings:meeting", args=[meeting.pk])).content.decode()
    assert "派出 4 件" in page and "办结 1/2" in page and issued.number in page
    ids = ",".join(str(one.pk) for one, _found, _directive in became.decisions)
    closed = client.get(reverse("directives:tasks"), {"origin": ids, "how": "closed"}).content.decode()
    assert "各乡镇当天把返乡人员再核一遍" in closed and "流调组今天报密接底数" not in closed
    assert client.get(reverse("directives:tasks"), {"origin": "x"}).status_code == 404
    assert "1/4（25%）" in client.get(reverse("meetings:meetings")).content.decode()


def test_from_the_cut_off_to_the_evening(stood, cast, client):
    towns = [cast.units["禾阳街道"], cast.units["梨花沟镇"]]
    given = list(Task.objects.filter(source="other"))
    assert any("核对规则表" in one.words for one in given)
    assert {Line.objects.get(pk=one.because).verb for one in given} == {"command.stand_up"}

    morning, at = at_cut_off(cast.on, "07:45"), moment(cast.on, "08:10")
    told = {section.code: [item.title["zh"] for item in section.items] for section in queries.agenda_of(morning)}
    assert morning.begins_at == moment(cast.on, "08:00") and morning.facts.cut_off_at == moment(cast.on, "07:45")
    assert len(told["tasks"]) == len(given) and any("集中隔离点" in title for title in told["tasks"])
    assert len(told["proposals"]) == 1 and any("逾期待办" in title for title in told["overdue"])

    actions.begin(meeting=morning, chair="郑怀远", place="指挥部", by=cast.officer, at=moment(cast.on, "08:00"))
    said = {"meeting": morning, "by": cast.officer, "at": at}
    actions.word_decision(words="各乡镇当天把返乡人员再核一遍", shares=[{"unit": town} for town in towns], **said)
    actions.word_decision(words="流调组今天报密接底数", shares=[{"account": cast.epi, "evidence": "figure"}], **said)
    last = actions.word_decision(words="加开梨花沟卡口", way="directive", **said)
    with pytest.raises(Refused, match="第 3 条决定"):
        actions.close(meeting=morning, by=cast.officer, at=at)
    actions.give_share(decision=last, unit=towns[1], due_at=moment(cast.on, "17:00"), evidence="photo", by=cast.officer, at=at)
    actions.close(meeting=morning, by=cast.officer, at=at)
    handed = list(Task.objects.filter(source="meeting").order_by("pk"))
    assert len(handed) == 4 and [Line.objects.get(pk=one.because).verb for one in handed] == [*["meetings.decide"] * 3, "directives.issue"]
    assert [one.words for one in handed if one.account == cast.epi] == ["流调组今天报密接底数"]
    assert next(one for one in handed if one.evidence == "photo").due_at == moment(cast.on, "17:00")
    issued = tasks.issued_of([last.pk])[last.pk]
    assert (issued.title, issued.text) == ("关于落实早调度（2020年第1次）第3条决定的指令", last.words) and issued.number
    assert [(one.unit, one.state) for one in issued.receipts.select_related("unit")] == [(towns[1], "waiting")]
    words = reading.text(minutes_of(morning, is_drill=True).pdf())
    assert "加开梨花沟卡口" in words and "梨花沟镇" in words

    near = next(one for one in handed if one.unit == towns[0])
    directives.do(task=near, words="核了两遍，无新增", by=cast.township, at=at + timedelta(hours=5))
    directives.close_task(task=near, by=cast.officer, at=at + timedelta(hours=6))
    became = queries.outcome(queries.decisions_of(morning), moment(cast.on, "17:30"))
    assert [(found.closed, found.given, found.late) for _one, found, _directive in became.decisions] == [(1, 2, 0), (0, 1, 0), (0, 1, 1)]
    assert (became.whole.open, became.whole.given) == (3, 4)
    counted = queries.counted(Meeting.objects.filter(pk=morning.pk)).get()
    assert (counted.n_given, counted.n_closed, counted.n_shares) == (4, 1, 4)
    shown_in_the_room(client, cast, morning, issued, became)
    evening = at_cut_off(cast.on, "18:45")
    again = next(section for section in queries.agenda_of(evening) if section.code == "tasks")
    open_now = {f"task:{one.pk}" for one in tasks.not_closed_by(moment(cast.on, "18:45"))}
    assert {item.key for item in again.items} == open_now and f"task:{near.pk}" not in open_now
    assert {f"task:{one.pk}" for one in handed if one != near} <= open_now
    assert {item.times for item in again.items if item.key in {f"task:{one.pk}" for one in given}} == {2}
