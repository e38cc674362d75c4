"""Planning: when each member's next test is due, and the test itself as somebody's turn from the day before."""
from django.db import transaction

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow.actions import advance, close_turns, open_turns

from ..models import Belonging, DueTest, Member
from ..queries import ahead, next_due

READ, WRITTEN = 5_000, 300
OPEN = ("due", "booked")
PLAN = "testing.plan_test"


@everything()
def plan_tests(*, by, at) -> int:
    """Look at every member: set when his next test is due, and put on the list what is due soon; returns how many tests were.

    Read in large pieces, written in small ones; harmless to repeat.
    """
    made, soon = 0, at + ahead(day_of(at))
    for chunk in _chunks():
        moved = _set_due(chunk, at)
        there = set(DueTest.objects.filter(member__in=chunk, closed_at=None).values_list("member", flat=True))
        lacking = [one for one in chunk if one.due_at and one.due_at <= soon and one.pk not in there]
        todo = list({one.pk: one for one in (*moved, *lacking)}.values())
        for start in range(0, len(todo), WRITTEN):
            with transaction.atomic():
                made += _plan(todo[start:start + WRITTEN], by, at)
    return made


def reschedule(members, *, by, at, because):
    """Set anew when the next test of some members is due, in the caller's transaction; what is open follows, or is dropped."""
    members = list({member.pk: member for member in members}.values())
    if members:
        _set_due(members, at)
        _follow(members, by, at, because)


def _chunks():
    after = None
    while True:
        found = Member.objects.present().order_by("pk")
        chunk = list((found.filter(pk__gt=after) if after else found)[:READ])
        if not chunk:
            return
        yield chunk
        after = chunk[-1].pk


def _set_due(members, at) -> list[Member]:
    """Say of each which group asks for his next test and when; returns those of whom that is news."""
    paths = dict(Unit.objects.filter(pk__in={one.unit_id for one in members}).values_list("pk", "path"))
    asked = {}
    for pk, *belonging in Belonging.objects.filter(member__in=members, until_at=None).values_list("member", "group", "from_at"):
        asked.setdefault(pk, []).append(belonging)
    moved = []
    for one in members:
        found = next_due(asked.get(one.pk, []), one.counts_from, at, paths[one.unit_id])
        if found != (one.group, one.due_at):
            one.group, one.due_at = found
            moved.append(one)
    return moved


def _plan(members, by, at) -> int:
    told = line(PLAN, kind="day", record=None, by=by.id, at=at, data={"on": str(day_of(at)), "members": len(members)})
    made = _follow(members, by, at, told.id)
    if made:
        journal.write([told])
    return made


def _follow(members, by, at, because) -> int:
    """Write what was set; what is open and no longer asked for is dropped, or falls due at another time; what is due soon is opened."""
    list(Member.objects.select_for_update().filter(pk__in=[one.pk for one in members]).values_list("pk"))
    rows.amend(members, "group", "due_at")
    members, soon = {one.pk: one for one in members}, at + ahead(day_of(at))
    waiting = list(DueTest.objects.filter(member__in=list(members), closed_at=None))
    wanted = {pk for pk, one in members.items() if one.due_at and one.due_at <= soon}
    _drop([one for one in waiting if one.member_id not in wanted and one.state in OPEN], by, at, because)
    _retime([(one, members[one.member_id]) for one in waiting if one.member_id in wanted and one.state in OPEN], by, at)
    fresh = [members[pk] for pk in wanted - {one.member_id for one in waiting}]
    made = rows.insert([DueTest(member_id=one.pk, person_id=one.person_id, unit_id=one.unit_id, group=one.group, due_at=one.due_at,
                                made_at=at, because=because) for one in fresh])
    open_turns("due_test", made, at=at)
    return len(made)


def _drop(dues, by, at, because):
    for one in dues:
        one.closed_at = at
    advance(dues, "drop_test", flow="due_test", by=by, at=at, because=because, also=("closed_at",))


def _retime(pairs, by, at):
    """A test somebody has open falls due when his member says now; its turn with it."""
    moved = [one for one, member in pairs if (one.due_at, one.group, one.unit_id) != (member.due_at, member.group, member.unit_id)]
    for one, member in pairs:
        one.due_at, one.group, one.unit_id = member.due_at, member.group, member.unit_id
    rows.amend(moved, "due_at", "group", "unit_id")
    close_turns(moved, by=by, at=at)
    open_turns("due_test", moved, at=at)
