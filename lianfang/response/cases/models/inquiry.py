"""The investigation of a case in its two parts: typed answers, symptoms day by day, exposures, every correction."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText

from .case import Case

INFORMANTS = {"self": _("本人"), "family": _("家属"), "doctor": _("经治医生"), "other": _("其他知情人")}
FOUND_BY = {"visit": _("主动就诊"), "testing": _("检测发现"), "watched": _("管控观察中"), "gate": _("卡口查验"), "other": _("其他")}
HELD_AT = {"hospital": _("医院隔离治疗"), "site": _("集中隔离点"), "home": _("居家"), "not_held": _("还没有隔离")}
KEY_PLACES = {"none": _("都不是"), "school": _("学校、托幼机构"), "hospital": _("医疗机构"), "care_home": _("养老、福利机构"),
              "prison": _("监管场所"), "market": _("农贸市场、商超"), "cold_chain": _("进口冷链、口岸"), "factory": _("工厂、工地"),
              "other": _("其他人员密集场所")}
KNOWN = {"yes": _("有"), "no": _("没有"), "unknown": _("说不清")}
IMAGING = {"not_done": _("没有做"), "normal": _("未见异常"), "pneumonia": _("有肺炎特征")}
MASK = {"always": _("一直戴"), "sometimes": _("有时戴"), "never": _("不戴"), "unknown": _("说不清")}
SOURCE = {"known_case": _("已知病例"), "gathering": _("聚集、共同暴露"), "elsewhere": _("外地"), "abroad": _("境外"),
          "goods": _("物品、环境、动物"), "unknown": _("来源不明")}
EXPOSED = {"stayed": _("在有病例的地方停留"), "met_case": _("接触过病例、感染者"), "met_ill": _("接触过有类似症状的人"),
           "medical": _("去过医疗机构"), "market": _("去过农贸市场、商超"), "gathering": _("聚会、聚餐"), "transport": _("乘坐公共交通"),
           "animal": _("接触动物"), "goods": _("接触进口、冷链物品"), "food": _("可疑饮水、食物"), "other": _("其他")}
GUARDED = {"none": _("没有防护"), "mask": _("戴口罩"), "full": _("有效防护"), "unknown": _("说不清")}
ANSWERS = {
    "informant": _("谁说的"),
    "informant_name": _("知情人姓名"),
    "informant_phone": _("知情人电话"),
    "household": _("同住几人（含本人）"),
    "found_by": _("怎样发现的"),
    "first_visit_on": _("首次就诊日期"),
    "first_visit_at": _("首次就诊的机构"),
    "held_at": _("现在在哪里隔离"),
    "isolated_at": _("隔离时间"),
    "key_place": _("是不是重点场所的人"),
    "left_county": _("追溯期内离开过本县"),
    "met_case": _("追溯期内接触过病例、感染者"),
    "met_ill": _("追溯期内接触过有类似症状的人"),
    "cluster": _("身边有没有聚集发病"),
    "course": _("发病和就诊经过"),
    "highest": _("最高体温（℃）"),
    "imaging": _("胸部影像"),
    "white_cells": _("白细胞（×10⁹/L）"),
    "lymphocytes": _("淋巴细胞（×10⁹/L）"),
    "chronic": _("基础疾病"),
    "pregnant": _("是否怀孕"),
    "doses": _("接种过几剂疫苗"),
    "last_dose_on": _("末次接种日期"),
    "mask": _("外出戴口罩"),
    "source_kind": _("可能的感染来源"),
    "history": _("其他暴露经过"),
}
CHOICES = {"informant": INFORMANTS, "found_by": FOUND_BY, "held_at": HELD_AT, "key_place": KEY_PLACES, "left_county": KNOWN,
           "met_case": KNOWN, "met_ill": KNOWN, "cluster": KNOWN, "pregnant": KNOWN, "imaging": IMAGING, "mask": MASK,
           "source_kind": SOURCE}


class Inquiry(models.Model):
    """What the investigation of one case has found, field by field; which fields are asked says the table `inquiry`."""

    kept = Kept("emergency", about="case__person", closed="case__closed_at", places=(),
                blanks=dict.fromkeys(("informant_name", "informant_phone", "first_visit_at", "chronic", "course", "history"), ""))
    case = models.OneToOneField(Case, models.CASCADE, primary_key=True, related_name="inquiry")
    informant = models.CharField(max_length=8, blank=True, default="")
    informant_name = SealedText("cases.informant_name")
    informant_phone = SealedText("cases.informant_phone")
    household = models.PositiveSmallIntegerField(null=True)
    found_by = models.CharField(max_length=8, blank=True, default="")
    first_visit_on = models.DateField(null=True)
    first_visit_at = SealedText("cases.first_visit_at")
    held_at = models.CharField(max_length=8, blank=True, default="")
    isolated_at = models.DateTimeField(null=True)
    key_place = models.CharField(max_length=10, blank=True, default="")
    left_county = models.CharField(max_length=7, blank=True, default="")
    met_case = models.CharField(max_length=7, blank=True, default="")
    met_ill = models.CharField(max_length=7, blank=True, default="")
    cluster = models.CharField(max_length=7, blank=True, default="")
    chronic = SealedText("cases.chronic")
    pregnant = models.CharField(max_length=7, blank=True, default="")
    doses = models.PositiveSmallIntegerField(null=True)
    last_dose_on = models.DateField(null=True)
    highest = models.DecimalField(max_digits=3, decimal_places=1, null=True)
    imaging = models.CharField(max_length=9, blank=True, default="")
    white_cells = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    lymphocytes = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    mask = models.CharField(max_length=9, blank=True, default="")
    source_kind = models.CharField(max_length=10, blank=True, default="")
    course = SealedText("cases.course")
    history = SealedText("cases.history")
    basic_at = models.DateTimeField(null=True)
    basic_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    full_at = models.DateTimeField(null=True)
    full_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField(null=True)
    written_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")

    objects = ScopedManager(reach="case__unit__path__under")

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.case.person_id


class Mended(models.Model):
    """An answer as it stood before it was changed: nothing that was said is lost."""

    kept = Kept("emergency", about="case__person", closed="case__closed_at", blanks={"before": ""}, places=())
    id = models.UUIDField(primary_key=True, default=uuid7)
    case = models.ForeignKey(Case, models.CASCADE, related_name="mended")
    field = models.CharField(max_length=20)
    before = SealedText("cases.before")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="case__unit__path__under")

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.case.person_id


class Told(models.Model):
    """What all rows told of a case have: by whom, when, and since when no more (a row is taken back, never deleted)."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    dropped_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="case__unit__path__under")

    class Meta:
        abstract = True

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.case.person_id


