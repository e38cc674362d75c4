"""An event that goes up to the city, and each report about it."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.registers.outside.models import WAYS
from lianfang.registers.people.models import Person

KINDS = {"case": _("病例"), "cluster": _("聚集性疫情"), "abnormal": _("异常人员"), "other": _("其他突发情况")}
STAGES = {"first": _("首报"), "progress": _("进程报"), "final": _("终报"), "correction": _("订正")}


class Event(models.Model):
    """What goes up: `record` is the id of the case it is about, if it is one; found and known when, to be reported by when."""

    kept = Kept("emergency", about="person", closed="closed_at", blanks={"title": "", "why": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=list(KINDS.items()))
    record = models.UUIDField(null=True, db_index=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    disease = models.CharField(max_length=30, blank=True, default="")
    klass = models.CharField(max_length=12, blank=True, default="")
    title = models.CharField(max_length=120)
    found_at = models.DateTimeField()
    known_at = models.DateTimeField()
    first_due = models.DateTimeField()
    state = models.CharField(max_length=10, default="first")
    why = SealedText("upward.why")
    opened_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record"], condition=~models.Q(record=None), name="one_event_a_record")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id


class Report(models.Model):
    """One report: its stage, its words, when it was made, by whom, to whom, how; `minutes` since it could have been made."""

    kept = Kept("emergency", about="event__person", closed="at", blanks={"words": "", "source": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    event = models.ForeignKey(Event, models.CASCADE, related_name="reports")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    stage = models.CharField(max_length=10, choices=list(STAGES.items()))
    words = models.TextField()
    reported_at = models.DateTimeField()
    due = models.DateTimeField(null=True)
    minutes = models.PositiveIntegerField()
    way = models.CharField(max_length=8, choices=list(WAYS.items()))
    to = models.CharField(max_length=80)
    source = models.CharField(max_length=80, blank=True, default="")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        indexes = [models.Index(fields=["event", "reported_at"], name="report_of_event")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.event.person_id

    @property
    def is_late(self) -> bool:
        """Whether it was made after it was due."""
        return bool(self.due and self.reported_at > self.due)
