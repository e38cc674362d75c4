"""Who answers for a post or link of a place; what nobody answers for falls to whoever answers for the whole; who stands in for whom."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.models import Responsible
from lianfang.ground.accounts.scope import everything, units_of
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused

from ..models import Answer, Cover
from ..responsibility import OVERALL, gaps
from ..rules import posts_at
from .powers import may, tell

RIGHT = "staff"


@everything()
def assign(*, unit, post, account, by, at) -> Answer:
    """Somebody answers for a post or link of a unit from today on, in place of who did so far."""
    may(by, RIGHT, unit, at)
    on = day_of(at)
    if post == OVERALL or post not in posts_at(unit.level, on):
        raise Refused(_("岗位责任表里，这一级没有这个岗位；总责任人在“单位责任人”里定。"))
    if not account.is_active or not units_of(account, on):
        raise Refused(_("{name}现在没有职务，不能负责。").format(name=account.name))
    with transaction.atomic():
        Unit.objects.select_for_update().get(pk=unit.pk)
        before = list(Answer.objects.in_force(on).filter(unit=unit, post=post))
        if [one.account_id for one in before] == [account.pk]:
            return before[0]
        for one in before:
            one.until_on = on
        rows.amend(before, "until_on")
        made = Answer(id=uuid7(), unit=unit, post=post, account=account, from_on=on)
        rows.insert([made])
        tell("assign", made, unit.pk, by, at, post=post)
    return made


@everything()
def unassign(*, answer, by, at):
    """He answers for it no more."""
    may(by, RIGHT, answer.unit, at)
    if answer.until_on:
        raise Refused(_("已经不负责了。"))
    answer.until_on = day_of(at)
    with transaction.atomic():
        rows.amend([answer], "until_on")
        return tell("unassign", answer, answer.unit_id, by, at, post=answer.post)


@everything()
def fill_gaps(*, units, by, at) -> int:
    """Within these units every post and link that nobody answers for falls to who answers for the whole of that place; returns how many."""
    on, made = day_of(at), []
    for unit in units:
        may(by, RIGHT, unit, at)
        whole = dict(Responsible.objects.in_force(on).filter(unit__path__under=unit.path, account__is_active=True).values_list(
            "unit_id", "account_id"))
        made += [Answer(id=uuid7(), unit_id=gap.unit.pk, post=gap.post, account_id=whole[gap.unit.pk], from_on=on)
                 for gap in gaps(unit, on) if gap.post != OVERALL and not gap.answers and gap.unit.pk in whole]
    with transaction.atomic():
        rows.insert(made)
        for one in made:
            tell("assign", one, one.unit_id, by, at, post=one.post)
    return len(made)


@everything()
def cover(*, away, by_whom, from_on, until_on, by, at) -> Cover:
    """Somebody is away on these days (half-open), and another stands in for him in all he answers for."""
    mine = [model.objects.in_force(from_on).filter(account=away).values("unit_id") for model in (Answer, Responsible)]
    answered = Unit.objects.filter(pk__in=mine[0]) | Unit.objects.filter(pk__in=mine[1])
    unit = min(answered, key=lambda one: len(one.path), default=None)
    if unit is None:
        raise Refused(_("{name}那几天没有负责的岗位，不用代班。").format(name=away.name))
    may(by, RIGHT, unit, at)
    if not from_on < until_on:
        raise Refused(_("代班的起止日不对：止日要晚于起日。"))
    if by_whom == away:
        raise Refused(_("不能自己代自己。"))
    if by_whom and Cover.objects.filter(away=by_whom, from_on__lt=until_on, until_on__gt=from_on).exists():
        raise Refused(_("{name}那几天自己也不在。").format(name=by_whom.name))
    if Cover.objects.filter(away=away, from_on__lt=until_on, until_on__gt=from_on).exists():
        raise Refused(_("{name}那几天已经记过不在。").format(name=away.name))
    made = Cover(id=uuid7(), unit=unit, away=away, by_whom=by_whom, from_on=from_on, until_on=until_on)
    with transaction.atomic():
        rows.insert([made])
        tell("cover", made, unit.pk, by, at, **{"from": from_on.isoformat(), "until": until_on.isoformat()})
    return made


@everything()
def stop_cover(*, cover, by, at):
    """He is back: from today on he answers himself."""
    may(by, RIGHT, cover.unit, at)
    with transaction.atomic():
        return end_cover(cover, by, at)


def end_cover(cover, by, at):
    """A leave ends today, or as it was to if that is sooner, with its line."""
    cover.until_on = max(min(cover.until_on, day_of(at)), cover.from_on)
    rows.amend([cover], "until_on")
    return tell("stop_cover", cover, cover.unit_id, by, at)
