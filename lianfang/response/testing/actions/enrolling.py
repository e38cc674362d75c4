"""Who comes into a group that must be tested, and who leaves it."""
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line, line_of
from lianfang.ground.units.models import Unit
from lianfang.ground.units.queries import above
from lianfang.ground.workflow import Refused
from lianfang.registers.people.actions import join
from lianfang.registers.people.models import Person

from ..models import LEAVING, Belonging, Member
from ..queries import group
from .planning import reschedule

CATEGORY = "must_test"


@dataclass(slots=True)
class Entry:
    """Somebody (by id) comes into a group: by what, since when; `is_known`: he stands under a category of his own already."""

    person: UUID
    group: str
    source: str
    from_at: datetime
    is_known: bool = False


@everything()
def enrol(*, entries, by, at, because=None) -> list[Belonging]:
    """Put persons into groups and plan their next test; who is in the group already stays as he is. Returns what is new.

    Raises Refused for a group that no row of the table has that day.
    """
    entries = list({(one.person, one.group): one for one in entries}.values())
    for code in {one.group for one in entries}:
        if group(code, day_of(at)) is None:
            raise Refused(_("应检人群表里今天没有这一类：{code}。").format(code=code))
    with transaction.atomic():
        people = Person.objects.select_related("unit").in_bulk([one.person for one in entries])
        members = _members(people, at)
        new = _belongings([one for one in entries if one.person in people], members)
        lines = [line("testing.enrol", kind="member", record=member.pk, by=by.id, at=at, unit=member.unit_id, subject=member.person_id,
                      because=because, data={"group": one.group}) for one, member in new]
        for (one, member), told in zip(new, lines, strict=True):
            one.because, member.because = told.id, member.because or told.id
        rows.insert([member for member in members.values() if member._state.adding])
        made = rows.insert([one for one, _member in new])
        _join([people[one.person] for one in entries if one.person in people and not one.is_known], by, at, because)
        journal.write(lines)
        reschedule([member for _one, member in new], by=by, at=at, because=lines[0].id if lines else because)
    return made


def _members(people, at) -> dict:
    """The member each person is, new where he was none; he is asked in his village, never at his door."""
    members = {one.person_id: one for one in Member.objects.select_for_update().present().filter(person__in=people)}
    places = {unit.pk: above(unit, "village").pk for unit in {person.unit for pk, person in people.items() if pk not in members}}
    for pk, person in people.items():
        if pk not in members:
            members[pk] = Member(person_id=pk, unit_id=places[person.unit_id], joined_at=at)
    return members


def _belongings(entries, members) -> list[tuple]:
    """What is new of these entries, each with its member."""
    open_now = Belonging.objects.filter(member__in=[one.pk for one in members.values()], until_at=None)
    there = set(open_now.values_list("member", "group"))
    return [(Belonging(member=members[one.person], group=one.group, source=one.source[:120], from_at=one.from_at), members[one.person])
            for one in entries if (members[one.person].pk, one.group) not in there]


def _join(people, by, at, because):
    if people:
        join(people=people, category=CATEGORY, source=_("应检名册"), from_on=day_of(at), by=by, at=at, because=because, is_told=True)


@everything()
def leave(*, people, group, by, at, because=None, why="over") -> int:
    """Take persons (by id) out of a group, for one of the reasons of LEAVING; who is in none any more needs no test.

    Returns how many left.
    """
    if why not in LEAVING:
        raise Refused(_("请选为什么退出。"))
    with transaction.atomic():
        gone = list(Belonging.objects.select_for_update(of=("self",)).select_related("member").filter(
            member__person__in=list(people), group=group, until_at=None))
        for one in gone:
            one.until_at = at
        rows.amend(gone, "until_at")
        lines = [line_of(one.member, "testing.leave", kind="member", by=by, at=at, because=because, data={"group": group, "why": why})
                 for one in gone]
        journal.write(lines)
        members = [one.member for one in gone]
        staying = set(Belonging.objects.filter(member__in=members, until_at=None).values_list("member", flat=True))
        for member in members:
            member.left_at = None if member.pk in staying else at
        rows.amend(members, "left_at")
        reschedule(members, by=by, at=at, because=lines[0].id if lines else because)
    return len(gone)


@everything()
def move(*, person, unit, by, at, because):
    """A person (by id) has come to another unit (by id): he is asked in the village there, and what is due goes along."""
    village = above(Unit.objects.get(pk=unit), "village").pk
    with transaction.atomic():
        members = list(Member.objects.select_for_update().present().filter(person=person).exclude(unit=village))
        for member in members:
            member.unit_id = village
        rows.amend(members, "unit_id")
        journal.write([line_of(member, "testing.move", kind="member", by=by, at=at, because=because) for member in members])
        reschedule(members, by=by, at=at, because=because)
