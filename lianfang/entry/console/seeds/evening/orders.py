"""A directive with measures in several states, and an inspection: a team, its round with a checklist that counts, a problem that is open
and one that is closed."""
from datetime import timedelta

from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.outbox.xlsform import book_of
from lianfang.response.directives import actions as directives
from lianfang.response.directives import queries as tasks
from lianfang.response.directives.actions import TaskSpec
from lianfang.response.inspection import actions as inspection
from lianfang.response.inspection.actions import Seat

ISSUED, OPENED = timedelta(hours=20), timedelta(days=2)
TEXT = "一、到站逐车登记。\n二、村口天天提醒。\n三、当天办完，留佐证。"
MEASURES = (("返乡包车到站逐车登记、逐人采样", "words"), ("村口喇叭一天播三遍返乡须知", "photo"))
CHECKLIST = {
    "survey": [("type", "name", "label::中文 (zh)", "label::English (en)", "constraint", "weight"),
               ("integer", "register", "逐车登记（满分20）", "Each car registered (of 20)", ". >= 0 and . <= 20", "2"),
               ("integer", "papers", "台账齐全、有人签字（满分10）", "Papers complete and signed (of 10)", ". >= 0 and . <= 10", "1"),
               ("select_one marks", "measured", "逐人测温、采样", "Everybody measured and sampled", "", "1"),
               ("text", "other", "其他情况", "Other", "", "")],
    "choices": [("list_name", "name", "label::中文 (zh)", "label::English (en)"), ("marks", "10", "做到", "Done"),
                ("marks", "5", "有漏", "In part"), ("marks", "0", "没做", "Not done")],
    "settings": [("form_title", "form_id", "version", "default_language"), ("返乡接站检查表", "reception", "1", "中文 (zh)")],
}
MARKS = ({"register": 18, "papers": 6, "measured": "10"}, {"register": 15, "papers": 8, "measured": "5"})
TEAM = (("高启明", "bureau", "head"), ("纪如山", "section", "discipline"), ("陆知秋", "section", "member"))


def issue(land, staff, until):
    """To the first four towns: two have received it; of the first town's measures one is closed, one handed on to its villages."""
    at, towns = until - ISSUED, land.towns[:4]
    with everything():
        specs = [TaskSpec(words, town, evidence=shown, due_at=until + timedelta(hours=4)) for words, shown in MEASURES for town in towns]
        one = directives.issue(title="关于做好返乡包车接站工作的指令", text=TEXT, tasks=specs, basis="省疫防发〔演练〕14号",
                               by=staff["officer"], at=at)
        for n, receipt in enumerate(one.receipts.select_related("unit", "directive").order_by("unit__path")):
            if n < 2:
                directives.receive(receipt=receipt, by=staff["township"] if n == 0 else staff["officer"], at=at + timedelta(minutes=30 + n))
        mine = [task for task in tasks.open_tasks(unit=towns[0]) if task.directive_id == one.pk]
        done, handed = mine
        directives.do(task=done, words="包车 2 辆 61 人，登记采样完", by=staff["township"], at=at + timedelta(hours=5))
        directives.close_task(task=done, by=staff["officer"], at=at + timedelta(hours=6))
        below = [village for village in land.villages if village.parent_id == towns[0].pk]
        directives.pass_down(task=handed, tasks=[TaskSpec(handed.words, village, evidence=handed.evidence) for village in below],
                             by=staff["township"], at=at + timedelta(hours=2))


def inspect(land, staff, until):
    """A team of three who stand in no town; a week's round over all towns; two of them were seen."""
    by, at = staff["supervisor"], until - OPENED
    accounts = []
    for n, (name, _rank, _duty) in enumerate(TEAM, 1):
        account = Account(login=f"qh-inspector-{n}", name=name)
        account.set_unusable_password()
        account.save()
        accounts.append(account)
    with everything():
        seats = [Seat(account, rank, duty) for account, (_name, rank, duty) in zip(accounts, TEAM, strict=True)]
        team = inspection.compose_team(unit=land.county, kind="inspection", name="督查一组", seats=seats, by=by, at=at)
        on = day_of(at)
        asked = inspection.take_checklist(content=book_of(CHECKLIST), topic="returnees", by=by, at=at)
        one = inspection.open_round(unit=land.county, kind="inspection", period="week", level="township", title="返乡管控周督查",
                                    checklist=asked, from_on=on, last_on=on + timedelta(days=6), by=by, at=at)
        visits = inspection.plan_round(round=one, teams=[team], is_unannounced=True, by=by, at=at)
        for visit, marks in zip([visit for visit in visits if visit.on == on], MARKS, strict=False):
            sheet = inspection.finish_visit(visit=visit, people=3, answers={asked.pk: marks}, note="接站点有人，台账有缺页", by=accounts[0],
                                            at=at + timedelta(minutes=20))
            found = inspection.raise_problem(unit=sheet.unit, sheet=sheet, topic=sheet.topics[0], grade="usual",
                                             words="接站台账缺页、没有签字", by=accounts[0], at=at + timedelta(minutes=25))
        fixed = at + timedelta(hours=3)
        inspection.fix_problem(problem=found, words="台账补齐，带班领导签字", by=staff["officer"], at=fixed)
        inspection.close_problem(problem=found, words="到场看了，补齐了", by=by, at=fixed + timedelta(hours=1))
