"""The report card: one row for the first report and one for each correction, all under the case's number; the newest is what holds."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.registers.people import models as people

from .case import Case

NUMBERLESS = "none"
ID_KINDS = {**people.ID_KINDS, NUMBERLESS: _("暂无证件（在备注里写明）")}
CLASSES = {"suspected": _("疑似病例"), "clinical": _("临床诊断病例"), "confirmed": _("确诊病例"), "carrier": _("无症状（病原携带）")}
PHASES = {"": _("不分"), "acute": _("急性"), "chronic": _("慢性")}
SEVERITIES = {"": _("未定"), "asymptomatic": _("无症状"), "mild": _("轻型"), "moderate": _("普通型"), "severe": _("重型"),
              "critical": _("危重型")}
BELONGS = {"county": _("本县区"), "city": _("本市其他县区"), "province": _("本省其他地市"), "other_province": _("外省"),
           "hk_mo_tw": _("港澳台"), "foreign": _("外籍")}
GROUPS = {"nursery": _("幼托儿童"), "child": _("散居儿童"), "pupil": _("学生"), "teacher": _("教师"), "carer": _("保育员及保姆"),
          "catering": _("餐饮食品业"), "trade": _("商业服务"), "medical": _("医务人员"), "worker": _("工人"), "migrant": _("民工"),
          "farmer": _("农民"), "herder": _("牧民"), "fisher": _("渔（船）民"), "cadre": _("干部职员"), "retired": _("离退人员"),
          "home": _("家务及待业"), "other": _("其他"), "unknown": _("不详")}  # the eighteen groups of the card of 2019
SEALED = ("name", "guardian", "id_number", "phone", "employer", "address", "doctor", "remark", "reason")


class Card(models.Model):
    """What was reported of a case at one time, by whom and when; number 1 is the first report, each further one says why it corrects."""

    kept = Kept("emergency", about="case__person", closed="case__closed_at", blanks=dict.fromkeys(SEALED, ""))
    id = models.UUIDField(primary_key=True, default=uuid7)
    case = models.ForeignKey(Case, models.CASCADE, related_name="cards")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    edition = models.PositiveSmallIntegerField()
    name = SealedText("cases.name")
    guardian = SealedText("cases.guardian")
    id_kind = models.CharField(max_length=12)
    id_number = SealedText("cases.id_number")
    sex = models.CharField(max_length=1)
    birth_on = models.DateField(null=True)
    age = models.PositiveSmallIntegerField(null=True)
    age_unit = models.CharField(max_length=6, blank=True, default="")
    employer = SealedText("cases.employer")
    phone = SealedText("cases.phone")
    belongs = models.CharField(max_length=15)
    address = SealedText("cases.address")
    group = models.CharField(max_length=10)
    klass = models.CharField(max_length=12)
    phase = models.CharField(max_length=8, blank=True, default="")
    severity = models.CharField(max_length=12, blank=True, default="")
    onset_on = models.DateField()
    diagnosed_at = models.DateTimeField()
    died_on = models.DateField(null=True)
    disease = models.CharField(max_length=30)
    reporter = models.CharField(max_length=80)
    reporter_phone = models.CharField(max_length=30, blank=True, default="")
    doctor = SealedText("cases.doctor")
    filled_on = models.DateField()
    remark = SealedText("cases.remark")
    reason = SealedText("cases.reason")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="case__unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "edition"], name="one_card_an_edition")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.case.person_id
