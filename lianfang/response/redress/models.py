"""Appeals and corrections: what is said to be wrong, who may not answer it, by when, and what was answered."""
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.registers.people.models import Person

CHANNELS = {"self": _("本人在网页上"), "paper": _("纸面，由干部代填"), "phone": _("电话，由干部代填")}
FIELDS = {"name": _("姓名"), "id_number": _("证件号码"), "phone": _("电话"), "birth_on": _("出生日期"), "sex": _("性别"),
          "address": _("住址"), "check": _("体温或症状记录"), "result": _("检测结果"), "other": _("其他")}
WAYS = {"row": _("更正事实，按表重新判定"), "release": _("条件已满足，解除"), "exception": _("按例外办理"),
        "over": _("当时不该管，管控已结束")}


class Asked(models.Model):
    """What both have in common: who asks, through whom, by when it is to be answered, and the answer."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    channel = models.CharField(max_length=10, choices=list(CHANNELS.items()))
    has_photo = models.BooleanField(default=False)
    state = models.CharField(max_length=12, default="open")
    due = models.DateTimeField()
    asked_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    asked_at = models.DateTimeField()
    answered_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    answered_unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", db_index=False)
    answered_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        abstract = True

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id

    @property
    def number(self) -> str:
        """2020-17, as it stands on the receipt."""
        return f"{self.year}-{self.serial}"

    def is_late(self, at) -> bool:
        """Whether it should have been answered by then."""
        return (self.ended_at or at) > self.due


class Appeal(Asked):
    """Against the measure of an order (`order`, by the verdict it stood on); `deciders` and `decided_units` cannot answer it."""

    kept = Kept("emergency", about="person", closed="ended_at", files="evidence",
                blanks={"words": "", "answer": "", "facts": {}, "exception": {}, "exception_evidence": ""})
    order = models.UUIDField(db_index=True)
    verdict = models.ForeignKey(Verdict, models.PROTECT, related_name="+", db_index=False)
    measure = models.CharField(max_length=30)
    order_number = models.CharField(max_length=40)
    words = SealedText("redress.appeal")
    answer = SealedText("redress.appeal_answer")
    deciders = models.JSONField(default=list)
    decided_units = models.JSONField(default=list)
    passed_up_at = models.DateTimeField(null=True)
    way = models.CharField(max_length=10, blank=True, default="")
    facts = models.JSONField(default=dict)
    exception = models.JSONField(default=dict)
    exception_evidence = SealedText("redress.exception_evidence")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "serial"], name="one_appeal_a_number"),
            models.UniqueConstraint(fields=["order"], condition=Q(ended_at=None), name="one_open_appeal_an_order"),
            models.CheckConstraint(condition=Q(answered_by=None) | ~Q(answered_by=F("asked_by")), name="appeal_answered_by_another"),
            models.CheckConstraint(condition=~Q(state__in=["upheld", "changed"]) | Q(answered_by__isnull=False, answered_at__isnull=False),
                                   name="appeal_answered_by_somebody"),
        ]
        indexes = [models.Index(fields=["due"], condition=Q(state="open"), name="appeal_to_pass_up")]


class Correction(Asked):
    """A record said to be wrong: which, what is right, and what proves it."""

    kept = Kept("emergency", about="person", closed="ended_at", files="evidence", blanks={"right": "", "words": "", "answer": ""})
    field = models.CharField(max_length=12, choices=list(FIELDS.items()))
    right = SealedText("redress.right")
    words = SealedText("redress.claim")
    answer = SealedText("redress.claim_answer")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "serial"], name="one_correction_a_number"),
            models.UniqueConstraint(fields=["person", "field"], condition=Q(ended_at=None), name="one_open_correction_a_field"),
            models.CheckConstraint(condition=Q(answered_by=None) | ~Q(answered_by=F("asked_by")), name="correction_answered_by_another"),
            models.CheckConstraint(condition=~Q(state__in=["corrected", "kept"]) | Q(answered_by__isnull=False, answered_at__isnull=False),
                                   name="correction_answered_by_somebody"),
        ]
