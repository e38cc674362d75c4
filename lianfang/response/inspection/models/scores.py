"""What was seen at a place and how many points it earned; where it stands in a round; what it said against that."""
from django.db import models
from django.db.models import Q
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText

from .plans import Round, Visit
from .shared import OfPlace


class Sheet(OfPlace, models.Model):
    """The record of a visit at the place it was about: there from the day an open visit is announced, or once an unannounced one has
    happened (`done_at`). `score` is in hundredths of a point, `score_before` what it was before a dispute; `forms`: the checklists asked.
    """

    kept = Kept("door")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    visit = models.OneToOneField(Visit, models.PROTECT, related_name="sheet")
    round = models.ForeignKey(Round, models.PROTECT, null=True, related_name="sheets", db_index=False)
    kind = models.CharField(max_length=12)
    on = models.DateField()
    is_unannounced = models.BooleanField(default=False)
    topics = models.JSONField(default=list)
    forms = models.JSONField(default=list)
    people = models.PositiveSmallIntegerField(default=0)
    answers = SealedText("inspection.answers")
    note = SealedText("inspection.note")
    score = models.PositiveIntegerField(null=True)
    score_before = models.PositiveIntegerField(null=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        indexes = [models.Index(fields=["round", "unit"], name="sheet_round"), models.Index(fields=["unit", "on"], name="sheet_unit_day"),
                   models.Index(fields=["done_at"], name="sheet_done")]

    @property
    def points(self) -> float | None:
        """The score as people write it."""
        return None if self.score is None else self.score / 100


class Standing(models.Model):
    """Where a unit stands in a round: the mean of its sheets (a township: of its villages), its place, and whether the table names it
    among the first or the last."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    round = models.ForeignKey(Round, models.CASCADE, related_name="standings")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    level = models.CharField(max_length=10)
    sheets = models.PositiveIntegerField()
    score = models.PositiveIntegerField()
    problems = models.PositiveIntegerField(default=0)
    place = models.PositiveIntegerField()
    is_tied = models.BooleanField(default=False)
    is_first = models.BooleanField(default=False)
    is_last = models.BooleanField(default=False)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "unit"], name="one_standing_a_unit")]

    @property
    def points(self) -> float:
        """The score as people write it."""
        return self.score / 100


class Dispute(OfPlace, models.Model):
    """What a unit says against a score while the ranking is shown to it, and what became of that."""

    kept = Kept("door")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="disputes")
    round = models.ForeignKey(Round, models.PROTECT, related_name="disputes")
    words = SealedText("inspection.dispute")
    answer = SealedText("inspection.decided")
    state = models.CharField(max_length=8, default="waiting")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    decided_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    decided_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sheet"], condition=Q(state="waiting"), name="one_dispute_a_sheet")]


class LastPlace(OfPlace, models.Model):
    """What is done about a unit that was among the last when a ranking was published: as the table said then, whose it is, by when; `times`
    how often in a row."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    round = models.ForeignKey(Round, models.PROTECT, related_name="last_places")
    words = models.CharField(max_length=200)
    role = models.CharField(max_length=20)
    times = models.PositiveSmallIntegerField(default=1)
    due = models.DateTimeField()
    state = models.CharField(max_length=8, default="open")
    told = SealedText("inspection.last_place")
    told_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    told_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "unit"], name="one_measure_a_last_place")]

    @property
    def turn_role(self) -> str:
        """As the table says."""
        return self.role
