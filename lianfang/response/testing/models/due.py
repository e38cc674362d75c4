"""A test that is due: whose turn it is from the day before it is due to its result."""
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit
from lianfang.registers.people.models import Person

from .member import Member

DROPPING = {"away": _("人不在本县"), "unfit": _("身体不宜采样"), "recent": _("刚在别处检过，报告还没有到"), "post": _("不在岗，返岗前再检")}


class DueTest(models.Model):
    """One test a member has to be brought to; `group` asked for it."""

    kept = Kept("emergency", about="person", closed="closed_at", blanks={})
    id = models.UUIDField(primary_key=True, default=uuid7)
    member = models.ForeignKey(Member, models.CASCADE, related_name="dues")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    group = models.CharField(max_length=30)
    state = models.CharField(max_length=10, default="due")
    due_at = models.DateTimeField()
    made_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member"], condition=Q(closed_at=None), name="one_open_test_a_member")]
        indexes = [models.Index(fields=["closed_at", "due_at"], name="due_test_open")]

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id
