"""A directive with its number, and the receipt of each unit or group it went to."""
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.roles import LEADERS
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow.models import OfPlace

KINDS = {"instruction": _("指令"), "notice": _("工作通知"), "letter": _("公开信"), "appeal": _("倡议书")}
SOURCES = {"document": _("下发文件"), "meeting": _("会议决定"), "call": _("值班电话"), "visit": _("领导下沉"), "inspection": _("督查"),
           "risk_point": _("风险点"), "other": _("其他")}
URGENCY = {"now": _("马上"), "today": _("当天"), "later": _("可缓")}
EVIDENCE = {"words": _("文字说明"), "photo": _("照片")}


class Directive(OfPlace):
    """An order of a unit's command room in its own series; `measures` are its items as they were issued (words, where, due, evidence).

    `basis`: the document of those above on which it stands; `source` and `origin` what it came from, by the record's id; `tags`
    codes of the county's own lists; `replaces` the one that it follows.
    """

    kept = Kept("act", files="directive")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=list(KINDS.items()), default="instruction")
    series = models.CharField(max_length=60)
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    number = models.CharField(max_length=80, unique=True)
    title = models.CharField(max_length=120)
    text = models.TextField()
    basis = models.CharField(max_length=120, blank=True, default="")
    measures = models.JSONField(default=list)
    file_name = models.CharField(max_length=120, blank=True, default="")
    source = models.CharField(max_length=12, choices=list(SOURCES.items()), default="document")
    origin = models.UUIDField(null=True, db_index=True)
    tags = models.JSONField(default=list)
    state = models.CharField(max_length=10, default="issued")
    issued_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    issued_at = models.DateTimeField()
    replaces = models.ForeignKey("self", models.PROTECT, null=True, related_name="followed_by")
    ended_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    ended_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["series", "year", "serial"], name="one_directive_a_number"),
                       models.UniqueConstraint(fields=["replaces"], name="one_directive_follows")]
        indexes = [models.Index(fields=["issued_at"], name="directive_issued")]

    @property
    def turn_role(self) -> str:
        """Whoever leads the unit that issued it closes it."""
        return LEADERS[self.unit.level]


HANDED = "unit-"  # what stands before the id of a place it was handed on to, where a receipt's group would stand


class Receipt(OfPlace):
    """That a unit, or a named group, has a directive: who received it when, and what he told of it afterwards. A place to
    which it was handed on stands as a group, below a village of its village, since no narrower place is kept."""

    kept = Kept("act")
    directive = models.ForeignKey(Directive, models.CASCADE, related_name="receipts")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    group = models.CharField(max_length=40, blank=True, default="")
    group_name = models.CharField(max_length=60, blank=True, default="")
    account = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    state = models.CharField(max_length=10, default="waiting")
    sent_at = models.DateTimeField()
    received_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    received_at = models.DateTimeField(null=True)
    feedback = models.CharField(max_length=500, blank=True, default="")
    feedback_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    feedback_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["directive", "unit", "group"], name="one_receipt_a_unit"),
                       models.CheckConstraint(condition=~Q(state="received") | Q(received_by__isnull=False, received_at__isnull=False),
                                              name="received_by_somebody")]

    @property
    def turn_account_id(self):
        """A group's receipt is its lead's; a unit's is whoever leads it."""
        return self.account_id

    @property
    def is_handed(self) -> bool:
        """Whether it was handed on to this village or place, not sent to it."""
        return self.group.startswith(HANDED)

    @property
    def whom(self) -> str:
        """The group, or the unit."""
        return self.group_name or self.unit.name
