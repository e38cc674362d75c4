"""Firms, as far as loops have to name them."""
from django.db import models
from django.db.models import Q
from django_scopes import ScopedManager

from lianfang.ground.ids import uuid7
from lianfang.ground.kept import of_nobody
from lianfang.ground.units.models import Unit

from .trades import TRADES


class Firm(models.Model):
    """A firm, shop or market of the county: `code` is its credit code (GB 32100), `trade` what it does, `office` how its office is reached,
    never a person's own number."""

    kept = of_nobody("firms; who works there is no part of it")
    id = models.UUIDField(primary_key=True, default=uuid7)
    number = models.PositiveIntegerField(unique=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    title = models.CharField(max_length=100)
    code = models.CharField(max_length=18)
    trade = models.CharField(max_length=15, choices=list(TRADES.items()), default="other")
    office = models.CharField(max_length=40, blank=True, default="")
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    subject_id = None

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code"], condition=Q(closed_at=None), name="one_firm_a_code")]
        indexes = [models.Index(fields=["unit", "trade"], condition=Q(closed_at=None), name="firm_of_unit_trade")]

    def __str__(self):
        return self.title
