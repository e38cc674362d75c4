"""The index: a person whose contacts count from some days before a day, and what is said of one exposure to him."""
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.registers.people.models import Person

ANCHORS = {"onset": _("发病"), "sampled": _("采样")}
NEAR = {"within_1m": _("1 米以内"), "same_room": _("同一间屋、同一车厢"), "apart": _("隔着或在室外"), "unknown": _("说不清")}
PROTECTION = {"none": _("没有有效防护"), "effective": _("有有效防护"), "unknown": _("说不清")}
GROUNDS = {"home": _("共同居住、生活"), "care": _("直接照顾、诊疗、护理"), "aerosol": _("同一空间做产生气溶胶的诊疗"),
           "work": _("同一办公室、车间、班组、电梯、食堂、教室"), "meal": _("密闭环境下共餐、共同娱乐"), "visit": _("探视、串门"),
           "transport": _("同乘交通工具"), "contaminated": _("接触被污染的场所和物品"), "other": _("调查人员认为的其他情形")}
OPEN = ("tracing", "following")


class Index(models.Model):
    """Somebody whose contacts are looked for: a disease, the day of onset or sampling, the days whose contacts count, from the first up
    to his isolation (or still open). `record`: the case it comes from, where there is one."""

    kept = Kept("emergency", about="person", closed="closed_at", blanks={"record": None})
    id = models.UUIDField(primary_key=True, default=uuid7)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    disease = models.CharField(max_length=40)
    anchor = models.CharField(max_length=8, choices=list(ANCHORS.items()))
    anchor_on = models.DateField()
    from_on = models.DateField()
    isolated_at = models.DateTimeField(null=True)
    record = models.UUIDField(null=True)
    state = models.CharField(max_length=10, default="tracing")
    opened_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "disease"], condition=Q(state__in=OPEN), name="one_index_a_person")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id


class Exposure(models.Model):
    """What the case or somebody else says of one exposure: who, on which days, how close, how protected; in his own words sealed."""

    kept = Kept("emergency", about="person", closed="at", blanks={"note": "", "elsewhere": ""}, places=())
    id = models.UUIDField(primary_key=True, default=uuid7)
    index = models.ForeignKey(Index, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    ground = models.CharField(max_length=14, choices=list(GROUNDS.items()))
    from_on = models.DateField()
    until_on = models.DateField()
    near = models.CharField(max_length=10, choices=list(NEAR.items()), default="unknown")
    protection = models.CharField(max_length=10, choices=list(PROTECTION.items()), default="unknown")
    minutes = models.PositiveSmallIntegerField(null=True)
    elsewhere = models.CharField(max_length=60, blank=True, default="")
    note = SealedText("tracing.note")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="index__unit__path__under")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(until_on__gte=models.F("from_on")), name="exposure_has_days")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id
