"""Three lists of who lives at a door held against each other: only what does not agree is kept, until somebody has settled it."""
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept, of_nobody
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.ground.vault.masks import mask_id, mask_name

SETTLED = {"first": _("第一份对"), "second": _("第二份对"), "third": _("第三份对"), "moved": _("人已搬走"), "same": _("是同一人，写法不同"),
           "other": _("不是同一人"), "left_open": _("查不清，照实留着")}


class Comparison(models.Model):
    """One comparison in a unit: what the three lists were, and how many people they agreed on."""

    kept = of_nobody("counts of a comparison")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    sources = models.JSONField()
    rows = models.JSONField()
    people = models.PositiveIntegerField()
    agreed = models.PositiveIntegerField()
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects = ScopedManager(reach="unit__path__under")


class Mismatch(models.Model):
    """Somebody on whom the lists do not agree: which kind, and how a named person settled it."""

    kept = Kept("door")
    id = models.UUIDField(primary_key=True, default=uuid7)
    comparison = models.ForeignKey(Comparison, models.CASCADE, related_name="mismatches", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=24)
    state = models.CharField(max_length=8, default="open")
    outcome = models.CharField(max_length=12, blank=True, default="", choices=list(SETTLED.items()))
    settled_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    settled_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)
    subject_id = None  # nobody on record: what the lists say lies in its claims

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(state="settled") | Q(settled_by__isnull=False, settled_at__isnull=False),
                                              name="mismatch_settled_by_somebody")]
        indexes = [models.Index(fields=["comparison", "kind"], name="mismatch_kind")]


class Claim(models.Model):
    """What one list says of somebody on whom they do not agree; kept as a register is, and no longer."""

    kept = Kept("register", closed="id", places=())
    id = models.UUIDField(primary_key=True, default=uuid7)
    mismatch = models.ForeignKey(Mismatch, models.CASCADE, related_name="claims")
    source = models.PositiveSmallIntegerField()
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", db_index=False)
    name = models.CharField(max_length=100)
    id_number = SealedText("doorstep.claim_id")

    objects = ScopedManager(reach="mismatch__unit__path__under")

    @property
    def masked_name(self) -> str:
        """The name as a screen shows it."""
        return mask_name(self.name)

    @property
    def masked_id(self) -> str:
        """The number as a screen shows it."""
        return mask_id(self.id_number.open())
