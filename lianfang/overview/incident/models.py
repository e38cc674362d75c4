"""The trajectory of a case as it is published: a sentence about whom, and lines of days and places; nothing that tells who he is."""
import hashlib

from django.db import models
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.registers.people.models import Person


class Trajectory(models.Model):
    """A draft, or what went out: `record` is the case, `lines` are texts in the order of time; signed by somebody who did not draft it."""

    kept = Kept("emergency", about="person", closed="closed_at", blanks={"record": None, "whom": "", "lines": []})
    id = models.UUIDField(primary_key=True, default=uuid7)
    record = models.UUIDField(null=True, db_index=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    edition = models.PositiveSmallIntegerField()
    whom = models.CharField(max_length=300)
    lines = models.JSONField(default=list)
    state = models.CharField(max_length=10, default="drafted")
    drafted_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    drafted_at = models.DateTimeField()
    signed_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record", "edition"], name="one_trajectory_an_edition")]

    @property
    def words_digest(self) -> str:
        """What its words come to: another as soon as one of them is changed."""
        return hashlib.sha256("\n".join([self.whom, *self.lines]).encode()).hexdigest()[:16]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id
