"""Going on duty at a post, counting what passes, and handing over: counts beside records, open cases, stock."""
from django.db import IntegrityError, transaction
from django.db.models import Max, Q, Sum
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns
from lianfang.ground.workflow.models import Turn

from ..clocks import duty
from ..models import Passage, Shift, Tally, Vehicle


def at_its_time(came) -> dict:
    """The shift in whose time each of these (its id, its post's, its moment) came, by its id; None where nobody was on duty."""
    since = Q(closed_at=None) | Q(closed_at__gt=min(at for _id, _post, at in came))
    shifts = list(Shift.objects.filter(since, post__in={post for _id, post, _at in came}))
    return {pk: next((one for one in shifts if one.post_id == post and one.covers(at)), None) for pk, post, at in came}


@everything()
def open_shift(*, post, people, by, at, stock=None, pk=None) -> Shift:
    """Go on duty at a post, so many people with this stock; whoever is held there is theirs from now on. It begins no earlier than the
    shift before has ended: two phones' clocks differ.

    Raises Refused while others are on duty.
    """
    ended = Shift.objects.filter(post=post).aggregate(at=Max("closed_at"))["at"]
    at = max(at, ended or at)
    shift = Shift(id=pk or uuid7(), post=post, unit_id=post.unit_id, people=people, stock=stock or {}, opened_at=at, opened_by=by)
    if (same := Shift.objects.filter(pk=shift.pk).first()) is not None:
        return same
    try:
        with transaction.atomic():
            rows.insert([shift])
            [told] = advance([shift], "open_shift", flow="shift", by=by, at=at, content=lambda one: {"people": one.people})
            open_turns("shift", [shift], at=at, because={shift.pk: told.id})
            _take_over(post, by, at, told.id)
    except IntegrityError:
        raise Refused(_("上一班还没有交班，请先交班。")) from None
    return shift


def _take_over(post, by, at, because):
    held = list(Passage.objects.filter(post=post, closed_at=None).exclude(keeper=by))
    Passage.objects.filter(pk__in=[one.pk for one in held]).update(keeper=by)
    Turn.objects.filter(flow="passage", closed_at=None, record__in=[one.pk for one in held]).exclude(account=None).update(account=by)
    journal.write([line("checkpoints.take_over", kind="passage", record=one.pk, by=by.id, at=at, unit=one.unit_id, subject=one.person_id,
                        because=because) for one in held])


@everything()
def tally(*, shift, by, at, vehicles=0, people=0, pk=None):
    """So many more vehicles and people came by, counted by eye or by thumb; a count may be taken back.

    A count that comes in after the shift was handed over, but was taken in it, is kept with it; what was handed over stays as it was.
    """
    if not vehicles and not people:
        raise Refused(_("还没有点数。"))
    if not shift.covers(at):
        raise Refused(_("这一班已经交班，不能再点数。"))
    counted = Tally(id=pk or uuid7(), shift=shift, vehicles=vehicles, people=people, by=by, at=at)
    with transaction.atomic():
        if Tally.objects.filter(pk=counted.pk).exists():
            return counted
        rows.insert([counted])
        journal.write([line("checkpoints.tally", kind="shift", record=shift.pk, by=by.id, at=at, unit=shift.unit_id,
                            data={"vehicles": vehicles, "people": people})])
    return counted


@everything()
def counts_of(shift) -> dict:
    """What was counted and what was recorded in a shift, and who is held there still."""
    counted = Tally.objects.filter(shift=shift).aggregate(vehicles=Sum("vehicles", default=0), people=Sum("people", default=0))
    recorded = Vehicle.objects.filter(shift=shift).aggregate(people=Sum("people", default=0))
    return {"counted_vehicles": counted["vehicles"], "counted_people": counted["people"],
            "vehicles": Vehicle.objects.filter(shift=shift).count(), "people": recorded["people"],
            "held": Passage.objects.filter(post=shift.post_id, closed_at=None).count()}


def differs(counts, tier, on) -> bool:
    """Whether the counts of a shift differ from its records by more than the table lets pass without a word."""
    most = duty(tier, on)["difference_percent"]
    pairs = [(counts["counted_vehicles"], counts["vehicles"]), (counts["counted_people"], counts["people"])]
    return any(counted and abs(counted - recorded) * 100 > most * counted for counted, recorded in pairs)


@everything()
def hand_over_shift(*, shift, by, at, stock=None, why=""):
    """End a shift with its counts, open cases and stock; a difference above the table's needs a word."""
    if at < shift.opened_at:
        raise Refused(_("交班的时间比上岗还早：请看看手机的钟，再交一次。"))
    counts = counts_of(shift)
    if differs(counts, shift.post.tier, day_of(at)) and not why.strip():
        says = _("点数 {counted} 辆 {heads} 人，记录 {recorded} 辆 {people} 人，相差较大：请写明原因。")
        raise Refused(says.format(counted=counts["counted_vehicles"], heads=counts["counted_people"], recorded=counts["vehicles"],
                                  people=counts["people"]))
    shift.counts, shift.stock_left, shift.why_different = counts, stock or {}, why.strip()
    shift.closed_at, shift.closed_by = at, by
    return advance([shift], "hand_over_shift", flow="shift", by=by, at=at, content=lambda one: one.counts,
                   also=("counts", "stock_left", "why_different", "closed_at", "closed_by_id"))
