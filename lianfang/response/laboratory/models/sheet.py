"""A sheet of results that came in: how many rows were taken, and the layouts somebody has named."""
from django.db import models

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import of_nobody
from lianfang.ground.units.models import Unit

from .shared import scoped


class ResultSheet(models.Model):
    """One import: counts, and the rows that were not taken, each by its number with a sentence; the rows themselves are samples."""

    kept = of_nobody("counts and numbers of rows; whom they tell of are samples")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    file = models.CharField(max_length=120)
    disease = models.CharField(max_length=30)
    rows = models.PositiveIntegerField()
    taken = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    faults = models.JSONField(default=list)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    because = models.UUIDField(null=True)

    objects = scoped()

    @property
    def subject_id(self):
        """Nobody by himself."""
        return None


class ResultLayout(models.Model):
    """Which column is which field in sheets of one layout, as somebody has said once."""

    kept = of_nobody("headings of columns")
    fingerprint = models.CharField(max_length=32, primary_key=True)
    mapping = models.JSONField()
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
