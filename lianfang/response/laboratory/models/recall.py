"""The recall: somebody from a tube whose result is in doubt, to be sampled again singly within the hour."""
from django.db import models
from django.db.models import Q

from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.registers.people.models import Person

from .sample import Sample
from .shared import scoped


class Recall(models.Model):
    """Who is to be sampled again because of which sample; `held`: he is to stay where he is until then."""

    kept = Kept("emergency", about="person", closed="closed_at", blanks={"why": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    sample = models.ForeignKey(Sample, models.PROTECT, related_name="+", db_index=False)
    again = models.ForeignKey(Sample, models.PROTECT, null=True, related_name="+")
    disease = models.CharField(max_length=30)
    state = models.CharField(max_length=10, default="due")
    held = models.BooleanField(default=False)
    called_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    why = SealedText("laboratory.dropped")
    because = models.UUIDField(null=True)

    objects = scoped()
    reason = "resample"  # by which clock it goes

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person"], condition=Q(closed_at=None), name="one_open_recall_a_person")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id
