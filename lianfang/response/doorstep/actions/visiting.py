"""Visits at doors: each is kept, its household answers, its grid's share counts, and a door that did not answer is called on again."""
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of, moment
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns
from lianfang.registers.territory.actions import describe_doors
from lianfang.registers.territory.models import Door

from ..clocks import again
from ..models import Call, Campaign, Household, Questions, Seal, Share, Visit
from ..queries.doors import holders_of, reach_of
from .campaigns import finish

COUNTS_HEADS = ("visited", "rented_out")
OCCUPANCY = {"visited": "lived_in", "empty": "empty", "rented_out": "rented", "moved": "empty"}  # what a visit says of the door itself


@dataclass(slots=True)
class Told:
    """What was found at one door (by unit id): outcome and heads always; the rest as far as it was asked. `questions` is the version of
    the form whose `answers` these are; `id` and `at` are given where the visit was recorded on a phone."""

    door: int
    outcome: str
    head_count: int | None = None
    campaign: Campaign | None = None
    returnees: int = 0
    ill: int = 0
    needs: list = field(default_factory=list)
    note: str = ""
    answers: dict = field(default_factory=dict)
    questions: Questions | None = None
    photo: UUID | None = None
    id: UUID = field(default_factory=uuid7)
    at: datetime | None = None


@everything()
def visit(*, visits, by, at) -> list[Visit]:
    """Record visits, many at once, in the order they were made; returns them.

    The household takes the newest answer; calls that were due there are made, and the table says whether somebody calls again. An older
    visit that comes in late is kept and changes nothing; one on record already is left as it is. Raises Refused for a door the campaign
    is not for, for one met without heads, and for another visit under an id that is taken.
    """
    told = sorted(visits, key=lambda one: one.at or at)
    with transaction.atomic():
        there = Visit._base_manager.in_bulk([one.id for one in told])
        if any(not _is_same(there[one.id], one) for one in told if one.id in there):
            raise Refused(_("这一页刚才已经记过一次，内容不同。请回到这一户，重新打开再记。"))
        made = [_visit(one, by, at) for one in told if one.id not in there]
        households = _households(made)
        lines = [_line(one, households.get((one.campaign_id, one.unit_id)), by) for one in made]
        for one, line in zip(made, lines, strict=True):
            one.because = line.id
        rows.insert(made)
        journal.write(lines)
        _answer(made, households, by, at)
    return [*there.values(), *made]


def _is_same(there, told) -> bool:
    heads = told.head_count if told.outcome in COUNTS_HEADS else None
    return (there.unit_id, there.outcome, there.head_count) == (told.door, told.outcome, heads)


def _visit(told, by, at) -> Visit:
    if told.outcome == "visited" and told.head_count is None:
        raise Refused(_("见到人就要数清现在住几口人。"))
    campaign = told.campaign
    is_old = bool(campaign and campaign.questions_id and told.questions and told.questions.pk != campaign.questions_id)
    return rows.fresh(
        Visit, id=told.id, campaign_id=campaign and campaign.pk, unit_id=told.door, outcome=told.outcome,
        head_count=told.head_count if told.outcome in COUNTS_HEADS else None, returnees=told.returnees, ill=told.ill,
        needs="|".join(told.needs), note=told.note, answers=json.dumps(told.answers, ensure_ascii=False) if told.answers else "",
        questions_id=told.questions and told.questions.pk, is_old_form=is_old, photo=told.photo, by_id=by.pk, at=told.at or at)


def _line(one, household, by):
    """A visit is told of its household, where it has one: so a phone knows whether somebody else was there since."""
    told = {"visit": str(one.pk), "outcome": one.outcome, "heads": one.head_count}
    return line("doorstep.visit", kind="visit", record=household.pk if household else one.pk, by=by.id, at=one.at, unit=one.unit_id,
                data=told)


def _answer(made, households, by, at):
    """Households, shares, calls, broken seals and the register of doors follow what was found last, door by door."""
    doors, newest = {one.unit_id for one in made}, _newest(made)
    shares = Share.objects.select_for_update().order_by("pk").in_bulk({h.share_id for h in households.values()})
    calls = list(Call.objects.select_for_update().filter(unit__in=doors, state__in=("due", "due_cadre")))
    again_at = {}
    for one in made:
        if one.campaign_id and (household := households[one.campaign_id, one.unit_id]):
            _take(household, shares[household.share_id], one)
            again_at[one.campaign_id, one.unit_id] = one
    rows.amend(list(households.values()), "outcome", "head_count", "tries", "visited_at")
    rows.amend(list(shares.values()), "doors", *COUNTED)
    _make([call for call in calls if call.unit_id in newest], newest, by, at)
    plan([(households[key], one) for key, one in again_at.items()], by=by, at=at)
    _answer_seals(newest, by, at)
    _describe(newest, by, at)
    finish(list(shares.values()), by=by, at=at)


def _newest(made) -> dict:
    """The newest visit by door, where it is among these: what comes in late after another changes nothing."""
    last = dict(Visit._base_manager.filter(unit__in={one.unit_id for one in made}).values_list("unit").annotate(last=Max("at")))
    return {one.unit_id: one for one in made if one.at == last[one.unit_id]}


