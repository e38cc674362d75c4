"""Who must be tested: one row a person, with his last test and when the next is due; and why, group by group."""
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.registers.people.models import Person

LEAVING = {"post": _("离岗、换岗"), "moved": _("离开本县"), "over": _("措施解除、出院"), "wrong": _("登记错了")}


class MemberRows(models.QuerySet):
    """Query words on members."""

    def present(self):
        """Still in some group."""
        return self.filter(left_at=None)

    def of_group(self, *codes):
        """In one of these groups now."""
        return self.filter(Exists(Belonging.objects.filter(member=OuterRef("pk"), group__in=codes, until_at=None)))


class Member(models.Model):
    """A person who must be tested, `unit` the village he is asked in; `group` is the one that asks soonest.

    `excused_at`: a test was let go then, so that the next counts from there.
    """

    kept = Kept("emergency", about="person", closed="left_at", blanks={})
    id = models.UUIDField(primary_key=True, default=uuid7)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    group = models.CharField(max_length=30, blank=True, default="")
    due_at = models.DateTimeField(null=True)
    last_at = models.DateTimeField(null=True)
    last_fit = models.BooleanField(null=True)
    excused_at = models.DateTimeField(null=True)
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under", _manager_class=models.Manager.from_queryset(MemberRows))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person"], condition=Q(left_at=None), name="one_member_a_person")]
        indexes = [models.Index(fields=["due_at"], name="member_due")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id

    @property
    def counts_from(self):
        """From when the next interval counts: the last test, or the last that was let go."""
        return max(filter(None, (self.last_at, self.excused_at)), default=None)


class Belonging(models.Model):
    """A member is in a group from a moment, by a roster, an order or by hand, until another."""

    kept = Kept("emergency", about="member__person", closed="until_at", blanks={"source": ""}, places=())
    id = models.UUIDField(primary_key=True, default=uuid7)
    member = models.ForeignKey(Member, models.CASCADE, related_name="belongings")
    group = models.CharField(max_length=30)
    source = models.CharField(max_length=120)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="member__unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "group"], condition=Q(until_at=None), name="once_in_a_group")]
        indexes = [models.Index(fields=["group", "until_at"], name="belonging_group")]
