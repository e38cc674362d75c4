"""Levels of places and rings round cases: which unit, by which row, on whose word, from when to when."""
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit

SOURCES = {"counted": _("本系统病例计数"), "cdc": _("疾控机构通报"), "upper": _("上级通报"), "meeting": _("指挥部会商")}
RADIUS_REASONS = {"border": _("以河流、道路、围墙为界"), "dense": _("住得密，要划大"), "sparse": _("住得散，不用那么大"),
                  "expert": _("流调或专家组意见"), "upper": _("上级要求")}
STRICT = {"none": 0, "low": 1, "guarded": 1, "medium": 2, "controlled": 2, "high": 3, "sealed": 3}


class OfPlace:
    """A record about a place: nobody's."""

    subject_id = None


class Level(OfPlace, models.Model):
    """The risk level of a unit as a kind of place: `facts` are the counts it stands on, the
    row and its clause kept beside them; `before` is what it follows.

    `number`: the document that put it in force; `end_number` the one that lifted it.
    """

    kept = Kept("door")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10)
    level = models.CharField(max_length=15)
    items = models.JSONField(default=list)
    before = models.CharField(max_length=15, blank=True, default="")
    state = models.CharField(max_length=10, default="proposed")
    source = models.CharField(max_length=10, choices=list(SOURCES.items()))
    source_on = models.DateField()
    source_number = models.CharField(max_length=60, blank=True, default="")
    facts = models.JSONField(default=dict)
    document = models.TextField()
    clause = models.TextField()
    version = models.CharField(max_length=20, blank=True, default="")
    row = models.IntegerField(null=True)
    proposed_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    proposed_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    confirmed_at = models.DateTimeField(null=True)
    number = models.CharField(max_length=60, blank=True, default="")
    ended_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    ended_at = models.DateTimeField(null=True)
    end_number = models.CharField(max_length=60, blank=True, default="")
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit"], condition=Q(state="in_force"), name="one_level_in_force"),
            models.UniqueConstraint(fields=["unit"], condition=Q(state="proposed"), name="one_level_proposed"),
            models.CheckConstraint(condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("proposed_by")), name="level_by_two"),
        ]


class Ring(OfPlace, models.Model):
    """Rings round the place of a case (its record's id: whose it is only tracing and cases say); `circles`: metres by the number of those
    rings that somebody has drawn as a circle; `reasons`: by the same number why those are not the table's."""

    kept = Kept("door")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    case = models.UUIDField(unique=True)
    disease = models.CharField(max_length=30)
    circles = models.JSONField(default=dict)
    reasons = models.JSONField(default=dict)
    state = models.CharField(max_length=10, default="proposed")
    proposed_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    confirmed_at = models.DateTimeField(null=True)
    number = models.CharField(max_length=60, blank=True, default="")
    ended_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    ended_at = models.DateTimeField(null=True)
    end_number = models.CharField(max_length=60, blank=True, default="")
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")


class RingTask(OfPlace, models.Model):
    """One measure in one place of a ring: where, which, and by whose people (`owner`)."""

    kept = Kept("door")
    id = models.UUIDField(primary_key=True, default=uuid7)
    drawn = models.ForeignKey(Ring, models.CASCADE, related_name="tasks")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    ring = models.PositiveSmallIntegerField()
    item = models.CharField(max_length=20)
    owner = models.CharField(max_length=15)
    state = models.CharField(max_length=15, default="village_cadre")
    clause = models.CharField(max_length=300, blank=True, default="")
    given_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    done_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["drawn", "ring", "unit", "item"], name="one_task_an_item")]
