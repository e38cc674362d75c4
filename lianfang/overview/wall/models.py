"""Screens with keys of their own, how each is steered; and the figures they all show, counted once for all."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept, of_nobody
from lianfang.ground.units.models import Unit

PANELS = {"all": _("全屏总览"), "map": _("只看地图"), "hands": _("只看两手抓"), "late": _("只看逾期和警报"), "curves": _("只看曲线")}
TONGUES = {"zh-hans": _("中文"), "en": _("英文")}


class Screen(models.Model):
    """A screen that shows a unit: `code` pairs it once, `key` is what its browser then carries; of both only digests are kept.

    `version` grows with every steering, so that the screen knows the last word from what its own keys chose since.
    """

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    name = models.CharField(max_length=40)
    language = models.CharField(max_length=8, choices=list(TONGUES.items()), default="zh-hans")
    made_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()
    until_at = models.DateTimeField()
    code = models.CharField(max_length=64, blank=True, default="")
    code_until = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    key = models.CharField(max_length=64, blank=True, default="")
    paired_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    figure = models.CharField(max_length=40, blank=True, default="")
    panel = models.CharField(max_length=10, choices=list(PANELS.items()), default="all")
    is_paused = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    objects = ScopedManager(reach="unit__path__under")
    subject_id = None

    class Meta:
        indexes = [models.Index(fields=["key"], name="screen_of_key")]


FORM = 1  # of what is kept of a count; what an older program kept is counted again


class Counted(models.Model):
    """The figures of a unit as all its screens show them, small cells left out; each count takes the place of the one before."""

    kept = of_nobody("counts of whole townships, small ones left out")
    unit = models.OneToOneField(Unit, models.CASCADE, primary_key=True, related_name="+")
    at = models.DateTimeField()
    figures = models.JSONField()
