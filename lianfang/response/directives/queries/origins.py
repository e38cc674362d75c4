"""What became of what somebody decided, found or ordered elsewhere: its tasks counted by the record they came from, and its directive."""
from dataclasses import dataclass

from django.db.models import Count, Q, Subquery, Value

from lianfang.ground.accounts.scope import everything

from ..models import OPEN, Directive, Task

ENDED = ("excused", "withdrawn")


@dataclass(frozen=True, slots=True)
class Progress:
    """Of the tasks of one record: how many, how many closed, open, and past their term; what was excused or withdrawn is left out."""

    given: int = 0
    closed: int = 0
    open: int = 0
    late: int = 0

    def __add__(self, other):
        return Progress(self.given + other.given, self.closed + other.closed, self.open + other.open, self.late + other.late)


@everything()
def progress_of(origins, at) -> dict:
    """By record (ids): counts only, past the scope, since who decided together may know what became of it."""
    rows = _whole().filter(origin__in=list(origins)).values("origin").annotate(
        given=Count("pk"), closed=Count("pk", filter=Q(state="closed")), open=Count("pk", filter=Q(state__in=OPEN)),
        late=Count("pk", filter=Q(state__in=OPEN, due_at__lte=at))).order_by()
    return {row.pop("origin"): Progress(**row) for row in rows}


def counts_of(origins) -> tuple[Subquery, Subquery]:
    """How many tasks came from the records of a query of ids, and how many of them are closed: two parts of another query."""
    given = _whole().filter(origin__in=origins)
    return _count(given), _count(given.filter(state="closed"))


def _whole():
    """Tasks that were not split from another, and neither excused nor withdrawn."""
    return Task._base_manager.filter(parent=None).exclude(state__in=ENDED)


def _count(rows) -> Subquery:
    return Subquery(rows.order_by().annotate(all=Value(1)).values("all").annotate(n=Count("pk")).values("n"))


@everything()
def issued_of(origins) -> dict:
    """The directive that was issued of each of these records (ids), where one was."""
    return {one.origin: one for one in Directive.objects.filter(origin__in=list(origins)).order_by("issued_at")}
