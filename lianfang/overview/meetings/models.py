"""Facts frozen at a cut-off; the rhythm of meetings; a meeting with its agenda, who sat in it, what it decided and who is to do it."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.roles import CHOICES
from lianfang.ground.days import end_words
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept, of_nobody
from lianfang.ground.units.models import Unit

SERIES = {"morning": _("早调度"), "evening": _("晚调度"), "weekly": _("周例会"), "monthly": _("月例会"), "adhoc": _("临时会商")}
COMES = {"expected": _("应到"), "present": _("到会"), "apology": _("请假"), "absent": _("缺席")}
WAYS = {"tasks": _("派成督办事项"), "directive": _("发文：编号下达，要签收")}
EVIDENCE = {"text": _("写明结果"), "photo": _("照片"), "document": _("文件"), "figure": _("数字")}


class Facts(models.Model):
    """All registered figures of a unit and of each unit below it, as known at a cut-off, with the head of the journal at that time."""

    kept = of_nobody("counts of whole townships, reported")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    edition = models.CharField(max_length=10, blank=True, default="")
    cut_off_at = models.DateTimeField()
    made_at = models.DateTimeField()
    journal_position = models.BigIntegerField(default=0)
    journal_hash = models.CharField(max_length=64, blank=True, default="")
    check_code = models.CharField(max_length=20)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "cut_off_at"], name="one_reading_a_cut_off")]


class Reading(models.Model):
    """The figures of one unit in it, by code. Written once, never changed."""

    kept = of_nobody("counts of whole townships, reported")
    id = models.UUIDField(primary_key=True, default=uuid7)
    facts = models.ForeignKey(Facts, models.CASCADE, related_name="readings")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    figures = models.JSONField()

    objects = ScopedManager(reach="facts__unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["facts", "unit"], name="one_reading_a_unit")]


class Rhythm(models.Model):
    """A series that a unit holds from a day on."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    series = models.CharField(max_length=10, choices=list(SERIES.items()))
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "series"], condition=models.Q(until_on=None), name="one_rhythm_a_series")]


class Meeting(models.Model):
    """One sitting: when, on which facts, after which meeting; `version` grows with every change, so that a room asks cheaply for news."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    series = models.CharField(max_length=10, choices=list(SERIES.items()))
    title = models.CharField(max_length=80, blank=True, default="")
    begins_at = models.DateTimeField()
    cut_off_at = models.DateTimeField()
    facts = models.ForeignKey(Facts, models.PROTECT, related_name="+")
    before = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", db_index=False)
    place = models.CharField(max_length=60, blank=True, default="")
    chair = models.CharField(max_length=60, blank=True, default="")
    state = models.CharField(max_length=10, default="called")
    version = models.PositiveIntegerField(default=1)
    keeper = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    began_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")
    subject_id = None

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "year", "number"], name="one_meeting_a_number"),
                       models.UniqueConstraint(fields=["unit", "series", "begins_at"], name="one_meeting_a_time")]
        indexes = [models.Index(fields=["unit", "begins_at"], name="meeting_by_time")]


class AgendaItem(models.Model):
    """Something on the agenda, in the words it had when it was put there; `times` on how many agendas in a row it has stood by now,
    `said` what the minutes say of it, `said_version` how often these were changed."""

    kept = Kept("place", blanks={"title": {}, "note": {}, "said": ""}, places=())
    id = models.UUIDField(primary_key=True, default=uuid7)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items")
    section = models.CharField(max_length=20)
    place = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=120)
    title = models.JSONField()
    note = models.JSONField(default=dict)
    url = models.CharField(max_length=300, blank=True, default="")
    figure = models.CharField(max_length=40, blank=True, default="")
    count = models.IntegerField(null=True)
    times = models.PositiveSmallIntegerField(default=1)
    added_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    said = models.TextField(blank=True, default="")
    said_version = models.PositiveIntegerField(default=0)
    said_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    said_at = models.DateTimeField(null=True)

    objects = ScopedManager(reach="meeting__unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "key"], name="one_item_a_matter")]


class Attendance(models.Model):
    """Somebody who is to sit in a meeting: an account, or somebody from outside by name and office; `deputy` who came in his place."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendance")
    account = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    guest = models.CharField(max_length=40, blank=True, default="")
    office = models.CharField(max_length=60, blank=True, default="")
    comes = models.CharField(max_length=10, choices=list(COMES.items()), default="expected")
    deputy = models.CharField(max_length=40, blank=True, default="")

    objects = ScopedManager(reach="meeting__unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "account"], name="one_seat_an_account")]

    def __str__(self):
        return self.account.name if self.account_id else self.guest


class Decision(models.Model):
    """What a meeting decided, on which item, under which tag of the county's own, handed out as tasks or as a numbered directive; it stands
    once the meeting is closed."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="decisions")
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    words = models.TextField()
    tag = models.CharField(max_length=80, blank=True, default="")
    way = models.CharField(max_length=10, choices=list(WAYS.items()), default="tasks")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="meeting__unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="one_decision_a_number")]

    @property
    def is_owned(self) -> bool:
        """Whether somebody does something of it, and of each part it is said who and by when."""
        shares = list(self.shares.all())
        return bool(shares) and all(share.is_whole for share in shares)


class Share(models.Model):
    """One thing to be done of a decision: what, by which unit and role or by whom in person, where, by when, shown by what evidence."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="shares")
    words = models.TextField()
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", db_index=False)
    role = models.CharField(max_length=20, choices=CHOICES, blank=True, default="")
    account = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    where = models.CharField(max_length=80, blank=True, default="")
    due_at = models.DateTimeField(null=True)
    evidence = models.CharField(max_length=10, choices=list(EVIDENCE.items()), default="text")

    objects = ScopedManager(reach="decision__meeting__unit__path__under")

    @property
    def due_words(self) -> str:
        """03-10 23:00; the end of a day is its 24:00, and not the beginning of the next."""
        return end_words(self.due_at)[5:] if self.due_at else ""

    @property
    def is_whole(self) -> bool:
        """Whether it is said who does it and by when."""
        return bool(self.due_at and (self.account_id or (self.unit_id and self.role)))
