"""A wedding, a funeral, a meeting that somebody wishes to hold: what the table said of it, what the township decided."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from lianfang.ground.accounts.models import Account
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.ground.workflow.models import OfPlace
from lianfang.registers.enterprises.models import Firm

from .order import Closure

EVENTS = {"wedding": _("婚事"), "funeral": _("丧事"), "banquet": _("其他酒席、聚餐"), "meeting": _("会议"), "training": _("培训"),
          "fair": _("庙会、集市、展销"), "worship": _("宗教活动"), "sports": _("文体活动"), "other": _("其他聚集")}


class Event(OfPlace):
    """An application: who asks and where exactly lie sealed; `facts`, `row` and its clause say why it was refused or goes to the township,
    `closure` the order in force, `banned_until` its end as it stood then."""

    kept = Kept("emergency", closed="ends_at", blanks={"name": "", "phone": "", "place": "", "facts": {}, "conditions": []})
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=list(EVENTS.items()))
    heads = models.PositiveIntegerField()
    on = models.DateField()
    ends_at = models.DateTimeField()
    place = SealedText("closures.place")
    name = SealedText("closures.name")
    phone = SealedText("closures.phone")
    firm = models.ForeignKey(Firm, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, default="waiting")
    facts = models.JSONField(default=dict)
    document = models.TextField(blank=True, default="")
    clause = models.TextField(blank=True, default="")
    version = models.CharField(max_length=20, blank=True, default="")
    row = models.IntegerField(null=True)
    conditions = models.JSONField(default=list)
    closure = models.ForeignKey(Closure, models.PROTECT, null=True, related_name="+")
    banned_until = models.DateTimeField(null=True)
    applied_at = models.DateTimeField()
    decided_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    decided_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=300, blank=True, default="")
    seen = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["year", "serial"], name="one_event_a_number")]
        indexes = [models.Index(fields=["state", "on"], name="event_state_on")]

    @property
    def number(self) -> str:
        """2020-000017."""
        return f"{self.year}-{self.serial:06}"
