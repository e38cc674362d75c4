"""A few invented cases: one being investigated, one to be reported, one whose two hours run out, one long over; all through the actions."""
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.units.models import Unit
from lianfang.registers.people.actions import Somebody
from lianfang.registers.territory.models import Door
from lianfang.response.abnormal import actions as firsts
from lianfang.response.cases import actions

from .names import Numbers, name

UNUSED = 700_000  # numbers of these people come after those of everybody else in the demo
PUPIL_AT = timedelta(hours=21)
FOUND = "外出务工返县途中感染，同车三人已函告。"
BASIC = {"informant": "family", "household": 4, "found_by": "visit", "held_at": "home", "key_place": "school", "left_county": "no",
         "met_case": "unknown", "met_ill": "yes", "cluster": "unknown"}
FULL = {"mask": "sometimes", "source_kind": "elsewhere", "course": "返县次日发热、咳嗽，到县医院发热门诊就诊，核酸阳性，收治隔离病房。"}
SEEN = ((("fever", "cough"), "入户时看到，一直咳，摸着烫", "38.3"), (("fever",), "卡口量到 37.4", "36.7"))
WHY = "静坐后复测三次正常，赶路走急了"
SOURCES = {"hospital": "县医院感染科，值班电话", "other_county": "邻县疾控转来", "own_testing": "县检测机构"}


def begin(land, staff, until):
    """Take the cases in as they were told; returns the pupil's, in whose class contacts are looked for, and the one that is over."""
    chance, told = Random("cases"), {"by": staff["epi"]}
    numbers = Numbers(chance)
    numbers.sequence = numbers.line = UNUSED
    with everything():
        where = Door.objects.filter(unit__path__under=land.villages[0].path, use="home").order_by("-unit__path").values("unit")[:4]
        homes = list(Unit.objects.filter(pk__in=where).order_by("-path"))
        pupil = _taken(homes[0], "measles", "hospital", until - PUPIL_AT, numbers, chance, told, 3, oldest=2014, youngest=2017)
        _reported(pupil, until - PUPIL_AT + timedelta(minutes=40), told, group="pupil", klass="confirmed", guardian=name(chance))
        actions.assign(cases=[pupil], to=staff["epi"], at=until - timedelta(hours=18), **told)
        _begun(pupil, until - timedelta(hours=17), told)
        _taken(homes[1], "measles", "hospital", until - timedelta(hours=5), numbers, chance, told, 2)
        _taken(homes[2], "cholera", "own_testing", until - timedelta(minutes=70), numbers, chance, told, 1)
        over = _taken(homes[3], "covid_19", "other_county", until - timedelta(days=24), numbers, chance, told, 2)
        _reported(over, until - timedelta(days=24), told, group="trade", klass="confirmed", severity="mild")
        _asked(over, until - timedelta(days=23), told)
        actions.investigate(case=over, origin="imported", summary=FOUND, at=until - timedelta(days=23), **told)
        actions.discharge(case=over, on=day_of(until) - timedelta(days=12), at=until - timedelta(days=12), **told)
    return pupil, over


def _taken(home, disease, channel, at, numbers, chance, told, since, oldest=1965, youngest=1998):
    number = numbers.identity(oldest, youngest)
    born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    word = actions.Word(unit=home, name=name(chance), disease=disease, channel=channel, source=SOURCES[channel], id_kind="id_card",
                        id_number=number, phone=numbers.phone(), sex="m" if int(number[16]) % 2 else "f", birth_on=born,
                        onset_on=day_of(at) - timedelta(days=since), diagnosed_at=at)
    return actions.take_in(words=[word], at=at, **told)[0]


def _reported(case, at, told, **said):
    person = case.person
    known = {"name": person.name, "id_kind": "id_card", "id_number": person.id_number.open(), "sex": person.sex,
             "birth_on": person.birth_on, "phone": person.phone.open(), "belongs": "county",
             "address": case.unit.name, "disease": case.disease,
             "onset_on": case.onset_on, "diagnosed_at": case.diagnosed_at, "reporter": "青禾县医院", "reporter_phone": "0000-120"}
    actions.report(case=case, said=known | said, at=at, **told)


def _begun(case, at, told):
    """The basic part done, the full one begun: the father told by phone; three days of symptoms, one exposure."""
    actions.fill(case=case, said=BASIC, at=at, **told)
    actions.finish_basic(case=case, at=at, **told)
    actions.fill(case=case, said={"doses": 0, "chronic": "无"}, at=at, **told)
    for n, (heat, codes) in enumerate(((Decimal("38.4"), ("fever",)), (Decimal("39.1"), ("fever", "rash")), (None, ("rash",)))):
        actions.tell(case=case, told=actions.DayTold(case.onset_on + timedelta(days=n), heat, codes), at=at, **told)
    met_on = case.onset_on - timedelta(days=10)
    seen = actions.ExposureTold("met_ill", met_on, met_on, place="县城游乐场", note="同玩的孩子发烧、出疹子，不认识")
    actions.tell(case=case, told=seen, at=at, **told)


def _asked(case, at, told):
    """A form that is complete."""
    actions.fill(case=case, said=BASIC | {"held_at": "hospital", "key_place": "none", "left_county": "yes"}, at=at, **told)
    actions.finish_basic(case=case, at=at, **told)
    actions.fill(case=case, said=FULL, at=at, **told)


def see(land, staff, until):
    """Two people seen abnormal today: one is measured and waits to be set apart, one was ruled out."""
    """Reported by the grid worker and by a post, measured by the village."""
    chance, village = Random("abnormal"), land.villages[0]
    for n, (seen, words, heat) in enumerate(SEEN):
        at = until - timedelta(minutes=24 + 200 * n)
        by = staff["grid"] if n == 0 else staff["post"]
        one = firsts.report_sighting(id=uuid7(), who=Somebody(name(chance)), unit=village, seen=seen, words=words, by=by, at=at)
        at += timedelta(minutes=9)
        firsts.measure_sighting(sighting=one, temperature=Decimal(heat), has_symptoms=n == 0, by=staff["cadre"], at=at)
        if n:
            firsts.rule_out_sighting(sighting=one, why=WHY, by=staff["township"], at=at + timedelta(minutes=15))
