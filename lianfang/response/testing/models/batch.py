"""Workers a firm sends to be tested: a batch that was booked, or those who walked in on a day; of each only whether he is fit."""
from django.db import models
from django_scopes import ScopedManager

from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept, of_nobody
from lianfang.ground.units.models import Unit
from lianfang.registers.enterprises.models import Firm
from lianfang.registers.people.models import Person

from .point import Slot


class Batch(models.Model):
    """A firm's batch from its day on; `size` places are held at its time, `faults` are the rows of its roster that were not taken."""

    kept = of_nobody("a firm, a time, counts and numbers of rows")
    id = models.UUIDField(primary_key=True, default=uuid7)
    firm = models.ForeignKey(Firm, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    slot = models.ForeignKey(Slot, models.PROTECT, null=True, related_name="batches")
    state = models.CharField(max_length=10, default="open")
    begins_at = models.DateTimeField()
    size = models.PositiveIntegerField(default=0)
    faults = models.JSONField(default=list)
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    subject_id = None

    class Meta:
        indexes = [models.Index(fields=["firm", "begins_at"], name="batch_of_firm")]

    @property
    def is_walk_in(self) -> bool:
        """Whether they came without a time."""
        return self.slot_id is None


class Worker(models.Model):
    """Somebody of a batch: on which row of the firm's roster, and whether his test was fit (None: the result is awaited)."""

    kept = Kept("emergency", about="person", closed="known_at", blanks={}, places=())
    id = models.UUIDField(primary_key=True, default=uuid7)
    batch = models.ForeignKey(Batch, models.CASCADE, related_name="workers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    row = models.PositiveIntegerField()
    taken_at = models.DateTimeField(null=True)
    is_fit = models.BooleanField(null=True)
    known_at = models.DateTimeField(null=True)

    objects = ScopedManager(reach="batch__unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "person"], name="once_in_a_batch")]
