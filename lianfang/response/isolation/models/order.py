"""The order: one person under one measure at one place, and the ends and places it had."""

from datetime import timedelta

from django.db import models
from django.db.models import Q

from lianfang.ground.accounts.models import Account
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.registers.people.models import Person

from .shared import ISOLATED, ONE_TO_ONE, OfPerson, scoped


class OrderRows(models.QuerySet):
    """Query words on orders."""

    def known(self, at):
        """Issued up to a moment."""
        return self.filter(issued_at__lte=at)

    def active(self, at=None):
        """Not closed now, or at a past moment."""
        return self.filter(closed_at=None) if at is None else self.known(at).filter(Q(closed_at=None) | Q(closed_at__gt=at))

    def watched(self, how):
        """As the row says, one_to_one or by_door; "nobody": one to one, and still without a minder."""
        if how == "nobody":
            return self.filter(verdict__result__minding=ONE_TO_ONE, minder=None)
        return self.filter(verdict__result__minding=how)


class Order(OfPerson, models.Model):
    """One person under one measure at one place, in force from a day up to (not including) the day after the last.

    Days are counted from `base_on`, which is day 0; day `days` is the last. `later`: a milder measure of another row that holds longer, and
    takes over at the release.
    """

    kept = Kept("emergency", about="person", closed="closed_at", blanks={"origin": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    measure = models.CharField(max_length=30)
    verdict = models.ForeignKey(Verdict, models.PROTECT, related_name="+")
    deviation = models.ForeignKey("isolation.Deviation", models.PROTECT, null=True, related_name="stands_in", db_index=False)
    state = models.CharField(max_length=20, default="issued")
    base_on = models.DateField()
    days = models.PositiveSmallIntegerField()
    from_on = models.DateField()
    until_on = models.DateField()
    test_days = models.JSONField(default=list)
    release = models.JSONField(default=list)
    later = models.JSONField(null=True)
    is_from_abroad = models.BooleanField(default=False)
    origin = models.CharField(max_length=60, blank=True, default="")
    minder = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    issued_at = models.DateTimeField()
    served_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = scoped(OrderRows)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "serial"], name="one_order_a_number"),
            models.UniqueConstraint(fields=["person"], condition=Q(closed_at=None), name="one_open_order_a_person"),
            models.CheckConstraint(condition=Q(until_on__gt=models.F("from_on")), name="order_has_an_end"),
        ]
        indexes = [models.Index(fields=["unit"], condition=Q(closed_at=None), name="order_open"),
                   models.Index(fields=["closed_at"], name="order_closed"), models.Index(fields=["issued_at"], name="order_issued")]

    @property
    def last_on(self):
        """The last day, which ends at 24:00."""
        return self.until_on - timedelta(days=1)

    def day_number(self, on) -> int:
        """Which day it is: the base day (the last exposure or the arrival, as the table's row says) is day 0."""
        return (on - self.base_on).days

    def day_of_number(self, number):
        """The calendar day of a day number."""
        return self.base_on + timedelta(days=number)

    @property
    def minding(self) -> str:
        """How the row has this person watched: one_to_one, by_door, or as the place does ("")."""
        return self.verdict.result.get("minding") or ""

    @property
    def lacks_minder(self) -> bool:
        """Watched one to one, and still by nobody."""
        return self.minder_id is None and self.minding == ONE_TO_ONE

    @property
    def is_isolated(self) -> bool:
        """Whether the person may not leave home or site."""
        return self.measure in ISOLATED


class FormerEnd(models.Model):
    """The end an order had until it was moved: a past moment is told by what was known then."""

    kept = Kept("emergency", about="order__person", blanks={}, places=())
    order = models.ForeignKey(Order, models.CASCADE, related_name="former_ends")
    until_on = models.DateField()
    moved_at = models.DateTimeField(db_index=True)


class FormerPlace(models.Model):
    """The unit at which a record of this loop stood until it was moved: a past moment counts it where it was then."""

    kept = Kept("emergency", record="record", blanks={})
    record = models.UUIDField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    moved_at = models.DateTimeField(db_index=True)
