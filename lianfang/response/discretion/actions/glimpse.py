"""Breaking the glass: somebody of another unit is found by a whole number and seen for some minutes; his own unit is told at once."""
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything, held, reach_of
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.units.fields import TOP, Reach
from lianfang.ground.units.queries import above
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns
from lianfang.registers.people import actions as people
from lianfang.registers.people.queries import BREAK_GLASS, minutes_for, whole_number

from ..models import Glimpse

RIGHT = "break_glass"


@everything()
def break_glass(*, number, reason, words, by, at) -> Glimpse | None:
    """Look for a whole number in every unit, counted and written down, and open a window on whom it belongs to; None where on nobody.

    Raises Refused without the right, a reason of the list, words, or a whole number; when the hour's numbers are used up; and for somebody
    of one's own units, who is opened there.
    """
    posts, minutes = held(by, day_of(at)), minutes_for(BREAK_GLASS, reason, day_of(at))
    own = [post for post in posts if RIGHT in post.rights]
    if not own:
        raise Refused(_("您没有看辖区以外的人的权限。"))
    if minutes is None or not words.strip():
        raise Refused(_("要从理由表里选一条，并写清楚是怎么回事。"))
    if not whole_number(number):
        raise Refused(_("只能按完整的证件号或手机号找辖区以外的人。"))
    found = people.look_up(text=number, reach=Reach(TOP), entries=None, by=by, at=at).people
    if len(found) > 1:
        raise Refused(_("这个号码不止一个人用，请改用证件号。"))
    if not found:
        return None
    [person] = found
    if reach_of(posts).covers(person.unit.path):
        raise Refused(_("这个人就在您的辖区里，请在“找人”里打开。"))
    glimpse = Glimpse(id=uuid7(), person=person, unit=above(person.unit, "township") or person.unit, by=by, by_unit=own[0].unit,
                      reason=reason, words=words.strip(), opened_at=at, until_at=at + timedelta(minutes=minutes))
    with transaction.atomic():
        rows.insert([glimpse])
        content = {"reason": reason, "way": BREAK_GLASS, "minutes": minutes, "from": glimpse.by_unit_id}
        [told] = advance([glimpse], "break_glass", flow="glimpse", by=by, at=at, content=lambda _one: content)
        open_turns("glimpse", [glimpse], at=at, because={glimpse.pk: told.id})
        glimpse.because = told.id
        rows.amend([glimpse], "because")
    return glimpse


@everything()
def open_across(*, glimpse, by, at) -> dict:
    """What is known of the person, within the window of whoever opened it; each time is written down under it.

    Raises Refused to anybody else, after the window, and when the person's own unit has ended it.
    """
    if by.pk != glimpse.by_id or not glimpse.is_open(at):
        raise Refused(_("查看的时间已经到了，或者被属地提前结束了。"))
    return people.open_person(person=glimpse.person, reason=glimpse.reason, by=by, at=at, way=BREAK_GLASS, because=glimpse.because)


def acknowledge(*, glimpse, by, at):
    """The person's own unit has read who looked, and why."""
    return advance([glimpse], "acknowledge", flow="glimpse", by=by, at=at)


def end_glimpse(*, glimpse, by, at):
    """The person's own unit ends the window now."""
    glimpse.ended_by = by
    return advance([glimpse], "end_glimpse", flow="glimpse", by=by, at=at, also=("ended_by_id",))