COUNTED = ("visited", "nobody_home", "refused", "empty", "rented_out", "moved", "heads")


def _households(made) -> dict:
    """The households of these visits, locked; a door built since the campaign was laid out comes in now."""
    found = {}
    for campaign in {one.campaign_id for one in made} - {None}:
        doors = {one.unit_id for one in made if one.campaign_id == campaign}
        known = Household.objects.select_for_update().filter(campaign=campaign, unit__in=doors).order_by("pk")
        found |= {(campaign, h.unit_id): h for h in known}
        if missing := doors - {unit for c, unit in found if c == campaign}:
            found |= {(campaign, h.unit_id): h for h in _added(Campaign.objects.get(pk=campaign), missing)}
    return found


def _added(campaign, units) -> list[Household]:
    places = dict(Door.objects.filter(unit__in=units).values_list("unit__path", "unit_id"))
    reach = reach_of(campaign)
    if len(places) < len(units) or not all(reach.covers(path) for path in places):
        raise Refused(_("这一户不在这次排查的范围里。"))
    holders, added = holders_of(places), []
    for path, unit in places.items():
        share, _made = Share.objects.select_for_update().get_or_create(campaign=campaign, unit_id=holders[path],
                                                                       defaults={"because": campaign.because, "state": "done"})
        share.doors += 1
        share.save(update_fields=["doors"])
        added.append(rows.fresh(Household, campaign_id=campaign.pk, share_id=share.pk, unit_id=unit))
    return rows.insert(added)


def _take(household, share, one):
    """The household's newest answer, and the share's counts with it."""
    household.tries += 1
    if household.visited_at and household.visited_at > one.at:
        return
    if household.outcome:
        setattr(share, household.outcome, getattr(share, household.outcome) - 1)
    setattr(share, one.outcome, getattr(share, one.outcome) + 1)
    share.heads += (one.head_count or 0) - (household.head_count or 0)
    household.outcome, household.head_count, household.visited_at = one.outcome, one.head_count, one.at


def _make(calls, newest, by, at):
    """Whatever the outcome, who was called on has been called on, before the planned hour too."""
    done = [call for call in calls if call.campaign_id in (None, newest[call.unit_id].campaign_id)]
    for call in done:
        call.made_at = newest[call.unit_id].at
    if done:
        advance(done, "make_call", flow="call", by=by, at=at, also=("made_at",), because={c.pk: newest[c.unit_id].because for c in done})


def plan(answered, *, by, at):
    """Call again where the table says so; `answered` are households with the visit that told of them."""
    calls, for_cadres = [], set()
    for household, one in answered:
        if household.visited_at != one.at:
            continue
        said = again(one.outcome, household.tries, day_of(one.at))
        if said.get("who") in ("worker", "cadre"):
            on = day_of(one.at) + timedelta(days=said["days"])
            opens, due = moment(on, said["opens"]), moment(on, said["due"])
            if due <= one.at:  # too late for that evening: the next
                opens, due = opens + timedelta(days=1), due + timedelta(days=1)
            calls.append(rows.fresh(Call, campaign_id=household.campaign_id, unit_id=household.unit_id, reason=one.outcome, opens_at=opens,
                                    due=due, because=one.because))
            for_cadres |= {calls[-1].pk} if said["who"] == "cadre" else set()
    ended = set(Campaign.objects.filter(pk__in={call.campaign_id for call in calls}, state="closed").values_list("pk", flat=True))
    _put([call for call in calls if call.campaign_id not in ended], for_cadres, by, at)


def _put(calls, for_cadres, by, at):
    """Store calls, tell of them, and open the turn of whoever calls."""
    rows.insert(calls)
    lines = advance(calls, "call_again", flow="call", by=by, at=at, content=lambda call: {"reason": call.reason})
    open_turns("call", [call for call in calls if call.pk not in for_cadres], at=at, because={told.record: told.id for told in lines})
    advance([call for call in calls if call.pk in for_cadres], "hand_up_call", flow="call", by=by, at=at)


def _answer_seals(newest, by, at):
    there = Seal.objects.select_for_update().filter(unit__in=newest, state="broken")
    broken = [seal for seal in there if newest[seal.unit_id].at >= seal.looked_at]
    for seal in broken:
        seal.ended_at = newest[seal.unit_id].at
    if broken:
        told = {seal.pk: newest[seal.unit_id].because for seal in broken}
        advance(broken, "answer_seal", flow="seal", by=by, at=at, also=("ended_at",), because=told)


def _describe(newest, by, at):
    """The register of doors learns who lives there; what it knows already is not told again."""
    telling, groups = {unit: one for unit, one in newest.items() if one.outcome in OCCUPANCY}, {}
    for door in Door.objects.filter(unit__in=telling):
        one = telling[door.unit_id]
        known = {"occupancy": "rented" if door.occupancy == "rented" and one.outcome == "visited" else OCCUPANCY[one.outcome],
                 "head_count": one.head_count if one.outcome in COUNTS_HEADS else None}
        if any(getattr(door, name) != value for name, value in known.items()):
            groups.setdefault(tuple(known.items()), []).append(door)
    for known, doors in groups.items():
        describe_doors(doors=doors, by=by, at=at, **dict(known))
