"""Two people are two: whoever handed another his account, his role or his slip a few days ago is no second person beside him."""
from datetime import timedelta

from django.utils.translation import gettext as _

from ...accounts.models import Account
from ...days import day_of
from ...ids import since
from ...journal.models import Line
from .. import current
from .refused import Refused

TABLE = "apart"
VERBS = [f"accounts.{verb}" for verb in ("add", "assign", "renew_slip", "unlock", "reset_factors", "link", "reactivate")]


def is_of(first: int, second: int, at) -> bool:
    """Whether one of two accounts (by id) made or opened the other within the table's days (it, a role of it, or its door), himself
    or through people whose accounts he made or opened."""
    rule = _rule(at)
    return first != second and _is_of(first, second, _handed(rule, at), rule["hands"])


def check_apart(by, *others, at):
    """Raise Refused where `by` would be the second person beside somebody (ids) whose account he handed out, or who handed him his."""
    if by.is_program:
        return
    rule, found = _rule(at), Account.objects.of_people().filter(pk__in=[one for one in others if one]).exclude(pk=by.pk)
    handed = _handed(rule, at)
    if any(_is_of(other, by.pk, handed, rule["hands"]) for other in found.values_list("pk", flat=True)):
        said = _("批准人的账号（角色、登录条）是申请人 {days} 天内经手的（转过几道手的也算），或者反过来：请另一位不相干的同事来批准。")
        raise Refused(said.format(days=rule["days"]))


def _rule(at) -> dict:
    return current.decide(TABLE, {"what": "handed"}, on=day_of(at)).result


def _handed(rule, at) -> list[tuple[int, int]]:
    """Who handed which account within the days."""
    begin = at - timedelta(days=rule["days"])
    lines = Line.objects.filter(pk__gte=since(begin), kind="account", verb__in=VERBS, at__gt=begin)
    return [(by, told.get("account")) for by, told in lines.values_list("by", "data")]


def _is_of(first, second, handed, most) -> bool:
    return first in _hands(second, handed, most) or second in _hands(first, handed, most)


def _hands(account, handed, most) -> set[int]:
    """Through whose hands an account went: who handed it, who handed him his, and so on, at most so many times."""
    found = {account}
    for _hand in range(most):
        found |= {by for by, to in handed if to in found}
    return found
