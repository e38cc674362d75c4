"""A revisit after discharge: on which day it is due, and what was found."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.registers.people.models import Person

from .case import Case

FOUND = {"well": _("没有不适，检测阴性"), "untested": _("没有不适，没有检测"), "unwell": _("有不适"), "positive": _("检测又阳性")}


class Revisit(models.Model):
    """One of the visits that the table asks for after a case's discharge; the outcome and the notes lie sealed."""

    kept = Kept("emergency", about="person", closed="closed_at", blanks={"found": "", "notes": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    case = models.ForeignKey(Case, models.CASCADE, related_name="revisits")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    state = models.CharField(max_length=10, default="planned")
    due_on = models.DateField()
    found = SealedText("cases.revisit_found")
    notes = SealedText("cases.revisit_notes")
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "due_on"], name="one_revisit_a_day")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id
