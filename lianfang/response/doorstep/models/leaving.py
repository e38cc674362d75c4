"""Who is under a measure and leaves with leave, until he is back; and whether a journey was proved, of which only outcome and day stay."""
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.registers.people.models import Person

PURPOSES = {"medical": _("看病"), "test": _("采样检测"), "move": _("转去集中点"), "funeral": _("家里丧事"), "work": _("上班"),
            "shopping": _("买东西")}
PROOFS = {"confirmed": _("行程属实"), "not_confirmed": _("行程不属实"), "unclear": _("看不清，要再核")}


class Leave(models.Model):
    """Somebody under a measure who is out with leave: what for, since when, until when."""

    kept = Kept("emergency", about="person", closed="back_at", blanks={"purpose": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=10, choices=list(PURPOSES.items()))
    state = models.CharField(max_length=6, default="out")
    out_at = models.DateTimeField()
    due = models.DateTimeField()
    back_at = models.DateTimeField(null=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person"], condition=Q(back_at=None), name="out_once_at_a_time")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id


class TripProof(models.Model):
    """Whether somebody's journey was proved: never what he showed or sent."""

    kept = Kept("emergency", about="person", closed="id", blanks={})
    id = models.UUIDField(primary_key=True, default=uuid7)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    outcome = models.CharField(max_length=14, choices=list(PROOFS.items()))
    on = models.DateField()

    objects = ScopedManager(reach="unit__path__under")

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id
