"""A small outbreak of measles in a school of the first town: the case that was reported, his days, who was there; all invented."""
from datetime import timedelta
from random import Random

from lianfang.ground.accounts.scope import everything
from lianfang.registers.territory.models import Door
from lianfang.response.tracing import actions, queries
from lianfang.response.tracing.telling import diary

from .names import name

DAY = ("0740-0800 乘车 校车 禾A0312 {row}排\n0800-1130 上课 实验小学三年级二班\n"
       "1130-1210 吃饭 实验小学食堂\n1330-1600 上课 实验小学三年级二班")
HOME = "1700-2400 在家"
MATES, AWAY = 9, 4


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
