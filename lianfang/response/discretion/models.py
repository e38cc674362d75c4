"""Glimpses from outside a unit, and protected addresses."""
from django.db import models
from django.db.models import F, Q
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.registers.people.models import Person


class Glimpse(models.Model):
    """An account may see a person outside its units until a moment, for a reason of the list and in words; `unit` is whose person it is."""

    kept = Kept("emergency", about="person", closed="until_at", blanks={"words": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    by_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    reason = models.CharField(max_length=20)
    words = SealedText("discretion.words")
    state = models.CharField(max_length=10, default="open")
    opened_at = models.DateTimeField(db_index=True)
    until_at = models.DateTimeField()
    ended_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(until_at__gte=F("opened_at")), name="glimpse_has_an_end")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id

    def is_open(self, at) -> bool:
        """Whether it still shows anything."""
        return self.state != "ended" and at < self.until_at


class Protection(models.Model):
    """A person's door and address, sealed, known to those named here only; `unit` is what others may know."""

    kept = Kept("emergency", about="person", closed="ended_at", blanks={"place": "", "address": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=20)
    place = SealedText("discretion.place")
    address = SealedText("discretion.address")
    minder = models.ForeignKey(Account, models.PROTECT, related_name="+")
    known_to = models.ManyToManyField(Account, related_name="+")
    state = models.CharField(max_length=10, default="asked")
    asked_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    asked_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    until_on = models.DateField()
    ended_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person"], condition=Q(ended_at=None), name="one_open_protection_a_person"),
                       models.CheckConstraint(condition=Q(agreed_by=None) | ~Q(agreed_by=F("asked_by")), name="protected_by_two")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id
