"""The register of risk points with all their ratings, what units rate each week, and the measures that were ordered."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.roles import CHOICES, LEADERS
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow.models import OfPlace

LIKELIHOOD = {"rare": _("极不可能"), "unlikely": _("不太可能"), "possible": _("可能"), "likely": _("很可能"), "certain": _("几乎肯定")}
HARM = {"minimal": _("极低"), "low": _("低"), "medium": _("中等"), "high": _("高"), "extreme": _("极高")}
GRAVE = ("high", "extreme")  # levels that a board, a chart and a figure single out


class Rated(models.Model):
    """How likely and how bad, and what the table makes of it: the level, how grave it is among the levels, under which clause."""

    likelihood = models.CharField(max_length=10, choices=list(LIKELIHOOD.items()))
    harm = models.CharField(max_length=10, choices=list(HARM.items()))
    level = models.CharField(max_length=10)
    rank = models.PositiveSmallIntegerField()

    class Meta:
        abstract = True


class Point(OfPlace, Rated):
    """A risk point: behind which gate, where, whose (a role at its unit, or a named account), how it stands now, and when it is looked at
    again. `code` is its row in the table it was taken from."""

    kept = Kept("place", blanks={"words": ""})
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    gate = models.CharField(max_length=20)
    code = models.CharField(max_length=30, blank=True, default="")
    name = models.CharField(max_length=60)
    words = models.CharField(max_length=500, blank=True, default="")
    role = models.CharField(max_length=20, choices=CHOICES)
    account = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    state = models.CharField(max_length=10, default="watched")
    entered_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    entered_at = models.DateTimeField()
    review_at = models.DateTimeField()
    document = models.TextField(blank=True, default="")
    clause = models.TextField(blank=True, default="")
    closed_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    closed_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "name"], condition=models.Q(closed_at=None), name="one_open_point_a_name")]

    @property
    def turn_role(self) -> str:
        """Its owner; what a unit rated worse is looked at by whoever leads where it lies."""
        return LEADERS[self.unit.level] if self.state == "risen" else self.role

    @property
    def turn_account_id(self):
        """The one who is named."""
        return None if self.state == "risen" else self.account_id

    @property
    def owner(self) -> str:
        """The account that is named, or the role."""
        return self.account.name if self.account_id and self.account else f"{self.unit.name} {self.get_role_display()}"


class Rating(Rated):
    """A point's own rating from one moment to the next: who gave it, why, and until when it should hold."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    point = models.ForeignKey(Point, models.CASCADE, related_name="ratings")
    words = models.CharField(max_length=300, blank=True, default="")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)
    review_at = models.DateTimeField()

    objects = ScopedManager(reach="point__unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["point"], condition=models.Q(until_at=None), name="one_rating_holds")]


class Week(OfPlace):
    """A unit's assessment of one week (its Monday): by when, by whom, what it says besides its ratings; `ended_at` filed or passed over."""

    kept = Kept("act")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    week_on = models.DateField(db_index=True)
    state = models.CharField(max_length=10, default="asked")
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    filed_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    filed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    words = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "week_on"], name="one_assessment_a_week")]

    @property
    def where(self) -> str:
        """The unit; a village with its township before it, since several have one name."""
        return f"{self.unit.parent.name}{self.unit.name}" if self.unit.level == "village" else self.unit.name

    @property
    def turn_role(self) -> str:
        """Whoever leads the unit."""
        return LEADERS[self.unit.level]


class UnitRating(Rated):
    """What a unit says of one point in one week."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    week = models.ForeignKey(Week, models.CASCADE, related_name="ratings")
    point = models.ForeignKey(Point, models.CASCADE, related_name="unit_ratings")

    objects = ScopedManager(reach="week__unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["week", "point"], name="one_unit_rating_a_week")]


class Measure(OfPlace):
    """What was ordered against a point: what, where, whose, by when; what becomes of it is told where tasks are kept."""

    kept = Kept("act")
    point = models.ForeignKey(Point, models.CASCADE, related_name="measures")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    words = models.CharField(max_length=500)
    role = models.CharField(max_length=20, choices=CHOICES, blank=True, default="")
    due_at = models.DateTimeField(null=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
