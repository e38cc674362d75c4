"""What was found amiss and what became of it; a matter referred to a case file; what was written of inspections."""
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText

from .scores import Sheet
from .shared import OfPlace

KINDS = {"notice": _("通报"), "report": _("书面报告"), "suggestion": _("建议")}
OUTCOMES = {"nothing": _("不存在问题"), "talk": _("谈话提醒"), "order": _("责令整改"), "discipline": _("纪律处分"),
            "handed": _("移交其他机关")}


class Problem(OfPlace, models.Model):
    """Something amiss at a place: found by one, put right by the unit, looked at again by another. `grade` says by when (a table)."""

    kept = Kept("door")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    sheet = models.ForeignKey(Sheet, models.PROTECT, null=True, related_name="problems")
    topic = models.CharField(max_length=20)
    grade = models.CharField(max_length=10)
    words = SealedText("inspection.problem")
    state = models.CharField(max_length=10, default="open")
    found_at = models.DateTimeField(db_index=True)
    found_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    due = models.DateTimeField()
    fixed = SealedText("inspection.fixed")
    fixed_at = models.DateTimeField(null=True)
    fixed_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    checked = SealedText("inspection.checked")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    reopened = models.PositiveSmallIntegerField(default=0)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(closed_by=None) | ~Q(closed_by=F("fixed_by")),
                                              name="problem_looked_at_by_another")]


class CaseFile(OfPlace, models.Model):
    """A problem that was referred: seen only with its own right; `unit` is always the county, so that no list tells of a village that
    there is one. Whom it is about stands in the sealed note alone."""

    kept = Kept("door")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    problem = models.UUIDField(unique=True)
    number = models.CharField(max_length=40)
    note = SealedText("inspection.case")
    state = models.CharField(max_length=8, default="open")
    outcome = models.CharField(max_length=10, choices=list(OUTCOMES.items()), blank=True, default="")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")


class Written(OfPlace, models.Model):
    """A notice, a written report, a suggestion: to which unit, under which number, what it says."""

    kept = Kept("door")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=list(KINDS.items()))
    number = models.CharField(max_length=40, blank=True, default="")
    title = models.CharField(max_length=80)
    words = SealedText("inspection.written")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField(db_index=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")
