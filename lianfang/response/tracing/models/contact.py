"""The contact: what a person decided about somebody who was near an index, by which row and which evidence."""
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.registers.people.models import Person

from .index import Index

REASONS = {"equal_evidence": _("证据一样，一起定"), "list_checked": _("名单已经核对"), "ordered": _("指挥部要求先定")}
RULED_OUT = ("dropped", "recalled")  # no contacts: the second, until the county that was asked is told
OURS = ("watched", "elsewhere", "missing")  # open, and no other county has them
KINDS = {"close": _("密切接触者"), "second": _("密接的密接"), "general": _("一般接触者"), "none": _("不算接触者")}


class Contact(models.Model):
    """Somebody decided on for an index: his kind, the last day he was exposed, until when he is watched, and what it rests on.

    `via`: the contact through whom somebody of the second ring came; `elsewhere`: the county that must take him over.
    """

    kept = Kept("emergency", about="person", closed="ended_at", blanks={"evidence": [], "elsewhere": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    index = models.ForeignKey(Index, models.PROTECT, related_name="contacts")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    ring = models.PositiveSmallIntegerField(default=1)
    via = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", db_index=False)
    kind = models.CharField(max_length=8, choices=list(KINDS.items()))
    last_exposed_on = models.DateField()
    watch_until_on = models.DateField()
    evidence = models.JSONField(default=list)
    verdict = models.ForeignKey(Verdict, models.PROTECT, null=True, related_name="+", db_index=False)
    state = models.CharField(max_length=10, default="watched")
    elsewhere = models.CharField(max_length=60, blank=True, default="")
    decided_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    decided_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["index", "person"], condition=~Q(state__in=("dropped", "recalled", "turned")),
                                               name="one_contact_a_person"),
                       models.CheckConstraint(condition=Q(watch_until_on__gte=models.F("last_exposed_on")), name="watch_after_exposure")]
        indexes = [models.Index(fields=["watch_until_on"], condition=Q(ended_at=None), name="contact_open")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id

    def day_number(self, on) -> int:
        """Which day of watch it is; the day of the last exposure is day 0."""
        return (on - self.last_exposed_on).days
