"""What freed or eased somebody at once on one person's word: confirmed or denied by somebody of another unit."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q

from lianfang.ground.accounts.models import Account
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.registers.people.models import Person

from .order import Order
from .shared import OfPerson, scoped


class Easing(OfPerson, models.Model):
    """`order` was ended or eased by a step (a death, another county, a hospital, corrected facts); until then it stood on `verdict` and
    ran for these days: denied, it goes on from there."""

    kept = Kept("emergency", about="order__person", blanks={"evidence": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    order = models.ForeignKey(Order, models.PROTECT, related_name="easings")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    step = models.CharField(max_length=20)
    verdict = models.ForeignKey(Verdict, models.PROTECT, related_name="+", db_index=False)
    base_on = models.DateField()
    days = models.PositiveSmallIntegerField()
    from_on = models.DateField()
    until_on = models.DateField()
    evidence = SealedText("isolation.easing_evidence")
    state = models.CharField(max_length=10, default="open")
    eased_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    eased_at = models.DateTimeField()
    answered_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    answered_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = scoped()

    @property
    def last_on(self):
        """The last day it had, which ended at 24:00."""
        return self.until_on - timedelta(days=1)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(answered_by=None) | ~Q(answered_by=F("eased_by")), name="eased_by_two")]
