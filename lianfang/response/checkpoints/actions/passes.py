"""Issuing passes for households and vehicles, as many as a list has, and taking one back."""
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.workflow import Refused

from ..asking.slips import rule_of
from ..models import Pass

SERIALS = 7021  # the advisory lock of whoever hands out pass numbers on PostgreSQL


@everything()
def issue_passes(*, units, kind, road, by, at, plate="") -> list[Pass]:
    """A pass for each of these doors or units, valid and counted as the table of passes says for open or closed roads."""
    units, rule = list(units), rule_of(kind, road, at)
    with transaction.atomic():
        made = numbered(units, rule, kind=kind, plate=plate, by=by, at=at)
        lines = [line("checkpoints.issue_pass", kind="pass", record=one.pk, by=by.id, at=at, unit=one.unit_id,
                      data={"kind": kind, "until": one.ends_at.isoformat()}) for one in made]
        for one, told in zip(made, lines, strict=True):
            one.because = told.id
        rows.insert(made)
        journal.write(lines)
    return made


def numbered(units, rule, *, kind, by, at, plate="") -> list[Pass]:
    """Passes by a rule, one a unit, not yet written; whoever else wants numbers waits until this transaction ends."""
    rows.one_at_a_time(SERIALS)
    year = day_of(at).year
    last = Pass.objects.filter(year=year).aggregate(top=Max("serial"))["top"] or 0
    return [rows.fresh(Pass, unit_id=unit.pk, year=year, serial=serial, kind=kind, plate=plate, exits=rule["exits"],
                       per_days=rule["per_days"], from_at=at, ends_at=rule["ends_at"], issued_at=at, issued_by_id=by.pk)
            for serial, unit in enumerate(units, last + 1)]


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
