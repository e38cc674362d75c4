"""Somebody from elsewhere goes back to work: what the table of his day asks of him, and until when his pass holds."""
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.registers.enterprises.models import Firm
from lianfang.registers.people.models import Person

RISKS = {"low": _("低风险"), "medium": _("中风险"), "high": _("高风险"), "abroad": _("境外"), "unknown": _("查不清")}


class WorkPass(models.Model):
    """One worker's way back to one firm; the verdict keeps which row asked for which tests."""

    kept = Kept("emergency", about="person", closed="closed_at", blanks={})
    id = models.UUIDField(primary_key=True, default=uuid7)
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    firm = models.ForeignKey(Firm, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    risk = models.CharField(max_length=10, choices=list(RISKS.items()))
    verdict = models.ForeignKey(Verdict, models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, default="asked")
    asked_at = models.DateTimeField()
    allowed_at = models.DateTimeField(null=True)
    allowed_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    until_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["year", "serial"], name="one_work_pass_a_number"),
                       models.UniqueConstraint(fields=["person", "firm"], condition=Q(state="asked"), name="asked_once_a_firm")]
        indexes = [models.Index(fields=["asked_at"], name="work_pass_asked")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id

    @property
    def number(self) -> str:
        """2020-000017, as it stands on the pass."""
        return f"{self.year}-{self.serial:06}"
