"""An assessment: what was found of a case at one time, and what the definition of that day's edition makes of it."""
import json

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText

from .case import Case

YES_NO = {"yes": _("有"), "no": _("没有")}
NUCLEIC = {"not_done": _("没有做"), "positive": _("阳性"), "negative": _("阴性"), "grey": _("灰区、单靶标阳性")}
ANTIGEN = {"not_done": _("没有做"), "positive": _("阳性"), "negative": _("阴性")}
ANTIBODY = {"not_done": _("没有做"), "igm": _("IgM 阳性"), "both": _("IgM、IgG 都阳性"), "rising": _("IgG 转阳或者升高 4 倍以上"),
            "negative": _("都阴性（发病 7 天后）")}
TESTS = {"nucleic": NUCLEIC, "antigen": ANTIGEN, "sequenced": YES_NO, "antibody": ANTIBODY}


class Assessment(models.Model):
    """A ruling of the case definition: its facts lie sealed, its row says the clause; a person decides what goes onto the card."""

    kept = Kept("emergency", about="case__person", closed="case__closed_at", blanks={"found": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    case = models.ForeignKey(Case, models.CASCADE, related_name="assessments")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    found = SealedText("cases.found")
    result = models.CharField(max_length=15)
    version = models.CharField(max_length=40, blank=True, default="")
    row = models.PositiveIntegerField(null=True)
    document = models.CharField(max_length=200, blank=True, default="")
    clause = models.CharField(max_length=400, blank=True, default="")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="case__unit__path__under")

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.case.person_id

    @property
    def facts(self) -> dict:
        """What was found: chosen items by part, and the tests; nothing of a row that has lost its person."""
        try:
            return json.loads(self.found.open() or "{}")
        except ValueError:
            return {}
