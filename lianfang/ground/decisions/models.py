"""A county's own versions of the tables, and the verdicts that tables gave."""
from django.db import models
from django.db.models import F, Q
from django_scopes import ScopedManager

from ..accounts.models import Account
from ..ids import uuid7
from ..kept import Kept
from ..units.models import Unit


class TableVersion(models.Model):
    """A county's own version of a table: the same columns, for a unit and all below it; counts once a second person approves."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    table = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    area = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    text = models.TextField()
    examples = models.TextField()
    drafted_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    approved_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["table", "number"], name="one_version_a_number"),
            models.CheckConstraint(condition=Q(approved_by=None) | ~Q(approved_by=F("drafted_by")), name="approved_by_another"),
            models.CheckConstraint(condition=Q(until_on=None) | Q(until_on__gt=F("from_on")), name="version_ends_after_it_begins"),
        ]

    def __str__(self):
        return f"{self.table} {self.mark}"

    @property
    def mark(self) -> str:
        """How verdicts name this version."""
        return f"own-{self.number}"


class Verdict(models.Model):
    """One evaluation of a table for one subject: what was asked, which row answered, and on which clause it stands."""

    kept = Kept("emergency", about="subject", blanks={"facts": {}, "malformed": []})
    id = models.UUIDField(primary_key=True, default=uuid7)
    table = models.CharField(max_length=60)
    version = models.CharField(max_length=20)
    row = models.IntegerField(null=True)
    facts = models.JSONField()
    result = models.JSONField()
    document = models.CharField(max_length=200)
    clause = models.CharField(max_length=500)
    missing = models.JSONField(default=list)
    malformed = models.JSONField(default=list)
    because = models.UUIDField(null=True)
    subject = models.UUIDField(null=True, db_index=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    on = models.DateField()
    at = models.DateTimeField()

    objects = ScopedManager(reach="unit__path__under")
