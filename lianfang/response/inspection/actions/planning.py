"""Rounds: opened, planned so that no unit is left out, repeated by themselves; visits planned one by one and dropped."""
from contextlib import suppress
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, begin

from ..models import Round, Sheet, Visit
from ..queries.covering import following, heads_of, units_of
from ..rules import composition, focus
from .shared import allowed, lies_together, own_places, said

NAMED = 6  # units that a refusal names


@everything()
def open_round(*, unit, kind, period, level, title, from_on, last_on, by, at, checklist=None, is_repeated=False, because=None) -> Round:
    """A round of inspection over the units of a level between two days (both counted).

    Raises Refused for days that are over, a checklist without weights, or the same round once more.
    """
    allowed(by, "muster", unit, at)
    if last_on < from_on or last_on < day_of(at):
        raise Refused(_("最后一天要在第一天之后，也不能已经过了。"))
    if checklist and not checklist.is_scored:
        raise Refused(_("评比要用能打分的检查表：给题目写上 weight（权重）。"))
    one = Round(id=uuid7(), unit=unit, kind=kind, period=period, level=level, title=said(title, _("名称")), checklist=checklist,
                from_on=from_on, last_on=last_on, is_repeated=is_repeated, by=by, at=at)
    if Round.objects.filter(unit=unit, kind=kind, period=period, level=level, title=one.title, from_on=from_on).exists():
        raise Refused(_("这一轮已经开了。"))
    return begin([one], "open_round", flow="inspection_round", by=by, at=at, because=because)[0]


