"""What is done at a site every day: rounds, who is on duty, and who is to be talked with by somebody who can listen."""
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.registers.people.models import Person

from .placement import Led
from .site import Site

ROUNDS = ("breakfast", "lunch", "supper", "waste_morning", "waste_evening", "clean_morning", "clean_evening")
GROUPS = ("doctor", "nurse", "disinfection", "observation", "information", "security", "logistics")
SHIFTS = {"day": _("白班"), "night": _("夜班")}


class Round(Led):
    """One round of a day through a site: a meal, the waste, the disinfection of its corridors; temperatures are isolation's checks."""

    kept = Kept("door")
    id = models.UUIDField(primary_key=True, default=uuid7)
    site = models.ForeignKey(Site, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    on = models.DateField()
    kind = models.CharField(max_length=14)
    opens_at = models.DateTimeField()
    due = models.DateTimeField()
    state = models.CharField(max_length=6, default="due")
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    because = models.UUIDField(null=True)
    subject_id = None  # about a place, and nobody

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "on", "kind"], name="one_round_a_kind")]


class Duty(models.Model):
    """Somebody on duty at a site in a shift of a day, in one of its groups."""

    kept = Kept("door")
    site = models.ForeignKey(Site, models.PROTECT, related_name="duties", db_index=False)
    on = models.DateField()
    shift = models.CharField(max_length=5, choices=list(SHIFTS.items()))
    group = models.CharField(max_length=12)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)

    objects = ScopedManager(reach="site__unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "on", "shift", "account"], name="one_duty_a_shift")]


class Counsel(models.Model):
    """A guest who is to be talked with; what was said is nobody's business here, only that somebody did, or that he did not want it."""

    kept = Kept("health", about="person", closed="answered_at", blanks={})
    id = models.UUIDField(primary_key=True, default=uuid7)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    site = models.ForeignKey(Site, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    state = models.CharField(max_length=8, default="asked")
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person"], condition=Q(answered_at=None), name="one_counsel_a_person")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id
