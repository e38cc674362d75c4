"""A team of inspectors, told inside the server's process: its checklist, its visits of today, and what became of them."""
import io
import json

from lianfang.ground import sheets
from lianfang.ground.accounts.models import Account
from lianfang.ground.days import now, today
from lianfang.ground.outbox.models import Photo
from lianfang.ground.units.models import Unit
from lianfang.response.inspection import actions
from lianfang.response.inspection.actions import Seat
from lianfang.response.inspection.models import Problem, Sheet, Visit

from .county import PASSWORD

ZH, EN = "label::中文 (zh)", "label::English (en)"
SURVEY = [("type", "name", ZH, EN, "required", "relevant", "constraint"),
          ("integer", "guards", "现在几个人值守", "Guards now", "yes", "", ". >= 0 and . <= 20"),
          ("text", "why", "为什么没有人", "Why nobody", "yes", "${guards} = '0'", ""),
          ("select_one book", "book", "登记本", "Book", "yes", "", ""),
          ("select_multiple kit", "kit", "有哪些物资", "Kit", "", "", ""),
          ("text", "thermometer", "体温计怎么样", "Thermometers", "yes", "selected(${kit}, 'heat')", ""),
          ("decimal", "heat", "量一次体温", "One reading", "", "", ". >= 34 and . <= 43"),
          ("date", "drill", "上次演练", "Last drill", "", "", ""),
          ("dateTime", "shift", "几点交班", "Shift changed", "", "", ""),
          ("acknowledge", "shown", "值守表已上墙", "Roster on the wall", "yes", "", "")]
CHOICES = [("list_name", "name", ZH, EN), ("book", "whole", "填全了", "Whole"), ("book", "gaps", "有缺页", "Gaps"),
           ("kit", "heat", "体温计", "Thermometer"), ("kit", "mask", "口罩", "Masks")]
SETTINGS = [("form_title", "form_id", "version", "default_language"), ("卡点检查表", "gate", "1", "中文 (zh)")]


def a_team(places=("丰禾社区", "望河社区")):
    """Three accounts of their own, a checklist, and an unannounced visit of today to each of these places."""
    at, by, county = now(), Account.objects.get(login="supervisor"), Unit.objects.get(parent=None)
    accounts = []
    for login, name in (("chief", "高望北"), ("strict", "纪严"), ("third", "陆安")):
        accounts.append(account := Account(login=login, name=name))
        account.set_password(PASSWORD)
        account.save()
    seats = [Seat(account, "bureau", duty) for account, duty in zip(accounts, ("head", "discipline", "member"), strict=True)]
    team = actions.compose_team(unit=county, kind="inspection", name="督查一组", seats=seats, by=by, at=at)
    out = io.BytesIO()
    sheets.write_pages(out, [sheets.Page(name, [sheets.Column(word) for word in rows[0]], rows[1:])
                             for name, rows in (("survey", SURVEY), ("choices", CHOICES), ("settings", SETTINGS))])
    actions.take_checklist(content=out.getvalue(), topic="gates", by=by, at=at)
    for name in places:
        actions.plan_visit(team=team, place=Unit.objects.get(name=name), on=today(), is_unannounced=True, by=by, at=at)


def recorded(name, by):
    """Another of the team has recorded a visit at the desk."""
    visit = Visit.objects.get(place__name=name)
    [asked] = actions.visiting.asked_on(visit, today())
    answers = {asked.pk: {"guards": 2, "book": "whole", "shown": True}}
    actions.finish_visit(visit=visit, people=2, answers=answers, note="看过了", by=Account.objects.get(login=by), at=now())


def found():
    """Every sheet with what it says, and every problem with its photos that have come."""
    seen = Sheet.objects.exclude(done_at=None).select_related("unit", "done_by").order_by("unit__name")
    shown = [[one.unit.name, one.done_by.name, one.people, list(json.loads(one.answers.open()).values()), _photos(one)] for one in seen]
    problems = Problem.objects.select_related("unit").order_by("unit__name", "pk")
    return {"sheets": shown, "problems": [[one.unit.name, one.topic, one.grade, one.words.open(), _photos(one)] for one in problems]}


def _photos(record):
    return Photo.objects.filter(record=record.pk, has_come=True).count()
