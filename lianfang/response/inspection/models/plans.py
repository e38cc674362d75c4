"""What is planned: checklists as they were handed in, a round over the units of an area, a visit to one of them."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept, of_nobody
from lianfang.ground.units.models import Unit

from .shared import OfPlace
from .teams import TEAMS, Team

PERIODS = {"day": _("每日"), "week": _("每周"), "month": _("每月"), "half_year": _("半年"), "once": _("一次")}
LEVELS = {"village": _("村（社区）"), "township": _("乡镇（街道）")}


class Checklist(models.Model):
    """One version of a checklist that somebody wrote as a spreadsheet, for one topic; versions are never changed. `is_scored`: some of
    its questions have weights."""

    kept = of_nobody("what inspections ask")
    id = models.UUIDField(primary_key=True, default=uuid7)
    topic = models.CharField(max_length=20)
    code = models.CharField(max_length=60)
    version = models.CharField(max_length=40)
    title = models.CharField(max_length=120)
    form = models.JSONField()
    is_scored = models.BooleanField(default=False)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "version"], name="one_checklist_a_version")]

    def __str__(self):
        return f"{self.title} {self.version}"


class Round(OfPlace, models.Model):
    """Inspection of every unit of a level in an area between two days (both counted); that it is held is no secret, its visits are.

    `is_repeated`: the next one begins by itself; `number`: the document that published its ranking.
    """

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=list(TEAMS.items()))
    period = models.CharField(max_length=10, choices=list(PERIODS.items()))
    level = models.CharField(max_length=10, choices=list(LEVELS.items()))
    title = models.CharField(max_length=80)
    checklist = models.ForeignKey(Checklist, models.PROTECT, null=True, related_name="+", db_index=False)
    from_on = models.DateField()
    last_on = models.DateField(db_index=True)
    is_repeated = models.BooleanField(default=False)
    state = models.CharField(max_length=10, default="running")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    reply_until = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    number = models.CharField(max_length=60, blank=True, default="")
    because = models.UUIDField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "kind", "period", "level", "title", "from_on"], name="one_round_a_period")]

    def __str__(self):
        return self.title


class Visit(OfPlace, models.Model):
    """A team is to go somewhere on a day. `unit` is the team's own, so that whom it is about does not see it before it happened."""

    kept = Kept("door")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    place = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="visits")
    round = models.ForeignKey(Round, models.PROTECT, null=True, related_name="visits")
    on = models.DateField()
    is_unannounced = models.BooleanField(default=False)
    head = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    state = models.CharField(max_length=8, default="planned")
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    @property
    def turn_account_id(self):
        """The head of the team goes."""
        return self.head_id
