"""Where a county is entered: posts with tier, kind and road; their shifts, and what was counted by hand."""
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import of_nobody
from lianfang.ground.units.models import Unit

TIERS = {"county": _("县级"), "township": _("乡镇（街道）级"), "village": _("村（社区）级"), "compound": _("小区、巷口")}
KINDS = {"expressway": _("高速公路口"), "road": _("国省道、乡村路"), "rail": _("火车站"), "bus": _("汽车站"), "airport": _("机场"),
         "border": _("县界"), "station": _("温情劝返站"), "gate": _("小区门、巷口")}
ROADS = {"open": _("道路开放"), "closed": _("封路、封闭管理")}
FORMS = {"full": _("逐车逐人登记"), "quick": _("简易登记")}
DEPARTMENTS = {"police": _("公安"), "transport": _("交通"), "health": _("卫健"), "township": _("乡镇（街道）"), "village": _("村（社区）"),
               "volunteers": _("志愿者")}
STOCK = {"masks": _("口罩（只）"), "thermometers": _("体温计（支）"), "disinfectant": _("消毒液（瓶）"), "forms": _("登记表（张）")}


class PostRows(models.QuerySet):
    """Query words on posts."""

    def in_force(self, on):
        """Posts that stand on a day."""
        return self.filter(Q(until_on=None) | Q(until_on__gt=on), from_on__lte=on)


class Post(models.Model):
    """A point of entry with people at it (S0-08, S4-12): tier, kind, whether its road is closed by which document, who staffs it, when.

    `spared` are the purposes a closed road lets through; `site` is where those are taken who may not go on, `team_phone` who fetches them.
    """

    kept = of_nobody("points of entry")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    tier = models.CharField(max_length=10, choices=list(TIERS.items()))
    kind = models.CharField(max_length=12, choices=list(KINDS.items()))
    form = models.CharField(max_length=6, choices=list(FORMS.items()), default="full")
    road = models.CharField(max_length=6, choices=list(ROADS.items()), default="open")
    document = models.CharField(max_length=200, blank=True, default="")
    spared = models.JSONField(default=list)
    departments = models.JSONField(default=list)
    opens = models.CharField(max_length=5, default="00:00")
    closes = models.CharField(max_length=5, default="24:00")
    site = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", db_index=False)
    team_phone = models.CharField(max_length=20, blank=True, default="")
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    objects = ScopedManager(reach="unit__path__under", _manager_class=models.Manager.from_queryset(PostRows))

    subject_id = because = None

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "name"], condition=Q(until_on=None), name="one_post_a_name")]

    def __str__(self):
        return self.name


class Shift(models.Model):
    """Who is on duty at a post from when until when; at its end what was counted, what was left open, and what is in stock."""

    kept = of_nobody("hours of a post")
    id = models.UUIDField(primary_key=True, default=uuid7)
    post = models.ForeignKey(Post, models.PROTECT, related_name="shifts")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, default="on_duty")
    people = models.PositiveSmallIntegerField()
    stock = models.JSONField(default=dict)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    stock_left = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    why_different = models.CharField(max_length=200, blank=True, default="")
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    subject_id = None

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post"], condition=Q(closed_at=None), name="one_shift_at_a_post")]
        indexes = [models.Index(fields=["post", "opened_at"], name="shift_of_post")]

    def covers(self, at) -> bool:
        """Whether a moment lies within it."""
        return self.opened_at <= at and (self.closed_at is None or at < self.closed_at)

    @property
    def turn_account_id(self):
        """Whoever opened it hands it over."""
        return self.opened_by_id


class Tally(models.Model):
    """What somebody counted as it passed, beside the records (S3-12): so many vehicles and people more."""

    kept = of_nobody("numbers")
    id = models.UUIDField(primary_key=True, default=uuid7)
    shift = models.ForeignKey(Shift, models.PROTECT, related_name="tallies")
    vehicles = models.SmallIntegerField(default=0)
    people = models.SmallIntegerField(default=0)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects = ScopedManager(reach="shift__unit__path__under")
