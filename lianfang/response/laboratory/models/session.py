"""The sampling point: where and for which disease samples are taken, and by whom."""
from django.db import models

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit

from .shared import REASONS, scoped


class Session(models.Model):
    """One opening of a sampling point: `reason` is that of most who come, and can be another for each sample."""

    kept = Kept("door")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    disease = models.CharField(max_length=30)
    reason = models.CharField(max_length=12, choices=list(REASONS.items()))
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = scoped()

    @property
    def subject_id(self):
        """Nobody by himself."""
        return None

    def __str__(self):
        return self.name
