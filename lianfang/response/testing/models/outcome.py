"""What a test found, as this loop knows it: the result lies sealed, others see whether it is fit."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.registers.people.models import Person

KINDS = {"nucleic": _("核酸"), "ct": _("胸部 CT"), "antibody": _("抗体")}
OUTCOMES = {
    "nucleic": {"negative": _("阴性"), "positive": _("阳性"), "grey": _("灰区、单靶标阳性")},
    "ct": {"normal": _("无异常"), "suspicious": _("可疑")},
    "antibody": {"none": _("都阴性"), "igg": _("只有 IgG 阳性"), "igm": _("IgM 阳性")},
}
SOURCES = {"lab": _("检测机构"), "paper": _("纸质报告"), "sheet": _("结果表")}


class Outcome(models.Model):
    """One test of a person; the same test told again is the same row, corrected."""

    kept = Kept("emergency", about="person", closed="known_at", blanks={"outcome": "", "evidence": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=list(KINDS.items()))
    taken_at = models.DateTimeField()
    known_at = models.DateTimeField()
    outcome = SealedText("testing.outcome")
    evidence = SealedText("testing.evidence")
    is_fit = models.BooleanField()
    source = models.CharField(max_length=10, choices=list(SOURCES.items()))
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "kind", "taken_at"], name="one_outcome_a_test")]
        indexes = [models.Index(fields=["taken_at"], name="outcome_taken")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id
