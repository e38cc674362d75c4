"""All figures of a county at a cut-off, who signed for them, what was changed since; and the county's codes in another house."""
from django.db import models
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept, of_nobody
from lianfang.ground.units.models import Unit


class Cut(models.Model):
    """The figures of a county at a cut-off, with the head of the journal then; `edition` of which bulletin, empty at any other moment.

    `signed_by` stands for them by name. `says_now`: where the records said something else when last looked at, {unit: {code: value}}.
    """

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    on = models.DateField()
    edition = models.CharField(max_length=10, blank=True, default="")
    cut_off_at = models.DateTimeField()
    made_at = models.DateTimeField()
    journal_position = models.BigIntegerField(default=0)
    journal_hash = models.CharField(max_length=64, blank=True, default="")
    check_code = models.CharField(max_length=20)
    signed_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    signed_name = models.CharField(max_length=80, blank=True, default="")
    signed_at = models.DateTimeField(null=True)
    says_now = models.JSONField(default=dict)
    compared_at = models.DateTimeField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "cut_off_at"], name="one_cut_a_moment")]
        indexes = [models.Index(fields=["unit", "on"], name="cut_by_day")]


class Line(models.Model):
    """The figures of one unit in it, by code. Written once, never changed."""

    kept = of_nobody("counts of whole townships, reported")
    id = models.UUIDField(primary_key=True, default=uuid7)
    cut = models.ForeignKey(Cut, models.CASCADE, related_name="lines")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    figures = models.JSONField()

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cut", "unit"], name="one_line_a_unit")]


class Change(models.Model):
    """Figures of a cut-off counted again: why, who asked; who confirmed or refused it, where a paper had told them."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    cut = models.ForeignKey(Cut, models.CASCADE, related_name="changes")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    reason = models.CharField(max_length=200)
    state = models.CharField(max_length=10, default="asked")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    name = models.CharField(max_length=80)
    at = models.DateTimeField()
    second = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    second_name = models.CharField(max_length=80, blank=True, default="")
    ended_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")
    subject_id = None


class Changed(models.Model):
    """One figure of it: what stood, what stands."""

    kept = of_nobody("counts of whole townships, reported")
    id = models.UUIDField(primary_key=True, default=uuid7)
    change = models.ForeignKey(Change, models.CASCADE, related_name="figures")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    code = models.CharField(max_length=40)
    was = models.IntegerField()
    value = models.IntegerField()

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["change", "unit", "code"], name="one_change_a_figure")]


class Codes(models.Model):
    """What a county's figures and units are called in a DHIS2: {code: {"element", "combo"}} and {unit id: code}; "-" is not sent."""

    kept = Kept("act")
    unit = models.OneToOneField(Unit, models.PROTECT, related_name="+", primary_key=True)
    data_set = models.CharField(max_length=11, blank=True, default="")
    attribute_combo = models.CharField(max_length=11, blank=True, default="")
    elements = models.JSONField(default=dict)
    places = models.JSONField(default=dict)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects = ScopedManager(reach="unit__path__under")
