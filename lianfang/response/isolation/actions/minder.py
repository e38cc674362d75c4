"""One person, one minder, by name (S0-38)."""

from collections import Counter

from django.db import transaction
from django.db.models import Count, prefetch_related_objects
from django.utils.translation import gettext as _

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance
from lianfang.ground.workflow.models import Turn

from ..models import BY_DOOR, Check, Need, Order

MINDING = ("grid_worker", "village_cadre")


def minders_for(orders, on) -> list:
    """For each order the grid worker of its place with the fewest open orders, else a village cadre, else nobody yet (None).

    Where the row watches by door, whoever watches that door already.
    """
    if not orders:
        return []
    how = watched(orders)
    paths = dict(Unit.objects.filter(pk__in={o.unit_id for o in orders}).values_list("pk", "path"))
    chains = {pk: [int(part) for part in path.strip("/").split("/")] for pk, path in paths.items()}
    held = Assignment.objects.in_force(on).filter(
        unit__in={u for chain in chains.values() for u in chain}, role__in=MINDING, account__is_active=True
    )
    at_unit = {}
    for role, unit_id, account_id in held.order_by("pk").values_list("role", "unit_id", "account_id"):
        at_unit.setdefault((role, unit_id), []).append(account_id)
    everyone = {account for accounts in at_unit.values() for account in accounts}
    minded = Order.objects.filter(closed_at=None, minder__in=everyone).values_list("minder_id").annotate(n=Count("pk")).order_by()
    load, doors = Counter(dict(minded)), _watching([o.unit_id for o in orders if how[o.pk] == BY_DOOR])
    chosen = []
    for order in orders:
        near = next((at_unit[role, unit] for role in MINDING for unit in reversed(chains[order.unit_id]) if (role, unit) in at_unit), [])
        minder = doors.get(order.unit_id) if how[order.pk] == BY_DOOR else None
        if minder not in near:
            minder = min(near, key=lambda account: (load[account], account), default=None)
        if how[order.pk] == BY_DOOR:
            doors[order.unit_id] = minder
        load[minder] += 1
        chosen.append(minder)
    return chosen


def watched(orders) -> dict:
    """How each order is watched, by the row it stands on: one to one, by door, or as the place does ("")."""
    if unread := [o for o in orders if not Order.verdict.is_cached(o)]:
        prefetch_related_objects(unread, "verdict")
    return {o.pk: o.minding for o in orders}


def _watching(doors) -> dict:
    """Who watches at each of these doors."""
    return dict(Order.objects.active().filter(unit__in=doors).exclude(minder=None).order_by("-serial").values_list("unit_id", "minder_id"))


def of_their_doors(orders) -> list:
    """The orders, and with those watched by door the others of the door that are."""
    how = watched(orders)
    doors = {o.unit_id for o in orders if how[o.pk] == BY_DOOR}
    beside = list(Order.objects.active().filter(unit__in=doors).exclude(pk__in=how)) if doors else []
    too = watched(beside)
    return [*orders, *(o for o in beside if too[o.pk] == BY_DOOR)]


@everything()
@transaction.atomic
def assign_minder(*, orders, minder: Account, by, at, alone=False):
    """Give orders a minder by name, whole doors where the row watches by door; their open checks and needs become that person's turns."""
    orders = list(orders) if alone else of_their_doors(list(orders))
    if not minder.is_active or not Assignment.objects.in_force(day_of(at)).filter(account=minder).exists():
        raise Refused(_("{name}没有在岗的职务，不能做包保人").format(name=minder.name))
    for order in orders:
        order.minder = minder
    lines = advance(orders, "assign_minder", flow="order", by=by, at=at, also=("minder_id",), content=lambda o: {"minder": minder.pk})
    ids = [o.pk for o in orders]
    for model, flow in ((Check, "check"), (Need, "need")):
        open_ones = model.objects.filter(order__in=ids, state__in=("due", "open"))
        open_ones.update(minder=minder)
        Turn.objects.filter(flow=flow, closed_at=None, record__in=open_ones.values("pk")).update(account=minder)
    return lines
