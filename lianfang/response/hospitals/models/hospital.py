"""A hospital, where it stands, and who is in its task forces."""
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText

GRADES = {"three": _("三级"), "two": _("二级"), "one": _("一级"), "none": _("未定级")}
KINDS = {"general": _("综合医院"), "chinese": _("中医医院"), "maternity": _("妇幼保健院"), "special": _("专科医院"),
         "town": _("乡镇卫生院、社区卫生服务中心"), "private": _("民营医院")}
FORCES = {"control": _("院感防控专班"), "treatment": _("医疗救治专班")}
RANKS = {"lead": _("组长"), "deputy": _("副组长"), "member": _("组员")}
WEEKDAYS = {1: _("周一"), 2: _("周二"), 3: _("周三"), 4: _("周四"), 5: _("周五"), 6: _("周六"), 7: _("周日")}
SHIFTS = {"day": _("白班"), "night": _("夜班"), "all": _("全天")}


class InForce(models.QuerySet):
    """Query words on what stands from a day until another."""

    def in_force(self, on):
        """What stands on a day."""
        return self.filter(Q(until_on=None) | Q(until_on__gt=on), from_on__lte=on)


class Hospital(models.Model):
    """A hospital at its own place in the tree, which is the unit its people hold their role at; `beds` are its isolation beds."""

    kept = Kept("door")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    title = models.CharField(max_length=60)
    kind = models.CharField(max_length=10, choices=list(KINDS.items()))
    grade = models.CharField(max_length=6, choices=list(GRADES.items()))
    has_fever_clinic = models.BooleanField(default=False)
    is_designated = models.BooleanField(default=False)
    beds = models.PositiveSmallIntegerField(default=0)
    office_phone = models.CharField(max_length=20, blank=True, default="")
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    objects = ScopedManager(reach="unit__path__under", _manager_class=models.Manager.from_queryset(InForce))

    subject_id = because = None

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit"], condition=Q(until_on=None), name="one_hospital_a_place")]

    def __str__(self):
        return self.title


class Member(models.Model):
    """Somebody in one of a hospital's task forces (S3-18): rank, post, duty, how he is called, on which days he has his turn."""

    kept = Kept("emergency", closed="until_on", blanks={"name": "", "phone": "", "days": []}, places=())
    id = models.UUIDField(primary_key=True, default=uuid7)
    hospital = models.ForeignKey(Hospital, models.PROTECT, related_name="members")
    force = models.CharField(max_length=10, choices=list(FORCES.items()))
    rank = models.CharField(max_length=8, choices=list(RANKS.items()))
    name = models.CharField(max_length=40)
    post = models.CharField(max_length=60, blank=True, default="")
    duty = models.CharField(max_length=120, blank=True, default="")
    phone = SealedText("hospitals.member_phone")
    days = models.JSONField(default=list)
    shift = models.CharField(max_length=6, choices=list(SHIFTS.items()), default="day")
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)

    objects = ScopedManager(reach="hospital__unit__path__under", _manager_class=models.Manager.from_queryset(InForce))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["hospital", "force"], condition=Q(until_on=None, rank="lead"),
                                               name="one_lead_a_force")]

    @property
    def day_words(self) -> list:
        """On which days of the week."""
        return [WEEKDAYS[day] for day in self.days if day in WEEKDAYS]
