"""The duty desk: who called, what became of it, and the shifts that hand over what is open."""
from django.db import models
from django.db.models import F, Q

from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.roles import LEADERS
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.ground.workflow.models import OfPlace

from .directive import URGENCY
from .task import Task


class Call(OfPlace):
    """A call as it was typed: who, from which number and where exactly lie sealed; what is to be done is the task."""

    kept = Kept("emergency", closed="taken_at", blanks={"caller": "", "phone": "", "detail": ""})
    desk = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    task = models.OneToOneField(Task, models.CASCADE, related_name="call")
    urgency = models.CharField(max_length=10, choices=list(URGENCY.items()))
    caller = SealedText("directives.caller")
    phone = SealedText("directives.phone")
    detail = SealedText("directives.detail")
    taken_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    taken_at = models.DateTimeField(db_index=True)


class Shift(OfPlace):
    """A shift at a unit's desk, handed over with a note and all that was open (`left`: ids of tasks), taken over by another."""

    kept = Kept("emergency", closed="closed_at", blanks={"note": "", "answer": "", "left": []})
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, default="on")
    begun_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    begun_at = models.DateTimeField()
    handed_at = models.DateTimeField(null=True)
    calls = models.PositiveIntegerField(default=0)
    left = models.JSONField(default=list)
    note = SealedText("directives.note")
    taken_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    closed_at = models.DateTimeField(null=True)
    answer = SealedText("directives.answer")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit"], condition=Q(state="on"), name="one_desk_shift_on"),
            models.CheckConstraint(condition=Q(taken_by=None) | ~Q(taken_by=F("begun_by")), name="desk_taken_over_by_another"),
        ]

    @property
    def turn_role(self) -> str:
        """Whoever sits at that unit's desk."""
        return LEADERS[self.unit.level]

    @property
    def turn_account_id(self):
        """The one on duty, until he has handed over."""
        return self.begun_by_id if self.state == "on" else None
