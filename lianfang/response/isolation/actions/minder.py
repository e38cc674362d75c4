"""One person, one minder, by name (S0-38)."""

from collections import Counter

from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext as _

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance
from lianfang.ground.workflow.models import Turn

from ..models import Check, Need, Order

MINDING = ("grid_worker", "village_cadre")


def minders_for(orders, on) -> list:
    """For each order the grid worker of its place with the fewest open orders, else a village cadre, else nobody yet (None)."""
    if not orders:
        return []
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
    load = Counter(dict(minded))
    chosen = []
    for order in orders:
        near = next((at_unit[role, unit] for role in MINDING for unit in reversed(chains[order.unit_id]) if (role, unit) in at_unit), [])
        minder = min(near, key=lambda account: (load[account], account), default=None)
        load[minder] += 1
        chosen.append(minder)
    return chosen


@everything()
@transaction.atomic
def assign_minder(*, orders, minder: Account, by, at):
    """Give orders a minder by name; their open checks and needs become that person's turns."""
    orders = list(orders)
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
