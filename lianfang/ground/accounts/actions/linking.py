"""Linking an account to a subject of the county's sign-on, and taking the link away."""
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ...journal import actions as journal
from ..models import Session
from ..proofs.links import PROVIDER
from ..staffing import Staffing, place_within
from .telling import told, warned


def link(*, account, subject, by, at, because=None):
    """From now on this subject opens the account, as a password does; one account a subject, one subject an account."""
    unit = _unit_of(account, by, at)
    try:
        with transaction.atomic():
            SocialAccount.objects.filter(provider=PROVIDER, user=account).delete()
            SocialAccount.objects.create(provider=PROVIDER, user=account, uid=subject)
            warned(account, "link", by=by, at=at)
            journal.write([told("link", account.pk, by=by, at=at, unit=unit, because=because)])
    except IntegrityError:
        raise ValidationError(_("这个统一登录编号已经连着别的账号。")) from None


def unlink(*, account, by, at, because=None):
    """The subject opens it no more, and whoever is signed in is out."""
    unit = _unit_of(account, by, at)
    with transaction.atomic():
        SocialAccount.objects.filter(provider=PROVIDER, user=account).delete()
        Session.objects.filter(account=account).delete()
        warned(account, "unlink", by=by, at=at)
        journal.write([told("unlink", account.pk, by=by, at=at, unit=unit, because=because)])


def _unit_of(account, by, at):
    """Where the account stands; whoever links it could come in by it, so nobody links more than he holds himself."""
    return place_within(account, by, at, allowed=Staffing.may_take_over)
