"""The placement: whose room it is, under which order, from the proposal until he has left; and the disinfection of a room."""
from datetime import timedelta

from django.db import models
from django.db.models import Q
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.registers.people.models import Person

from .site import Room, Site

INSIDE = ("admitted", "in_hospital")


class PlacementRows(models.QuerySet):
    """Query words on placements."""

    def open(self):
        """Not ended."""
        return self.filter(ended_at=None)

    def holding(self):
        """Whose room is theirs: a proposal holds one too, until somebody decides otherwise."""
        return self.open().exclude(room=None)


class Led(models.Model):
    """A record at a site, whose turns are its leader's by name."""

    class Meta:
        abstract = True

    @property
    def turn_account_id(self):
        """Whose turn it is; nobody's by name where no leader is named, or before a room is confirmed."""
        return self.site.leader_id if self.site_id and self.state != "proposed" else None


class Placement(Led):
    """One person's room at a site under one order (by id), whose days it repeats; `home` is where he lives, `unit` the room's door (the
    home until there is one). `wants`: what the table says his room must be fit for."""

    kept = Kept("emergency", about="person", closed="ended_at", blanks={}, places=("home",))
    id = models.UUIDField(primary_key=True, default=uuid7)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    order = models.UUIDField(db_index=True)
    site = models.ForeignKey(Site, models.PROTECT, null=True, related_name="placements")
    room = models.ForeignKey(Room, models.PROTECT, null=True, related_name="placements", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    home = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    wants = models.CharField(max_length=12, default="any")
    needs_company = models.BooleanField(default=False)
    base_on = models.DateField()
    until_on = models.DateField()
    state = models.CharField(max_length=12, default="proposed")
    proposed_at = models.DateTimeField()
    admitted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under", _manager_class=models.Manager.from_queryset(PlacementRows))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person"], condition=Q(ended_at=None), name="one_room_a_person")]
        indexes = [models.Index(fields=["room", "until_on"], condition=Q(ended_at=None), name="placement_open")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id

    @property
    def last_on(self):
        """The last day of his order."""
        return self.until_on - timedelta(days=1)

    @property
    def days(self) -> int:
        """How many days the order counts."""
        return (self.last_on - self.base_on).days

    def day_number(self, on) -> int:
        """Which day of the order it is; its base day is day 0."""
        return (on - self.base_on).days


class Cleaning(Led):
    """A room somebody has left: nobody is put there before it is disinfected."""

    kept = Kept("door")
    id = models.UUIDField(primary_key=True, default=uuid7)
    site = models.ForeignKey(Site, models.PROTECT, related_name="+", db_index=False)
    room = models.ForeignKey(Room, models.PROTECT, related_name="cleanings")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    state = models.CharField(max_length=5, default="due")
    asked_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    because = models.UUIDField(null=True)
    subject_id = None  # about a room, and nobody

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["room"], condition=Q(done_at=None), name="one_cleaning_a_room")]
