"""Passes people carry: a household's, a vehicle's, somebody's own entry code; each a short signed code as a QR mark."""
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText

from .said import GOES, PURPOSES

PASS_KINDS = {"resident": _("居民出入证"), "vehicle": _("车辆通行证"), "entry": _("入县码"), "temporary": _("临时出入证")}


class Pass(models.Model):
    """A pass of a household (its door is the unit) or of a vehicle: valid for some days, for so many exits in so many."""

    kept = Kept("pass", closed="ends_at")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=list(PASS_KINDS.items()))
    plate = SealedText("checkpoints.pass_plate")
    exits = models.PositiveSmallIntegerField(null=True)
    per_days = models.PositiveSmallIntegerField(null=True)
    from_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    subject_id = None

    class Meta:
        constraints = [models.UniqueConstraint(fields=["year", "serial"], name="one_pass_a_number"),
                       models.CheckConstraint(condition=Q(ends_at__gt=models.F("from_at")), name="pass_ends_after_it_begins")]

    @property
    def number(self) -> str:
        """2020-000017, as it stands on the pass."""
        return f"{self.year}-{self.serial:06}"

    def is_valid(self, at) -> bool:
        """Whether it opens a gate at a moment."""
        return self.revoked_at is None and self.from_at <= at < self.ends_at


class Declared(models.Model):
    """What somebody said of himself on his own phone before he came, checked by nobody: by his code a gate fills in what it left empty."""

    kept = Kept("declared", closed="ends_at")
    id = models.UUIDField(primary_key=True, default=uuid7)
    slip = models.OneToOneField(Pass, models.CASCADE, related_name="declared")
    ends_at = models.DateTimeField()
    name = SealedText("checkpoints.entry_name")
    id_kind = models.CharField(max_length=12)
    id_number = SealedText("checkpoints.entry_id_number")
    phone = SealedText("checkpoints.entry_phone")
    origin = SealedText("checkpoints.entry_origin")
    goes = models.CharField(max_length=10, choices=list(GOES.items()))
    destination = SealedText("checkpoints.entry_destination")
    purpose = models.CharField(max_length=10, choices=list(PURPOSES.items()))

    objects = ScopedManager(reach="slip__unit__path__under")

    subject_id = None


class PassUse(models.Model):
    """A pass was shown at a post: whether the household went out is counted."""

    kept = Kept("pass", closed="at")
    id = models.UUIDField(primary_key=True, default=uuid7)
    slip = models.ForeignKey(Pass, models.CASCADE, related_name="uses", db_index=False)
    direction = models.CharField(max_length=3)
    at = models.DateTimeField()

    objects = ScopedManager(reach="slip__unit__path__under")

    class Meta:
        indexes = [models.Index(fields=["slip", "at"], name="use_of_pass")]
