"""New accounts with their first assignments: nobody gets a password here, only a slip lets them choose one."""
from django.contrib.auth.hashers import make_password
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from ...days import day_of
from ...journal import actions as journal
from ..logins import Logins
from ..models import Account, Assignment, Responsible, phone_key
from ..staffing import staffing_of
from .telling import told

CHUNK = 300  # rows a transaction: others wait for the write lock no longer than 0.2 s


def add_accounts(*, drafts, by, at, because=None) -> list[Account]:
    """Add what is new in each draft, in chunks; returns the accounts. Refused when `by` may not give one of the posts."""
    staffing = staffing_of(by, day_of(at))
    if not all(staffing.may_give(post.role, post.unit) for draft in drafts for post in draft.posts):
        raise PermissionDenied(_("这些职责里有您自己没有的，或不在您的辖区里。"))
    logins = Logins()
    for start in range(0, len(drafts), CHUNK):
        with transaction.atomic():
            _write(drafts[start:start + CHUNK], logins, by, at, because)
    return [draft.account for draft in drafts]


def _write(drafts, logins, by, at, because):
    fresh = [draft for draft in drafts if draft.account is None]
    made = Account.objects.bulk_create([_account(draft, logins) for draft in fresh])
    for draft, account in zip(fresh, made, strict=True):
        draft.account = account
    posts = [(draft.account, post) for draft in drafts for post in draft.posts]
    Assignment.objects.bulk_create([Assignment(role=post.role, **_held(account, post)) for account, post in posts])
    Responsible.objects.bulk_create([Responsible(**_held(account, post)) for account, post in posts if post.answers])
    journal.write([told("add", d.account.pk, by=by, at=at, because=because, unit=d.posts[0].unit.pk if d.posts else None) for d in fresh])
    journal.write([told("assign", account.pk, by=by, at=at, because=because, unit=post.unit.pk, role=post.role, answers=post.answers)
                   for account, post in posts])


def _account(draft, logins):
    return Account(login=draft.login.lower() or logins.fresh(draft.name), name=draft.name, phone=draft.phone,
                   phone_blind=phone_key(draft.phone), password=make_password(None), is_demo=draft.is_demo)


def _held(account, post):
    return {"account": account, "unit": post.unit, "from_on": post.from_on, "until_on": post.until_on}
