"""A small outbreak of measles in a school of the first town: the case that was reported, his days, who was there; and an influenza there
that was over weeks ago, brought by two lists. All invented."""
from datetime import timedelta
from random import Random

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.registers.territory.models import Door
from lianfang.response.cases import actions as casework
from lianfang.response.tracing import actions, diary, queries

from .names import name

DAY = ("0740-0800 乘车 校车 禾A0312 {row}排\n0800-1130 上课 实验小学三年级二班\n"
       "1130-1210 吃饭 实验小学食堂\n1330-1600 上课 实验小学三年级二班")
HOME = "1700-2400 在家"
MATES, AWAY = 9, 4
BEGAN, TOLD = timedelta(days=45), timedelta(days=20)
CHILDREN, ROOMS, CLASS, FAMILY = 22, 3, 41, 4
FAIR, VISITORS, EARLY = "县城少年宫", 60, 7  # where the first of them were two days before they fell ill
GENERATION = (2, 3, 3, 4)  # days from one child to the next


def begin(land, staff, case, until):
    """The case was reported yesterday; his class is proposed, a few are decided on."""
    chance = Random("outbreak")
    told = {"by": staff["epi"], "at": until - timedelta(hours=2)}
    with everything():
        doors = list(Door.objects.filter(unit__path__under=land.villages[0].path, use="home").order_by("unit__path")[:MATES])
        [index] = queries.indexes_of([case.pk])
    ill_on = case.onset_on
    actions.retime_index(index=index, anchor="onset", anchor_on=ill_on, isolated_at=until - timedelta(hours=20), **told)
    mates = [_mate(index, door, chance, ill_on, told) for door in doors]
    for day in (ill_on - timedelta(days=n) for n in range(AWAY)):
        actions.add_stays(person=index.person, told=diary.read(f"{DAY}\n{HOME}".format(row=2), day), **told)
        for n, mate in enumerate(mates):
            actions.add_stays(person=mate, told=diary.read(DAY.format(row=1 + n), day), source="roster", **told)
    actions.accept(index=index, people=[mate.pk for mate in mates[:3]], **told)


def _mate(index, door, chance, on, told):
    who = actions.Somebody(name(chance), door=door.unit_id)
    named = actions.Named(who, "work", on - timedelta(days=1), on, near="same_room")
    return actions.name_contact(index=index, named=named, **told).person


def past(land, staff, until):
    """Who had it, and who gave it to whom; of two children it is not known from which of two."""
    chance, ill, homes = Random("past"), [day_of(until - BEGAN)], ["H01"]
    cases = ["编号,姓名,发病日期,病例分类,班级,班级人数,户号,户人数,场所,场所人数,暴露开始,暴露结束"]
    links = ["传染源编号,病例编号,接触方式"]
    for n in range(CHILDREN):
        source, is_family = max(0, (n - 1) // 2), n % 7 == 0
        if n:
            ill.append(ill[source] + timedelta(days=chance.choice(GENERATION)))
            homes.append(homes[source] if is_family else f"H{n + 1:02d}")
            links.append(f"L-{source + 1:02d},L-{n + 1:02d},{'家人' if is_family else '同班'}")
        if n in (9, 15):
            links.append(f"L-{source:02d},L-{n + 1:02d},同车")
        fair = f"{FAIR},{VISITORS},{ill[n] - timedelta(days=2)},{ill[n] - timedelta(days=1)}" if n < EARLY else ",,,"
        cases.append(f"L-{n + 1:02d},{name(chance)},{ill[n]},确诊病例,三年级{n % ROOMS + 1}班,{CLASS},{homes[n]},{FAMILY},{fair}")
    told = {"disease": "influenza_a", "unit": land.villages[0], "by": staff["epi"], "at": until - TOLD}
    casework.import_linelist(content="\n".join(cases).encode(), name="流感病例.csv", is_over=True, **told)
    casework.import_links(content="\n".join(links).encode(), name="谁传给谁.csv", **told)
