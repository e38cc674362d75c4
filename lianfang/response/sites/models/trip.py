"""A trip from point to point: who is taken where, by whom, in which vehicle, how protected, and when it was disinfected."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.registers.people.models import Person

from .placement import Led, Placement
from .site import Site

TRIPS = {"to_site": _("送到隔离点"), "to_hospital": _("送医院"), "from_hospital": _("从医院接回"), "home": _("送回家")}
PROTECTION = {"one": _("一级防护"), "two": _("二级防护"), "three": _("三级防护")}


class Trip(Led):
    """One vehicle from one place to one other, with nobody let out between; `unit` is the site's. The driver is no account: his name and
    plate stand here for as long as the trip is kept."""

    kept = Kept("emergency", closed="planned_at", blanks={"driver": "", "plate": "", "from_place": "", "to_place": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    site = models.ForeignKey(Site, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=14, choices=list(TRIPS.items()))
    from_place = models.CharField(max_length=80, blank=True, default="")
    to_place = models.CharField(max_length=80, blank=True, default="")
    driver = models.CharField(max_length=40, blank=True, default="")
    vehicle = models.CharField(max_length=40, blank=True, default="")
    plate = models.CharField(max_length=12, blank=True, default="")
    protection = models.CharField(max_length=6, choices=list(PROTECTION.items()), blank=True, default="")
    state = models.CharField(max_length=12, default="planned")
    planned_at = models.DateTimeField()
    departed_at = models.DateTimeField(null=True)
    arrived_at = models.DateTimeField(null=True)
    disinfected_at = models.DateTimeField(null=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    because = models.UUIDField(null=True)
    subject_id = None  # its riders say whom it is about

    objects = ScopedManager(reach="unit__path__under")


class Rider(models.Model):
    """Somebody in the vehicle."""

    kept = Kept("emergency", about="person", closed="placement__ended_at", places=())
    id = models.UUIDField(primary_key=True, default=uuid7)
    trip = models.ForeignKey(Trip, models.CASCADE, related_name="riders")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="trips")

    objects = ScopedManager(reach="trip__unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["trip", "person"], name="one_seat_a_person")]
