"""An ending with those who decided it and how far it is; and the figures that stay."""
from django.db import models
from django.db.models import F, Q

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept, of_nobody
from lianfang.ground.units.models import Unit


class Ending(models.Model):
    """`told` is what the preview said when it was proposed, `gone` what was deleted, `done` the parts that are finished.

    `waits_for` says who kept the last start from going on.
    """

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, default="proposed")
    basis = models.CharField(max_length=200)
    told = models.JSONField(default=dict)
    proposed_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    proposed_at = models.DateTimeField()
    first_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    first_unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", db_index=False)
    first_at = models.DateTimeField(null=True)
    second_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    second_unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", db_index=False)
    second_at = models.DateTimeField(null=True)
    cooling_until = models.DateTimeField(null=True)
    least = models.PositiveSmallIntegerField(default=0)
    gone = models.JSONField(default=dict)
    done = models.JSONField(default=list)
    leased_until = models.DateTimeField(null=True)
    waits_for = models.CharField(max_length=8, blank=True, default="")
    begun_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    position = models.BigIntegerField(default=0)
    head = models.CharField(max_length=64, blank=True, default="")
    digest = models.CharField(max_length=64, blank=True, default="")
    because = models.UUIDField(null=True)

    subject_id = None  # about many

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit"], condition=~Q(state__in=("ended", "revoked")), name="one_open_ending_a_county"),
            models.CheckConstraint(condition=Q(second_at=None) | (~Q(first_by=F("second_by")) & ~Q(first_unit=F("second_unit"))
                                                                  & ~Q(proposed_by=F("first_by")) & ~Q(proposed_by=F("second_by"))),
                                   name="ending_by_two_units"),
        ]


class Statistic(models.Model):
    """A cell of a table that stays: how many, or nothing where they were so few that somebody could be told."""

    kept = of_nobody("counts, the small ones left out")
    ending = models.ForeignKey(Ending, models.CASCADE, related_name="statistics")
    kind = models.CharField(max_length=20)
    row = models.CharField(max_length=120)
    column = models.CharField(max_length=120)
    value = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ending", "kind", "row", "column"], name="one_cell_a_place")]
