"""Putting a team together by the table of compositions, having others sit in it, and dissolving it."""
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
from lianfang.ground.workflow.actions import advance

from ..models import RANKS, Member, Team, Visit
from ..rules import composition
from .planning import barred_for
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
        [told] = journal.write([line("inspection.compose_team", kind="team", record=team.pk, by=by.id, at=at, unit=unit.pk,
                                     data={"kind": kind, "members": [one.account.pk for one in seats]})])
        _sit(team, seats, at, told.id)
    return team


@everything()
def reseat_team(*, team, seats, by, at) -> Team:
    """Others sit in it from now on: a new head goes where the old one was to go, and who left loses the role he was given for it.

    Raises Refused as `compose_team` does, and where the team is yet to go to a newcomer's own unit.
    """
    allowed(by, "muster", team.unit, at)
    seats = list(seats)
    _check(composition(team.kind, day_of(at), team.unit.path), seats)
    with transaction.atomic():
        team = _standing(team)
        before = set(team.members.values_list("account", flat=True))
        stay = {one.account.pk for one in seats}
        [told] = journal.write([line("inspection.reseat_team", kind="team", record=team.pk, by=by.id, at=at, unit=team.unit_id,
                                     data={"members": [one.account.pk for one in seats], "left": sorted(before - stay)})])
        team.members.all().delete()
        _sit(team, seats, at, told.id)
        _go_on(team, by, at, told.id)
        _take_back(team, before - stay, at, told.id)
    return team


def _sit(team, seats, at, because):
    """In their seats, and with the role where somebody lacks it."""
    Member.objects.bulk_create([Member(team=team, account=one.account, rank=one.rank, duty=one.duty) for one in seats])
    for one in seats:
        if not may_do(one.account, "inspect", team.unit, day_of(at)):
            accounts.assign(account=one.account, role=ROLE, unit=team.unit, from_on=day_of(at), by=named(SYSTEM), at=at, because=because)


def _go_on(team, by, at, because):
    """What was planned stays planned, with the head of now."""
    planned = list(Visit.objects.select_for_update(of=("self",)).filter(team=team, state="planned").select_related("place").order_by("pk"))
    barred, head = barred_for(team, at), team.members.get(duty="head").account_id
    if own := sorted({visit.place.name for visit in planned if barred(visit.place)}):
        raise Refused(_("这个组还要去{places}，那是新换的人自己的单位：先取消那几次检查，或者换别人。").format(places="、".join(own)))
    moved = [visit for visit in planned if visit.head_id != head]
    for visit in moved:
        visit.head_id = head
    if moved:
        advance(moved, "reseat_team", flow="inspection_visit", by=by, at=at, because=because, also=("head",))


def _take_back(team, members, at, because):
    """The role these were given for it, unless they sit in another team of the unit."""
    here = Member.objects.filter(account__in=members, team__ended_at=None, team__unit=team.unit)
    elsewhere = set(here.values_list("account", flat=True))
    for one in Assignment.objects.in_force(day_of(at)).filter(account__in=set(members) - elsewhere, role=ROLE, unit=team.unit):
        accounts.end_assignment(assignment=one, by=named(SYSTEM), at=at, because=because)


def _standing(team) -> Team:
    """As it is now, until this is done; nobody else changes or dissolves it meanwhile."""
    team = Team.objects.select_for_update(of=("self",)).select_related("unit").get(pk=team.pk)
    if team.ended_at:
        raise Refused(_("这个组已经撤了。"))
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
    with transaction.atomic():
        team = _standing(team)
        if Visit.objects.filter(team=team, state="planned").exists():
            raise Refused(_("这个组还有没去的检查：先检查完，或者取消。"))
        team.ended_at = at
        rows.amend([team], "ended_at")
        [told] = journal.write([line("inspection.dissolve_team", kind="team", record=team.pk, by=by.id, at=at, unit=team.unit_id)])
        _take_back(team, set(team.members.values_list("account", flat=True)), at, told.id)
    return team
