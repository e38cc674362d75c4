"""A day of the headquarters: facts at 07:45, nine items at 08:00 that wrote themselves, three decisions that become eleven turns, and the
two of them that are open at 19:00."""
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
    """The evening before: a response stands at level I, its run card was pressed, its tables were looked through within the hour, and
    a risk level waits to be confirmed."""
    with everything():
        evening = moment(cast.on - DAY, "21:00")
        one = command.declare(unit=cast.units["青禾县"], title="新冠肺炎疫情防控", disease="covid_19", level="i", body="province",
                              decided_by="省领导小组", number="省疫防发〔2020〕1号", from_at=evening, by=cast.officer, at=evening)
        command.stand_up(response=headquarters.level_now(one), by=cast.officer, at=evening)
        for task in Task.objects.filter(words__startswith="核对规则表"):
            done(task, cast.officer, cast.leader, evening + timedelta(minutes=40))
        risk.propose_level(unit=cast.units["青禾县"], facts=FACTS, source="cdc", source_on=cast.on - DAY, by=cast.epi, at=evening)
        yield one


def done(task, by, checker, at):
    """Done by one, looked at by another."""
    directives.do(task=task, words="办了，情况已核", by=by, at=at)
    directives.close_task(task=task, by=checker, at=at + timedelta(minutes=10))


def at_cut_off(on, clock) -> Meeting:
    jobs.freeze_due(at=moment(on, clock))
    jobs.call_due(at=moment(on, clock))
    return Meeting.objects.order_by("begins_at").last()


def shown_in_the_room(client, cast, meeting, issued, became):
    """The meeting's page says what became of it, and each count opens."""
    client.force_login(cast.officer)
    page = client.get(reverse("meetings:meeting", args=[meeting.pk])).content.decode()
    assert "派出 11 件" in page and "办结 4/4" in page and issued.number in page
    ids = ",".join(str(one.pk) for one, _found, _directive in became.decisions)
    closed = client.get(reverse("directives:tasks"), {"origin": ids, "how": "closed"}).content.decode()
    assert "各乡镇当天把返乡人员再核一遍" in closed and cast.epi.name in closed and cast.lab.name not in closed
    assert client.get(reverse("directives:tasks"), {"origin": "x"}).status_code == 404
    assert "9/11（82%）" in client.get(reverse("meetings:meetings")).content.decode()


def test_from_the_cut_off_to_the_evening(stood, cast, client):
    towns, villages = ([cast.units[name] for name in names] for names in (("禾阳街道", "梨花沟镇"), ("丰禾社区", "梨花沟村")))
    given = list(Task.objects.filter(source="other", closed_at=None))
    assert len(given) == 7 and {Line.objects.get(pk=one.because).verb for one in given} == {"command.stand_up"}

    morning, at = at_cut_off(cast.on, "07:45"), moment(cast.on, "08:10")
    told = {section.code: [item.title["zh"] for item in section.items] for section in queries.agenda_of(morning)}
    assert morning.begins_at == moment(cast.on, "08:00") and morning.facts.cut_off_at == moment(cast.on, "07:45")
    assert {code: len(titles) for code, titles in told.items()} == {"tasks": 7, "overdue": 1, "proposals": 1}
    assert any("集中隔离点" in title for title in told["tasks"])
    assert "逾期待办" in told["overdue"][0]

    actions.begin(meeting=morning, chair="郑怀远", place="指挥部", by=cast.officer, at=moment(cast.on, "08:00"))
    said = {"meeting": morning, "by": cast.officer, "at": at}
    actions.word_decision(words="各乡镇当天把返乡人员再核一遍", shares=[{"unit": one} for one in towns + villages], **said)
    team = (cast.epi, cast.lab, cast.supervisor, cast.leader)
    actions.word_decision(words="流调组今天报密接底数", shares=[{"account": one, "evidence": "figure"} for one in team], **said)
    last = actions.word_decision(words="加开梨花沟卡口", way="directive", **said)
    with pytest.raises(Refused, match="第 3 条决定"):
        actions.close(meeting=morning, by=cast.officer, at=at)
    actions.give_share(decision=last, unit=towns[1], due_at=moment(cast.on, "17:00"), evidence="photo", by=cast.officer, at=at)
    for one in (towns[0], villages[0]):
        actions.give_share(decision=last, unit=one, by=cast.officer, at=at)
    actions.close(meeting=morning, by=cast.officer, at=at)
    handed = list(Task.objects.filter(source="meeting").order_by("pk"))
    verbs = [Line.objects.get(pk=one.because).verb for one in handed]
    assert verbs == [*["meetings.decide"] * 8, *["directives.issue"] * 3]
    assert next(one for one in handed if one.evidence == "photo").due_at == moment(cast.on, "17:00")
    issued = tasks.issued_of([last.pk])[last.pk]
    assert (issued.title, issued.text) == ("关于落实早调度（2020年第1次）第3条决定的指令", last.words) and issued.number
    assert {(one.unit, one.state) for one in issued.receipts.select_related("unit")} == {(one, "waiting") for one in [*towns, villages[0]]}
    words = reading.text(minutes_of(morning, is_drill=True).pdf())
    assert "加开梨花沟卡口" in words and "梨花沟镇" in words

    left = [one for one in handed if one.evidence == "photo" or one.account == cast.lab]
    leads = dict(zip([*towns, *villages], (cast.township, cast.far_township, cast.cadre, cast.far_cadre), strict=True))
    for n, one in enumerate(one for one in handed if one not in left):
        done(one, one.account or leads[one.unit], cast.officer, at + timedelta(minutes=30 * n))
    became = queries.outcome(queries.decisions_of(morning), moment(cast.on, "17:30"))
    assert [(found.closed, found.given, found.late) for _one, found, _directive in became.decisions] == [(4, 4, 0), (3, 4, 0), (2, 3, 1)]
    assert (became.whole.open, became.whole.given) == (2, 11)
    counted = queries.counted(Meeting.objects.filter(pk=morning.pk)).get()
    assert (counted.n_given, counted.n_closed, counted.n_shares) == (11, 9, 11)
    shown_in_the_room(client, cast, morning, issued, became)
    evening = at_cut_off(cast.on, "18:45")
    again = next(section for section in queries.agenda_of(evening) if section.code == "tasks")
    assert {item.key for item in again.items} == {f"task:{one.pk}" for one in [*given, *left]}
    assert {item.key: item.times for item in again.items} == {f"task:{one.pk}": 2 - (one in left) for one in [*given, *left]}
