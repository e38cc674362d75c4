"""The weekly report of a hospital, in as many editions as it was filled in; the problem it tells of; the reminder of a day."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText

from .hospital import Hospital

AREAS = {"triage": _("预检分诊、发热门诊"), "hands": _("手卫生"), "protection": _("个人防护"), "cleaning": _("环境清洁消毒"),
         "isolation": _("隔离病房"), "waste": _("医疗废物"), "visitors": _("探视陪护"), "staff": _("职工健康监测"), "other": _("其他")}


class Week(models.Model):
    """One hospital's report of a week, named by its Monday; figures stand in its newest filing. `why`: why it was returned or waived."""

    kept = Kept("emergency", closed="closed_at", blanks={"why": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    hospital = models.ForeignKey(Hospital, models.PROTECT, related_name="weeks")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    monday = models.DateField()
    state = models.CharField(max_length=12, default="draft")
    due_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    why = SealedText("hospitals.why")
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    subject_id = None

    class Meta:
        constraints = [models.UniqueConstraint(fields=["hospital", "monday"], name="one_report_a_week")]
        indexes = [models.Index(fields=["monday"], name="week_monday"), models.Index(fields=["due_at"], name="week_due")]


class Filing(models.Model):
    """What a hospital told of a week at one time: edition 1 is the first, each further one stands beside those before; not sent is a draft.

    Every figure counts the week from Monday to Sunday, but staff, beds and beds used: those are as of Sunday.
    """

    kept = Kept("emergency", closed="at", blanks={"reason": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    week = models.ForeignKey(Week, models.CASCADE, related_name="filings")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    edition = models.PositiveSmallIntegerField()
    fever_visits = models.PositiveIntegerField(null=True)
    fever_tested = models.PositiveIntegerField(null=True)
    staff = models.PositiveIntegerField(null=True)
    staff_tested = models.PositiveIntegerField(null=True)
    staff_positive = models.PositiveIntegerField(null=True)
    admitted = models.PositiveIntegerField(null=True)
    admitted_tested = models.PositiveIntegerField(null=True)
    trained = models.PositiveIntegerField(null=True)
    passed = models.PositiveIntegerField(null=True)
    hands_seen = models.PositiveIntegerField(null=True)
    hands_right = models.PositiveIntegerField(null=True)
    samples = models.PositiveIntegerField(null=True)
    samples_failed = models.PositiveIntegerField(null=True)
    exposures = models.PositiveIntegerField(null=True)
    exposures_treated = models.PositiveIntegerField(null=True)
    beds = models.PositiveIntegerField(null=True)
    beds_used = models.PositiveIntegerField(null=True)
    nothing_found = models.BooleanField(default=False)
    reason = SealedText("hospitals.reason")
    is_sent = models.BooleanField(default=False)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["week", "edition"], name="one_filing_an_edition")]


class Problem(models.Model):
    """Something amiss in infection control: where, what (sealed), by when it is to be mended, what was done, who saw that it is."""

    kept = Kept("emergency", closed="closed_at", blanks={"what": "", "done": "", "why": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    hospital = models.ForeignKey(Hospital, models.PROTECT, related_name="problems")
    week = models.ForeignKey(Week, models.CASCADE, related_name="problems")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, default="found")
    area = models.CharField(max_length=12, choices=list(AREAS.items()))
    ward = models.CharField(max_length=40)
    what = SealedText("hospitals.problem")
    found_at = models.DateTimeField()
    done = SealedText("hospitals.mended")
    why = SealedText("hospitals.problem_why")
    mended_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    subject_id = None

    class Meta:
        indexes = [models.Index(fields=["found_at"], name="problem_found")]


class Reminder(models.Model):
    """What a hospital passes on to its wards on a day, and whether it said that it did."""

    kept = Kept("door")
    id = models.UUIDField(primary_key=True, default=uuid7)
    hospital = models.ForeignKey(Hospital, models.PROTECT, related_name="reminders")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    on = models.DateField()
    state = models.CharField(max_length=10, default="told")
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    subject_id = None

    class Meta:
        constraints = [models.UniqueConstraint(fields=["hospital", "on"], name="one_reminder_a_day")]
        indexes = [models.Index(fields=["on"], name="reminder_on")]
