"""An order that shuts something: what, in which units, from when until when; and what has been lifted of it since."""
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lianfang.ground.accounts.models import Account
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow.models import OfPlace

KINDS = {"place": _("封路封村"), "transport": _("停运"), "trade": _("场所、市场主体关停"), "event": _("停办聚集活动")}
SERVICES = {"intercity": _("城际公交"), "town_bus": _("城乡公交"), "long_distance": _("长途客运"), "taxi": _("出租车、网约车"),
            "tour_bus": _("旅游包车")}


class Closure(OfPlace):
    """An order of a unit's command room: `what` are the trades, services or kinds of events it shuts (of roads and villages: none);
    where it holds are its areas. `until_at` None: until it is lifted. `spared` are the purposes a shut road lets through.

    `needs_two`: whether the table asked for a second person when it was proposed.
    """

    kept = Kept("act")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    number = models.CharField(max_length=60)
    kind = models.CharField(max_length=10, choices=list(KINDS.items()))
    what = models.JSONField(default=list)
    words = models.CharField(max_length=500)
    basis = models.CharField(max_length=200, blank=True, default="")
    spared = models.JSONField(default=list)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, default="proposed")
    needs_two = models.BooleanField(default=True)
    clause = models.TextField(blank=True, default="")
    proposed_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    proposed_at = models.DateTimeField()
    approved_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    approved_at = models.DateTimeField(null=True)
    looked_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    ended_at = models.DateTimeField(null=True)
    end_number = models.CharField(max_length=60, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["number"], condition=~Q(state="refused"), name="one_closure_a_number"),
            models.CheckConstraint(condition=Q(needs_two=False) | Q(approved_by=None) | ~Q(approved_by=F("proposed_by")),
                                   name="closure_by_two"),
        ]
        indexes = [models.Index(fields=["kind", "ended_at", "until_at"], name="closure_standing")]

    def __str__(self):
        return self.number


class Area(OfPlace):
    """A unit in which an order holds, with all that lies in it."""

    kept = Kept("door")
    closure = models.ForeignKey(Closure, models.CASCADE, related_name="areas")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["closure", "unit"], name="one_area_a_closure")]


class Lift(OfPlace):
    """A part of an order that holds no more from a moment: in this unit, for these trades (none named: for all)."""

    kept = Kept("door")
    closure = models.ForeignKey(Closure, models.CASCADE, related_name="lifts")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    what = models.JSONField(default=list)
    number = models.CharField(max_length=60)
    from_at = models.DateTimeField()
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
