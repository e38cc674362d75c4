"""Persons under a stated category, the keys they are found by, and the register entries that only serve matching."""
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept, of_nobody
from lianfang.ground.units.fields import Path
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.fields import SealedText
from lianfang.ground.vault.masks import mask_id, mask_name, mask_phone

ID_KINDS = {"id_card": _("身份证"), "passport": _("护照"), "permit": _("通行证、居留证"), "other": _("其他证件")}
SEXES = {"m": _("男"), "f": _("女"), "": _("未知")}
NAMELESS = {"name": "", "sex": "", "birth_on": None, "id_kind": "", "id_number": "", "id_blind": "", "phone": "", "phone_blind": "",
            "address": "", "special_need": "", "retention": "anonymous"}
NAMELESS_ENTRY = {"name": "", "sex": "", "birth_on": None, "id_number": "", "id_blind": "", "phone": "", "phone_blind": "",
                  "retention": "anonymous"}


def full_years(born, on) -> int:
    """How old somebody born on a day is on another."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


class Category(models.Model):
    """Why somebody is on record (S2-16): a dated list each county keeps for itself."""

    kept = of_nobody("a list of reasons")
    code = models.CharField(max_length=30, primary_key=True)
    zh = models.CharField(max_length=60)
    en = models.CharField(max_length=80)
    source = models.CharField(max_length=200)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    def __str__(self):
        return self.en if (get_language() or "").startswith("en") else self.zh


class Person(models.Model):
    """Somebody under a category, at a door or, until placed, in a wider unit; number, phone and address lie encrypted."""

    kept = Kept("emergency", closed="made_at", is_root=True, only={"retention": "emergency"}, blanks=NAMELESS)
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    name = models.CharField(max_length=100)
    sex = models.CharField(max_length=1, blank=True, default="", choices=list(SEXES.items()))
    birth_on = models.DateField(null=True)
    id_kind = models.CharField(max_length=12, blank=True, default="")
    id_number = SealedText("people.id_number")
    id_blind = models.CharField(max_length=32, blank=True, default="")
    phone = SealedText("people.phone")
    phone_blind = models.CharField(max_length=32, blank=True, default="", db_index=True)
    address = SealedText("people.address")
    special_need = models.CharField(max_length=20, blank=True, default="")
    is_sheltered = models.BooleanField(default=False)
    retention = models.CharField(max_length=20, default="emergency")
    made_at = models.DateTimeField()

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["id_blind"], condition=~Q(id_blind=""), name="one_person_an_id")]

    @property
    def subject_id(self):
        """Whom this is about: himself."""
        return self.pk

    @property
    def masked_name(self) -> str:
        """The name as a screen shows it."""
        return mask_name(self.name)

    @property
    def masked_id(self) -> str:
        """The number as a screen shows it."""
        return mask_id(self.id_number.open())

    @property
    def masked_phone(self) -> str:
        """The phone as a screen shows it."""
        return mask_phone(self.phone.open())

    def age(self, on) -> int | None:
        """Full years on a day."""
        return None if self.birth_on is None else full_years(self.birth_on, on)


class Membership(models.Model):
    """A person falls under a category from a day, by a source, until another day."""

    kept = Kept("emergency", about="person", blanks={"source": ""}, places=())
    id = models.UUIDField(primary_key=True, default=uuid7)
    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    category = models.ForeignKey(Category, models.PROTECT, related_name="+", db_index=False)
    source = models.CharField(max_length=120)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="person__unit__path__under")

    class Meta:
        indexes = [models.Index(fields=["category", "until_on"], name="membership_category")]


class Entry(models.Model):
    """A row of the police or civil register, kept only to match rosters against, under its own legal basis and end."""

    kept = Kept("register", closed="id", is_root=True, only={"retention": "register"}, blanks=NAMELESS_ENTRY)
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    source = models.UUIDField()
    name = models.CharField(max_length=100)
    sex = models.CharField(max_length=1, blank=True, default="")
    birth_on = models.DateField(null=True)
    id_number = SealedText("people.entry_id")
    id_blind = models.CharField(max_length=32, blank=True, default="", db_index=True)
    phone = SealedText("people.entry_phone")
    phone_blind = models.CharField(max_length=32, blank=True, default="", db_index=True)
    retention = models.CharField(max_length=20, default="register")

    objects = ScopedManager(reach="unit__path__under")

    @property
    def masked_id(self) -> str:
        """The number as a screen shows it."""
        return mask_id(self.id_number.open())


class Word(models.Model):
    """A word by which somebody is found: a name or a part of it, or its initials in every reading.

    The primary key is the index that answers; words sort by bytes on both databases, so that a beginning is a range.
    """

    word = Path(max_length=100)

    class Meta:
        abstract = True


class PersonWord(Word):
    """A word of a person."""

    kept = Kept("emergency", about="person")
    pk = models.CompositePrimaryKey("word", "person_id")
    person = models.ForeignKey(Person, models.CASCADE, related_name="words", db_index=False, db_constraint=False)

    objects = ScopedManager(reach="person__unit__path__under")


class EntryWord(Word):
    """A word of a register entry."""

    kept = Kept("register", about="entry")
    pk = models.CompositePrimaryKey("word", "entry_id")
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="words", db_index=False, db_constraint=False)

    objects = ScopedManager(reach="entry__unit__path__under")


class LookUps(models.Model):
    """How many whole numbers an account has looked up since a moment: what its limit is held against."""

    kept = Kept("tries", closed="since")
    account = models.OneToOneField(Account, models.CASCADE, primary_key=True, related_name="+")
    since = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)


class Refusal(models.Model):
    """Somebody has said: who comes under this number and name is not that person; if known, who it is instead."""

    kept = Kept("emergency", about="person")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    id_blind = models.CharField(max_length=32)
    name = models.CharField(max_length=100)
    instead = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    by = models.BigIntegerField()
    at = models.DateTimeField()

    objects = ScopedManager(reach="person__unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "id_blind", "name"], name="one_refusal_a_pair")]
