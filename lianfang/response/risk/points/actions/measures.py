"""Measures against a risk point: each becomes somebody's task where tasks are kept."""
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance
from lianfang.registers.people.typed.telling import said

from ..models import Measure
from .entering import FLOW
from .shared import fits, hold, may_direct, wide_enough


@dataclass(frozen=True)
class Ordered:
    """One measure: what, where, by whose people (without a role whoever leads there), by when (None: as the table of tasks says)."""

    words: str
    unit: Any
    role: str = ""
    due_at: datetime | None = None


@everything()
def order_measures(*, point, measures, by, at) -> list[Measure]:
    """Order these (Ordered) against a point. Raises Refused for a time that is past, or a place outside one's own."""
    if not measures:
        raise Refused(_("请写至少一项措施。"))
    made = []
    for one in measures:
        wide_enough(one.unit)
        may_direct(by, one.unit, at)
        if one.due_at and one.due_at <= at:
            raise Refused(_("时限已经过了，请重填。"))
        if one.role:
            fits(one.role, one.unit)
        made.append(Measure(id=uuid7(), point=point, unit=one.unit, words=said(one.words, _("措施")), role=one.role,
                            due_at=one.due_at, by=by, at=at))
    with transaction.atomic():
        hold(point)
        rows.insert(made)
        [told] = advance([point], "order_measures", flow=FLOW, by=by, at=at, content=lambda _one: {"measures": len(made)})
        for one in made:
            one.because = told.id
        rows.amend(made, "because")
        journal.write([line_of(one, "riskpoints.order_measure", kind="risk_measure", by=by, at=at, because=told.id) for one in made])
    return made
