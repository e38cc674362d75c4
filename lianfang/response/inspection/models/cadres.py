"""Cadres: what an assessment saw, which the cadre sees too, and who was commended for what."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText

from .shared import OfPlace
from .teams import Team

WAYS = {"visit": _("走访"), "talk": _("谈话"), "meeting": _("列席会议")}


class Assessment(OfPlace, models.Model):
    """What a team saw of a cadre on a day, and what he says to it. There is none that he is not shown: recording it is his turn."""

    kept = Kept("emergency", closed="closed_at", blanks={"seen": "", "reply": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    cadre = models.ForeignKey(Account, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+", db_index=False)
    on = models.DateField()
    way = models.CharField(max_length=8, choices=list(WAYS.items()))
    seen = SealedText("inspection.seen")
    reply = SealedText("inspection.reply")
    state = models.CharField(max_length=8, default="shown")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    @property
    def turn_account_id(self):
        """His own turn to read it."""
        return self.cadre_id


class Commendation(OfPlace, models.Model):
    """A unit, or somebody of it, commended in a batch, with what for and which record shows it."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    batch = models.CharField(max_length=40)
    number = models.CharField(max_length=60)
    deeds = models.CharField(max_length=200)
    evidence = models.UUIDField()
    evidence_kind = models.CharField(max_length=12)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "unit", "account"], name="one_commendation_a_batch")]
