"""A lead handed down is passed on to the unit that can find the person, or answered with one of the fixed outcomes."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..models import LEAD_OUTCOMES, Lead


@everything()
def pass_lead(*, leads, unit, by, at) -> list[Lead]:
    """Give leads to another unit, whose turn they are from now on; raises Refused where one is there already."""
    leads = list(leads)
    if any(lead.unit_id == unit.pk for lead in leads):
        raise Refused(_("这条线索已经在{unit}。").format(unit=unit.name))
    with transaction.atomic():
        for lead in leads:
            lead.unit_id, lead.passed = unit.pk, lead.passed + 1
        advance(leads, "pass_lead", flow="lead", by=by, at=at, also=("unit_id", "passed"), content=lambda lead: {"to": unit.pk})
    return leads


@everything()
def answer_lead(*, leads, outcome, by, at) -> list[Lead]:
    """Answer leads with one of the fixed outcomes."""
    if outcome not in LEAD_OUTCOMES:
        raise Refused(_("请选核查结果。"))
    leads = list(leads)
    for lead in leads:
        lead.outcome, lead.answered_by_id, lead.answered_at = outcome, by.pk, at
    advance(leads, "answer_lead", flow="lead", by=by, at=at, also=("outcome", "answered_by_id", "answered_at"),
            content=lambda lead: {"outcome": outcome})
    return leads
