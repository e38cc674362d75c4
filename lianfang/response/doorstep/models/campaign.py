"""Campaigns: what is asked, where, until when, of which doors; and each grid's share with its running counts."""
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import of_nobody
from lianfang.ground.units.models import Unit
from lianfang.registers.people.models import Category

TARGETS = {"homes": _("所有住宅"), "category": _("有某类人员的户")}


class Questions(models.Model):
    """What a campaign asks beside the usual: one version of a form that somebody wrote as a spreadsheet; versions are never changed."""

    kept = of_nobody("what is asked at doors")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    code = models.CharField(max_length=60)
    version = models.CharField(max_length=40)
    title = models.CharField(max_length=120)
    form = models.JSONField()
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "code", "version"], name="one_form_a_version")]

    def __str__(self):
        return f"{self.title} {self.version}"


class Campaign(models.Model):
    """A screening from door to door: its purpose and basis, the days it runs, which doors it is for, and what else is asked there."""

    kept = of_nobody("what is screened, where and until when")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    title = models.CharField(max_length=60)
    purpose = models.CharField(max_length=200)
    basis = models.CharField(max_length=200)
    target = models.CharField(max_length=10, choices=list(TARGETS.items()), default="homes")
    category = models.ForeignKey(Category, models.PROTECT, null=True, related_name="+", db_index=False)
    questions = models.ForeignKey(Questions, models.PROTECT, null=True, related_name="+", db_index=False)
    from_on = models.DateField()
    until_on = models.DateField()
    state = models.CharField(max_length=10, default="running")
    laid_at = models.DateTimeField(null=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)
    subject_id = None  # a campaign is about nobody, and known to all in whose units it is: `queries.campaigns`

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="campaign_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(target="homes", category=None) | Q(target="category", category__isnull=False),
                                   name="campaign_of_a_category_names_it"),
        ]

    def __str__(self):
        return self.title


class Area(models.Model):
    """A unit all of whose doors a campaign is for."""

    kept = of_nobody("where is screened")
    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="areas")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "unit"], name="one_area_a_campaign")]


class Share(models.Model):
    """What of a campaign falls to one grid (or to the narrowest unit there is): its doors by answer, kept as they come in.

    The counts can always be made anew from the households (`actions.recount`), and a test holds the two together.
    """

    kept = of_nobody("counts of doors")
    id = models.UUIDField(primary_key=True, default=uuid7)
    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="shares", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, default="open")
    doors = models.PositiveIntegerField(default=0)
    visited = models.PositiveIntegerField(default=0)
    nobody_home = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    empty = models.PositiveIntegerField(default=0)
    rented_out = models.PositiveIntegerField(default=0)
    moved = models.PositiveIntegerField(default=0)
    heads = models.PositiveIntegerField(default=0)
    because = models.UUIDField(null=True)
    subject_id = None  # a share is about nobody

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "unit"], name="one_share_a_grid")]

    @property
    def open_doors(self) -> int:
        """Doors nobody has an answer from."""
        return self.doors - self.visited - self.refused - self.empty - self.rented_out - self.moved
