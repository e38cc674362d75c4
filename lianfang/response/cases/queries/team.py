"""Who investigates what: the team by name, with what is open, due, overdue and done."""
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.accounts.roles import holders
from lianfang.ground.days import day_of
from lianfang.ground.workflow.models import Turn

from ..models import Case, Inquiry
from ..models.case import INVESTIGATED


@dataclass(slots=True)
class Load:
    """One of the team (None: nobody yet): open investigations, of them overdue, the next due; forms and reports done."""

    account: Account | None
    open: int = 0
    overdue: int = 0
    next_due: datetime | None = None
    basic: int = 0
    full: int = 0
    reports: int = 0

    @property
    def forms(self) -> int:
        """Parts of the form that were finished."""
        return self.basic + self.full


def team(on) -> list[Account]:
    """The accounts that hold the right to investigate on a day, by name."""
    held = Assignment.objects.in_force(on).filter(role__in=holders("investigate"), account__is_active=True)
    return list(Account.objects.of_people().filter(pk__in=held.values("account")).order_by("name", "pk"))


def loads(at, since=None) -> list[Load]:
    """The load of each of the team, the most open first, nobody's on top; what was done is counted from a moment on, or altogether."""
    by = {account.pk: Load(account) for account in team(day_of(at))}
    by[None] = Load(None)
    case_of = dict(Case.objects.filter(state__in=INVESTIGATED).values_list("pk", "investigator_id"))
    dues = dict(Turn.objects.open().filter(flow="case", record__in=case_of).values_list("record", "due"))
    for record, holder in case_of.items():
        load = by.setdefault(holder, Load(Account.objects.get(pk=holder)) if holder else Load(None))
        load.open += 1
        due = dues.get(record)
        load.overdue += bool(due and due < at)
        load.next_due = min(filter(None, (load.next_due, due)), default=None)
    for name, field in (("basic", "basic"), ("full", "full"), ("reports", "written")):
        _count(by, name, field, since)
    first = [by[None]] if by[None].open else []
    return first + sorted((one for pk, one in by.items() if pk), key=lambda one: (-one.open, -one.forms, one.account.name))


def _count(by, name, field, since):
    done = Inquiry.objects.filter(~Q(**{f"{field}_at": None}))
    if since:
        done = done.filter(**{f"{field}_at__gte": since})
    for holder, number in Counter(done.values_list(f"{field}_by", flat=True)).items():
        setattr(by.setdefault(holder, Load(Account.objects.get(pk=holder))), name, number)


def open_investigations():
    """The cases somebody has still to investigate, the oldest report first."""
    return Case.objects.filter(state__in=INVESTIGATED).select_related("person", "unit", "investigator").order_by("reported_at")
