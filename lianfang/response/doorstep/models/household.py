"""Households of a campaign, what each visit found there, and the calls that are made again."""
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText

from .campaign import Campaign, Questions, Share

OUTCOMES = {"visited": _("见到人"), "nobody_home": _("没人在家"), "refused": _("不开门"), "empty": _("空房"), "rented_out": _("出租"),
            "moved": _("搬走了")}
ANSWERED = ("visited", "refused", "empty", "rented_out", "moved")  # nobody home is no answer
NEEDS = {"food": _("买菜买粮"), "medicine": _("买药"), "doctor": _("看病"), "care": _("老人孩子要人照看"), "other": _("其他")}
REASONS = {"nobody_home": _("上次没人在家"), "refused": _("上次不开门"), "seal_broken": _("骑缝条破损")}


class Household(models.Model):
    """A door of a campaign, and how it answered last; a door without an outcome is not yet answered, never guessed."""

    kept = Kept("door")
    id = models.UUIDField(primary_key=True, default=uuid7)
    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="households", db_index=False)
    share = models.ForeignKey(Share, models.CASCADE, related_name="households")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=12, blank=True, default="", choices=list(OUTCOMES.items()))
    head_count = models.PositiveSmallIntegerField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    visited_at = models.DateTimeField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "unit"], name="one_household_a_door")]
        indexes = [models.Index(fields=["campaign", "outcome"], name="household_outcome")]

    @property
    def is_answered(self) -> bool:
        """Whether somebody knows who lives there."""
        return self.outcome in ANSWERED


class Visit(models.Model):
    """What was found at a door: the outcome and the heads always, the rest as far as it was asked; answers and words lie sealed."""

    kept = Kept("health", closed="at", blanks={"answers": "", "note": "", "ill": 0, "returnees": 0, "needs": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, related_name="visits", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=12, choices=list(OUTCOMES.items()))
    head_count = models.PositiveSmallIntegerField(null=True)
    returnees = models.PositiveSmallIntegerField(default=0)
    ill = models.PositiveSmallIntegerField(default=0)
    needs = models.CharField(max_length=60, blank=True, default="")
    answers = SealedText("doorstep.answers")
    note = SealedText("doorstep.note")
    questions = models.ForeignKey(Questions, models.PROTECT, null=True, related_name="+", db_index=False)
    is_old_form = models.BooleanField(default=False)
    photo = models.UUIDField(null=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    because = models.UUIDField(null=True)
    subject_id = None  # a household, nobody in particular

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(outcome="visited") | Q(head_count__isnull=False), name="visit_counts_heads")]
        indexes = [models.Index(fields=["campaign", "at"], name="visit_of_campaign")]


class Call(models.Model):
    """A door that is called on again: why, for the how-many-th time, and until when."""

    kept = Kept("door")
    id = models.UUIDField(primary_key=True, default=uuid7)
    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, related_name="calls", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=12, choices=list(REASONS.items()))
    state = models.CharField(max_length=10, default="due")
    opens_at = models.DateTimeField()
    due = models.DateTimeField()
    made_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)
    subject_id = None  # a door, nobody in particular

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        indexes = [models.Index(fields=["campaign", "state"], name="call_of_campaign")]
