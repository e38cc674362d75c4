"""The exception to the table: another measure for a while, or none, by two persons of different units, with an end."""

from django.db import models
from django.db.models import F, Q

from lianfang.ground.accounts.models import Account
from lianfang.ground.days import day_start
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.registers.people.models import Person

from .order import Order
from .shared import OfPerson, scoped


class Deviation(OfPerson, models.Model):
    """What is asked for `order`: `measure` ("none": no measure) for a reason of the closed list, whose row `verdict` keeps.

    It binds from its approval until `expires_at`; then the table's own verdict holds again.
    """

    kept = Kept("emergency", about="order__person", blanks={"evidence": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    order = models.ForeignKey(Order, models.PROTECT, related_name="deviations")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    measure = models.CharField(max_length=30)
    reason = models.CharField(max_length=30)
    evidence = SealedText("isolation.deviation_evidence")
    verdict = models.ForeignKey(Verdict, models.PROTECT, related_name="+", db_index=False)
    state = models.CharField(max_length=15, default="asked")
    asked_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    asked_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    asked_at = models.DateTimeField()
    approved_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    approved_unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", db_index=False)
    approved_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = scoped()

    @property
    def stands_until(self):
        """Until when it may be said to stand: never past the end of the order it stands beside."""
        return self.expires_at and min(self.expires_at, day_start(self.order.until_on))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(ended_at=None), name="one_open_deviation_a_person"),
            models.CheckConstraint(
                condition=Q(approved_at=None) | (Q(expires_at__gt=F("approved_at")) & ~Q(approved_by=F("asked_by"))
                                                 & ~Q(approved_unit=F("asked_unit"))),
                name="deviation_by_two_with_an_end",
            ),
        ]
        indexes = [models.Index(fields=["expires_at"], condition=Q(ended_at=None), name="deviation_expiring")]
