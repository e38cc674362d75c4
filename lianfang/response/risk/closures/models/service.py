"""A line or a service of transport that may be stopped."""
from django.db import models
from django.db.models import Q
from django_scopes import ScopedManager

from lianfang.ground.ids import uuid7
from lianfang.ground.kept import of_nobody
from lianfang.ground.units.models import Unit

from .order import SERVICES


class Service(models.Model):
    """What runs: its kind, its name, who runs it. Whether it is stopped is not written here: the orders say so."""

    kept = of_nobody("lines of transport")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=15, choices=list(SERVICES.items()))
    title = models.CharField(max_length=80)
    operator = models.CharField(max_length=80, blank=True, default="")
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    subject_id = None

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "title"], condition=Q(closed_at=None), name="one_service_a_title")]

    def __str__(self):
        return self.title
