"""A case is closed: its revisits with it, and who has no other open case is no longer on record as one."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance
from lianfang.registers.people.actions import leave

from ..models import Case, Revisit
from ..queries import revisit_days
from .intake import CATEGORY


@everything()
def recover(*, case, by, at, because=None):
    """Recovered, and every revisit the table asks for is over: the case is closed."""
    refuse_uninvestigated(case)
    if Revisit.objects.filter(case=case, state="planned").exists() or (case.discharged_on is None and revisit_days(case, day_of(at))):
        raise Refused(_("还有复诊没有做完，不能结案。"))
    return close(case, "recover", "", by, at, because)


def refuse_uninvestigated(case):
    """Only who came by a list, where others have investigated, is closed without it."""
    if case.investigated_at is None:
        raise Refused(_("请先完成流调，再结案。"))


def close(case, step, ending, by, at, because=None, also=()):
    """Take a case its last step, with the words it rests on; returns the lines."""
    with transaction.atomic():
        case.ending, case.closed_at = ending or case.ending, at
        lines = advance([case], step, flow="case", by=by, at=at, because=because, also=("ending", "closed_at", *also))
        for planned in Revisit.objects.filter(case=case, state="planned"):
            planned.closed_at = at
            advance([planned], "drop_revisit", flow="revisit", by=by, at=at, because=lines[0].id, also=("closed_at",))
        if not Case.objects.open().filter(person=case.person_id).exists():
            leave(people=[case.person], category=CATEGORY, until_on=day_of(at), by=by, at=at, because=lines[0].id)
    return lines
