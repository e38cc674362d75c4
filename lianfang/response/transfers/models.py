"""Facts of transfers: letters that came with the people they name, sheets of people, cases of ours who go elsewhere."""
import re

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept, of_nobody
from lianfang.ground.sheets.records import Brought, NamedColumns
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.registers.outside.models import WAYS
from lianfang.registers.people.models import Person

KINDS = {"case": _("病例"), "close": _("密切接触者"), "second": _("密接的密接"), "general": _("一般接触者")}
FOUND = {"": _("还没有下落"), "taken": _("已接管"), "elsewhere": _("不在本县"), "missing": _("没有找到")}
CASE_NUMBER = re.compile(r"(?=.*\d).{1,40}")  # a number, or what has one: a name has none
REASONS = {"moved": _("病例转外县管理"), "hospital": _("转外县医院治疗")}


class Incoming(models.Model):
    """A letter of another county: its number, whom to call there, when and how it came; `receipt_…` say who took over here."""

    kept = Kept("emergency", closed="closed_at", files="letter",
                blanks={"liaison": "", "phone": "", "note": "", "receipt_name": "", "receipt_phone": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    county = models.CharField(max_length=60)
    their_number = models.CharField(max_length=60, blank=True, default="")
    liaison = models.CharField(max_length=60)
    phone = SealedText("transfers.phone")
    came_at = models.DateTimeField()
    way = models.CharField(max_length=8, choices=list(WAYS.items()))
    disease = models.CharField(max_length=30)
    note = SealedText("transfers.note")
    has_file = models.BooleanField(default=False)
    state = models.CharField(max_length=10, default="taken")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    receipt_name = models.CharField(max_length=60, blank=True, default="")
    receipt_phone = models.CharField(max_length=40, blank=True, default="")
    receipt_way = models.CharField(max_length=8, blank=True, default="", choices=list(WAYS.items()))
    receipted_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    subject_id = None

    class Meta:
        constraints = [models.UniqueConstraint(fields=["year", "serial"], name="one_letter_a_number")]

    @property
    def number(self) -> str:
        """〔2020〕3号, as our receipt bears it."""
        return gettext("〔{year}〕{n}号").format(year=self.year, n=self.serial)


class Named(models.Model):
    """Somebody a letter names: as what, since when; `of_case`: whose contact, by the number that case bears there; `found` is what
    became of it here."""

    kept = Kept("emergency", about="person", closed="at", blanks={})
    id = models.UUIDField(primary_key=True, default=uuid7)
    incoming = models.ForeignKey(Incoming, models.CASCADE, related_name="people")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=list(KINDS.items()))
    of_case = models.CharField(max_length=40, blank=True, default="")
    exposed_on = models.DateField(null=True)
    onset_on = models.DateField(null=True)
    diagnosed_at = models.DateTimeField(null=True)
    found = models.CharField(max_length=10, blank=True, default="", choices=list(FOUND.items()))
    found_at = models.DateTimeField(null=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["incoming", "person"], name="one_naming_a_letter")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id


class Sheet(Brought):
    """A sheet of people that came with a letter."""

    kept = Kept("emergency", closed="at", blanks={"file": "", "faults": []})
    incoming = models.ForeignKey(Incoming, models.CASCADE, related_name="sheets")


class Layout(NamedColumns):
    """Columns of such a sheet."""

    kept = of_nobody("headings of columns")


class Departure(models.Model):
    """A case of ours (by its id) who goes to another county or to its hospital; `to` is whom we ask for the receipt."""

    kept = Kept("emergency", about="person", closed="closed_at", blanks={"why": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    case = models.UUIDField(db_index=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    number = models.CharField(max_length=20)
    disease = models.CharField(max_length=30)
    to = models.CharField(max_length=80)
    reason = models.CharField(max_length=10, choices=list(REASONS.items()))
    why = SealedText("transfers.why")
    state = models.CharField(max_length=10, default="sent")
    sent_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id
