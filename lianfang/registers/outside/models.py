"""An answer from outside: about one record of some loop, what was answered, by whom, when and how."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.registers.people.models import Person

KINDS = {"receipt": _("回执：已接收"), "found": _("结果：找到，已管理"), "missing": _("结果：没有找到"), "positive": _("结果：阳性"),
         "recalled": _("撤回已告知"), "told": _("已收到报告")}
WAYS = {"phone": _("电话"), "fax": _("传真"), "paper": _("信函、专人送"), "system": _("上级系统"), "other": _("其他")}


class Answer(models.Model):
    """What an office outside answered about a record (by its id): `office` and `name` say who took over or was told, `number` is theirs."""

    kept = Kept("emergency", about="person", closed="at", blanks={"name": "", "phone": "", "note": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    record = models.UUIDField(db_index=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=10, choices=list(KINDS.items()))
    office = models.CharField(max_length=80)
    name = models.CharField(max_length=60)
    phone = SealedText("outside.phone")
    number = models.CharField(max_length=60, blank=True, default="")
    way = models.CharField(max_length=8, choices=list(WAYS.items()))
    said_at = models.DateTimeField()
    note = SealedText("outside.note")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id
