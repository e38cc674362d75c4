"""Rows of a table change by date: the list of whom that changes, read before anybody's order is."""

from django.db import models
from django.db.models import F, Q

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.registers.people.models import Person

from .order import Order
from .shared import SWITCH_REFUSED, scoped


class Switch(models.Model):
    """A table's rows of `was_on` give way to those of `on`: who under an open order is decided otherwise, listed, then carried out.

    With an `area` it is not the rows that change but the `risk` of that place: its people and those who came from there are listed.

    `looked`: open orders on that table; `people`: those listed; `bound`: of them those bound more than before; `undecided`: left to a
    person. `cursor`: the last line carried out; `changed`: how many so far.
    """

    kept = Kept("emergency", closed="ended_at", blanks={}, places=("unit", "area"))
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    table = models.CharField(max_length=60)
    was_on = models.DateField()
    on = models.DateField()
    area = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", db_index=False)
    risk = models.CharField(max_length=10, blank=True, default="")
    state = models.CharField(max_length=10, default="listing")
    looked = models.PositiveIntegerField(default=0)
    people = models.PositiveIntegerField(default=0)
    bound = models.PositiveIntegerField(default=0)
    undecided = models.PositiveIntegerField(default=0)
    listed_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    confirmed_at = models.DateTimeField(null=True)
    let_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    let_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=20, blank=True, default="", choices=list(SWITCH_REFUSED.items()))
    cursor = models.UUIDField(null=True)
    changed = models.PositiveIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = scoped()
    subject_id = None  # about many

    @property
    def facts(self) -> dict:
        """The facts that are others now."""
        return {"origin_risk": self.risk} if self.risk else {}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["table", "on"], condition=Q(area=None), name="one_switch_a_day"),
            models.CheckConstraint(condition=Q(was_on__lt=F("on")) | Q(area__isnull=False), name="switch_goes_forward"),
            models.CheckConstraint(condition=Q(let_by=None) | ~Q(let_by=F("confirmed_by")), name="switch_let_by_another"),
        ]


class SwitchLine(models.Model):
    """One person on the list: what the rows of both days say (`old`, `new`, as stages), what becomes of the order, of which town and
    category; without an `order` who went free is bound."""

    kept = Kept("emergency", about="person", closed="switch__ended_at", blanks={}, places=("unit", "town"))
    id = models.UUIDField(primary_key=True, default=uuid7)
    switch = models.ForeignKey(Switch, models.CASCADE, related_name="lines", db_index=False)
    order = models.ForeignKey(Order, models.CASCADE, null=True, related_name="+", db_index=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    town = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    category = models.CharField(max_length=40)
    old = models.CharField(max_length=80)
    new = models.CharField(max_length=80)
    fate = models.CharField(max_length=10)

    objects = scoped()

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id

    class Meta:
        indexes = [models.Index(fields=["switch", "id"], name="switch_lines")]
