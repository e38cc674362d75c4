"""In the laboratory: tubes go onto a machine, and their results come off it."""
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..models import OUTCOMES, Run, Tube
from .settling import settle


@dataclass(slots=True)
class Found:
    """What was found in a tube; `ct` as the machine writes it."""

    tube: Tube
    outcome: str
    ct: str = ""


@everything()
def run(*, tubes, machine, unit, by, at) -> Run:
    """Put received tubes onto a machine together."""
    tubes = list(tubes)
    if not tubes or not machine.strip():
        raise Refused(_("请选要上机的管，写明哪台仪器。"))
    made = Run(id=uuid7(), unit=unit, machine=machine.strip()[:60], started_at=at, by=by)
    for tube in tubes:
        tube.run_id = made.pk
    with transaction.atomic():
        rows.insert([made])
        lines = advance(tubes, "run", flow="tube", by=by, at=at, also=("run_id",), content=lambda _tube: {"run": str(made.pk)})
        made.because = lines[0].id
        rows.amend([made], "because")
    return made


@everything()
def report(*, found, by, at, step="report"):
    """Results of tubes, with all that follows by the table in the same transaction: out, everybody resampled singly, or a case."""
    found = list(found)
    if not found or any(one.outcome not in OUTCOMES for one in found):
        raise Refused(_("请给每一管选结果。"))
    for one in found:
        one.tube.outcome, one.tube.ct, one.tube.reported_at, one.tube.closed_at = one.outcome, one.ct, at, at
    with transaction.atomic():
        lines = advance([one.tube for one in found], step, flow="tube", by=by, at=at, also=("outcome", "ct", "reported_at", "closed_at"))
        settle(tubes={one.tube.pk: (one.tube, one.outcome, told.id) for one, told in zip(found, lines, strict=True)}, by=by, at=at)
    return lines
