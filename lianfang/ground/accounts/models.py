"""Accounts, their dated assignments, who answers for a unit, one-time slips, sessions, devices, and what was tried at the door."""
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Cast, Concat
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from ..kept import Kept
from ..units.models import Unit
from ..vault import blinds
from ..vault.fields import SealedText
from ..vault.indexes import forms, turned
from .roles import CHOICES, ROLES

SYSTEM, CONSOLE, PORTAL = PROGRAMS = "system", "console", "portal"
AT_WORK = {"is_active": True, "is_demo": False, "assignments__isnull": False}
NAMELESS = {"name": "", "login": Concat(Value("gone-"), Cast("pk", models.CharField())), "phone": "", "phone_blind": "",
            "is_active": False, "password": "!"}


def phone_key(number: str) -> str:
    """What a phone number is looked up by; '' for none."""
    return turned(blinds("accounts.phone", number)) if number else ""


class AccountRows(BaseUserManager):
    """Accounts by login or by a phone number that only one of them has."""

    def get_by_natural_key(self, typed):
        """Logins know no capitals; whoever forgot theirs may type the phone number."""
        typed = typed.strip().lower()
        if typed.isdecimal() and len(typed) == 11:
            found = list(self.filter(Q(login=typed) | Q(phone_blind__in=forms([phone_key(typed)])), is_active=True)[:2])
            if len(found) == 1:
                return found[0]
        return self.get(login=typed)

    def typed(self, typed):
        """The account of a login or phone as somebody typed it, or None."""
        try:
            return self.get_by_natural_key(typed)
        except self.model.DoesNotExist:
            return None

    def of_people(self):
        """All but those that the program itself acts as."""
        return self.exclude(login__in=PROGRAMS)


class Account(AbstractBaseUser):
    """Somebody who acts here; an account need not be able to sign in (a post's holder, the console, the system)."""

    kept = Kept("account", closed="made_at", is_root=True, only=AT_WORK, blanks=NAMELESS, places=())
    login = models.CharField(_("登录名"), max_length=60, unique=True)
    name = models.CharField(_("姓名"), max_length=80)
    phone = SealedText("accounts.phone")
    phone_blind = models.CharField(max_length=32, blank=True, default="", db_index=True)
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    language = models.CharField(max_length=8, default="zh-hans")
    password_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS = ["name"]
    objects = AccountRows()

    def __str__(self):
        return self.name

    def get_full_name(self):
        """The name."""
        return self.name

    @property
    def is_program(self) -> bool:
        """Whether the program itself acts under this account."""
        return self.login in PROGRAMS


class AssignmentRows(models.QuerySet):
    """Query words on assignments."""

    def in_force(self, on):
        """Held on a day."""
        return self.filter(Q(until_on=None) | Q(until_on__gt=on), from_on__lte=on)

    def not_over(self, on):
        """Held on a day or to be held later."""
        return self.filter(Q(until_on=None) | Q(until_on__gt=on))


class Assignment(models.Model):
    """An account holds a role at a unit from a day until another."""

    kept = Kept("account", about="account", closed="until_on", blanks={}, places=())
    account = models.ForeignKey(Account, models.CASCADE, related_name="assignments")
    role = models.CharField(max_length=20, choices=CHOICES)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="assignments")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = AssignmentRows.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "role", "unit", "from_on"], name="one_assignment_a_day"),
                       models.CheckConstraint(condition=Q(until_on=None) | Q(until_on__gt=F("from_on")), name="assignment_has_a_length")]

    def is_open(self, on) -> bool:
        """Whether it is held on a day or will be later."""
        return self.until_on is None or self.until_on > on

    @property
    def rights(self) -> frozenset:
        """What this assignment allows."""
        return ROLES[self.role].rights


class Responsible(models.Model):
    """Who answers for a unit: at every node somebody, or it stands on the list of nodes without (S0-04)."""

    kept = Kept("account", about="account", closed="until_on", blanks={}, places=())
    account = models.ForeignKey(Account, models.PROTECT, related_name="answers_for")
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="responsible")
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    objects = AssignmentRows.as_manager()


class SlipRows(models.QuerySet):
    """Query words on slips."""

    def usable(self, at):
        """Not used, and not yet over."""
        return self.filter(used_at=None, expires_at__gt=at)


class Slip(models.Model):
    """A one-time code on paper that lets its holder choose a password; only a digest of the code is kept."""

    kept = Kept("slip", about="account", closed="expires_at")
    account = models.ForeignKey(Account, models.CASCADE, related_name="slips")
    digest = models.CharField(max_length=32, unique=True)
    made_by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    objects = SlipRows.as_manager()


class Device(models.Model):
    """A browser that is known for an account; its token is kept as a digest, where it is only as a coarse word."""

    kept = Kept("account", about="account")
    account = models.ForeignKey(Account, models.CASCADE, related_name="devices")
    digest = models.CharField(max_length=32, db_index=True)
    agent = models.CharField(max_length=200, blank=True, default="")
    place = models.CharField(max_length=40, blank=True, default="")
    enrolled_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "digest"], name="one_device_a_browser")]


class Session(AbstractBaseSession):
    """A browser that is signed in; the key is kept as a digest, so that a copy of the table opens nothing."""

    kept = Kept("session", about="account", closed="expire_date")
    account = models.ForeignKey(Account, models.CASCADE, null=True, related_name="sessions")
    device = models.ForeignKey(Device, models.CASCADE, null=True, related_name="sessions")
    began_at = models.DateTimeField(null=True)
    agent = models.CharField(max_length=200, blank=True, default="")
    place = models.CharField(max_length=40, blank=True, default="")

    @classmethod
    def get_session_store_class(cls):
        """The store that reads and writes these rows."""
        return import_string(f"{settings.SESSION_ENGINE}.SessionStore")


class FactorSecret(models.Model):
    """A secret of a second factor, sealed; allauth's row holds its number."""

    kept = Kept("account", about="account")
    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    secret = SealedText("accounts.factor")


class Tries(models.Model):
    """How often in a row a name, an address or a second factor was tried and refused, and until when it must wait."""

    kept = Kept("tries", closed="last_at")
    key = models.CharField(max_length=32, primary_key=True)
    failures = models.PositiveIntegerField(default=0)
    wait_until = models.DateTimeField()
    last_at = models.DateTimeField(db_index=True)


class Notice(models.Model):
    """What others did to an account, so that its owner is told at the next sign-in."""

    kept = Kept("notice", about="account", closed="told_at")
    account = models.ForeignKey(Account, models.CASCADE, related_name="notices")
    verb = models.CharField(max_length=30)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)
