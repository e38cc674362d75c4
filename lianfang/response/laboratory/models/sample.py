"""The sample: one person's place in a tube, when and why it was taken, and what came of it."""
from django.db import models
from django.db.models import Q

from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.registers.people.models import Person

from .shared import REASONS, scoped
from .tube import Tube


class Sample(models.Model):
    """One person at one position of one tube; of another laboratory's there is no tube, only what its list says.

    `taken_at` is kept to the minute, as every list writes it.
    """

    kept = Kept("emergency", about="person", closed="closed_at", blanks={"outcome": "", "laboratory": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    tube = models.ForeignKey(Tube, models.PROTECT, null=True, related_name="samples")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(default=1)
    reason = models.CharField(max_length=12, choices=list(REASONS.items()))
    disease = models.CharField(max_length=30)
    taken_at = models.DateTimeField()
    reported_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    outcome = SealedText("laboratory.person_outcome")
    laboratory = models.CharField(max_length=60, blank=True, default="")
    because = models.UUIDField(null=True)

    objects = scoped()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "taken_at"], name="one_sample_a_minute"),
            models.UniqueConstraint(fields=["tube", "position"], condition=Q(tube__isnull=False), name="one_sample_a_place"),
        ]
        indexes = [models.Index(fields=["reported_at"], name="sample_reported")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id
