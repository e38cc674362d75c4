"""Somebody seen abnormal: who, where, by whom; what was measured; where he was set apart, or why he was ruled out."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.registers.people.models import Person

SEEN = {"fever": _("发热"), "cough": _("咳嗽"), "sore_throat": _("咽干咽痛"), "short_breath": _("胸闷、呼吸困难"), "fatigue": _("乏力"),
        "diarrhoea": _("腹泻"), "taste": _("嗅觉、味觉减退"), "other": _("其他不舒服")}


class Sighting(models.Model):
    """One person seen abnormal at one place: what was seen and measured lies sealed."""

    kept = Kept("emergency", about="person", closed="closed_at", blanks=dict.fromkeys(("seen", "words", "measured", "held_at", "why"), ""))
    id = models.UUIDField(primary_key=True, default=uuid7)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, default="reported")
    seen = SealedText("abnormal.seen")
    words = SealedText("abnormal.words")
    seen_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    reported_at = models.DateTimeField()
    measured = SealedText("abnormal.measured")
    measured_at = models.DateTimeField(null=True)
    held_at = SealedText("abnormal.held_at")
    why = SealedText("abnormal.why")
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person"], condition=models.Q(closed_at=None), name="one_open_sighting_a_person")]
        indexes = [models.Index(fields=["reported_at"], name="sighting_reported")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id
