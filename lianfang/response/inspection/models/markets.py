"""Markets: what was looked at and by how many people, cases, and what people complain of."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText

from .shared import OfPlace

MARKETS = {"wildlife": _("活禽、野生动物"), "food": _("农贸市场、超市"), "catering": _("餐饮"), "pharmacy": _("药店"),
           "price": _("价格"), "goods": _("防疫用品质量"), "other": _("其他")}
CHANNELS = {"hotline": _("12315、12345"), "visit": _("来人来访"), "net": _("网上"), "letter": _("来信"), "handed": _("上级交办")}


class MarketCheck(OfPlace, models.Model):
    """One outing to markets of a kind: how many people went, how many traders they looked at, and in how many something was amiss."""

    kept = Kept("door")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=list(MARKETS.items()))
    where = models.CharField(max_length=80)
    on = models.DateField(db_index=True)
    people = models.PositiveSmallIntegerField()
    checked = models.PositiveIntegerField()
    amiss = models.PositiveIntegerField(default=0)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")


class MarketCase(OfPlace, models.Model):
    """A case opened after an inspection or a complaint, until it is closed with what came of it."""

    kept = Kept("emergency", closed="closed_at", blanks={"words": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=list(MARKETS.items()))
    number = models.CharField(max_length=40)
    words = SealedText("inspection.market_case")
    outcome = models.CharField(max_length=80, blank=True, default="")
    state = models.CharField(max_length=8, default="open")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")


class Complaint(OfPlace, models.Model):
    """What somebody complains of, and how to tell him what became of it: he need not say who he is."""

    kept = Kept("emergency", closed="closed_at", blanks={"words": "", "contact": "", "answer": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=list(MARKETS.items()))
    channel = models.CharField(max_length=10, choices=list(CHANNELS.items()))
    words = SealedText("inspection.complaint")
    contact = SealedText("inspection.contact")
    answer = SealedText("inspection.answered")
    state = models.CharField(max_length=10, default="received")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField(db_index=True)
    answered_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    answered_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")
