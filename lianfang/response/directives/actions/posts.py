"""Who may order, and whose something is to do: by the post that is held over the place, or by the turn."""
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import held
from lianfang.ground.days import day_of
from lianfang.ground.units.models import RANK, Unit
from lianfang.ground.units.queries import above
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.queries import is_turn_of


def post_over(by, unit, at) -> Unit | None:
    """The narrowest unit that holds a place and from which this account may direct; None where there is none."""
    found = [one.unit for one in held(by, day_of(at)) if "direct" in one.rights and unit.path.startswith(one.unit.path)]
    return max(found, key=lambda one: len(one.path), default=None)


def office(unit) -> Unit:
    """Who answers for a place where something is written for good: its village, or the place itself where it is wider. No door is kept."""
    return above(unit, "village") if RANK[unit.level] > RANK["village"] else unit


def seat(account, unit, at) -> Unit:
    """Where something lies that a named account is to do: the unit it is about where he has a post over it, else his own widest one."""
    posts = [one.unit for one in held(account, day_of(at)) if "work" in one.rights] if account else []
    return unit if not posts or any(unit.path.startswith(one.path) for one in posts) else min(posts, key=lambda one: len(one.path))


def own_post(by, at) -> Unit:
    """The widest unit from which an account may direct; Refused without one."""
    found = [one.unit for one in held(by, day_of(at)) if "direct" in one.rights]
    if not found:
        raise Refused(_("您没有下达、交办的权限，请找指挥部值班员。"))
    return min(found, key=lambda one: len(one.path))


def giver(by, unit, at, because) -> Unit:
    """From which unit something is given to a place: the post of whoever gives it; what follows from elsewhere is the county's."""
    if found := post_over(by, unit, at):
        return found
    if because is not None or by.is_program:
        return Unit.objects.get(pk=unit.ancestor_ids[0])
    raise Refused(_("“{unit}”不在您的辖区里，不能交办。").format(unit=unit.name))


def must_lead(unit, by, at):
    """Refused unless this account directs a place."""
    if post_over(by, unit, at) is None:
        raise Refused(_("这一步要由“{unit}”或上级有交办权限的人来办。").format(unit=unit.name))


def must_own(record, by, at):
    """Refused unless it is this account's turn, or it directs the place."""
    if not is_turn_of(record.pk, by, held(by, day_of(at))) and post_over(by, record.unit, at) is None:
        raise Refused(_("这件事不是交给您办的。"))
