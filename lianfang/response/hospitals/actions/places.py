"""A hospital comes onto the register, changes, and goes off it; with it begins and ends what it owes."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.registers.territory.actions import add_places
from lianfang.registers.territory.actions.places import PlaceFault

from ..models import Hospital, Problem, Week
from .days import begin_day
from .reviewing import waive

SAID = ("title", "kind", "grade", "has_fever_clinic", "is_designated", "beds", "office_phone")


@everything()
def put_up_hospital(*, village, by, at, **said) -> Hospital:
    """A hospital in a village or town quarter: its grounds become a place of the tree, where its own people hold their role; its first
    week begins. Raises Refused where that place has one already."""
    with transaction.atomic():
        one = Hospital(unit=_grounds(village, said["title"], by, at), from_on=day_of(at), **said)
        _save(one, "hospitals.put_up_hospital", by, at, {"kind": one.kind})
        begin_day(hospitals=[one], by=by, at=at)
    return one


def _grounds(village, title, by, at) -> Unit:
    standing = Unit.objects.filter(parent=village, level="compound", name=title, until_on=None).first()
    if standing:
        return standing
    try:
        return add_places(parent=village, level="compound", names=[title], by=by, at=at)[0]
    except PlaceFault as wrong:
        raise Refused(str(wrong)) from None


@everything()
def change_hospital(*, hospital, by, at, **said) -> Hospital:
    """Another title, grade, phone, fever clinic or number of isolation beds."""
    changed = sorted(name for name in SAID if name in said and getattr(hospital, name) != said[name])
    for name in changed:
        setattr(hospital, name, said[name])
    return _save(hospital, "hospitals.change_hospital", by, at, {"changed": changed})


@everything()
def take_down_hospital(*, hospital, by, at) -> Hospital:
    """It owes nothing from today on: unsent reports are waived; problems found must be closed first."""
    if Problem.objects.filter(hospital=hospital, closed_at=None).exists():
        raise Refused(_("还有没销号的问题，请先核销，再撤销这家医院。"))
    if Week.objects.filter(hospital=hospital, state="submitted").exists():
        raise Refused(_("还有没审核的周报，请先审核，再撤销这家医院。"))
    with transaction.atomic():
        hospital.until_on = day_of(at)
        _save(hospital, "hospitals.take_down_hospital", by, at, {})
        for week in Week.objects.filter(hospital=hospital, state__in=("draft", "returned")):
            waive(week=week, why=_("医院已撤销"), by=by, at=at)
    return hospital


def _save(one, verb, by, at, told):
    try:
        with transaction.atomic():
            if one._state.adding:
                rows.insert([one])
            else:
                one.save()
            journal.write([line(verb, kind="hospital", record=one.pk, by=by.id, at=at, unit=one.unit_id, data=told)])
    except IntegrityError:
        raise Refused(_("这里已经登记了一家医院。")) from None
    return one
