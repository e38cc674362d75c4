"""What waits on an order until somebody has done it: checks, alarms, needs."""

from django.db import models

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.registers.people.models import Person

from .order import Order
from .shared import HALVES, NEEDS, Minded, OfPerson, scoped


class Check(OfPerson, Minded, models.Model):
    """A morning's or evening's health check of one person: generated ahead, filled at the door."""

    kept = Kept("health", about="order__person", closed="order__closed_at", blanks={"temperature": None, "symptoms": "", "note": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    order = models.ForeignKey(Order, models.CASCADE, related_name="checks", db_index=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    minder = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    on = models.DateField()
    half = models.CharField(max_length=2, choices=list(HALVES.items()))
    due = models.DateTimeField()
    state = models.CharField(max_length=10, default="due")
    temperature = models.FloatField(null=True)
    symptoms = models.CharField(max_length=60, blank=True, default="")
    is_alarming = models.BooleanField(default=False)
    is_own = models.BooleanField(default=False)  # told by the person himself
    note = SealedText("isolation.check_note")
    recorded_at = models.DateTimeField(null=True)
    lapsed_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField()
    because = models.UUIDField(null=True)

    objects = scoped()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["order", "on", "half"], name="one_check_a_half_day")]
        indexes = [models.Index(fields=["on", "half", "unit"], name="check_of_day")]

    @property
    def day_number(self) -> int:
        """Which day of its order it belongs to."""
        return self.order.day_number(self.on)


class SecondReading(OfPerson, models.Model):
    """A check that was filled already, measured again: both stand, the first is not overwritten; one by each side."""

    kept = Kept("health", about="first__order__person", closed="first__order__closed_at")
    id = models.UUIDField(primary_key=True, default=uuid7)
    first = models.ForeignKey(Check, models.CASCADE, related_name="second_readings")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    temperature = models.FloatField()
    symptoms = models.CharField(max_length=60, blank=True, default="")
    is_alarming = models.BooleanField(default=False)
    is_own = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    because = models.UUIDField(null=True)

    objects = scoped()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["first", "is_own"], name="one_second_reading_a_side")]

    @property
    def order_id(self):
        """The order of its check."""
        return self.first.order_id


class Alarm(OfPerson, models.Model):
    """A fever, a symptom or a positive test of somebody under an order: answered within the hour."""

    kept = Kept("health", about="order__person", closed="order__closed_at", blanks={"temperature": None, "symptoms": "", "answer": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    order = models.ForeignKey(Order, models.CASCADE, related_name="alarms")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=20)
    temperature = models.FloatField(null=True)
    symptoms = models.CharField(max_length=60, blank=True, default="")
    state = models.CharField(max_length=10, default="open")
    raised_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answer = SealedText("isolation.alarm_answer")
    because = models.UUIDField(null=True)

    objects = scoped()


class Need(OfPerson, Minded, models.Model):
    """What somebody under an order lacks: food, medicine, a doctor."""

    kept = Kept("health", about="order__person", closed="order__closed_at", blanks={"wish": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    order = models.ForeignKey(Order, models.CASCADE, related_name="needs")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    minder = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    kind = models.CharField(max_length=10, choices=list(NEEDS.items()))
    wish = SealedText("isolation.need")
    state = models.CharField(max_length=10, default="open")
    asked_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = scoped()
