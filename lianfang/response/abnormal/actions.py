"""The three firsts: somebody abnormal is reported, measured, set apart; or ruled out for a reason."""
import json
from decimal import Decimal
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns
from lianfang.registers.people.actions import enrol, leave

from .models import SEEN, Sighting

CATEGORY = "abnormal"
LOWEST, HIGHEST = Decimal(34), Decimal(43)  # what a thermometer for people can show


@everything()
def report_sighting(*, id: UUID, who, unit, seen, words, by, at) -> Sighting:
    """Tell of somebody (people.Somebody) seen abnormal at a unit: `seen` are codes of SEEN, `words` one's own. Sent twice it is one.

    Raises Refused where nothing is said of how, and where he has been reported already and is still waited for.
    """
    if there := Sighting.objects.filter(pk=id).first():
        return there
    if set(seen) - set(SEEN) or not (seen or words.strip()):
        raise Refused(_("请勾上看到什么，或者写一句。"))
    try:
        with transaction.atomic():
            [person] = enrol(told=[who], unit_id=unit.pk, category=CATEGORY, source=gettext_noop("异常人员报告"), on=day_of(at),
                             by=by, at=at)
            if Sighting.objects.filter(person=person, closed_at=None).exists():
                raise Refused(_("这个人已经报告了，正在处理；不用再报。"))
            made = Sighting(id=id, person=person, unit=person.unit if person.is_sheltered else unit, seen=" ".join(seen),
                            words=words.strip(), seen_by=by, reported_at=at)
            made.save(force_insert=True)
            [told] = advance([made], "report_sighting", flow="sighting", by=by, at=at)
            Sighting.objects.filter(pk=made.pk).update(because=told.id)
            made.because = told.id
            open_turns("sighting", [made], at=at)
    except IntegrityError:
        raise Refused(_("这个人已经报告了，正在处理；不用再报。")) from None
    return made


@everything()
def measure_sighting(*, sighting, temperature, has_symptoms, by, at):
    """He was measured where he is: a temperature, and whether he has symptoms; the town decides what follows."""
    if temperature is None or not LOWEST <= temperature <= HIGHEST:
        raise Refused(_("请填体温，34 到 43 度之间；量不出来的再量一次。"))
    sighting.measured = json.dumps({"temperature": str(temperature), "symptoms": bool(has_symptoms)})
    sighting.measured_at = at
    return advance([sighting], "measure_sighting", flow="sighting", by=by, at=at, also=("measured", "measured_at"))


@everything()
def isolate_sighting(*, sighting, where, by, at):
    """He is set apart somewhere until the table has spoken, which it does at once."""
    if not where.strip():
        raise Refused(_("请写明临时隔离在哪里。"))
    sighting.held_at, sighting.closed_at = where.strip(), at
    return advance([sighting], "isolate_sighting", flow="sighting", by=by, at=at, also=("held_at", "closed_at"))


@everything()
def rule_out_sighting(*, sighting, why, by, at):
    """He is not abnormal: on what that rests; he is on record for it no longer."""
    if not why.strip():
        raise Refused(_("请写明为什么排除：谁看过、量了几次。"))
    sighting.why, sighting.closed_at = why.strip(), at
    with transaction.atomic():
        lines = advance([sighting], "rule_out_sighting", flow="sighting", by=by, at=at, also=("why", "closed_at"))
        leave(people=[sighting.person], category=CATEGORY, until_on=day_of(at), by=by, at=at, because=lines[0].id)
    return lines
