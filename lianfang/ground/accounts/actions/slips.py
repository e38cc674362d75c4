"""One-time slips: printed, handed over, used once."""
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from ...days import day_of
from ...journal import actions as journal
from ..models import Slip
from ..slip_codes import new_code, slip_digest
from ..staffing import posts_of, staffing_of
from .adding import CHUNK
from .telling import told, warned


def renew_slips(*, accounts, by, at) -> list[tuple]:
    """A new code for each account, earlier ones end; returns (account, assignment to print, code, end): the codes exist nowhere else."""
    accounts, on = list(accounts), day_of(at)
    posts = posts_of(accounts, on)
    staffing = staffing_of(by, on)
    if not all(account.is_active and not account.is_program and staffing.may_take_over(posts[account.pk]) for account in accounts):
        raise PermissionDenied(_("只能给本单位及以下、职责不超过您自己的账号发登录条。"))
    ends = at + timedelta(days=settings.SLIP_DAYS)
    codes = {account.pk: new_code() for account in accounts}
    for start in range(0, len(accounts), CHUNK):
        with transaction.atomic():
            _write(accounts[start:start + CHUNK], posts, codes, ends, by, at)
    return [(account, next(iter(posts[account.pk]), None), codes[account.pk], ends) for account in accounts]


def _write(accounts, posts, codes, ends, by, at):
    Slip.objects.usable(at).filter(account__in=[a.pk for a in accounts]).update(expires_at=at)
    Slip.objects.bulk_create([Slip(account=a, digest=slip_digest(codes[a.pk]), made_by=by, made_at=at, expires_at=ends) for a in accounts])
    for account in accounts:
        if account.password_at:
            warned(account, "renew_slip", by=by, at=at)
    journal.write([told("renew_slip", a.pk, by=by, at=at, unit=posts[a.pk][0].unit_id if posts[a.pk] else None) for a in accounts])
