"""Boxes, and their trips from a sampling point to the laboratory: when out, when in, how cold."""
from django.db import models

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept, of_nobody
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText

from .shared import scoped


class Box(models.Model):
    """A transport box by the code on it; it travels many times."""

    kept = of_nobody("a box")
    id = models.UUIDField(primary_key=True, default=uuid7)
    code = models.CharField(max_length=32, unique=True)


class Transfer(models.Model):
    """One trip of a box with its tubes; the temperature in it is read at both ends."""

    kept = Kept("door")
    id = models.UUIDField(primary_key=True, default=uuid7)
    box = models.ForeignKey(Box, models.PROTECT, related_name="transfers")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    tubes_out = models.PositiveSmallIntegerField()
    carrier = models.CharField(max_length=60)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    temperature_out = models.FloatField()
    received_at = models.DateTimeField(null=True)
    received_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    temperature_in = models.FloatField(null=True)
    note = SealedText("laboratory.note")
    because = models.UUIDField(null=True)

    objects = scoped()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["box"], condition=models.Q(received_at=None), name="one_trip_of_a_box_at_a_time")]

    @property
    def subject_id(self):
        """Nobody by himself."""
        return None
