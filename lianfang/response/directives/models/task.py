"""One thing to be done: who, where, by when, with what evidence; taken, done, checked by another, closed or sent back."""
from django.db import models
from django.db.models import F, Q

from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.roles import LEADERS
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.ground.workflow.models import OfPlace

from .directive import EVIDENCE, SOURCES, URGENCY, Directive

DOING = ("given", "taken", "sent_back")
OPEN = (*DOING, "done")


class Task(OfPlace):
    """What somebody has been told to do. `words` are never changed, and name nobody; `parent` is the task it was split from.

    `given_unit` is whose turn it is to check; `unit`, `role` and `account` whose to do it: without a role whoever leads the unit.
    """

    kept = Kept("emergency", closed="closed_at", blanks={"done_words": "", "why": "", "tags": []}, files="done")
    directive = models.ForeignKey(Directive, models.PROTECT, null=True, related_name="tasks")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, blank=True, default="")
    account = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    group = models.CharField(max_length=40, blank=True, default="")
    group_name = models.CharField(max_length=60, blank=True, default="")
    words = models.CharField(max_length=500)
    evidence = models.CharField(max_length=10, choices=list(EVIDENCE.items()), default="words")
    source = models.CharField(max_length=12, choices=list(SOURCES.items()))
    origin = models.UUIDField(null=True, db_index=True)
    urgency = models.CharField(max_length=10, choices=list(URGENCY.items()), default="today")
    tags = models.JSONField(default=list)
    state = models.CharField(max_length=10, default="given")
    due_at = models.DateTimeField()
    given_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    given_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    given_at = models.DateTimeField()
    taken_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    taken_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    done_at = models.DateTimeField(null=True)
    done_words = SealedText("directives.done")
    has_photo = models.BooleanField(default=False)
    checked_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    closed_at = models.DateTimeField(null=True)
    why = SealedText("directives.why")
    returned = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(checked_by=None) | ~Q(checked_by=F("done_by")), name="task_checked_by_another")]
        indexes = [models.Index(fields=["due_at"], condition=Q(closed_at=None), name="task_open_due"),
                   models.Index(fields=["due_at"], name="task_due")]

    @property
    def turn_role(self) -> str:
        """Who does it; when it is done, whoever leads the unit that gave it, to check."""
        return LEADERS[self.given_unit.level] if self.state == "done" else self.role

    @property
    def turn_account_id(self):
        """The one who is named, until it is done."""
        return None if self.state == "done" else self.account_id

    @property
    def is_open(self) -> bool:
        """Whether it still waits for somebody."""
        return self.state in OPEN

    @property
    def whose(self) -> str:
        """The account or group that is named, or the unit."""
        return self.account.name if self.account_id and self.account else self.group_name or self.unit.name
