"""What is told to where somebody goes: to register him, or that he was taken or turned back on the way."""
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.registers.people.models import Person

from .passage import Passage

CONTENTS = {"arrival": _("到家登记"), "transfer": _("已转运，不回家"), "turn_back": _("已劝返")}


class Notice(models.Model):
    """To the unit somebody goes to, or to the county where that lies outside: what happened at the gate, and what is asked."""

    kept = Kept("passage", about="person", closed="closed_at", blanks={"answer": "", "to": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    passage = models.ForeignKey(Passage, models.CASCADE, related_name="notices")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    content = models.CharField(max_length=10, choices=list(CONTENTS.items()))
    to = SealedText("checkpoints.to")
    state = models.CharField(max_length=10)
    told_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    answer = SealedText("checkpoints.answer")
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        indexes = [models.Index(fields=["unit", "told_at"], condition=Q(closed_at=None), name="notice_open")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id
