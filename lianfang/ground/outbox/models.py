"""What came from phones: a receipt for each entry, and what of it waits for a person."""
from django.db import models
from django_scopes import ScopedManager

from ..accounts.models import Account
from ..ids import uuid7
from ..kept import Kept
from ..units.models import Unit
from ..vault.fields import SealedText

TAKEN, IN_CONFLICT, REFUSED, WAITS, GIVEN_UP = "taken", "conflict", "refused", "held", "given_up"
KEPT_SENT = {"content": "", "says": "", "place": "", "verdict": None}


class Sent(models.Model):
    """The receipt of one entry: whose, what became of it, when it happened by the phone's clock and by ours; its content, sealed, only
    where it was not done. `deliverer`: who handed over what was sealed; `mends`: the refused entry that this one puts right."""

    kept = Kept("emergency", about="subject", closed="received_at", blanks=KEPT_SENT)
    id = models.UUIDField(primary_key=True)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    action = models.CharField(max_length=60)
    seq = models.BigIntegerField()
    at = models.DateTimeField()
    phone_at = models.DateTimeField()
    offset_ms = models.BigIntegerField()
    received_at = models.DateTimeField(db_index=True)
    digest = models.CharField(max_length=32)
    state = models.CharField(max_length=10)
    record = models.UUIDField(null=True, db_index=True)
    subject = models.UUIDField(null=True, db_index=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    verdict = models.JSONField(null=True)
    form = models.CharField(max_length=40, blank=True, default="")
    is_old_form = models.BooleanField(default=False)
    deliverer = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    mends = models.UUIDField(null=True)
    place = SealedText("outbox.place")
    says = SealedText("outbox.says")
    content = SealedText("outbox.content")

    objects = ScopedManager(reach="unit__path__under")


class Conflict(models.Model):
    """An entry that does not fit what is there: both stay as they are until the cadre above has looked."""

    kept = Kept("emergency", about="subject", closed="closed_at", blanks={})
    id = models.UUIDField(primary_key=True, default=uuid7)
    sent = models.ForeignKey(Sent, models.CASCADE, related_name="conflicts")
    policy = models.CharField(max_length=6)
    is_boxed = models.BooleanField(default=False)
    kind = models.CharField(max_length=60)
    record = models.UUIDField(null=True, db_index=True)
    subject = models.UUIDField(null=True, db_index=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    state = models.CharField(max_length=16, default="waiting")
    opened_at = models.DateTimeField(db_index=True)
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.subject


class Photo(models.Model):
    """A photo that a record names by its id: taken after the record, piece by piece, sealed; `have` of `size` bytes are here, in the
    `pieces` that begin at these offsets."""

    kept = Kept("emergency", about="subject", closed="made_at", files="photo", blanks={"has_come": False, "pieces": []})
    id = models.UUIDField(primary_key=True)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    sent = models.UUIDField(null=True)
    record = models.UUIDField(null=True, db_index=True)
    subject = models.UUIDField(null=True, db_index=True)
    size = models.PositiveIntegerField(default=0)
    have = models.PositiveIntegerField(default=0)
    pieces = models.JSONField(default=list)
    has_come = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    objects = ScopedManager(reach="unit__path__under")
