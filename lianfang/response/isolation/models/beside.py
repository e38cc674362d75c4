"""What stands beside an order: test results, reviews of what the table left open, hand-overs."""

from django.db import models
from django.db.models import Q

from lianfang.ground.accounts.models import Account
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.registers.people.models import Person

from .order import Order
from .shared import OfPerson, scoped


class Result(models.Model):
    """A test result entered by the minder, with what it was read from; the outcome lies encrypted."""

    kept = Kept("health", about="order__person", closed="order__closed_at", blanks={"outcome": "", "evidence": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    order = models.ForeignKey(Order, models.CASCADE, related_name="results")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    taken_on = models.DateField()
    outcome = SealedText("isolation.result")
    evidence = SealedText("isolation.evidence")
    recorded_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    because = models.UUIDField(null=True)

    objects = scoped()

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.order.person_id


class Review(OfPerson, models.Model):
    """A verdict the table left to a person: facts are completed, then the table decides again, on the open `order` if it questions one."""

    kept = Kept("emergency", about="person", blanks={})
    id = models.UUIDField(primary_key=True, default=uuid7)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    verdict = models.ForeignKey(Verdict, models.PROTECT, related_name="+")
    order = models.ForeignKey(Order, models.PROTECT, null=True, related_name="+", db_index=False)
    state = models.CharField(max_length=10, default="open")
    asked_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = scoped()


class Handover(OfPerson, models.Model):
    """An order offered to another unit (`unit`); it runs on where it is until the receipt, and the clock is kept (S0-09)."""

    kept = Kept("emergency", about="order__person", blanks={"reason": ""}, places=("unit", "giver"))
    id = models.UUIDField(primary_key=True, default=uuid7)
    order = models.ForeignKey(Order, models.CASCADE, related_name="handovers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    giver = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, default="offered")
    reason = SealedText("isolation.handover_reason")
    offered_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    offered_at = models.DateTimeField()
    answered_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    answered_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = scoped()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["order"], condition=Q(state="offered"), name="one_open_handover_an_order")]
