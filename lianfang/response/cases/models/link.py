"""Who infected whom, how certain and who says so; and the household, class or place that a case belonged to."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.vault.fields import SealedText

from .case import Case

CERTAINTIES = {"named": _("确定"), "possible": _("可能"), "unknown": _("查不清"), "refused": _("已排除")}
GROUNDS = {"person": _("流调人员定的"), "list": _("导入的名单"), "contact": _("在他的密接圈里")}
SETTINGS = {"": _("不详"), "home": _("同住、家人"), "ward": _("同病房"), "emergency": _("急诊"), "visit": _("探视"), "care": _("诊疗护理"),
            "work": _("同单位"), "school": _("同班同校"), "meal": _("聚餐、聚会"), "transport": _("同车"), "other": _("其他")}
CIRCLES = {"household": _("户"), "klass": _("班级"), "site": _("场所")}


class Link(models.Model):
    """That `source` infected `case`: one that is named, or one of several possible; without a source it was looked for and not found.

    What was refused stays, so that nobody supposes it again; `note` is the word of a list, or of whoever decided.
    """

    kept = Kept("emergency", about="case__person", closed="case__closed_at", blanks={"note": ""}, places=())
    id = models.UUIDField(primary_key=True, default=uuid7)
    case = models.ForeignKey(Case, models.CASCADE, related_name="links")
    source = models.ForeignKey(Case, models.CASCADE, null=True, related_name="infected")
    certainty = models.CharField(max_length=8, choices=list(CERTAINTIES.items()))
    ground = models.CharField(max_length=8, choices=list(GROUNDS.items()))
    setting = models.CharField(max_length=10, blank=True, default="", choices=list(SETTINGS.items()))
    on = models.DateField(null=True)
    note = SealedText("cases.link_note")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="case__unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "source"], name="one_link_a_pair")]

    @property
    def subject_id(self):
        """Whom it is about: who was infected."""
        return self.case.person_id

    @property
    def unit_id(self):
        """Where he is."""
        return self.case.unit_id


class Circle(models.Model):
    """A household, class or place by the name its list gives it; `size`: how many belong to it, where the list says so; of a place the
    days on which he was exposed there."""

    kept = Kept("emergency", about="case__person", closed="case__closed_at", places=())
    id = models.UUIDField(primary_key=True, default=uuid7)
    case = models.ForeignKey(Case, models.CASCADE, related_name="circles")
    kind = models.CharField(max_length=10, choices=list(CIRCLES.items()))
    name = models.CharField(max_length=80)
    size = models.PositiveIntegerField(null=True)
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)

    objects = ScopedManager(reach="case__unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "kind", "name"], name="one_circle_a_name")]
