"""How far the reader staffs: accounts and units outside are not there (404), as if they did not exist."""
from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils.translation import gettext as _

from lianfang.ground.accounts.intake import Wrong
from lianfang.ground.accounts.intake.places import Places
from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.queries import accounts_within
from lianfang.ground.accounts.staffing import Staffing
from lianfang.ground.days import today
from lianfang.ground.units.models import Unit


def staffing(request) -> Staffing:
    """What the reader may do with the accounts of others."""
    return Staffing(request.user, tuple(request.assignments))


def account_or_404(request, pk) -> Account:
    """An account the reader staffs."""
    found = accounts_within(staffing(request).reach, today()).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def unit_or_404(request, pk) -> Unit:
    """A unit the reader staffs."""
    found = Unit.objects.filter(pk=pk, path__under=staffing(request).reach).first()
    if found is None:
        raise Http404
    return found


def unit_named(request, text) -> Unit:
    """The unit somebody typed; a complaint for the form when there is none within reach."""
    reach = staffing(request).reach
    try:
        unit = Places(today()).find(text.strip(), reach)
    except Wrong as wrong:
        raise ValidationError(wrong.message) from None
    if not reach.covers(unit.path):
        raise ValidationError(_("这个单位不在您的辖区里。"))
    return unit


def chosen_unit(request) -> tuple[Unit | None, str]:
    """The unit a page was asked for, or what is wrong with it; nothing typed is all one staffs."""
    typed = (request.POST or request.GET).get("unit", "").strip()
    try:
        return (unit_named(request, typed) if typed else None), ""
    except ValidationError as wrong:
        return None, wrong.messages[0]
