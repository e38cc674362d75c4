"""Putting a team together by the table of compositions, and dissolving it."""
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts import actions as accounts
from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.accounts.queries import SYSTEM, may_do, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.workflow import Refused

from ..models import RANKS, Member, Team, Visit
from ..rules import composition
from .shared import allowed, said

ROLE = "inspector"


@dataclass(frozen=True)
class Seat:
    """Who is in a team, of which rank (where it is asked for), as what: head, discipline, member."""

    account: Account
    rank: str
    duty: str


@everything()
def compose_team(*, unit, kind, name, seats, by, at) -> Team:
    """A team of that kind, sent by a unit; who may not inspect there yet is given the role of an inspector.

    Raises Refused, naming what is missing, where the table of compositions asks for somebody else.
    """
    allowed(by, "muster", unit, at)
    name, seats = said(name, _("组名")), list(seats)
    if unit.level not in ("county", "township"):
        raise Refused(_("督查组由县里或乡镇派出。"))
    _check(composition(kind, day_of(at), unit.path), seats)
    with transaction.atomic():
        team = Team(id=uuid7(), unit=unit, kind=kind, name=name, by=by, made_at=at)
        rows.insert([team])
        Member.objects.bulk_create([Member(team=team, account=one.account, rank=one.rank, duty=one.duty) for one in seats])
        [told] = journal.write([line("inspection.compose_team", kind="team", record=team.pk, by=by.id, at=at, unit=unit.pk,
                                     data={"kind": kind, "members": [one.account.pk for one in seats]})])
        for one in seats:
            if not may_do(one.account, "inspect", unit, day_of(at)):
                accounts.assign(account=one.account, role=ROLE, unit=unit, from_on=day_of(at), by=named(SYSTEM), at=at, because=told.id)
    return team


def _check(rule, seats):
    heads = [one for one in seats if one.duty == "head"]
    if len(heads) != 1:
        raise Refused(_("要有一名组长，也只能有一名。"))
    if len({one.account.pk for one in seats}) < len(seats):
        raise Refused(_("同一个人在组里写了两次。"))
    if heads[0].rank not in rule["head"]:
        asked = "、".join(str(RANKS[rank]) for rank in rule["head"])
        raise Refused(_("组长 {name} 是{rank}；按组成规则要由{asked}干部带队。").format(
            name=heads[0].account.name, rank=RANKS[heads[0].rank], asked=asked))
    if (found := sum(one.duty == "discipline" for one in seats)) < (rule["discipline"] or 0):
        raise Refused(_("按组成规则至少要有 {n} 名纪检干部，现在有 {found} 名。").format(n=rule["discipline"], found=found))
    if len(seats) < (rule["least"] or 1):
        raise Refused(_("按组成规则至少 {n} 个人，现在有 {found} 个。").format(n=rule["least"], found=len(seats)))


@everything()
def dissolve_team(*, team, by, at) -> Team:
    """It inspects no more, and who was given the role for it loses it; refused while visits of it are planned."""
    allowed(by, "muster", team.unit, at)
    if team.ended_at:
        raise Refused(_("这个组已经撤了。"))
    if Visit.objects.filter(team=team, state="planned").exists():
        raise Refused(_("这个组还有没去的检查：先检查完，或者取消。"))
    with transaction.atomic():
        team.ended_at = at
        rows.amend([team], "ended_at")
        [told] = journal.write([line("inspection.dissolve_team", kind="team", record=team.pk, by=by.id, at=at, unit=team.unit_id)])
        members = list(team.members.values_list("account", flat=True))
        elsewhere = set(Member.objects.filter(account__in=members, team__ended_at=None, team__unit=team.unit).values_list("account",
                                                                                                                          flat=True))
        for one in Assignment.objects.in_force(day_of(at)).filter(account__in=set(members) - elsewhere, role=ROLE, unit=team.unit):
            accounts.end_assignment(assignment=one, by=named(SYSTEM), at=at, because=told.id)
    return team
