"""Good practice: written where it worked, offered to units, adopted there or not."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns
from lianfang.registers.people.typed.telling import said

from ..models import Adoption, Practice
from .posts import giver, must_lead, must_own, office

FLOW, TITLE, TEXT, WHY = "adoption", 80, 5000, 300


@everything()
def write_practice(*, unit, title, text, by, at) -> Practice:
    """Something worked in a unit: what, and how others do it."""
    must_lead(unit, by, at)
    made = Practice(id=uuid7(), unit=office(unit), title=said(title, _("做法"), TITLE), text=said(text, _("怎么做"), TEXT), by=by, at=at)
    with transaction.atomic():
        [told] = journal.write([line_of(made, "directives.write_practice", kind="practice", by=by, at=at)])
        made.because = told.id
        rows.insert([made])
    return made


@everything()
def spread(*, practice, units, by, at) -> list[Adoption]:
    """Offer it to units that have not been asked yet; each answers within its days. Returns what is asked."""
    asked = set(Adoption.objects.filter(practice=practice).values_list("unit_id", flat=True))
    wide = {one.pk: one for one in map(office, units)}
    for one in wide.values():
        giver(by, one, at, None)
    made = [Adoption(id=uuid7(), practice=practice, unit=one, asked_by=by, asked_at=at) for one in wide.values()
            if one.pk not in asked and one.pk != practice.unit_id]
    if not made:
        raise Refused(_("这些单位都已经问过了。"))
    with transaction.atomic():
        rows.insert(made)
        lines = advance(made, "spread", flow=FLOW, by=by, at=at, because=practice.because)
        open_turns(FLOW, made, at=at, because={told.record: told.id for told in lines})
    return made


@everything()
def adopt(*, adoption, by, at, words=""):
    """It is done here too; in what way, where it was changed."""
    return _answer(adoption, "adopt", said(words, _("怎么用的"), WHY) if words.strip() else "", by, at)


@everything()
def set_aside(*, adoption, words, by, at):
    """It does not fit here: why."""
    return _answer(adoption, "set_aside", said(words, _("为什么不适用"), WHY), by, at)


def _answer(adoption, step, words, by, at):
    must_own(adoption, by, at)
    adoption.words, adoption.answered_by, adoption.answered_at = words, by, at
    return advance([adoption], step, flow=FLOW, by=by, at=at, also=("words", "answered_by_id", "answered_at"))
