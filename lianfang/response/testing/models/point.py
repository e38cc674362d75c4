"""Where samples are taken of whoever comes: points, their hours with a quota each, and who has a place in them."""
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept, of_nobody
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText

from .due import DueTest

BOOKINGS = {"booked": _("已预约"), "waiting": _("候补"), "came": _("已采样"), "missed": _("没来"), "cancelled": _("已取消"),
            "lapsed": _("没等到空位")}
CHANNELS = {"desk": _("窗口"), "portal": _("本人网上")}


class Point(models.Model):
    """A sampling point: what it is called, where it is, whether one can book there."""

    kept = of_nobody("places")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    title = models.CharField(max_length=60)
    place = models.CharField(max_length=120)
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    subject_id = None


class Slot(models.Model):
    """Some time at a point, for so many people and no more: `taken` counts the places given away, and the database holds to it."""

    kept = of_nobody("hours and counts")
    id = models.UUIDField(primary_key=True, default=uuid7)
    point = models.ForeignKey(Point, models.CASCADE, related_name="slots")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    quota = models.PositiveIntegerField()
    taken = models.PositiveIntegerField(default=0)

    objects = ScopedManager(reach="point__unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["point", "from_at"], name="one_slot_a_time"),
                       models.CheckConstraint(condition=Q(taken__lte=F("quota")), name="no_more_than_the_quota")]
        indexes = [models.Index(fields=["from_at"], name="slot_from")]

    @property
    def left(self) -> int:
        """Places that are free."""
        return self.quota - self.taken


class Booking(models.Model):
    """A place for somebody who wishes to be tested, or the wish for one; what he said of himself lies sealed until he comes."""

    kept = Kept("declared", closed="ends_at")
    id = models.UUIDField(primary_key=True, default=uuid7)
    number = models.PositiveIntegerField(unique=True)
    slot = models.ForeignKey(Slot, models.PROTECT, related_name="bookings")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=list(BOOKINGS.items()))
    channel = models.CharField(max_length=10, choices=list(CHANNELS.items()))
    name = SealedText("testing.booked_name")
    id_kind = models.CharField(max_length=12)
    id_number = SealedText("testing.booked_id")
    phone = SealedText("testing.booked_phone")
    id_blind = models.CharField(max_length=32)
    due = models.ForeignKey(DueTest, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    subject_id = None

    class Meta:
        indexes = [models.Index(fields=["slot", "state"], name="booking_slot"),
                   models.Index(fields=["id_blind"], condition=Q(closed_at=None), name="booking_number")]
