"""A line list that came in: what file, which columns, how many rows were taken; and the layouts somebody has named."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import of_nobody
from lianfang.ground.units.models import Unit

HOLDS = {"cases": _("病例"), "links": _("谁传给谁")}


class LineList(models.Model):
    """One import: counts, and the rows that were not taken, each by its number with a sentence; the rows themselves are cases, or links."""

    kept = of_nobody("counts and numbers of rows; whom they tell of are cases")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    file = models.CharField(max_length=120)
    disease = models.CharField(max_length=30)
    holds = models.CharField(max_length=5, default="cases", choices=list(HOLDS.items()))
    rows = models.PositiveIntegerField()
    taken = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    faults = models.JSONField(default=list)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    @property
    def subject_id(self):
        """Nobody by himself."""
        return None


class Layout(models.Model):
    """Which column is which field in sheets of one layout, as somebody has said once."""

    kept = of_nobody("headings of columns")
    fingerprint = models.CharField(max_length=32, primary_key=True)
    mapping = models.JSONField()
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
