"""Issuing passes for households and vehicles, as many as a list has, and taking one back."""
from datetime import timedelta

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lianfang.ground import decisions, rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of, day_start
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.workflow import Refused

from ..models import Pass

SERIALS = 7021  # the advisory lock of whoever hands out pass numbers on PostgreSQL


@everything()
def issue_passes(*, units, kind, road, by, at, plate="") -> list[Pass]:
    """A pass for each of these doors or units, valid and counted as the table of passes says for open or closed roads."""
    units, on = list(units), day_of(at)
    rule = decisions.decide("passes", {"kind": kind, "road": road}, on=on).result
    if rule["days"] is None:
        raise Refused(_("出入证规则表没有这一种，不能发。"))
    ends = day_start(on + timedelta(days=rule["days"]))
    with transaction.atomic():
        rows.one_at_a_time(SERIALS)
        last = Pass.objects.filter(year=on.year).aggregate(top=Max("serial"))["top"] or 0
        made = [rows.fresh(Pass, unit_id=unit.pk, year=on.year, serial=serial, kind=kind, plate=plate, exits=rule["exits"],
                           per_days=rule["per_days"], from_at=at, ends_at=ends, issued_at=at, issued_by_id=by.pk)
                for serial, unit in enumerate(units, last + 1)]
        lines = [line("checkpoints.issue_pass", kind="pass", record=one.pk, by=by.id, at=at, unit=one.unit_id,
                      data={"kind": kind, "until": ends.isoformat()}) for one in made]
        for one, told in zip(made, lines, strict=True):
            one.because = told.id
        rows.insert(made)
        journal.write(lines)
    return made


@everything()
def revoke_pass(*, slip, by, at) -> Pass:
    """It opens no gate any more: lost, or lent to somebody else."""
    if slip.revoked_at is not None:
        raise Refused(_("这张证已经作废。"))
    slip.revoked_at = at
    with transaction.atomic():
        rows.amend([slip], "revoked_at")
        journal.write([line("checkpoints.revoke_pass", kind="pass", record=slip.pk, by=by.id, at=at, unit=slip.unit_id)])
    return slip
