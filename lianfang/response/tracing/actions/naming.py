"""A contact who is named: by the case, by his family, by a list; recorded once, under his category, with what is said of it."""
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.units.queries import above
from lianfang.ground.workflow import Refused
from lianfang.registers.people.actions import Somebody, enrol

from ..models import Exposure
from .category import CATEGORY
from .deciding import recompute


@dataclass(slots=True)
class Named:
    """Somebody named, and how he was exposed; `elsewhere` is the county that would take him over."""

    who: Somebody
    ground: str
    from_on: date
    until_on: date
    elsewhere: str = ""
    near: str = "unknown"
    protection: str = "unknown"
    minutes: int | None = None
    note: str = ""


@everything()
def name_contact(*, index, named, by, at) -> Exposure:
    """Record whom somebody named, and his exposure; he is a proposal from then on. Who is known by his number, or by name and phone, is not
    recorded twice. Raises Refused for a number that bears another name, for the index himself, and for days that cannot be.
    """
    if named.until_on < named.from_on or named.until_on > day_of(at):
        raise Refused(_("接触日期不对：末次接触不早于首次，也不晚于今天。"))
    if named.until_on < index.from_on:
        says = _("末次接触早于 {day}，不在要排查的日子里。")
        raise Refused(says.format(day=index.from_on.isoformat()))
    try:
        return _named(index, named, by, at)
    except IntegrityError:  # somebody new was named twice at once: now he is known
        return _named(index, named, by, at)


def _named(index, one, by, at) -> Exposure:
    county = (above(index.unit, "county") or index.unit).pk  # where somebody stands who cannot be placed at a door
    with transaction.atomic():
        [person] = enrol(told=[one.who], unit_id=county, category=CATEGORY, source=gettext_noop("流调：有人讲述"),
                         on=one.from_on, by=by, at=at, because=index.because)
        if person.pk == index.person_id:
            raise Refused(_("这就是病例本人。"))
        made = Exposure(index=index, person=person, ground=one.ground, from_on=one.from_on, until_on=one.until_on, near=one.near,
                        protection=one.protection, minutes=one.minutes, elsewhere=one.elsewhere, note=one.note, by=by, at=at)
        told = line("tracing.name_contact", kind="exposure", record=made.pk, by=by.id, at=at, unit=index.unit_id, subject=person.pk,
                    because=index.because, data={"ground": one.ground})
        made.because = told.id
        made.save(force_insert=True)
        journal.write([told])
        recompute(index=index, by=by, at=at)
    return made
