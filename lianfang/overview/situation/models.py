"""Bulletins with their frozen figures, who signed them, and what was corrected afterwards."""
from django.db import models
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept, of_nobody
from lianfang.ground.units.models import Unit


class Bulletin(models.Model):
    """One issue: the figures of a unit as known at a cut-off, frozen with the head of the journal at that time."""

    kept = of_nobody("counts of a whole unit, published")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    edition = models.CharField(max_length=10)
    cut_off_at = models.DateTimeField()
    previous_at = models.DateTimeField(null=True)
    summary = models.TextField()
    state = models.CharField(max_length=10, default="frozen")
    made_at = models.DateTimeField()
    journal_position = models.BigIntegerField(default=0)
    journal_hash = models.CharField(max_length=64, blank=True, default="")
    check_code = models.CharField(max_length=20, blank=True, default="")
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "cut_off_at"], name="one_bulletin_a_cut_off"),
                       models.UniqueConstraint(fields=["unit", "year", "number"], name="one_bulletin_a_number")]

    @property
    def subject_id(self):
        """It is about nobody."""
        return None

    @property
    def serial(self) -> str:
        """229901-2020-058."""
        return f"{self.unit.code or self.unit_id}-{self.year}-{self.number:03d}"


class Correction(models.Model):
    """What a figure should have been, counted again at the same cut-off; what was reported stays as it was."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    figure = models.ForeignKey("BulletinFigure", models.CASCADE, related_name="corrections")
    value = models.IntegerField()
    out_of = models.IntegerField(null=True)
    reason = models.CharField(max_length=200)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    name = models.CharField(max_length=80)
    at = models.DateTimeField()

    objects = ScopedManager(reach="figure__bulletin__unit__path__under")


class BulletinFigure(models.Model):
    """An indicator's value at the cut-off and at the one before; a rate has its denominator. Written once, never changed."""

    kept = of_nobody("counts of a whole unit, published")
    id = models.UUIDField(primary_key=True, default=uuid7)
    bulletin = models.ForeignKey(Bulletin, models.CASCADE, related_name="figures")
    code = models.CharField(max_length=40)
    value = models.IntegerField()
    out_of = models.IntegerField(null=True)
    previous = models.IntegerField(null=True)
    previous_out_of = models.IntegerField(null=True)
    previous_correction = models.ForeignKey(Correction, models.PROTECT, null=True, related_name="+", db_index=False)

    objects = ScopedManager(reach="bulletin__unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bulletin", "code"], name="one_figure_a_code")]


class Signature(models.Model):
    """Who drafted, checked or signed: the account, the name it had then, and when."""

    kept = Kept("act")
    ACTS = ("draft", "check", "sign")

    bulletin = models.ForeignKey(Bulletin, models.CASCADE, related_name="signatures")
    act = models.CharField(max_length=10)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    name = models.CharField(max_length=80)
    at = models.DateTimeField()

    objects = ScopedManager(reach="bulletin__unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bulletin", "act"], name="one_signature_an_act")]
