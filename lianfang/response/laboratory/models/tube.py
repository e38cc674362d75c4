"""The tube: a code that is used once for ever, its places, and its way from the sampling point to the result."""
from django.db import models

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText

from .run import Run
from .session import Session
from .shared import KINDS, REASONS, scoped
from .trip import Transfer

WAITING = ("sealed", "sent", "received", "running")


class TubeRows(models.QuerySet):
    """Query words on tubes."""

    def waiting(self):
        """Sealed, and without a result."""
        return self.filter(state__in=WAITING)


class Tube(models.Model):
    """A tube by the code on it; `reason` is the most urgent of its samples, `rank` its place in the queue, `first_at` its first sample."""

    kept = Kept("emergency", closed="closed_at", blanks={"outcome": "", "ct": "", "why": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    code = models.CharField(max_length=32, unique=True)
    session = models.ForeignKey(Session, models.PROTECT, related_name="tubes")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=6, choices=list(KINDS.items()))
    places = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, default="open")
    reason = models.CharField(max_length=12, blank=True, default="", choices=list(REASONS.items()))
    rank = models.PositiveSmallIntegerField(default=0)
    count = models.PositiveSmallIntegerField(default=0)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    opened_at = models.DateTimeField()
    first_at = models.DateTimeField(null=True)
    sealed_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    transfer = models.ForeignKey(Transfer, models.PROTECT, null=True, related_name="tubes")
    run = models.ForeignKey(Run, models.PROTECT, null=True, related_name="tubes")
    reported_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    outcome = SealedText("laboratory.outcome")
    ct = SealedText("laboratory.ct")
    why = SealedText("laboratory.why")
    because = models.UUIDField(null=True)

    objects = scoped(TubeRows)

    class Meta:
        indexes = [models.Index(fields=["state", "rank", "first_at"], name="tube_queue"),
                   models.Index(fields=["reported_at"], name="tube_reported")]

    @property
    def subject_id(self):
        """Nobody by himself."""
        return None

    @property
    def turn_account_id(self):
        """While it is filled and waits to be sent it is the sampler's by name."""
        return self.by_id if self.state in ("open", "sealed") else None
