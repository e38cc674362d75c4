"""Who else was at a place while a case was there: a list of it, kept as a stay of each."""
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.units.queries import above
from lianfang.ground.workflow import Refused
from lianfang.registers.people.actions import Somebody, enrol

from ..models import Stay
from .category import CATEGORY
from .deciding import recompute


@dataclass(slots=True)
class Present:
    """Somebody who was there, and in which row he sat."""

    who: Somebody
    row: int | None = None


@everything()
def add_present(*, index, stay, present, by, at) -> list[Stay]:
    """Keep that these people were where the person of an index was, for as long as he was (a `stay` of his); each is a proposal from then
    on, known ones are not recorded twice. Raises Refused, by name, for who was elsewhere at that time, and for the index himself.
    """
    if stay.person_id != index.person_id:
        raise Refused(_("这一处不是这个病例的行程，请刷新再看。"))
    try:
        return _kept(index, stay, present, by, at)
    except IntegrityError:  # somebody new was told twice at once: now he is known
        return _kept(index, stay, present, by, at)


def _kept(index, stay, present, by, at) -> list[Stay]:
    with transaction.atomic():
        fresh = [made for one in present if (made := _stay(index, stay, one, by, at))]
        told = [line("tracing.add_present", kind="stay", record=one.pk, by=by.id, at=at, unit=index.unit_id, subject=one.person_id,
                     because=index.because, data={"on": one.on.isoformat()}) for one in fresh]
        for one, each in zip(fresh, told, strict=True):
            one.because = each.id
        journal.write(told)
        rows.insert(fresh)
        if fresh:
            recompute(index=index, by=by, at=at)
    return fresh


def _stay(index, stay, one, by, at) -> Stay | None:
    """His stay; none where it is known that he was there."""
    county = (above(index.unit, "county") or index.unit).pk  # where somebody stands who cannot be placed at a door
    [person] = enrol(told=[one.who], unit_id=county, category=CATEGORY, source=gettext_noop("流调：场所名单"), on=stay.on, by=by, at=at,
                     because=index.because)
    if person.pk == index.person_id:
        raise Refused(_("{name} 就是病例本人。").format(name=one.who.name))
    for other in Stay.objects.filter(person=person, on=stay.on, from_at__lt=stay.until_at, until_at__gt=stay.from_at):
        if other.spot_id == stay.spot_id:
            return None
        raise Refused(_("{name} 这段时间已经记在别的地方，请先核对。").format(name=one.who.name))
    return rows.fresh(Stay, person_id=person.pk, spot_id=stay.spot_id, on=stay.on, from_at=stay.from_at, until_at=stay.until_at,
                      activity=stay.activity, row=one.row, source="roster")
