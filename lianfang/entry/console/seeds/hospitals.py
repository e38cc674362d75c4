"""Three hospitals of the invented county: task forces, three weeks of reports, a problem open, one report overdue."""
from datetime import timedelta
from random import Random

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of, moment
from lianfang.response.hospitals import actions, queries

from .demo import PASSWORD
from .names import Numbers, name

HOUSES = (("青禾县人民医院", "general", "two", True, 40, 620), ("青禾县中医医院", "chinese", "two", True, 16, 240),
          ("梨花沟镇中心卫生院", "town", "one", False, 4, 38))
WEEKS = 3
WARD = ("ward", "苏禾", "hospital")


def keep_clean(land, people, until):
    """From three weeks back to this day; the last hospital has not told of last week."""
    chance, by = Random("hospitals"), people["epi"]
    monday = day_of(until) - timedelta(days=day_of(until).weekday() + 7 * WEEKS)
    begun = moment(monday, "08:00")
    with everything():
        houses = [_put_up(land, n, said, by, begun) for n, said in enumerate(HOUSES)]
        nurse = _nurse(houses[0], begun)
        for hospital in houses:
            _forces(hospital, chance, nurse, begun)
        at = begun
        while at <= until:
            actions.begin_day(by=by, at=at)
            _day(houses, at, until, chance, nurse, by)
            at += timedelta(days=1)


def _put_up(land, n, said, by, at):
    title, kind, grade, has_clinic, beds, _staff = said
    village = next(unit for unit in land.villages if unit.parent_id == land.towns[n].pk)
    return actions.put_up_hospital(village=village, title=title, kind=kind, grade=grade, has_fever_clinic=has_clinic,
                                   is_designated=n == 0, beds=beds, office_phone="", by=by, at=at)


def _nurse(hospital, at):
    login, who, role = WARD
    account = Account(login=login, name=who, is_demo=True)
    account.set_password(PASSWORD)
    account.save()
    Assignment.objects.create(account=account, role=role, unit=hospital.unit, from_on=day_of(at))
    return account


def _forces(hospital, chance, by, at):
    phones = Numbers(chance)
    for force, duty in (("control", "发热门诊、隔离病房巡查"), ("treatment", "救治会诊、转诊联系")):
        for n, rank in enumerate(("lead", "deputy", "member")):
            actions.add_member(hospital=hospital, force=force, rank=rank, name=name(chance), phone=phones.phone(), post="", duty=duty,
                               days=[n + 5, n] if n else [1, 2, 3, 4, 5], shift="day", by=by, at=at)


def _day(houses, at, until, chance, nurse, by):
    """Each Sunday the week is told, each Tuesday the county looks at it; every other day the reminder is passed on."""
    for n, (hospital, said) in enumerate(zip(houses, HOUSES, strict=True)):
        here = queries.here(hospital, at)
        week, told = here.weeks[0], here.reminder
        if told.state == "told" and n < 2 and day_of(at) < day_of(until):
            actions.pass_on(reminder=told, by=nurse, at=at + timedelta(hours=1))
        is_last = day_of(until) - week.monday < timedelta(days=14)
        if at.weekday() == 6 and not (n == 2 and is_last):
            actions.submit(week=week, said=_said(said, chance), by=nurse, at=at + timedelta(hours=2))
        if at.weekday() == 1:
            for one in here.weeks:
                if one.state == "submitted":
                    actions.accept(week=one, by=by, at=at + timedelta(hours=2))
    if day_of(until) - day_of(at) == timedelta(days=3):
        week = queries.here(houses[0], at).weeks[0]
        actions.find_problem(week=week, area="hands", ward="急诊科", what="两个诊室的速干手消空瓶没有换", by=nurse, at=at)


def _said(said, chance):
    _title, _kind, _grade, has_clinic, beds, staff = said
    visits = chance.randint(10, 40) if has_clinic else 0
    seen = chance.randint(30, 80)
    return {"fever_visits": visits, "fever_tested": visits, "staff": staff, "staff_tested": staff - chance.randint(0, 9),
            "staff_positive": 0, "admitted": staff // 4, "admitted_tested": staff // 4, "trained": staff // 5, "passed": staff // 5 - 1,
            "hands_seen": seen, "hands_right": seen - chance.randint(2, 6), "samples": 12, "samples_failed": chance.randint(0, 1),
            "exposures": 0, "exposures_treated": 0, "beds": beds, "beds_used": beds // 5, "nothing_found": True}