class SymptomDay(Told):
    """How he was on one day: his temperature, and the symptoms (codes of the disease's profile, one a line)."""

    kept = Kept("emergency", about="case__person", closed="case__closed_at", blanks={"symptoms": "", "temperature": None})
    case = models.ForeignKey(Case, models.CASCADE, related_name="symptom_days")
    on = models.DateField()
    temperature = models.DecimalField(max_digits=3, decimal_places=1, null=True)
    symptoms = SealedText("cases.symptoms")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "on"], condition=models.Q(dropped_at=None), name="one_symptom_row_a_day")]

    @property
    def codes(self) -> list[str]:
        """The symptoms by their codes."""
        return self.symptoms.open().split()


class Exposed(Told):
    """To what he was exposed in the days looked back on: from when until when, how, where, how protected."""

    kept = Kept("emergency", about="case__person", closed="case__closed_at", blanks={"place": "", "note": ""})
    case = models.ForeignKey(Case, models.CASCADE, related_name="exposures")
    from_on = models.DateField()
    until_on = models.DateField()
    kind = models.CharField(max_length=9, choices=list(EXPOSED.items()))
    protection = models.CharField(max_length=7, choices=list(GUARDED.items()), default="unknown")
    place = SealedText("cases.exposed_place")
    note = SealedText("cases.exposed_note")
