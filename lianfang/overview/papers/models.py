"""A paper that goes out with the figures it told; a unit's zero report of a day; the versions of a county's own Word templates."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept, of_nobody
from lianfang.ground.units.models import Unit

KINDS = {"weekly": _("疫情防控周报"), "press": _("新闻通稿")}


class Paper(models.Model):
    """A weekly bulletin or a release of a county: its words with 【指标】 in them, who drafted, approved and published it by name.

    `text` are the words as they went out, with their figures; from then on they stand.
    """

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=list(KINDS.items()))
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=80)
    on = models.DateField()
    cut_off_at = models.DateTimeField()
    previous_at = models.DateTimeField(null=True)
    words = models.TextField()
    text = models.TextField(blank=True, default="")
    state = models.CharField(max_length=10, default="drafted")
    check_code = models.CharField(max_length=20, blank=True, default="")
    drafted_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    drafted_name = models.CharField(max_length=80)
    drafted_at = models.DateTimeField()
    approved_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    approved_name = models.CharField(max_length=80, blank=True, default="")
    approved_at = models.DateTimeField(null=True)
    published_name = models.CharField(max_length=80, blank=True, default="")
    published_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")
    subject_id = None

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "kind", "year", "number"], name="one_paper_a_number")]

    @property
    def serial(self) -> str:
        """229901-W-2020-008; P for a release."""
        return f"{self.unit.code or self.unit_id}-{'W' if self.kind == 'weekly' else 'P'}-{self.year}-{self.number:03d}"


class Told(models.Model):
    """A figure in it: which indicator of which unit at which cut-off, its value then, and what the paper shows of it."""

    kept = of_nobody("counts of whole townships, published")
    id = models.UUIDField(primary_key=True, default=uuid7)
    paper = models.ForeignKey(Paper, models.CASCADE, related_name="figures")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    code = models.CharField(max_length=40)
    cut_off_at = models.DateTimeField()
    value = models.IntegerField()
    shown = models.CharField(max_length=20)

    objects = ScopedManager(reach="paper__unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["paper", "unit", "code", "cut_off_at"], name="one_telling_a_figure")]


class ZeroReport(models.Model):
    """What a unit states of a day: how many of each item, all 0 for a zero report; by its hour, by whom."""

    kept = Kept("place", blanks={"words": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    on = models.DateField()
    due_at = models.DateTimeField()
    opened_at = models.DateTimeField()
    state = models.CharField(max_length=10, default="due")
    counts = models.JSONField(default=dict)
    total = models.PositiveIntegerField(null=True)
    words = models.CharField(max_length=200, blank=True, default="")
    by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    name = models.CharField(max_length=80, blank=True, default="")
    at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")
    subject_id = None

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "on"], name="one_zero_report_a_day")]
        indexes = [models.Index(fields=["on", "due_at"], name="zero_by_day")]

    @property
    def turn_role(self) -> str:
        """Whose turn it is: whoever leads the unit."""
        return "village_cadre" if self.unit.level == "village" else "township_cadre"

    @property
    def is_late(self) -> bool:
        """Whether it was stated after its hour."""
        return bool(self.at and self.at > self.due_at)


class Edition(models.Model):
    """A version of a Word template of the county's own, by its place `room/file`; without content the standard is in force again."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    place = models.CharField(max_length=80)
    number = models.PositiveIntegerField()
    content = models.BinaryField()
    digest = models.CharField(max_length=64, blank=True, default="")
    why = models.CharField(max_length=120)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    name = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["place", "number"], name="one_edition_a_number")]
