"""A hand-over at the end of a shift: which investigations, from whom to whom, what is open and what to ask next, until it is received."""
from django.db import models
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText


class ShiftNote(models.Model):
    """The note of one hand-over; `cases` are their ids, `count` how many there were."""

    kept = Kept("emergency", closed="at", blanks={"standing": "", "ask_next": "", "cases": []})
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    giver = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    receiver = models.ForeignKey(Account, models.PROTECT, related_name="+")
    cases = models.JSONField(default=list)
    count = models.PositiveSmallIntegerField()
    standing = SealedText("cases.shift_standing")
    ask_next = SealedText("cases.shift_next")
    state = models.CharField(max_length=10, default="offered")
    at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    subject_id = None

    @property
    def turn_account_id(self):
        """Whose turn it is by name: whoever takes over."""
        return self.receiver_id
