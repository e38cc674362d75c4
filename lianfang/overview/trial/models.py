"""A trial, the groups of those to whom the same would happen, and the people in them."""
from django.db import models
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.decisions.models import TableVersion
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept, of_nobody
from lianfang.ground.units.models import Unit
from lianfang.registers.people.models import Person


class Trial(models.Model):
    """A version of a table, or the rows of another day (`edition_on`), tried on everybody as of a moment, as if they held from `plan_on`.

    `was_rows` and `rows`: digests of the rows that hold and of those tried; `digest`: of what came out. `looked`: open orders; `free`:
    those who were found, are free and stay so, and are not listed. `needs`: what there was on that day of rooms, tests and minders.
    """

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    table = models.CharField(max_length=60)
    version = models.ForeignKey(TableVersion, models.PROTECT, null=True, related_name="+")
    edition_on = models.DateField(null=True)
    plan_on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    was_rows = models.CharField(max_length=32)
    rows = models.CharField(max_length=32)
    digest = models.CharField(max_length=32, blank=True, default="")
    days = models.PositiveSmallIntegerField()
    looked = models.PositiveIntegerField(default=0)
    free = models.PositiveIntegerField(default=0)
    needs = models.JSONField(default=dict)
    done_at = models.DateTimeField(null=True)

    objects = ScopedManager(reach="unit__path__under")
    subject_id = None  # about many

    class Meta:
        indexes = [models.Index(fields=["version", "at"], name="trial_of_version")]


class Group(models.Model):
    """So many of one town and category with the same fate and the same days before them, a letter a day."""

    kept = of_nobody("counts of people alike, by town and category")
    id = models.UUIDField(primary_key=True, default=uuid7)
    trial = models.ForeignKey(Trial, models.CASCADE, related_name="groups")
    town = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    category = models.CharField(max_length=40)
    fate = models.CharField(max_length=10)
    old = models.CharField(max_length=31)
    new = models.CharField(max_length=31)
    old_minding = models.CharField(max_length=31)
    new_minding = models.CharField(max_length=31)
    old_tests = models.CharField(max_length=31)
    new_tests = models.CharField(max_length=31)
    people = models.PositiveIntegerField()


class TrialLine(models.Model):
    """One person in a group."""

    kept = Kept("emergency", about="person", closed="group__trial__done_at", blanks={})
    id = models.UUIDField(primary_key=True, default=uuid7)
    group = models.ForeignKey(Group, models.CASCADE, related_name="lines", db_index=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)

    objects = ScopedManager(reach="unit__path__under")

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id

    class Meta:
        indexes = [models.Index(fields=["group", "id"], name="trial_lines")]
