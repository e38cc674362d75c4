"""The emergency and its response levels; who heads it and its groups; what a run card stood up; who answers where; mechanisms."""
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText

LEVELS = {"i": _("Ⅰ级"), "ii": _("Ⅱ级"), "iii": _("Ⅲ级"), "iv": _("Ⅳ级")}
BODIES = {"national": _("国家"), "province": _("省"), "prefecture": _("市（地）"), "county": _("县")}
KINDS = {"group": _("工作组"), "force": _("专班")}
POSTS = {"chief": _("总指挥（组长）"), "vice_chief": _("副总指挥（副组长）"),
         "lead": _("组长"), "deputy": _("副组长"), "liaison": _("联络员"),
         "member": _("成员")}
HEADS, SEATS = ("chief", "vice_chief"), ("lead", "deputy", "liaison", "member")
PARTS = {"level": _("级"), "line": _("线"), "check": _("查"), "point": _("条")}


class InForce(models.QuerySet):
    """Query words on what holds from a day until another."""

    def in_force(self, on):
        """Holds on a day."""
        return self.filter(Q(until_on=None) | Q(until_on__gt=on), from_on__lte=on)


InForceManager = models.Manager.from_queryset(InForce)


class Emergency(models.Model):
    """What the county has stood up for: the disease as its profile calls it, since when, by which document."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    title = models.CharField(max_length=80)
    disease = models.CharField(max_length=30)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects = ScopedManager(reach="unit__path__under", _manager_class=InForceManager)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit"], condition=Q(until_on=None), name="one_emergency_at_once")]

    def __str__(self):
        return self.title


class Response(models.Model):
    """A response level: who decided it, when, by which document, under which clause; `does`: whether the county decides or carries out."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    emergency = models.ForeignKey(Emergency, models.PROTECT, related_name="responses")
    level = models.CharField(max_length=3, choices=list(LEVELS.items()))
    body = models.CharField(max_length=10, choices=list(BODIES.items()))
    does = models.CharField(max_length=10)
    decided_by = models.CharField(max_length=80)
    number = models.CharField(max_length=60)
    document = models.TextField()
    clause = models.TextField()
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects = ScopedManager(reach="emergency__unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["emergency"], condition=Q(until_at=None), name="one_level_at_once")]


class Group(models.Model):
    """A working group of the template, or a task force opened for one thing; `flows` are those whose turns are its business."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    emergency = models.ForeignKey(Emergency, models.PROTECT, related_name="groups")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=6, choices=list(KINDS.items()), default="group")
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=60)
    office = models.CharField(max_length=80, blank=True, default="")
    duties = models.CharField(max_length=300, blank=True, default="")
    flows = models.JSONField(default=list)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under", _manager_class=InForceManager)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["emergency", "code"], condition=Q(until_on=None), name="one_group_a_code")]

    def __str__(self):
        return self.name


class Holder(models.Model):
    """Who holds a post of the headquarters, or of one of its groups, from a day until another, by which document."""

    kept = Kept("emergency", closed="until_on", blanks={"phone": ""}, places=())
    id = models.UUIDField(primary_key=True, default=uuid7)
    emergency = models.ForeignKey(Emergency, models.PROTECT, related_name="holders")
    group = models.ForeignKey(Group, models.PROTECT, null=True, related_name="holders")
    post = models.CharField(max_length=10, choices=list(POSTS.items()))
    account = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=40)
    office = models.CharField(max_length=80, blank=True, default="")
    phone = SealedText("command.phone")
    document = models.CharField(max_length=80, blank=True, default="")
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    objects = ScopedManager(reach="emergency__unit__path__under", _manager_class=InForceManager)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group"], condition=Q(until_on=None, post="lead"), name="one_lead_a_group")]


class StoodUp(models.Model):
    """One thing that a level's run card stood up: a group, a series of meetings, or something somebody was told to see to."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    response = models.ForeignKey(Response, models.PROTECT, related_name="stood_up")
    kind = models.CharField(max_length=10)
    item = models.CharField(max_length=200)
    at = models.DateTimeField()
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="response__emergency__unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["response", "kind", "item"], name="stood_up_once")]


class Answer(models.Model):
    """Who answers for a post or link of a unit from a day until another; the overall one stands with the accounts (S0-04)."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    post = models.CharField(max_length=20)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    objects = ScopedManager(reach="unit__path__under", _manager_class=InForceManager)


class Cover(models.Model):
    """Somebody is away; who stands in for him in all he answers for."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    away = models.ForeignKey(Account, models.PROTECT, related_name="+")
    by_whom = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    from_on = models.DateField()
    until_on = models.DateField()

    objects = ScopedManager(reach="unit__path__under", _manager_class=InForceManager)


class Mechanism(models.Model):
    """A mechanism by the name the county knows it by, filled with the county's own levels, lines, checks and points."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=60)
    document = models.CharField(max_length=120, blank=True, default="")
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    objects = ScopedManager(reach="unit__path__under", _manager_class=InForceManager)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "code"], condition=Q(until_on=None), name="one_mechanism_a_code")]


class Part(models.Model):
    """One level, line, check or point of a mechanism: what it asks, and who sees to it."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    mechanism = models.ForeignKey(Mechanism, models.CASCADE, related_name="parts")
    kind = models.CharField(max_length=6, choices=list(PARTS.items()))
    place = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=200)
    owner = models.CharField(max_length=80)

    objects = ScopedManager(reach="mechanism__unit__path__under")
