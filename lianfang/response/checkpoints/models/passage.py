"""A vehicle that came to a post, one record, and everybody in it, one passage each: what was asked and measured, what the table said."""
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

from .post import Post, Shift
from .said import PURPOSES
from .slip import Pass

DIRECTIONS = {"in": _("进"), "out": _("出")}
MEANS = {"car": _("小汽车"), "truck": _("货车"), "bus": _("客车"), "motorcycle": _("摩托、电动车"), "train": _("火车"), "plane": _("飞机"),
         "foot": _("步行")}
CODES = {"green": _("绿码"), "yellow": _("黄码"), "red": _("红码"), "none": _("没有码"), "unknown": _("没有看")}
PROOFS = {"none": _("没有"), "confirmed": _("看过，属实")}
OUTCOMES = {"pass": _("放行"), "register": _("放行，属地登记"), "observe": _("就地留观"), "transfer": _("转运"), "turn_back": _("劝返"),
            "manual_review": _("等复核"), "full": _("转完整登记")}


class Vehicle(models.Model):
    """What came to a post at a moment, on foot too: so many people, in which direction; `outcome` is the strictest of theirs.

    `on` and `hour` are the day and hour in the county's time, by which passages are counted. A short record has no passages but of
    those who were held.
    """

    kept = Kept("passage", closed="at", blanks={"plate": "", "plate_blind": ""})
    id = models.UUIDField(primary_key=True, default=uuid7)
    post = models.ForeignKey(Post, models.PROTECT, related_name="+", db_index=False)
    shift = models.ForeignKey(Shift, models.PROTECT, null=True, related_name="vehicles")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    on = models.DateField()
    hour = models.PositiveSmallIntegerField()
    received_at = models.DateTimeField()
    direction = models.CharField(max_length=3, choices=list(DIRECTIONS.items()))
    means = models.CharField(max_length=10, choices=list(MEANS.items()))
    purpose = models.CharField(max_length=10, choices=list(PURPOSES.items()), default="unknown")
    plate = SealedText("checkpoints.plate")
    plate_blind = models.CharField(max_length=32, blank=True, default="")
    people = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=14, choices=list(OUTCOMES.items()))
    is_quick = models.BooleanField(default=False)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    subject_id = None

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(people__gte=1), name="somebody_in_a_vehicle")]
        indexes = [models.Index(fields=["post", "on", "hour"], name="vehicle_of_post_and_hour"),
                   models.Index(fields=["on", "outcome"], name="vehicle_of_day")]


class Passage(models.Model):
    """One person through one post at one time. Everything that tells who it was lies sealed and goes after a short while; a person of the
    register stands behind it only where something follows about him.

    `skips` names for each step left out its reason; `declared` what he said before he came and nobody asked; `facts`, `table`, `version`
    and `row` are what was asked and which row answered.
    """

    kept = Kept("passage", about="person", closed="closed_at", blanks={
        "name": "", "id_number": "", "id_blind": "", "phone": "", "temperature": None, "symptoms": "", "origin": "", "destination": "",
        "skips": {}, "declared": [], "facts": {}})
    id = models.UUIDField(primary_key=True, default=uuid7)
    vehicle = models.ForeignKey(Vehicle, models.CASCADE, related_name="passages")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    seat = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12, blank=True, default="")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    name = SealedText("checkpoints.name")
    id_kind = models.CharField(max_length=12, blank=True, default="")
    id_number = SealedText("checkpoints.id_number")
    id_blind = models.CharField(max_length=32, blank=True, default="")
    phone = SealedText("checkpoints.phone")
    temperature = models.FloatField(null=True)
    symptoms = models.CharField(max_length=8, blank=True, default="")
    code = models.CharField(max_length=8, default="unknown")
    proof = models.CharField(max_length=10, default="none")
    skips = models.JSONField(default=dict)
    declared = models.JSONField(default=list)
    origin = SealedText("checkpoints.origin")
    origin_kind = models.CharField(max_length=16, default="unknown")
    place = models.CharField(max_length=12, blank=True, default="")
    home = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", db_index=False)
    destination = SealedText("checkpoints.destination")
    slip = models.ForeignKey(Pass, models.SET_NULL, null=True, related_name="+", db_index=False)
    outcome = models.CharField(max_length=14, choices=list(OUTCOMES.items()))
    table = models.CharField(max_length=10, default="gate")
    version = models.CharField(max_length=20, blank=True, default="")
    row = models.PositiveIntegerField(null=True)
    facts = models.JSONField(default=dict)
    shut = models.CharField(max_length=120, blank=True, default="")
    at = models.DateTimeField()
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    keeper = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", db_index=False)
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vehicle", "seat"], name="one_passage_a_seat")]
        indexes = [models.Index(fields=["post"], condition=Q(closed_at=None), name="passage_held"),
                   models.Index(fields=["outcome", "at"], condition=~Q(outcome="pass"), name="passage_not_plain"),
                   models.Index(fields=["id_blind", "at"], condition=~Q(id_blind=""), name="passage_of_number")]

    @property
    def subject_id(self):
        """Whom it is about, where something follows about him."""
        return self.person_id

    @property
    def turn_account_id(self):
        """Whoever stands at the post: at first who checked him, after the shift who took over."""
        return self.keeper_id
