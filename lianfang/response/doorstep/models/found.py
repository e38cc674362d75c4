"""Somebody who came from elsewhere and was found at a door: what he says of where he was."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.registers.people.models import Person

from .campaign import Campaign

ORIGINS = {"same_county": _("本县"), "same_province": _("省内"), "other_province": _("外省"), "abroad": _("境外"), "unknown": _("说不清")}
COLOURS = {"green": _("绿码"), "yellow": _("黄码"), "red": _("红码"), "none": _("没有码"), "unknown": _("没问到")}
NAMELESS = {"origin": "", "place": "", "temperature": None, "symptoms": None, "colour": ""}


class Found(models.Model):
    """A returnee found at a door: from where, since when, how he is; what nobody has said stays unknown."""

    kept = Kept("emergency", about="person", closed="at", blanks=NAMELESS)
    id = models.UUIDField(primary_key=True, default=uuid7)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, related_name="+", db_index=False)
    origin = models.CharField(max_length=120, blank=True, default="")
    origin_kind = models.CharField(max_length=16, choices=list(ORIGINS.items()), default="unknown")
    place = models.CharField(max_length=12, blank=True, default="")
    arrived_on = models.DateField(null=True)
    exposed_on = models.DateField(null=True)
    temperature = models.FloatField(null=True)
    symptoms = models.BooleanField(null=True)
    colour = models.CharField(max_length=8, blank=True, default="")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id
