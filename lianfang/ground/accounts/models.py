"""Accounts, their dated assignments, and who answers for a unit."""
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..units.models import Unit
from ..vault.fields import SealedText
from .roles import CHOICES, ROLES


class AccountRows(BaseUserManager):
    """Accounts by login."""

    def get_by_natural_key(self, login):
        """Logins know no capitals."""
        return self.get(login=login.lower())


class Account(AbstractBaseUser):
    """Somebody who acts here; an account need not be able to sign in (a post's holder, the console, the system)."""

    login = models.CharField(_("登录名"), max_length=60, unique=True)
    name = models.CharField(_("姓名"), max_length=80)
    phone = SealedText("accounts.phone")
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    language = models.CharField(max_length=8, default="zh-hans")
    made_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS = ["name"]
    objects = AccountRows()

    def __str__(self):
        return self.name

    def get_full_name(self):
        """The name."""
        return self.name


class AssignmentRows(models.QuerySet):
    """Query words on assignments."""

    def in_force(self, on):
        """Held on a day."""
        return self.filter(Q(until_on=None) | Q(until_on__gt=on), from_on__lte=on)


class Assignment(models.Model):
    """An account holds a role at a unit from a day until another."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="assignments")
    role = models.CharField(max_length=20, choices=CHOICES)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="assignments")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = AssignmentRows.as_manager()

    @property
    def rights(self) -> frozenset:
        """What this assignment allows."""
        return ROLES[self.role].rights


class Responsible(models.Model):
    """Who answers for a unit: at every node somebody, or it stands on the list of nodes without (S0-04)."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="answers_for")
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="responsible")
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    objects = AssignmentRows.as_manager()


class Slip(models.Model):
    """A one-time code on paper that lets its holder choose a password; only a digest of the code is kept."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="slips")
    digest = models.CharField(max_length=32, unique=True)
    made_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
