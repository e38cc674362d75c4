"""Whole names for a phone: of those its holder has something to do for, for a reason that is written down; all others stay masked."""
import hashlib
from datetime import datetime, timedelta
from uuid import UUID

from django.core import signing
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import reach_of
from lianfang.ground.days import day_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.queries import turns_of
from lianfang.registers.people import actions, queries
from lianfang.registers.people.models import Person

from .door import Refusal

SALT = "api.names"


def names(request, area, asked) -> dict:
    """The whole names of the people of one's turns in an area, where one may open them; told to the journal whenever they have changed.

    `asked.reason` for the first time; afterwards `asked.goes_on`, which the first answer gave, until the reason's minutes are over.
    """
    if "open" not in request.rights:
        raise Refusal(403, _("您没有看全名的权限。"), mend="reason")
    reason, since, first = (asked.reason, request.at, None) if asked.reason else _of(asked.goes_on, request.user, area)
    people = _people(request, area)
    found = {str(one.pk): one.name for one in people}
    digest = hashlib.sha256(repr(sorted(found.items())).encode()).hexdigest()[:16]
    minutes = queries.minutes_for(queries.CARRY, reason, day_of(since)) or 0
    answer = {"at": request.at, "until": since + timedelta(minutes=minutes), "digest": digest, "names": None, "goes_on": asked.goes_on}
    if asked.have == digest and not asked.reason:
        return answer
    try:
        line = actions.carry_names(people=people, reason=reason, since=since, unit=area, by=request.user, at=request.at, because=first)
    except Refused as refused:
        raise Refusal(403, str(refused), field="reason", mend="reason") from None
    told = [request.user.pk, area.pk, reason, since.isoformat(), str(first or line)]
    return answer | {"names": found, "goes_on": signing.dumps(told, salt=SALT)}


def _of(text, account, area) -> tuple[str, datetime, UUID]:
    """The reason given before, when, and its line; raises Refusal where it was given by somebody else, or for another area."""
    try:
        who, where, reason, since, line = signing.loads(text, salt=SALT)
    except (signing.BadSignature, ValueError):
        who = where = None
    if (who, where) != (account.pk, area.pk):
        raise Refusal(403, _("请先选一个理由。"), field="reason", mend="reason")
    return reason, datetime.fromisoformat(since), UUID(line)


def _people(request, area) -> list[Person]:
    mine = turns_of(request.user, request.assignments, request.at).filter(unit__path__under=area.path, subject__isnull=False)
    found = Person.objects.filter(unit__path__under=area.path, pk__in=set(mine.values_list("subject", flat=True)))
    opened = reach_of(request.assignments, "open")
    return [one for one in found.select_related("unit").order_by("pk") if opened.covers(one.unit.path)]
