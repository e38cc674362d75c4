"""Giving and ending roles, and saying who answers for a unit."""
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from ...days import day_of
from ...journal import actions as journal
from ..models import Assignment, Responsible
from ..roles import ROLES
from ..staffing import places_of, staffing_of
from .adding import CHUNK
from .telling import told


def assign(*, account, role, unit, from_on, by, at, until_on=None, because=None) -> Assignment:
    """Give an account a role at a unit from a day until another; the same again while it is held changes nothing."""
    on = day_of(at)
    staffing = staffing_of(by, on)
    if not (staffing.may_give(role, unit) and staffing.reaches(places_of(account, on) or [Assignment(unit=unit)])):
        raise PermissionDenied(_("这个职责您自己没有，或不在您的辖区里。"))
    if not ROLES[role].fits(unit.level):
        raise ValueError(_("“{role}”不能放在这么大的单位上，请选更小的单位。").format(role=ROLES[role].label))
    with transaction.atomic():
        if standing := Assignment.objects.not_over(on).filter(account=account, role=role, unit=unit).first():
            return standing
        made = Assignment.objects.create(account=account, role=role, unit=unit, from_on=from_on, until_on=until_on)
        journal.write([told("assign", account.pk, by=by, at=at, unit=unit.pk, because=because, role=role)])
    return made


def end_assignment(*, assignment, by, at, because=None):
    """End a role today: it bites at the next request; one that has not begun, or began today, is taken back."""
    on = day_of(at)
    if not staffing_of(by, on).may_close([assignment]):
        raise PermissionDenied(_("这个角色不在您的辖区里，或者权限比您自己的大，请找上一级办。"))
    with transaction.atomic():
        _end(Assignment.objects.filter(pk=assignment.pk), on)
        _end(Responsible.objects.not_over(on).filter(account=assignment.account_id, unit=assignment.unit_id), on)
        journal.write([told("end_assignment", assignment.account_id, by=by, at=at, because=because, unit=assignment.unit_id,
                            role=assignment.role)])


def _end(rows, on):
    rows.filter(from_on__gte=on).delete()
    rows.update(until_on=on)


def appoint(*, unit, account, by, at, because=None):
    """From today on this account answers for the unit, and whoever did before no longer does."""
    appoint_all(pairs=[(unit, account)], by=by, at=at, because=because)


def appoint_all(*, pairs, by, at, because=None):
    """The same for many pairs of unit and account, in chunks."""
    on = day_of(at)
    if not staffing_of(by, on).reaches([Assignment(unit=unit) for unit, _account in pairs]):
        raise PermissionDenied(_("这个单位不在您的辖区里。"))
    for start in range(0, len(pairs), CHUNK):
        chunk = pairs[start:start + CHUNK]
        with transaction.atomic():
            _end(Responsible.objects.not_over(on).filter(unit__in=[unit.pk for unit, _account in chunk]), on)
            Responsible.objects.bulk_create([Responsible(unit=unit, account=account, from_on=on) for unit, account in chunk])
            journal.write([told("appoint", account.pk, by=by, at=at, unit=unit.pk, because=because) for unit, account in chunk])
