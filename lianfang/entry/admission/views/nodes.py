"""Nodes for which nobody answers, and naming somebody (S0-04)."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from lianfang.ground.accounts import actions
from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.models import Assignment
from lianfang.ground.accounts.queries import accounts_within, nodes_without_responsible, sole_holders
from lianfang.ground.accounts.roles import ROLES
from lianfang.ground.days import now, today
from lianfang.ground.ids import typed_number
from lianfang.ground.ui.tables import page, table
from lianfang.ground.units.models import Unit

from ..lists import NODE_FILTERS, node_columns
from ..reach import staffing, unit_or_404


@may("staff")
def index(request):
    """Units one staffs for which nobody answers; whoever holds a role there may be named with one tap."""
    rows = nodes_without_responsible(staffing(request).reach, today())
    found = table(request, rows, (), NODE_FILTERS, title=_("没有负责人的单位"), empty_title=_("每个单位都有负责人"))
    found.columns = node_columns(request, _above(found.page), _candidates(found.page))
    return page(request, "admission/nodes.html", found, sole=len(sole_holders(staffing(request).reach, today())))


def _above(rows):
    """Names of the units above each of these."""
    chains = {unit.pk: unit.ancestor_ids[:-1] for unit in rows}
    names = dict(Unit.objects.filter(pk__in={pk for chain in chains.values() for pk in chain}).values_list("pk", "name"))
    return {pk: " / ".join(names[above] for above in chain[1:]) for pk, chain in chains.items()}


def _candidates(rows):
    """Who holds a role at these units, by unit id."""
    found = {}
    rows = Assignment.objects.in_force(today()).filter(unit__in=[unit.pk for unit in rows], account__is_active=True)
    for held in rows.select_related("account"):
        found.setdefault(held.unit_id, {})[held.account] = ROLES[held.role].label
    return found


@may("staff")
@require_POST
def appoint_sole(request):
    """Wherever only one account holds a role, it answers for the unit: two thousand grids in one act."""
    pairs = sole_holders(staffing(request).reach, today())
    actions.appoint_all(pairs=pairs, by=request.user, at=now())
    messages.success(request, ngettext("已给 %(n)d 个单位指定负责人。", "已给 %(n)d 个单位指定负责人。", len(pairs)) % {"n": len(pairs)})
    return redirect("accounts:nodes")


@may("staff")
@require_POST
def appoint(request, unit):
    """From today this account answers for the unit."""
    unit = unit_or_404(request, unit)
    chosen = typed_number(request.POST.get("account", "")) or 0
    account = accounts_within(staffing(request).reach, today()).filter(pk=chosen, is_active=True).first()
    if account is None:
        messages.error(request, _("请先选一个人；名单里没有，就先给他在这个单位一个角色。"))
    else:
        actions.appoint(unit=unit, account=account, by=request.user, at=now())
        messages.success(request, _("%(name)s 从今天起负责 %(unit)s。") % {"name": account.name, "unit": unit.name})
    return redirect("accounts:nodes")
