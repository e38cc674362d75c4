"""The headquarters as the first evening finds it: stood up weeks ago, its groups led, its card worked off; and this morning's meeting."""
from datetime import timedelta

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of, moment
from lianfang.overview.command import actions as command
from lianfang.overview.command import queries as headquarters
from lianfang.overview.meetings import actions as meetings
from lianfang.overview.meetings import rules
from lianfang.response.directives import actions as directives
from lianfang.response.directives import queries as tasks

STOOD, FORCE, BEFORE, LASTED = timedelta(days=38), timedelta(days=5), timedelta(minutes=15), timedelta(minutes=40)
LEADS = {"office": "officer", "prevention": "epi", "testing": "lab", "inspection": "supervisor"}
MECHANISM, UNDER = "three_two_one", "青防指〔演练〕3号"
PARTS = (("level", "县、乡镇、村三级包保", "县指挥部办公室"), ("check", "随机暗访", "督导检查组"))
PLACE, CHAIR = "县指挥部一楼会议室", "郑怀远"


def stand_up(land, staff, until):
    """A response of the province that the county carries out; what its card asks for was done and looked at by another."""
    by, at = staff["officer"], until - STOOD
    with everything():
        one = command.declare(unit=land.county, title="新冠肺炎疫情防控（演练）", disease="covid_19", level="ii", body="province",
                              decided_by="省疫情防控领导小组", number="省疫防发〔演练〕2号", from_at=at, by=by, at=at)
        command.stand_up(response=headquarters.level_now(one), by=by, at=at)
        command.appoint(emergency=one, post="chief", account=staff["leader"], document="青委〔演练〕5号", by=by, at=at)
        for group in headquarters.groups(one, day_of(at)):
            if who := LEADS.get(group.code):
                command.appoint(emergency=one, group=group, post="lead", account=staff[who], by=by, at=at)
        force = command.open_force(emergency=one, name="返乡包车专班", duties="包车到站登记、采样、点对点送到村", by=by,
                                   at=until - FORCE)
        command.appoint(emergency=one, group=force, post="lead", account=staff["epi"], by=by, at=until - FORCE)
        kept = command.take_mechanism(unit=land.county, code=MECHANISM, document=UNDER, by=by, at=at)
        for kind, words, owner in PARTS:
            command.add_part(mechanism=kept, kind=kind, words=words, owner=owner, by=by, at=at)
        for task in list(tasks.open_tasks()):
            directives.do(task=task, words="已落实", by=by, at=at + timedelta(hours=3))
            directives.close_task(task=task, by=staff["leader"], at=at + timedelta(hours=4))


def meet(land, staff, until):
    """The last morning that is over: what was said, and three decisions; of what they ask one thing is done, one begun."""
    by, begins = staff["officer"], _last_morning(until)
    with everything():
        one = meetings.call(unit=land.county, series="morning", begins_at=begins, place=PLACE, chair=CHAIR, by=by, at=begins - BEFORE)
        meetings.begin(meeting=one, chair=CHAIR, place=PLACE, by=by, at=begins)
        for who in ("officer", "leader", "epi"):
            meetings.attend(meeting=one, account=staff[who], by=by, at=begins)
        at = begins + timedelta(minutes=20)
        if item := one.items.order_by("place").first():
            meetings.note_item(item=item, said="当面说清了，下午再报一次进度。", was=0, by=by, at=at)
        towns, due = land.towns[:3], max(moment(day_of(begins), "24:00"), begins + LASTED + timedelta(hours=1))
        for words, shares in (("返乡人员今天再核一遍，晚上报底数", [{"unit": town, "due_at": due} for town in towns]),
                              ("密接底数今天18时前报指挥部", [{"account": staff["epi"], "evidence": "figure", "due_at": due}]),
                              ("实验小学周边消毒、停课班级家访", [{"unit": towns[0], "evidence": "photo", "due_at": due}])):
            meetings.word_decision(meeting=one, words=words, shares=shares, by=by, at=at)
        meetings.close(meeting=one, by=by, at=begins + LASTED)
        handed = [task for task in tasks.open_tasks() if task.source == "meeting"]
        first, second = handed[0], next(task for task in handed if task.account_id == staff["epi"].pk)
        directives.do(task=first, words="核了一遍，没有新增", by=by, at=begins + LASTED + timedelta(minutes=10))
        directives.close_task(task=first, by=staff["leader"], at=begins + LASTED + timedelta(minutes=15))
        directives.take(task=second, by=staff["epi"], at=begins + LASTED + timedelta(minutes=12))


def _last_morning(until):
    """When the morning's meeting sat last, and was over a while ago."""
    days = (day_of(until) - timedelta(days=back) for back in range(8))
    sat = (rules.sits_at("morning", day) for day in days)
    return next(begins for begins in sat if begins and begins + 2 * LASTED <= until)
