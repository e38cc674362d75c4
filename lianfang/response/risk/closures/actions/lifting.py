"""An order is lifted, whole or in part: by unit and by trade, with the number of the document that says so."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..models import Lift
from ..queries.book import Entry
from .ordering import FLOW, end_closures
from .proving import drop_checks
from .shared import must_approve, said


@everything()
def lift_closure(*, closure, number, by, at):
    """Nothing of it holds any more."""
    must_approve(by, closure.unit, at)
    closure.end_number = said(number, _("解除的文号"), 60)
    return end_closures([closure], "lift_closure", by=by, at=at, also=("end_number",))


@everything()
def lift_part(*, closure, units, what, number, by, at) -> list[Lift]:
    """It holds no more in these units, for these trades (none named: for all of them); elsewhere it stands.

    Raises Refused for a place or a trade that it does not shut.
    """
    must_approve(by, closure.unit, at)
    number, units = said(number, _("解除的文号"), 60), list(units)
    entry = Entry(closure, {one.unit_id: one for one in closure.areas.select_related("unit")})
    areas = [one.unit for one in entry.areas.values()]
    for unit in units:
        if not any(unit.path.startswith(area.path) for area in areas):
            raise Refused(_("“{unit}”不在这份令的范围里。").format(unit=unit.name))
    if set(what) - set(closure.what):
        raise Refused(_("选的行业不在这份令的范围里。"))
    where = units or areas
    if not units and (not what or set(what) == set(closure.what)):
        raise Refused(_("没有选地方，也没有选行业：要全部解除，请用“全部解除”。"))
    with transaction.atomic():
        [told] = advance([closure], "lift_part", flow=FLOW, by=by, at=at, content=lambda one: {
            "number": number, "what": list(what), "units": [unit.pk for unit in where][:50], "places": len(where)})
        made = [Lift(closure=closure, unit=unit, what=list(what), number=number, from_at=at, by=by, at=at, because=told.id)
                for unit in where]
        rows.insert(made)
        entry.lifts = list(closure.lifts.all())
        checks = closure.checks.select_related("unit", "firm")
        drop_checks([one for one in checks if not entry.binds(one.unit.ancestor_ids, one.firm)], at=at, because=told.id)
    return made
