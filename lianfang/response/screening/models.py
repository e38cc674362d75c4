"""Rosters handed in, and what they brought: arrivals, leads, faults, doubts, and the layouts somebody has confirmed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept, of_nobody
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.registers.people.models import Entry, Person

KINDS = {"returnees": _("返乡（来）人员"), "residents": _("居民底册（只作比对）"), "leads": _("线索")}
STATES = {
    "draft": _("待确认"),
    "waiting": _("等待读取"),
    "reading": _("正在读取"),
    "committing": _("正在导入"),
    "done": _("已完成"),
    "failed": _("未能读取"),
}
UNFINISHED = ("waiting", "reading", "committing")
ORIGINS = {"same_county": _("本县"), "same_province": _("省内"), "other_province": _("外省"), "abroad": _("境外"), "unknown": _("来处待核")}
LEAD_OUTCOMES = {"found_here": _("找到了，在这里"), "left_county": _("已离开本县"), "abroad": _("在境外"), "not_found": _("找不到")}
OUTCOMES = {"placed": _("已落到门户"), "kept": _("同一人，姓名不变"), "renamed": _("同一人，改用新姓名"), "other": _("不是同一人")}
NAMELESS = {"sheet": "", "row": 0, "origin": "", "place": "", "transport": "", "temperature": None, "symptoms": None, "colour": "",
            "age": None, "special": "", "worker": "", "remark": ""}


class Import(models.Model):
    """A roster handed in: the file lies sealed in the home until all its rows are in; `next_row` is where a killed import goes on."""

    kept = Kept("roster", closed="done_at", blanks={"name": "", "sheet": ""}, places=())
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=list(KINDS.items()))
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64, db_index=True)
    on = models.DateField()
    sheet = models.CharField(max_length=100, blank=True, default="")
    mapping = models.JSONField(null=True)
    layouts = models.JSONField(default=dict)
    source = models.CharField(max_length=20)
    basis = models.CharField(max_length=200, blank=True, default="")
    state = models.CharField(max_length=10, default="waiting", choices=list(STATES.items()))
    fault = models.TextField(blank=True, default="")
    rows = models.PositiveIntegerField(default=0)
    accepted = models.PositiveIntegerField(default=0)
    rejected = models.PositiveIntegerField(default=0)
    created = models.PositiveIntegerField(default=0)
    merged = models.PositiveIntegerField(default=0)
    warned = models.PositiveIntegerField(default=0)
    next_row = models.PositiveIntegerField(default=0)
    lease = models.CharField(max_length=120, blank=True, default="")
    leased_until = models.DateTimeField(null=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        indexes = [models.Index(fields=["at"], condition=Q(state__in=UNFINISHED), name="import_unfinished")]

    @property
    def is_finished(self) -> bool:
        """Nothing more will come of it."""
        return self.state in ("done", "failed")


class RowFault(models.Model):
    """What was wrong with a row (an error: not taken) or is to be looked at (a warning: taken)."""

    kept = Kept("roster", closed="roster__done_at")
    id = models.UUIDField(primary_key=True, default=uuid7)
    roster = models.ForeignKey(Import, models.CASCADE, related_name="faults", db_index=False)
    position = models.PositiveIntegerField()
    sheet = models.CharField(max_length=100)
    row = models.PositiveIntegerField()
    column = models.CharField(max_length=200)
    code = models.CharField(max_length=30)
    level = models.CharField(max_length=8)
    message = models.CharField(max_length=300)

    class Meta:
        indexes = [models.Index(fields=["roster", "position"], name="fault_of_roster")]


class Arrival(models.Model):
    """Somebody came from somewhere on a day: what a roster's row says about it."""

    kept = Kept("emergency", about="person", closed="found_at", blanks=NAMELESS)
    id = models.UUIDField(primary_key=True, default=uuid7)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    roster = models.ForeignKey(Import, models.PROTECT, related_name="arrivals")
    sheet = models.CharField(max_length=100)
    row = models.PositiveIntegerField()
    on = models.DateField()
    origin = models.CharField(max_length=120, blank=True, default="")
    origin_kind = models.CharField(max_length=16, choices=list(ORIGINS.items()), default="unknown")
    place = models.CharField(max_length=12, blank=True, default="")
    transport = models.CharField(max_length=120, blank=True, default="")
    arrived_on = models.DateField(null=True)
    exposed_on = models.DateField(null=True)
    temperature = models.FloatField(null=True)
    symptoms = models.CharField(max_length=120, null=True)
    colour = models.CharField(max_length=8, blank=True, default="")
    age = models.PositiveSmallIntegerField(null=True)
    special = models.CharField(max_length=12, blank=True, default="")
    worker = models.CharField(max_length=8, blank=True, default="")
    remark = SealedText("screening.remark")
    found_at = models.DateTimeField()
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "arrived_on"], name="one_arrival_a_day")]
        indexes = [models.Index(fields=["unit", "found_at"], name="arrival_of_unit")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id


class Lead(models.Model):
    """A row that may be a person here, to be found and answered; matched to a person or register entry where one is known."""

    kept = Kept("lead", about="person", closed="found_at")
    id = models.UUIDField(primary_key=True, default=uuid7)
    roster = models.ForeignKey(Import, models.PROTECT, related_name="leads")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    sheet = models.CharField(max_length=100)
    row = models.PositiveIntegerField()
    name = models.CharField(max_length=100, blank=True, default="")
    id_number = SealedText("screening.lead_id")
    id_blind = models.CharField(max_length=32, blank=True, default="", db_index=True)
    phone = SealedText("screening.lead_phone")
    phone_blind = models.CharField(max_length=32, blank=True, default="", db_index=True)
    origin = models.CharField(max_length=120, blank=True, default="")
    remark = SealedText("screening.lead_remark")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+", db_index=False)
    entry = models.ForeignKey(Entry, models.SET_NULL, null=True, related_name="+", db_index=False)
    state = models.CharField(max_length=10, default="open")
    outcome = models.CharField(max_length=12, blank=True, default="", choices=list(LEAD_OUTCOMES.items()))
    passed = models.PositiveSmallIntegerField(default=0)
    answered_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    answered_at = models.DateTimeField(null=True)
    found_at = models.DateTimeField()
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    @property
    def subject_id(self):
        """Whom it is about, where somebody is known."""
        return self.person_id


class Doubt(models.Model):
    """What a roster left open about a person: at which door, or which of two names one number bears."""

    kept = Kept("emergency", about="person", closed="settled_at")
    id = models.UUIDField(primary_key=True, default=uuid7)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    roster = models.ForeignKey(Import, models.PROTECT, null=True, related_name="doubts")
    arrival = models.ForeignKey(Arrival, models.PROTECT, null=True, related_name="+", db_index=False)
    kind = models.CharField(max_length=16)
    state = models.CharField(max_length=10)
    name = models.CharField(max_length=100, blank=True, default="")
    phone = SealedText("screening.doubt_phone")
    outcome = models.CharField(max_length=10, blank=True, default="", choices=list(OUTCOMES.items()))
    asked_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "kind", "name"], name="one_doubt_a_thing")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id


class Layout(models.Model):
    """How the columns of a kind of sheet are read in a unit and below, once somebody has confirmed it: fingerprint → field and headers."""

    kept = of_nobody("how columns are called")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    fingerprint = models.CharField(max_length=16)
    mapping = models.JSONField()
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "fingerprint"], name="one_layout_a_unit")]
