"""A team that inspects: who is in it, of which rank, and whose it is."""
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept
from lianfang.ground.units.models import Unit

TEAMS = {"inspection": _("督查组"), "discipline": _("纪检监督组"), "mutual": _("互查组"), "market": _("市场检查组"),
         "assessment": _("干部考察组")}
RANKS = {"bureau": _("科局级"), "deputy": _("副科局级"), "section": _("股级及以下")}
DUTIES = {"head": _("组长"), "discipline": _("纪检干部"), "member": _("组员")}


class Team(models.Model):
    """A team of one kind; `unit` is who sends it: its visits lie there, and nobody else sees them before they happened."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=list(TEAMS.items()))
    name = models.CharField(max_length=60)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    def __str__(self):
        return self.name


class Member(models.Model):
    """Somebody in a team, of which rank, as what."""

    kept = Kept("act")
    team = models.ForeignKey(Team, models.CASCADE, related_name="members")
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    rank = models.CharField(max_length=8, choices=list(RANKS.items()), blank=True, default="")
    duty = models.CharField(max_length=10, choices=list(DUTIES.items()))

    objects = ScopedManager(reach="team__unit__path__under")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "account"], name="one_seat_a_member"),
                       models.UniqueConstraint(fields=["team"], condition=Q(duty="head"), name="one_head_a_team")]
