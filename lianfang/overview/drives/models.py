"""A drive: its name, its roster, when it began and how it ended; nothing of any person."""
from django.db import models
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import of_nobody
from lianfang.ground.units.models import Unit


class Drive(models.Model):
    """`roster` is the id of an import of screening; `people` and `through` are what was counted when it ended."""

    kept = of_nobody("a name, a roster's id and how many")
    id = models.UUIDField(primary_key=True, default=uuid7)
    title = models.CharField(max_length=60)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    roster = models.UUIDField(unique=True)
    state = models.CharField(max_length=12, default="running")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    people = models.PositiveIntegerField(default=0)
    through = models.PositiveIntegerField(default=0)
    why = models.CharField(max_length=200, blank=True, default="")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    subject_id = None

    def __str__(self):
        return self.title
