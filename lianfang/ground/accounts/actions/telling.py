"""How the journal tells of accounts, by their number, never by name, login or phone; and how their owners are told."""
from django.db import transaction

from ...journal import actions as journal
from ...journal import line
from ..models import SYSTEM, Notice
from ..queries import named


def told(verb, account_id, *, by, at, unit=None, because=None, **more):
    """A line about an account; `unit` is a unit's id."""
    content = {"account": account_id, **more}
    return line(f"accounts.{verb}", kind="account", record=None, by=by.id, at=at, unit=unit, because=because, data=content)


def warned(account, verb, *, by, at):
    """Somebody else changed how this account signs in: its owner reads it at the next sign-in."""
    if account.pk != by.pk:
        Notice.objects.create(account=account, verb=verb, by=by, at=at)


def read_notices(*, account, at) -> list[Notice]:
    """What its owner has not been told yet; now he is."""
    found = list(account.notices.filter(told_at=None).select_related("by").order_by("at"))
    if found:
        Notice.objects.filter(pk__in=[notice.pk for notice in found]).update(told_at=at)
    return found


def tell_shut(*, account, tried, at):
    """Wrong tries have shut a door of an account for a while: it is written down, and its owner reads it when he comes in."""
    system = named(SYSTEM)
    with transaction.atomic():
        warned(account, "shut", by=system, at=at)
        journal.write([told("shut", account.pk, by=system, at=at, tried=tried)])
