"""Orders and what belongs to them: checks, alarms, needs, results, reviews, hand-overs."""
from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.ids import uuid7
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.registers.people.models import Person

HALVES = {"am": _("晨检"), "pm": _("晚检")}
SYMPTOMS = {"fever": _("发热"), "cough": _("咳嗽"), "dry_throat": _("咽干")}
NEEDS = {"food": _("买菜买粮"), "medicine": _("买药"), "medical": _("看病"), "other": _("其他")}
RESULTS = {"negative": _("阴性"), "positive": _("阳性"), "unclear": _("待复测")}
ISOLATED = ("home_quarantine", "central_quarantine")


def scoped(rows=models.QuerySet):
    """A manager that answers only within the reach of whoever asks."""
    return ScopedManager(reach="unit__path__under", _manager_class=models.Manager.from_queryset(rows))


class OrderRows(models.QuerySet):
    """Query words on orders."""

    def known(self, at):
        """Issued up to a moment."""
        return self.filter(issued_at__lte=at)

    def active(self, at=None):
        """Not closed now, or at a past moment."""
        return self.filter(closed_at=None) if at is None else self.known(at).filter(Q(closed_at=None) | Q(closed_at__gt=at))


class Order(models.Model):
    """One person under one measure at one place, in force from a day up to (not including) the day after the last.

    Days are counted from `base_on`, which is day 0; day `days` is the last.
    """

    id = models.UUIDField(primary_key=True, default=uuid7)
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    measure = models.CharField(max_length=30)
    verdict = models.ForeignKey(Verdict, models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, default="issued")
    base_on = models.DateField()
    days = models.PositiveSmallIntegerField()
    from_on = models.DateField()
    until_on = models.DateField()
    test_days = models.JSONField(default=list)
    release = models.JSONField(default=list)
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
    def subject_id(self):
        """Whom it is about."""
        return self.person_id

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
    def is_isolated(self) -> bool:
        """Whether the person may not leave home or site."""
        return self.measure in ISOLATED


class FormerEnd(models.Model):
    """The end an order had until it was moved: a past moment is told by what was known then."""

    order = models.ForeignKey(Order, models.CASCADE, related_name="former_ends")
    until_on = models.DateField()
    moved_at = models.DateTimeField(db_index=True)


class Check(models.Model):
    """A morning's or evening's health check of one person: generated ahead, filled at the door."""

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
    def subject_id(self):
        """Whom it is about."""
        return self.person_id

    @property
    def turn_account_id(self):
        """The turn is the minder's by name."""
        return self.minder_id

    @property
    def day_number(self) -> int:
        """Which day of its order it belongs to."""
        return self.order.day_number(self.on)


class Alarm(models.Model):
    """A fever, a symptom or a positive test of somebody under an order: answered within the hour."""

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

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id


class Need(models.Model):
    """What somebody under an order lacks: food, medicine, a doctor."""

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

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id

    @property
    def turn_account_id(self):
        """The turn is the minder's by name."""
        return self.minder_id


class Result(models.Model):
    """A test result entered by the minder, with what it was read from; the outcome lies encrypted."""

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



class Review(models.Model):
    """A verdict the table left to a person: facts are completed, then the table decides again."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    verdict = models.ForeignKey(Verdict, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, default="open")
    asked_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = scoped()

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id


class Handover(models.Model):
    """An order offered to another unit (`unit`); it runs on where it is until the receipt, and the clock is kept (S0-09)."""

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

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id
