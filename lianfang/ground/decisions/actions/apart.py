"""Two people are two: whoever handed another his account, his role or his slip a few days ago is no second person beside him."""
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext as _

from ...accounts.models import Account
from ...days import day_of
from ...ids import floor
from ...journal.models import Line
from .. import current
from .refused import Refused

TABLE = "apart"
VERBS = [f"accounts.{verb}" for verb in ("add", "assign", "renew_slip", "unlock", "reset_factors", "link", "reactivate")]


def is_of(first: int, second: int, at) -> bool:
    """Whether one of two accounts (by id) made or opened the other within the table's days: the account, a role of it, or its door."""
    days = timedelta(days=_days(at))
    either = Q(by=first, data__account=second) | Q(by=second, data__account=first)
    lines = Line.objects.filter(pk__gte=_since(min(at, now()) - days), kind="account", verb__in=VERBS, at__gt=at - days)
    return first != second and lines.filter(either).exists()


def check_apart(by, *others, at):
    """Raise Refused where `by` would be the second person beside somebody (ids) whose account he handed out, or who handed him his."""
    if by.is_program:
        return
    if any(is_of(other.pk, by.pk, at) for other in Account.objects.of_people().filter(pk__in=[one for one in others if one])):
        said = _("批准人的账号（角色、登录条）是申请人 {days} 天内经手的，或者反过来：请另一位不相干的同事来批准。")
        raise Refused(said.format(days=_days(at)))


def _days(at) -> int:
    return current.decide(TABLE, {"what": "handed"}, on=day_of(at)).result["days"]


def _since(moment: datetime):
    """Ids sort by the moment they were made: the journal is read from there on, not from its beginning."""
    return floor(int(moment.timestamp() * 1000))
