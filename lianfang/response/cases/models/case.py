"""The case: one person with one disease, from the first word about it to its end; what its newest card says stands on it as well."""
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.registers.people.models import Person

CHANNELS = {"hospital": _("医疗机构报告"), "other_county": _("外县转来"), "own_testing": _("本县检测发现"), "community": _("社区报告"),
            "contact": _("密接转阳")}
ORIGINS = {"": _("待查"), "local": _("本地"), "imported": _("外地输入"), "abroad": _("境外输入")}

INVESTIGATED = ("reported", "sketched")  # while somebody still investigates


class CaseRows(models.QuerySet):
    """Query words on cases."""

    def open(self):
        """Not closed."""
        return self.filter(closed_at=None)


class Case(models.Model):
    """A person with a disease: `number` is its card's, kept through all corrections; `unit` is where he lives, or the county's.

    `external` is its number in the system whose line list brought it; `away_to` the office outside that he was last sent to.
    """

    kept = Kept("emergency", about="person", closed="closed_at",
                blanks={"source": "", "summary": "", "ending": "", "external": "", "away_to": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    number = models.CharField(max_length=20, unique=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    channel = models.CharField(max_length=15, choices=list(CHANNELS.items()))
    source = SealedText("cases.source")
    external = models.CharField(max_length=60, blank=True, default="", db_index=True)
    disease = models.CharField(max_length=30)
    state = models.CharField(max_length=15, default="to_report")
    klass = models.CharField(max_length=12, blank=True, default="")
    severity = models.CharField(max_length=12, blank=True, default="")
    origin = models.CharField(max_length=10, blank=True, default="", choices=list(ORIGINS.items()))
    onset_on = models.DateField(null=True)
    diagnosed_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField()
    reported_at = models.DateTimeField(null=True)
    investigator = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    investigated_at = models.DateTimeField(null=True)
    summary = SealedText("cases.summary")
    discharged_on = models.DateField(null=True)
    ending = SealedText("cases.ending")
    away_to = models.CharField(max_length=80, blank=True, default="")
    closed_at = models.DateTimeField(null=True)
    taken_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under", _manager_class=models.Manager.from_queryset(CaseRows))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "serial"], name="one_case_a_number"),
            models.UniqueConstraint(fields=["person", "disease"], condition=Q(closed_at=None), name="one_open_case_a_disease"),
        ]
        indexes = [models.Index(fields=["told_at"], name="case_told"), models.Index(fields=["closed_at"], name="case_closed")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id

    @property
    def turn_account_id(self):
        """Whose turn it is by name: whoever investigates it, until that is done."""
        return self.investigator_id if self.state in INVESTIGATED else None

    @property
    def clock_at(self):
        """From when the time to report counts: the diagnosis, or the first word where nobody has diagnosed yet."""
        return self.diagnosed_at or self.told_at
