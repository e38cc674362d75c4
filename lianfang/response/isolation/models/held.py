"""Many people at once, outside a run of the table: a list that binds nobody until two have let it through."""

from django.db import models
from django.db.models import F, Q

from lianfang.ground.accounts.models import Account
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText

from .shared import scoped


class Held(models.Model):
    """What one account wanted to bind within the hour beyond what the bulk table allows; `verdicts` name whom, and by which row.

    A door of people not on record yet records nobody while it is held: `request` keeps what was typed, `shown` its masked lines.
    """

    kept = Kept("emergency", closed="ended_at", blanks={"request": "", "shown": []})
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, default="held")
    people = models.PositiveIntegerField()
    before = models.PositiveIntegerField()
    verdicts = models.ManyToManyField(Verdict, related_name="+")
    request = SealedText("isolation.held_request", blank=True, default=b"")
    shown = models.JSONField(default=list)
    wanted_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    held_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    ended_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    ended_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = scoped()
    subject_id = None  # about many

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(state="let") | (Q(agreed_by__isnull=False) & ~Q(agreed_by=F("ended_by"))
                                                               & ~Q(wanted_by=F("agreed_by")) & ~Q(wanted_by=F("ended_by"))),
                                   name="held_let_through_by_two"),
        ]
