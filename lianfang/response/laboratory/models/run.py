"""A run: some tubes tested together on one machine."""
from django.db import models

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import of_nobody
from lianfang.ground.units.models import Unit

from .shared import scoped


class Run(models.Model):
    """What went onto a machine together, when, by whom."""

    kept = of_nobody("a machine and a time; what it found are results")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    machine = models.CharField(max_length=60)
    started_at = models.DateTimeField()
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    because = models.UUIDField(null=True)

    objects = scoped()

    @property
    def subject_id(self):
        """Nobody by himself."""
        return None
