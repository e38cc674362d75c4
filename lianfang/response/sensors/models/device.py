"""A sensor of the county's: its number, its sealed key, and the numbers it has used once."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText

KINDS = {"contact": _("门磁（磁吸）"), "seal": _("电子封条")}


class Device(models.Model):
    """One device, kept at `unit`; at whose door it is, its open binding says. Its key is shown once and lies sealed; "" for none."""

    kept = Kept("door")
    id = models.UUIDField(primary_key=True, default=uuid7)
    serial = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=10, choices=list(KINDS.items()))
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    key = SealedText("sensors.key")
    keyed_at = models.DateTimeField(null=True)
    registered_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    registered_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)
    subject_id = None  # a device

    objects = ScopedManager(reach="unit__path__under")

    def __str__(self):
        return self.serial


class Nonce(models.Model):
    """A number a device has signed with: never taken twice while its time stamp would still be taken."""

    kept = Kept("door")
    device = models.ForeignKey(Device, models.CASCADE, related_name="nonces", db_index=False)
    nonce = models.CharField(max_length=64)
    at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["device", "nonce"], name="one_use_a_nonce")]
