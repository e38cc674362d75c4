"""A county's own versions of the tables, what followed when they took effect, and the verdicts that tables gave."""
from django.db import models
from django.db.models import F, Q
from django_scopes import ScopedManager

from ..accounts.models import Account
from ..ids import uuid7
from ..kept import Kept, of_nobody
from ..units.models import Unit


class TableVersion(models.Model):
    """A county's own version of a table: the same columns, for a unit and all below it; counts from its hour once another unit approves.

    `from_at` None: as soon as it is approved. `ended_at`: superseded by the next, or returned, before its own end.
    A post is a unit and the body whose people stand there: "12:command".
    """

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    table = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=12, default="draft")
    area = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    from_at = models.DateTimeField(null=True)
    until_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    text = models.TextField()
    examples = models.TextField()
    drafted_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    drafted_post = models.CharField(max_length=60, blank=True, default="")
    approved_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    approved_post = models.CharField(max_length=60, blank=True, default="")
    ended_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    says = models.CharField(max_length=200, blank=True, default="")
    returns = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    because = models.UUIDField(null=True)

    subject_id = None  # about nobody

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["table", "number"], name="one_version_a_number"),
            models.CheckConstraint(condition=Q(approved_by=None) | (~Q(approved_by=F("drafted_by")) & ~Q(approved_post=F("drafted_post"))),
                                   name="approved_by_another_unit"),
            models.CheckConstraint(condition=Q(approved_at=None) | Q(from_at__gte=F("approved_at")), name="in_force_after_approval"),
            models.CheckConstraint(condition=Q(until_at=None) | Q(from_at=None) | Q(until_at__gt=F("from_at")),
                                   name="version_ends_after_it_begins"),
        ]

    def __str__(self):
        return f"{self.table} {self.mark}"

    @property
    def mark(self) -> str:
        """How verdicts name this version."""
        return f"own-{self.number}"

    @property
    def unit_id(self):
        """Where it holds."""
        return self.area_id

    @property
    def turn_account_id(self):
        """While it is drafted it is the drafter's turn by name."""
        return self.drafted_by_id if self.state == "draft" else None

    @property
    def begins_at(self):
        """From when it is wanted: its hour, or the moment it was drafted."""
        return self.from_at or self.drafted_at

    @property
    def ends_at(self):
        """When it ends, or ended; None while nobody knows."""
        return min(filter(None, (self.until_at, self.ended_at)), default=None)


class Rerun(models.Model):
    """What a version touched when it began or ended is decided again: how far, how many were looked at, how many changed."""

    kept = of_nobody("counts, and how far a run has come")
    id = models.UUIDField(primary_key=True, default=uuid7)
    version = models.ForeignKey(TableVersion, models.PROTECT, related_name="reruns")
    has_begun = models.BooleanField()
    since = models.DateTimeField()
    cursor = models.UUIDField(null=True)
    looked = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    because = models.UUIDField()


class Verdict(models.Model):
    """One evaluation of a table for one subject: what was asked, which row answered, and on which clause it stands."""

    kept = Kept("emergency", about="subject", blanks={"facts": {}, "malformed": []})
    id = models.UUIDField(primary_key=True, default=uuid7)
    table = models.CharField(max_length=60)
    version = models.CharField(max_length=20)
    row = models.IntegerField(null=True)
    facts = models.JSONField()
    result = models.JSONField()
    document = models.TextField()
    clause = models.TextField()
    missing = models.JSONField(default=list)
    malformed = models.JSONField(default=list)
    because = models.UUIDField(null=True)
    subject = models.UUIDField(null=True, db_index=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    on = models.DateField()
    at = models.DateTimeField()

    objects = ScopedManager(reach="unit__path__under")