@everything()
def plan_round(*, round, teams, by, at, is_unannounced=False, because=None) -> list[Visit]:
    """A visit to every unit of a round that has none, by a team that may go there, spread evenly over teams and days; another team than
    last time where it can be. Raises Refused, naming them, where units would be left that none of the teams may inspect.
    """
    allowed(by, "muster", round.unit, at)
    if round.state != "running":
        raise Refused(_("这一轮已经截止了。"))
    teams = [one for one in teams if one.kind == round.kind and not one.ended_at]
    if not teams:
        raise Refused(_("请选要去的组，要和这一轮是同一种。"))
    visited = set(Visit.objects.filter(round=round).exclude(state="dropped").values_list("place", flat=True))
    places = [unit for unit in units_of(round) if unit.pk not in visited]
    chosen, left = _shared_out(teams, places, _last_time(round), at)
    if left:
        names = "、".join(unit.name for unit in left[:NAMED]) + ("…" if len(left) > NAMED else "")
        raise Refused(_("有 {n} 个单位没有组能去（不能查自己单位）：{names}。请再加一个组。").format(n=len(left), names=names))
    days = [round.from_on + timedelta(days=n) for n in range((round.last_on - round.from_on).days + 1)]
    days = [day for day in days if day >= day_of(at)] or [round.last_on]
    with transaction.atomic():
        [told] = advance([round], "plan_round", flow="inspection_round", by=by, at=at, because=because,
                         content=lambda one: {"visits": len(chosen), "teams": len(teams)})
        return _planned([(team, unit, days[n * len(days) // len(chosen)]) for n, (team, unit) in enumerate(chosen)], round, is_unannounced,
                        by, at, told.id)


def _last_time(round) -> dict:
    """Which team went where in the round before this one."""
    before = Round.objects.filter(unit=round.unit, kind=round.kind, level=round.level, last_on__lt=round.from_on).exclude(state="dropped")
    if (last := before.order_by("-last_on").first()) is None:
        return {}
    return dict(Visit.objects.filter(round=last).exclude(state="dropped").values_list("place", "team"))


def _shared_out(teams, places, before, at):
    """Pairs of team and place, each place with the least busy team that may go and did not go last time; and the places none may go to."""
    busy, chosen, left = dict.fromkeys([team.pk for team in teams], 0), [], []
    barred = {team.pk: barred_for(team, at) for team in teams}
    for place in places:
        fit = [team for team in teams if not barred[team.pk](place)]
        if not fit:
            left.append(place)
            continue
        team = min(fit, key=lambda one: (before.get(place.pk) == one.pk, busy[one.pk], one.name))
        busy[team.pk] += 1
        chosen.append((team, place))
    return chosen, left


def barred_for(team, at):
    """A question: may this team not inspect a place? Its own unit, and any of its members', where the table says so."""
    if composition(team.kind, day_of(at), team.unit.path)["own"] != "forbid":
        return lambda place: False
    own = {path for one in team.members.select_related("account") for path in own_places(one.account, at)}
    own |= {team.unit.path} if team.unit.parent_id else set()
    return lambda place: any(lies_together(place.path, path) for path in own)


def _planned(wanted, round, is_unannounced, by, at, because) -> list[Visit]:
    heads = heads_of({team for team, _place, _on in wanted})
    made = [Visit(id=uuid7(), unit=team.unit, place=place, team=team, round=round, on=on, is_unannounced=is_unannounced,
                  head_id=heads[team.pk], because=because) for team, place, on in wanted]
    begin(made, "plan_visit", flow="inspection_visit", by=by, at=at, because=because)
    if not is_unannounced:
        rows.insert([Sheet(id=uuid7(), unit_id=one.place_id, visit=one, round=round, kind=one.team.kind, on=one.on,
                           topics=focus(one.team.kind, one.on, one.place.path), because=one.because) for one in made])
    return made


@everything()
def plan_visit(*, team, place, on, by, at, is_unannounced=False, round=None) -> Visit:
    """One visit of a team; refused to its own unit or a member's, and in the past."""
    allowed(by, "muster", team.unit, at)
    if on < day_of(at):
        raise Refused(_("这一天已经过了。"))
    if team.ended_at:
        raise Refused(_("这个组已经撤了。"))
    if barred_for(team, at)(place):
        raise Refused(_("{team}不能查{place}：是本组或者组员自己的单位。").format(team=team.name, place=place.name))
    return _planned([(team, place, on)], round, is_unannounced, by, at, None)[0]


@everything()
def drop_visit(*, visit, by, at):
    """Nobody goes; an announcement of it is taken back."""
    allowed(by, "muster", visit.unit, at)
    with transaction.atomic():
        told = advance([visit], "drop_visit", flow="inspection_visit", by=by, at=at)
        Sheet.objects.filter(visit=visit, done_at=None).delete()
    return told


@everything()
def drop_round(*, round, by, at):
    """It is not held; visits that have not happened are dropped with it."""
    allowed(by, "muster", round.unit, at)
    with transaction.atomic():
        told = advance([round], "drop_round", flow="inspection_round", by=by, at=at)
        for visit in Visit.objects.filter(round=round, state="planned").select_related("unit"):
            drop_visit(visit=visit, by=by, at=at)
    return told


@everything()
def open_next(*, by, at) -> list[Round]:
    """The next of every repeated round whose last day is over, with those of its teams that stand; harmless to repeat. Where they do not
    suffice it is opened all the same and waits for a person to plan it: one round holds up no other."""
    made, newest = [], {}
    for one in Round.objects.exclude(state="dropped").exclude(period="once").select_related("unit", "checklist").order_by("last_on"):
        newest[one.unit_id, one.kind, one.period, one.level, one.title] = one
    for one in newest.values():
        if not one.is_repeated or one.last_on >= day_of(at):
            continue
        from_on, last_on = following(one.period, day_of(at))
        with transaction.atomic():
            new = open_round(unit=one.unit, kind=one.kind, period=one.period, level=one.level, title=one.title, from_on=from_on,
                             last_on=last_on, checklist=one.checklist, is_repeated=True, by=by, at=at, because=one.because)
            visits = Visit.objects.filter(round=one).select_related("team__unit")
            teams = {visit.team_id: visit.team for visit in visits if not visit.team.ended_at}
            with suppress(Refused):
                plan_round(round=new, teams=list(teams.values()), by=by, at=at, because=new.because,
                           is_unannounced=any(visit.is_unannounced for visit in visits))
        made.append(new)
    return made
