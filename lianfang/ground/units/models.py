"""The tree of places, with dated codes, names, population and area."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..kept import of_nobody
from .fields import Path

LEVELS = {
    "county": _("县"),
    "township": _("乡镇（街道）"),
    "village": _("村（社区）"),
    "grid": _("网格"),
    "micro_grid": _("微网格"),
    "compound": _("小区"),
    "building": _("楼栋"),
    "stair": _("单元"),
    "door": _("门户"),
}
RANK = {level: n for n, level in enumerate(LEVELS)}


class UnitRows(models.QuerySet):
    """Query words on units."""

    def in_force(self, on):
        """Units that stand on a day."""
        return self.filter(Q(until_on=None) | Q(until_on__gt=on), from_on__lte=on)

    def below(self, unit):
        """Everything under a unit, itself not included."""
        return self.filter(path__under=unit.path).exclude(pk=unit.pk)


class Unit(models.Model):
    """A node of the tree, from county to door; its id never changes, its path is the chain of its ancestors' ids.

    `name` and `code` are those in force now, kept for lists; their history lies in Naming.
    """

    kept = of_nobody("places")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    path = Path(max_length=160, unique=True)
    level = models.CharField(max_length=12, choices=list(LEVELS.items()))
    name = models.CharField(max_length=120)
    code = models.CharField(max_length=24, blank=True, default="", db_index=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    objects = UnitRows.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["parent", "level", "name"], name="unit_children"),
            models.Index(fields=["level", "path"], name="unit_level"),
        ]

    def __str__(self):
        return self.name

    @property
    def ancestor_ids(self) -> list[int]:
        """Ids from the root down to this unit."""
        return [int(part) for part in self.path.strip("/").split("/")]


class Naming(models.Model):
    """The official code and name of a unit during a time: both change."""

    kept = of_nobody("places")
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="namings")
    code = models.CharField(max_length=24, blank=True, default="", db_index=True)
    name = models.CharField(max_length=120)
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "from_on"], name="one_naming_a_day")]


class Figure(models.Model):
    """Population (persons) or area (km²) of a unit, valid from a day until the next such figure: the denominators of every rate."""

    kept = of_nobody("counts of places")
    KINDS = {"population": _("人口（人）"), "area": _("面积（平方公里）")}

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="figures")
    kind = models.CharField(max_length=12, choices=list(KINDS.items()))
    value = models.FloatField()
    from_on = models.DateField()
    source = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "kind", "from_on"], name="one_figure_a_day")]
