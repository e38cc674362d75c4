"""Answering a correction: the record is mended in the same act, or left as it is, each with a reason the person reads."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.roles import holders
from lianfang.ground.accounts.scope import everything, held
from lianfang.ground.days import day_of
from lianfang.ground.decisions.actions.apart import check_apart
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance
from lianfang.registers.people import actions as people
from lianfang.registers.people.models import Person

ANSWERED = ("answer", "answered_by_id", "answered_unit_id", "answered_at", "ended_at")
MENDED = ("name", "id_number", "phone", "birth_on", "sex", "address")  # what is mended here; the rest its own page mends


@everything()
def correct(*, correction, reason, by, at, changes=None):
    """It was wrong: what the register keeps of a person is mended in the same act; what another page mends is told in the reason."""
    with transaction.atomic():
        [told] = _answer(correction, "correct", reason, by, at)
        if correction.field in MENDED:
            if not (changes or {}).get(correction.field):
                raise Refused(_("请填更正后的内容。"))
            try:
                with transaction.atomic():
                    people.amend(person=Person.objects.get(pk=correction.person_id), by=by, at=at, because=told.id, **changes)
            except IntegrityError:
                raise Refused(_("这个证件号码已经登记在另一个人名下，请先核实。")) from None
    return [told]


@everything()
def leave_as_is(*, correction, reason, by, at):
    """Looked at, and right as it stands."""
    return _answer(correction, "leave_as_is", reason, by, at)


def _answer(correction, step, reason, by, at):
    if not reason.strip():
        raise Refused(_("请写明理由：本人会看到。"))
    if by.pk == correction.asked_by_id:
        raise Refused(_("这件更正是您代填的：要由另一个人核实。"))
    check_apart(by, correction.asked_by_id, at=at)
    place = Unit.objects.get(pk=correction.unit_id)
    posts = [a.unit for a in held(by, day_of(at)) if a.role in holders("manage") and place.path.startswith(a.unit.path)]
    if not posts:
        raise Refused(_("这里的更正不归您核实。"))
    correction.answer, correction.answered_by, correction.answered_at, correction.ended_at = reason, by, at, at
    correction.answered_unit = max(posts, key=lambda unit: len(unit.path))
    return advance([correction], step, flow="correction", by=by, at=at, also=ANSWERED, content=lambda one: {"field": one.field})
