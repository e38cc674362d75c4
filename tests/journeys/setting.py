"""The small county of the longer stories, put up inside the server's process; and questions the stories ask of its records."""
from datetime import date

from lianfang.ground.accounts.actions import appoint
from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.queries import CONSOLE, named
from lianfang.ground.clock.actions import run_due
from lianfang.ground.days import day_of, now
from lianfang.ground.journal.actions import seal
from lianfang.ground.journal.models import Line
from lianfang.ground.units.actions import add_units
from lianfang.registers.territory import actions as territory
from lianfang.registers.territory.shapes import block, lane
from tests.cast import STAFF

from .county import PASSWORD

TREE = [
    ("county", "青禾县", None, "990100"),
    ("township", "禾阳街道", "青禾县", "990100001"),
    ("township", "梨花沟镇", "青禾县", "990100101"),
    ("village", "丰禾社区", "禾阳街道", "990100001001"),
    ("village", "望河社区", "禾阳街道", "990100001002"),
    ("village", "梨花沟村", "梨花沟镇", "990100101200"),
    ("grid", "丰禾第四网格", "丰禾社区", ""),
    ("grid", "梨花沟一网格", "梨花沟村", ""),
    ("compound", "向阳小区", "丰禾第四网格", ""),
]


def put_up():
    """Two towns, three villages, a block and a lane, and everybody who works there; returns the units' ids by name."""
    console, at = named(CONSOLE), now()
    index = {name: n for n, (_level, name, _parent, _code) in enumerate(TREE)}
    drafts = [{"parent": index[parent] if parent else None, "level": level, "name": name, "code": code, "from_on": date(2020, 1, 1)}
              for level, name, parent, code in TREE]
    units = {unit.name: unit for unit in add_units(drafts=drafts, by=console, at=at)}
    house = block("3号楼", floors=6, stairs=3, doors=2, ground="shops")
    east, west = lane("东胡同", first=1, last=12), lane("西胡同", first=1, last=9)
    house.parent, east.parent, west.parent = units["向阳小区"], units["梨花沟一网格"], units["望河社区"]
    territory.build(shapes=[house, east, west], by=console, at=at, from_on=date(2020, 1, 1))
    for login, (name, role, unit) in STAFF.items():
        _employ(login, name, role, units[unit])
    return {name: unit.pk for name, unit in units.items()}


def _employ(login, name, role, unit):
    account = Account(login=login, name=name)
    account.set_password(PASSWORD)
    account.save()
    account.assignments.create(role=role, unit=unit, from_on=date(2020, 1, 1))
    if role in ("township_cadre", "village_cadre", "grid_worker", "duty_officer"):
        appoint(unit=unit, account=account, by=named(CONSOLE), at=now())


def catch_up():
    """What is due by now is started, and what was written is sealed."""
    ran = run_due(at=now())
    seal()
    return {"on": str(day_of(now())), "ran": ran}


def causes(subject):
    """Somebody's lines in the journal, oldest first: verb, id, and the line that caused it."""
    lines = Line.objects.filter(subject=subject).order_by("at", "id")
    return [{"verb": told.verb, "id": str(told.id), "because": told.because and str(told.because), "data": told.data} for told in lines]


def verbs_above(line):
    """The verbs from a line up to the first cause."""
    found = []
    while line:
        told = Line.objects.get(pk=line)
        found.append(told.verb)
        line = told.because
    return found


def measure_everybody(temperature=36.5):
    """Whoever watches fills every check that is open by now."""
    from lianfang.response.isolation import actions as isolation
    from lianfang.response.isolation.models import Check
    from lianfang.response.isolation.queries import check_hours

    found = Check.objects.filter(state="due", on__lte=day_of(now())).select_related("minder")
    due = [check for check in found if check_hours(check.on, check.half)[0] <= now()]
    if due:
        isolation.record_checks(readings=[isolation.Reading(check, temperature) for check in due], by=due[0].minder, at=now())
    return len(due)


def bring_in(rows, unit="青禾县"):
    """A roster of returnees that went in before the story begins; returns the people's ids by name."""
    from lianfang.ground.units.models import Unit
    from lianfang.registers.people.models import Person
    from lianfang.response.screening import actions as screening

    from . import sheets

    screening.bring_in(content=sheets.book(*rows), name="返乡人员.xlsx", kind="returnees", source="community",
                       unit=Unit.objects.get(name=unit),
                       on=day_of(now()), by=Account.objects.get(login="officer"), at=now())
    names = [row[0] for row in rows]
    return {person.name: str(person.pk) for person in Person.objects.filter(name__in=names)}


def told_of(verb):
    """What the journal told under a verb, newest first."""
    lines = Line.objects.filter(verb=verb).order_by("-id")
    actors = dict(Account.objects.values_list("pk", "login"))
    return [{"by": actors[told.by], "subject": told.subject and str(told.subject), "data": told.data} for told in lines]


def slip_for(login):
    """The code of a slip printed for somebody."""
    from lianfang.ground.accounts.actions import renew_slips

    return renew_slips(accounts=[Account.objects.get(login=login)], by=named(CONSOLE), at=now())[0][2]


def colleague(of, login, name):
    """Somebody else in the same post at the same place."""
    post = Account.objects.get(login=of).assignments.get()
    _employ(login, name, post.role, post.unit)


def bound():
    """How many people are on record, and how many of them are under an order."""
    from lianfang.registers.people.models import Person
    from lianfang.response.isolation.models import Order

    return [Person.objects.count(), Order.objects.filter(closed_at=None).count()]


def open_exceptions():
    """Exceptions that are asked for or stand."""
    from lianfang.response.isolation.models import Deviation

    return [str(pk) for pk in Deviation.objects.filter(ended_at=None).values_list("pk", flat=True)]
