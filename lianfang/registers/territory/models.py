"""Buildings and doors: what the tree's lowest nodes look like from across the street; and the editions that made its upper ones."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept, of_nobody
from lianfang.ground.units.models import Unit

KINDS = {"block": _("楼房"), "lane": _("平房（巷、组）")}
USES = {"home": _("住宅"), "shop": _("门店"), "other": _("其他")}
OCCUPANCIES = {"lived_in": _("有人住"), "rented": _("出租"), "empty": _("空置"), "unknown": _("待核")}


class Building(models.Model):
    """A building, or a lane of bungalows: its shape for the elevation drawing; a central quarantine site is a flagged building."""

    kept = of_nobody("places")
    unit = models.OneToOneField(Unit, models.CASCADE, primary_key=True, related_name="building")
    kind = models.CharField(max_length=8, choices=list(KINDS.items()))
    floors = models.PositiveSmallIntegerField(default=1)
    is_site = models.BooleanField(default=False)


class Door(models.Model):
    """A door and what lies behind it: households and head counts are kept here, persons only under a category."""

    kept = Kept("place", blanks={"note": "", "head_count": None}, places=())
    unit = models.OneToOneField(Unit, models.CASCADE, primary_key=True, related_name="door")
    building = models.ForeignKey(Building, models.CASCADE, null=True, related_name="doors")
    stair = models.CharField(max_length=8, blank=True, default="")
    floor = models.SmallIntegerField(default=1)
    number = models.CharField(max_length=12)
    use = models.CharField(max_length=8, choices=list(USES.items()), default="home")
    occupancy = models.CharField(max_length=10, choices=list(OCCUPANCIES.items()), default="unknown")
    head_count = models.PositiveSmallIntegerField(null=True)
    note = models.CharField(max_length=40, blank=True, default="")


class Edition(models.Model):
    """An official edition of one county's divisions, as it was applied: its month, what it changed, and the fingerprint of its rows."""

    kept = of_nobody("places")
    id = models.UUIDField(primary_key=True, default=uuid7)
    county = models.ForeignKey(Unit, models.CASCADE, related_name="editions")
    name = models.CharField(max_length=7)
    in_force_from = models.DateField()
    digest = models.CharField(max_length=64)
    counts = models.JSONField()
    changes = models.JSONField()
    at = models.DateTimeField()
    by = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["county", "in_force_from"], name="one_edition_a_month")]


class Position(models.Model):
    """Where a village, a compound or a building lies: WGS-84 degrees, and on whose word; a door has none of its own."""

    kept = of_nobody("places")
    LEVELS = ("village", "compound", "building")

    unit = models.OneToOneField(Unit, models.CASCADE, primary_key=True, related_name="position")
    latitude = models.FloatField()
    longitude = models.FloatField()
    source = models.CharField(max_length=60)
    by = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["latitude", "longitude"], name="position_near")]


class Outline(models.Model):
    """The border of a unit as the county gave it: polygons of rings in WGS-84 degrees (longitude, latitude), drawn for the eye, never
    measured; and where its name stands inside."""

    kept = of_nobody("places")
    unit = models.OneToOneField(Unit, models.CASCADE, primary_key=True, related_name="outline")
    polygons = models.JSONField()
    label_longitude = models.FloatField()
    label_latitude = models.FloatField()
    source = models.CharField(max_length=60)
    by = models.BigIntegerField()
    at = models.DateTimeField()
