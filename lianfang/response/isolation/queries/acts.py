"""Who put whom under what, and by which row: every measure begun or lengthened in a time, with the person behind it."""
from dataclasses import dataclass
from datetime import datetime

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import since
from lianfang.ground.journal.models import Line

from ..models import Order
from ..words import reason_word

BEGUN = ("isolation.issue", "isolation.extend")
LONGEST = 40  # steps of a chain of causes; none is longer


@dataclass(slots=True)
class Act:
    """A measure begun or lengthened: the order, when, and who first set it going (None: the program alone)."""

    order: Order
    at: datetime
    verb: str
    officer: int | None

    @property
    def reason(self) -> str:
        """Document and clause of the row, or the exception's reason."""
        deviation, verdict = self.order.deviation, self.order.verdict
        return reason_word(deviation.reason) if deviation else f"{verdict.document} {verdict.clause}"

    @property
    def row(self) -> tuple[str, int]:
        """Version and number of the row."""
        return self.order.verdict.version, self.order.verdict.row


def acts_between(begin, end) -> list[Act]:
    """Measures begun or lengthened in a half-open time, within the reader's scope, oldest first."""
    lines = list(Line.objects.filter(pk__gte=since(begin), verb__in=BEGUN, at__gte=begin, at__lt=end).order_by("at", "id"))
    related = ("verdict", "deviation", "unit", "person")
    orders = {one.pk: one for one in Order.objects.filter(pk__in={told.record for told in lines}).select_related(*related)}
    lines = [told for told in lines if told.record in orders]
    first = _officers(lines)
    return [Act(orders[told.record], told.at, told.verb, first.get(told.pk)) for told in lines]


def _officers(lines) -> dict:
    """By line the first person on its chain of causes: what the system does, somebody set going."""
    people = set(Account.objects.of_people().values_list("pk", flat=True))
    found = {told.pk: told.by for told in lines if told.by in people}
    climbing = {told.pk: told.because for told in lines if told.pk not in found and told.because}
    for _step in range(LONGEST):
        if not climbing:
            break
        causes = {told.pk: told for told in Line.objects.filter(pk__in=set(climbing.values()))}
        found |= {pk: causes[cause].by for pk, cause in climbing.items() if cause in causes and causes[cause].by in people}
        climbing = {pk: causes[cause].because for pk, cause in climbing.items()
                    if pk not in found and cause in causes and causes[cause].because}
    return found
