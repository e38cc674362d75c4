"""Where somebody was and when: a stay lies within one calendar day, so that two that overlap share their place and their day."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.registers.people.models import Person

ACTIVITIES = {"home": _("在家"), "work": _("上班上课"), "meal": _("吃饭"), "fun": _("娱乐"), "visit": _("串门"), "medical": _("看病"),
              "transport": _("乘车"), "shop": _("购物办事"), "outdoor": _("户外"), "other": _("其他")}
SOURCES = {"diary": _("本人讲述"), "roster": _("场所名单"), "record": _("查到的记录")}


class Spot(models.Model):
    """A place where people meet: a unit of the tree itself, or what lies there and has a name only: an eating house, a bus with its
    line and plate. One name is one place."""

    kept = Kept("door")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    name = models.CharField(max_length=60, blank=True, default="")
    key = models.CharField(max_length=60, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "key"], name="one_spot_a_name")]

    def __str__(self):
        return self.name or self.unit.name


class Stay(models.Model):
    """A person at a place from one moment up to another of the same day; `row`: in which row of a vehicle or a hall he sat."""

    kept = Kept("emergency", about="person", places=())
    id = models.UUIDField(primary_key=True, default=uuid7)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+", db_index=False)
    spot = models.ForeignKey(Spot, models.PROTECT, related_name="+", db_index=False)
    on = models.DateField()
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    activity = models.CharField(max_length=10, choices=list(ACTIVITIES.items()))
    row = models.PositiveSmallIntegerField(null=True)
    source = models.CharField(max_length=8, default="diary", choices=list(SOURCES.items()))
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="person__unit__path__under")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until_at__gt=F("from_at")), name="stay_ends_after_it_began"),
        ]
        indexes = [models.Index(fields=["person", "on"], name="stay_of"),
                   models.Index(fields=["spot", "on", "from_at", "until_at", "person"], name="stay_at")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id
