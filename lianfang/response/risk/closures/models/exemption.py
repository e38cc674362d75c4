"""Who may pass, or stay open, all the same: a vehicle by its plate, a firm, a place within, or a purpose; with a reason and an end."""
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lianfang.ground.accounts.models import Account
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.ground.workflow.models import OfPlace
from lianfang.registers.enterprises.models import Firm

from .order import Closure

HOW = {"vehicle": _("一辆车（按车牌）"), "firm": _("一家单位、一个市场"), "place": _("封闭范围里的一处地方"), "purpose": _("一类来意")}


class Exemption(OfPlace):
    """Of one order, until a moment; by two people. `unit` is the place it is for, or the place of the firm."""

    kept = Kept("emergency", closed="until_at", blanks={"plate": "", "plate_blind": ""})
    closure = models.ForeignKey(Closure, models.CASCADE, related_name="exemptions")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    how = models.CharField(max_length=8, choices=list(HOW.items()))
    plate = SealedText("closures.plate")
    plate_blind = models.CharField(max_length=32, blank=True, default="", db_index=True)
    firm = models.ForeignKey(Firm, models.PROTECT, null=True, related_name="+")
    purpose = models.CharField(max_length=10, blank=True, default="")
    reason = models.CharField(max_length=15)
    words = models.CharField(max_length=200, blank=True, default="")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    state = models.CharField(max_length=10, default="proposed")
    proposed_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    decided_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(decided_by=None) | ~Q(decided_by=F("proposed_by")), name="exemption_by_two")]
