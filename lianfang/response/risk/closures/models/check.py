"""That something is shut in fact: a village's, a market's, a firm's turn, with who saw it, when, and a photo."""
from django.db import models
from django.db.models import Q

from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.roles import LEADERS
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow.models import OfPlace
from lianfang.registers.enterprises.models import Firm

from .order import Closure


class Check(OfPlace):
    """One place of an order: a unit, or a firm in it; open until somebody has seen that it is shut. `asked_at` is from when it is to be
    seen, `open_at` when it was seen open; `after` the earlier look, where it had been seen shut and was open again.
    """

    kept = Kept("door")
    closure = models.ForeignKey(Closure, models.CASCADE, related_name="checks")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    firm = models.ForeignKey(Firm, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, default="waiting")
    asked_at = models.DateTimeField()
    seen_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    seen_at = models.DateTimeField(null=True)
    words = models.CharField(max_length=200, blank=True, default="")
    open_at = models.DateTimeField(null=True)
    after = models.OneToOneField("self", models.CASCADE, null=True, related_name="later")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["closure", "unit", "firm"], condition=Q(after=None), name="one_check_a_firm"),
                       models.UniqueConstraint(fields=["closure", "unit"], condition=Q(firm=None, after=None), name="one_check_a_unit")]

    @property
    def turn_role(self) -> str:
        """Whoever leads the place; what stands open though it should be shut is the township's."""
        return "township_cadre" if self.state == "not_shut" else LEADERS.get(self.unit.level, "grid_worker")

    @property
    def title(self) -> str:
        """The firm, or the place."""
        return self.firm.title if self.firm_id else self.unit.name
