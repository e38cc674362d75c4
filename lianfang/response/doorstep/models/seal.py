"""Seal slips on empty and rented homes: numbered, posted, looked at in rounds, and what each look found."""
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit

CONDITIONS = {"intact": _("完好"), "broken": _("破损"), "missing": _("不见了")}
UNFINISHED = ("printed", "posted", "broken")


class Seal(models.Model):
    """One slip for one door: its number, where it is in its flow, when it is to be looked at next."""

    kept = Kept("door")
    id = models.UUIDField(primary_key=True, default=uuid7)
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, default="printed")
    printed_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    printed_at = models.DateTimeField()
    posted_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    posted_at = models.DateTimeField(null=True)
    photo = models.UUIDField(null=True)
    looked_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)
    subject_id = None  # a door, nobody in particular

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "serial"], name="one_seal_a_number"),
            models.UniqueConstraint(fields=["unit"], condition=Q(ended_at=None), name="one_seal_a_door"),
        ]

    @property
    def number(self) -> str:
        """2020-00017, as it stands on the slip."""
        return f"{self.year}-{self.serial:05d}"

    @property
    def code(self) -> int:
        """What the mark on the slip signs."""
        return self.year * 1_000_000 + self.serial


class SealCheck(models.Model):
    """What one look at a slip found."""

    kept = Kept("door")
    id = models.UUIDField(primary_key=True, default=uuid7)
    seal = models.ForeignKey(Seal, models.CASCADE, related_name="looks")
    condition = models.CharField(max_length=8, choices=list(CONDITIONS.items()))
    photo = models.UUIDField(null=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects = ScopedManager(reach="seal__unit__path__under")
