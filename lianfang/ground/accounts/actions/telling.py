"""How the journal tells of accounts, by their number, never by name, login or phone; and how their owners are told."""
from ...journal import line
from ..models import Notice


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
