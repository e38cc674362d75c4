"""A central site and its rooms: a room is a door of the tree, with what makes it fit for somebody."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit

ZONES = {"contaminated": _("污染区"), "buffer": _("半污染区"), "clean": _("清洁区")}
FITS = {"family": _("家庭间"), "accessible": _("无障碍"), "carer": _("可陪护")}


class Site(models.Model):
    """A place where people are quarantined: a building, or a compound with several; who leads it, from when until when."""

    kept = Kept("door")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.OneToOneField(Unit, models.PROTECT, related_name="+")
    leader = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    def __str__(self):
        return self.unit.name


class Room(models.Model):
    """A room of a site: its door in the tree, its beds, its zone, what it is fit for; guests live in the contaminated zone only."""

    kept = Kept("door")
    unit = models.OneToOneField(Unit, models.PROTECT, primary_key=True, related_name="+")
    site = models.ForeignKey(Site, models.PROTECT, related_name="rooms")
    beds = models.PositiveSmallIntegerField(default=1)
    zone = models.CharField(max_length=12, choices=list(ZONES.items()), default="contaminated")
    is_family = models.BooleanField(default=False)
    is_accessible = models.BooleanField(default=False)
    is_carer = models.BooleanField(default=False)
    has_bathroom = models.BooleanField(default=True)
    is_shut = models.BooleanField(default=False)

    objects = ScopedManager(reach="unit__path__under")

    @property
    def fits(self) -> list[str]:
        """What it is fit for, in words."""
        return [str(word) for code, word in FITS.items() if getattr(self, f"is_{code}")]
