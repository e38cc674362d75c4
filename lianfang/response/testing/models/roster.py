"""A sheet that came in: a group's roster or a list of results, how many rows were taken, and which were not."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import of_nobody
from lianfang.ground.units.models import Unit

PURPOSES = {"group": _("应检名册"), "results": _("检测结果")}


class Roster(models.Model):
    """One sheet: counts, and the rows that were not taken, each by its number with a sentence."""

    kept = of_nobody("counts and numbers of rows; whom they tell of are members")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=10, choices=list(PURPOSES.items()))
    group = models.CharField(max_length=30, blank=True, default="")
    file = models.CharField(max_length=120)
    rows = models.PositiveIntegerField()
    taken = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    faults = models.JSONField(default=list)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    subject_id = None
