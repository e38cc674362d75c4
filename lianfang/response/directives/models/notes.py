"""What is written down beside the orders: leaders' visits, good practice and who took it up, and the timeline of measures."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from lianfang.ground.accounts.models import Account
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow.models import OfPlace

from .directive import Directive

SIDES = {"own": _("本县"), "outside": _("外面")}


class Visit(OfPlace):
    """A leader on the spot: who, where, when, with whom; what he found are tasks of this origin."""

    kept = Kept("act")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    leader = models.CharField(max_length=60)
    company = models.CharField(max_length=200, blank=True, default="")
    visited_at = models.DateTimeField()
    words = models.CharField(max_length=500, blank=True, default="")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["visited_at"], name="visit_at")]


class Practice(OfPlace):
    """Something that worked in a unit, written so that others can do it."""

    kept = Kept("act")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    title = models.CharField(max_length=80)
    text = models.TextField()
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()


class Adoption(OfPlace):
    """What a unit answered about a good practice: adopted, or why it does not fit."""

    kept = Kept("act")
    practice = models.ForeignKey(Practice, models.CASCADE, related_name="adoptions")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, default="asked")
    asked_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    asked_at = models.DateTimeField()
    words = models.CharField(max_length=300, blank=True, default="")
    answered_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["practice", "unit"], name="one_answer_a_unit")]


class Milestone(OfPlace):
    """One line of the timeline: what this county did, or what was done outside, on which day, where, by whose word."""

    kept = Kept("act")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    side = models.CharField(max_length=8, choices=list(SIDES.items()))
    on = models.DateField()
    place = models.CharField(max_length=60)
    words = models.CharField(max_length=200)
    source = models.CharField(max_length=200)
    is_first = models.BooleanField(default=False)
    directive = models.ForeignKey(Directive, models.PROTECT, null=True, related_name="+", db_index=False)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "side", "on", "place", "words"], name="one_milestone")]
        indexes = [models.Index(fields=["on"], name="milestone_on")]
