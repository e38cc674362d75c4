"""Somebody who is about to come declares himself on his own phone, without an account: a code for the day, and what he said behind it."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.units.queries import root
from lianfang.ground.workflow import Refused

from ..asking.bearings import bearings
from ..asking.slips import rule_of
from ..models import Declared, Pass
from .passes import numbered


@everything()
def declare_entry(*, said, at) -> Pass:
    """His entry code, of the place in this county that he names; the register of people is not asked, so that nobody learns of anybody.

    Raises Refused where this installation has no county.
    """
    county, by = root(), named(SYSTEM)
    if county is None:
        raise Refused(_("这里还没有建好本县，暂时不能申报；请到卡口登记。"))
    unit = bearings(county).home_of(said["destination"]) if said["goes"] == "here" else county
    rule = rule_of("entry", "open", at)
    with transaction.atomic():
        [slip] = numbered([unit], rule, kind="entry", by=by, at=at)
        told = line("checkpoints.declare_entry", kind="pass", record=slip.pk, by=by.id, at=at, unit=unit.pk,
                    data={"until": slip.ends_at.isoformat()})
        slip.because = told.id
        rows.insert([slip])
        rows.insert([rows.fresh(Declared, slip_id=slip.pk, ends_at=slip.ends_at, **said)])
        journal.write([told])
    return slip
