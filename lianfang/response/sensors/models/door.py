"""A device at one person's door for one order, from when to when and on which basis; what it told, and what of it somebody looks at."""
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.registers.people.models import Person

from .device import Device

EVENTS = {"opened": _("门开了"), "closed": _("门关了"), "tampered": _("被拆动"), "low_battery": _("电量低"), "heartbeat": _("正常")}
ALERTS = {"opened": _("门开了，没有登记原因"), "tampered": _("门磁被拆动"), "silent": _("门磁没有信号了"), "low_battery": _("门磁电量低")}
TOLD = {"face": _("当面说的"), "phone": _("电话说的"), "paper": _("书面告知，本人签收")}
UNBOUND = {"over": _("管控结束"), "moved": _("人不在这里管控了"), "withdrawn": _("本人撤回同意"), "not_needed": _("不再需要"),
           "broken": _("门磁坏了"), "wrong": _("绑错了")}


class OfOne:
    """A record about one person."""

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id


class Binding(OfOne, models.Model):
    """One device at one door (`unit`) for one order: by which row of the table of bases, how the person was told, whether he agreed.

    After its end only this row is left: from when to when, and the counts.
    """

    kept = Kept("emergency", about="person", closed="unbound_at", blanks={})
    id = models.UUIDField(primary_key=True, default=uuid7)
    device = models.ForeignKey(Device, models.PROTECT, related_name="bindings", db_index=False)
    order = models.UUIDField()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    basis = models.CharField(max_length=20)
    document = models.TextField()
    clause = models.TextField()
    has_consent = models.BooleanField(default=False)
    told = models.CharField(max_length=10, choices=list(TOLD.items()))
    bound_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    bound_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    battery = models.PositiveSmallIntegerField(null=True)
    openings = models.PositiveIntegerField(default=0)
    unexpected = models.PositiveIntegerField(default=0)
    alerts = models.PositiveIntegerField(default=0)
    unbound_at = models.DateTimeField(null=True)
    unbound_why = models.CharField(max_length=12, blank=True, default="", choices=list(UNBOUND.items()))
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["device"], condition=Q(unbound_at=None), name="one_door_a_device"),
                       models.UniqueConstraint(fields=["order"], condition=Q(unbound_at=None), name="one_device_an_order")]

    @property
    def rests_on_consent(self):
        """Whether it stands there only as long as the person agrees."""
        return self.unbound_at is None and self.basis == "agreed"


class Event(models.Model):
    """What a device told: that, and when; `expected` says by which record it needs nobody to look (visit, leave, quiet), "" for none."""

    kept = Kept("emergency", about="binding__person", places=())
    id = models.UUIDField(primary_key=True, default=uuid7)
    binding = models.ForeignKey(Binding, models.CASCADE, related_name="events", db_index=False)
    kind = models.CharField(max_length=12, choices=list(EVENTS.items()))
    at = models.DateTimeField()
    received_at = models.DateTimeField()
    expected = models.CharField(max_length=8, blank=True, default="")

    objects = ScopedManager(reach="binding__unit__path__under")

    class Meta:
        indexes = [models.Index(fields=["binding", "at"], name="door_event_at")]


class Alert(OfOne, models.Model):
    """Something that the minder looks at: an opening no record explains, a device that was taken off, is silent, or needs a battery."""

    kept = Kept("emergency", about="binding__person")
    id = models.UUIDField(primary_key=True, default=uuid7)
    binding = models.ForeignKey(Binding, models.CASCADE, related_name="looks", db_index=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    minder = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    kind = models.CharField(max_length=12, choices=list(ALERTS.items()))
    state = models.CharField(max_length=10, default="open")
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    times = models.PositiveIntegerField(default=1)
    answer = models.CharField(max_length=16, blank=True, default="")
    answered_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    answered_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["binding", "kind"], condition=Q(closed_at=None), name="one_open_alert_a_kind")]

    @property
    def turn_account_id(self):
        """Whose turn it is: the minder's by name, until it is the township's."""
        return self.minder_id if self.state == "open" else None
