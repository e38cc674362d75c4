"""A recall of everybody to his post, and each one who is called: his answer, and whether he was there."""
from django.db import models

from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.roles import LEADERS
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.ground.workflow.models import OfPlace

OPEN = ("called", "coming", "asking")


class Recall(OfPlace):
    """A notice to come back by an hour: its words, whom it calls in words, whether leave is cancelled."""

    kept = Kept("act")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    words = models.CharField(max_length=500)
    whom = models.CharField(max_length=300)
    return_by = models.DateTimeField()
    cancels_leave = models.BooleanField(default=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)


class Called(OfPlace):
    """Somebody who is called: `unit` his own post's, `leave_until` the end of the leave that is cancelled; when he is back, from where or
    why not (sealed), who saw him there."""

    kept = Kept("act")
    recall = models.ForeignKey(Recall, models.CASCADE, related_name="called")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, default="called")
    leave_until = models.DateField(null=True)
    back_at = models.DateTimeField(null=True)
    note = SealedText("command.recall")
    answered_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    seen_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["recall", "account"], name="one_call_an_account")]

    @property
    def turn_role(self) -> str:
        """Whoever leads where he belongs sees to it."""
        return LEADERS[self.unit.level]

    @property
    def turn_account_id(self):
        """He himself answers."""
        return self.account_id if self.state == "called" else None
