"""Turns: one list of whose turn it is; and what records about places, which are nobody's, have in common."""
from django.db import models
from django.db.models import Q
from django_scopes import ScopedManager

from ..accounts.models import Account
from ..ids import uuid7
from ..kept import Kept
from ..units.models import Unit


class OfPlace(models.Model):
    """A record about its `unit`, and about nobody: what a flow, its turns and a line of the journal ask of one. `because`: the line it
    began with, or that caused it."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")
    subject_id = None

    class Meta:
        abstract = True


class TurnRows(models.QuerySet):
    """Query words on turns."""

    def open(self, at=None):
        """Not yet closed now, or at a past moment."""
        return self.filter(closed_at=None) if at is None else self.filter(Q(closed_at=None) | Q(closed_at__gt=at), opened_at__lte=at)

    def overdue(self, at):
        """Open at a moment and past their due time."""
        return self.open(at).filter(due__lt=at)

    def owned_by(self, account, assignments):
        """What this account has to do: turns in its name, and turns of its role at its unit that name nobody."""
        mine = Q(account=account)
        for held in assignments:
            mine |= Q(account=None, role=held.role, owner_unit=held.unit_id)
        return self.filter(mine)


class Turn(models.Model):
    """Somebody's turn on a record: in which state it waits, who owns it (an account, or a role at a unit), due when, raised when
    (to the township, then to the county), urged how often and by whom last."""

    kept = Kept("emergency", about="subject", closed="closed_at", blanks={}, places=("unit", "owner_unit"))
    id = models.UUIDField(primary_key=True, default=uuid7)
    flow = models.CharField(max_length=30)
    record = models.UUIDField(db_index=True)
    state = models.CharField(max_length=30)
    subject = models.UUIDField(null=True, db_index=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    level = models.CharField(max_length=12)
    role = models.CharField(max_length=20)
    owner_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    account = models.ForeignKey(Account, models.PROTECT, null=True, related_name="turns", db_index=False)
    opened_at = models.DateTimeField()
    due = models.DateTimeField()
    raise_at = models.DateTimeField(null=True)
    then_at = models.DateTimeField(null=True)
    raised_from = models.UUIDField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.BigIntegerField(null=True)
    raised = models.BooleanField(default=False)
    urged = models.PositiveSmallIntegerField(default=0)
    urged_at = models.DateTimeField(null=True)
    urged_by = models.BigIntegerField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under", _manager_class=models.Manager.from_queryset(TurnRows))

    class Meta:
        indexes = [
            models.Index(fields=["account", "due"], condition=Q(closed_at=None), name="turn_of_account"),
            models.Index(fields=["owner_unit", "role", "due"], condition=Q(closed_at=None), name="turn_of_role"),
            models.Index(fields=["raise_at"], condition=Q(closed_at=None), name="turn_to_raise"),
            models.Index(fields=["due"], condition=Q(closed_at=None), name="turn_due"),
            models.Index(fields=["flow", "state"], condition=Q(closed_at=None), name="turn_of_flow"),
            # all that is told of what is overdue by place; closed_at, which is none here, because SQLite looks at the row for it otherwise
            models.Index(fields=["unit", "level", "flow", "due", "opened_at", "urged_at", "closed_at"], condition=Q(closed_at=None),
                         name="turn_by_place"),
            models.Index(fields=["closed_at"], condition=Q(closed_at__isnull=False), name="turn_closed"),
        ]
