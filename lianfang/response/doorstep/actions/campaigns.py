"""Beginning a campaign, laying out its doors grid by grid, ending it, and counting its shares anew."""
import time
from collections import defaultdict
from itertools import pairwise

from django.db import transaction
from django.db.models import Count, Q, Sum
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, close_turns, open_turns
from lianfang.registers.people.vocabulary import UNWALKED

from ..models import OUTCOMES, Area, Call, Campaign, Household, Share
from ..queries.doors import doors_to_lay, holders_of, villages_of

CHUNK, NAP = 300, 0.02
AT_ONCE = 3000  # doors that whoever begins a campaign waits for; the clock lays out the rest


@everything()
def launch(*, title, purpose, basis, areas, from_on, until_on, by, at, category=None, questions=None) -> Campaign:
    """Begin a campaign in these units: it is told, and its first doors are laid out; the clock goes on with the rest.

    Raises Refused for a campaign without an area, that is over already, of cases or contacts, or whose areas lie one in another.
    """
    areas = sorted(areas, key=lambda unit: unit.path)
    _check(areas, from_on, until_on, at)
    if category and category.pk in UNWALKED:
        raise Refused(_("不能按病例、密接来上门排查：走访的人会知道是谁。"))
    campaign = Campaign(unit=_above_all(areas), title=title.strip(), purpose=purpose.strip(), basis=basis.strip(), category=category,
                        target="category" if category else "homes", questions=questions, from_on=from_on, until_on=until_on, by=by, at=at)
    with transaction.atomic():
        campaign.save(force_insert=True)
        Area.objects.bulk_create([Area(campaign=campaign, unit=unit) for unit in areas])
        [told] = advance([campaign], "launch", flow="campaign", by=by, at=at, content=lambda c: {"areas": [unit.pk for unit in areas]})
        campaign.because = told.id
        rows.amend([campaign], "because")
        open_turns("campaign", [campaign], at=at)
    lay(campaign=campaign, by=by, at=at, most=AT_ONCE)
    return campaign


def _check(areas, from_on, until_on, at):
    if not areas:
        raise Refused(_("请选在哪里排查。"))
    if until_on < from_on or until_on < day_of(at):
        raise Refused(_("截止的日子要在开始之后，也不能已经过了。"))
    if any(b.path.startswith(a.path) for a, b in pairwise(areas)):
        raise Refused(_("选的单位一个在另一个里面，只留大的就行。"))


def _above_all(areas) -> Unit:
    """The narrowest unit that all areas lie in."""
    chains = [unit.ancestor_ids for unit in areas]
    common = [step for step in zip(*chains, strict=False) if len(set(step)) == 1]
    return Unit.objects.get(pk=common[-1][0])


@everything()
def lay(*, campaign, by, at, most=None) -> int:
    """Take into a campaign its doors that are not yet in it, village by village in short transactions; returns how many came in.

    Stopped half way (or after about `most`), the next call goes on; once all are in, it adds doors that have been built since.
    """
    added = 0
    for village in villages_of(campaign):
        doors = doors_to_lay(campaign, village)
        holders = holders_of([path for _pk, path in doors])
        for start in range(0, len(doors), CHUNK):
            _lay(campaign, doors[start:start + CHUNK], holders, by, at)
            if start:
                time.sleep(NAP)
        added += len(doors)
        if most is not None and added >= most:
            return added
    if campaign.laid_at is None:
        campaign.laid_at = at
        rows.amend([campaign], "laid_at")
    return added


def _lay(campaign, doors, holders, by, at):
    """One chunk: its shares grow, those that are new or were done get a turn."""
    with transaction.atomic():
        Campaign.objects.select_for_update().get(pk=campaign.pk)
        there = set(Household.objects.filter(campaign=campaign, unit__in=[pk for pk, _path in doors]).values_list("unit_id", flat=True))
        wanted = [(pk, holders[path]) for pk, path in doors if pk not in there]
        units = {holder for _pk, holder in wanted}
        shares = {s.unit_id: s for s in Share.objects.select_for_update().filter(campaign=campaign, unit__in=units)}
        fresh = [Share(campaign=campaign, unit_id=unit, because=campaign.because) for unit in units - shares.keys()]
        Share.objects.bulk_create(fresh)
        shares |= {share.unit_id: share for share in fresh}
        woken = [share for share in shares.values() if share.state == "done"]
        for _pk, holder in wanted:
            shares[holder].doors += 1
        for share in woken:
            share.state = "open"
        rows.amend(list(shares.values()), "doors", "state")
        rows.insert([rows.fresh(Household, campaign_id=campaign.pk, share_id=shares[holder].pk, unit_id=pk) for pk, holder in wanted])
        _tell([*fresh, *woken], by, at)


def _tell(shares, by, at):
    if shares:
        lines = advance(shares, "share_out", flow="share", by=by, at=at, content=lambda share: {"doors": share.doors})
        open_turns("share", shares, at=at, because={told.record: told.id for told in lines})


@everything()
def close(*, campaign, by, at) -> Campaign:
    """End a campaign: what is still open of its shares and calls ends with it; doors without an answer stay so, and are counted so."""
    with transaction.atomic():
        campaign.closed_at = at
        [told] = advance([campaign], "close", flow="campaign", by=by, at=at, also=("closed_at",))
        shares = list(Share.objects.filter(campaign=campaign, state="open"))
        calls = list(Call.objects.filter(campaign=campaign, state__in=("due", "due_cadre")))
        for start in range(0, len(shares), CHUNK):
            advance(shares[start:start + CHUNK], "end_share", flow="share", by=by, at=at, because=told.id)
        for start in range(0, len(calls), CHUNK):
            advance(calls[start:start + CHUNK], "lapse_call", flow="call", by=by, at=at, because=told.id)
    return campaign


@everything()
def recount(*, campaign, by, at) -> dict:
    """Count the shares of a campaign anew from its households; returns what differed, by unit: {column: (stood, is)}."""
    sums = {code: Count("pk", filter=Q(outcome=code)) for code in OUTCOMES}
    with transaction.atomic():
        shares = list(Share.objects.select_for_update().filter(campaign=campaign))
        true = defaultdict(dict, {row.pop("share"): row for row in Household.objects.filter(campaign=campaign).values("share").annotate(
            doors=Count("pk"), heads=Sum("head_count", default=0), **sums).order_by()})
        differing = {}
        for share in shares:
            counted = true[share.pk] or dict.fromkeys(("doors", "heads", *OUTCOMES), 0)
            wrong = {name: (getattr(share, name), value) for name, value in counted.items() if getattr(share, name) != value}
            for name, (_stood, value) in wrong.items():
                setattr(share, name, value)
            if wrong:
                differing[share.unit_id] = wrong
                share.save(update_fields=list(wrong))
        if differing:
            journal.write([line_of(campaign, "doorstep.recount", kind="campaign", by=by, at=at, data={"shares": len(differing)})])
    return differing


def finish(shares, *, by, at, because=None):
    """Shares all of whose doors have answered are done; those that have been opened again by a new answer wait again."""
    complete = [share for share in shares if share.state == "open" and share.open_doors == 0]
    if complete:
        advance(complete, "finish", flow="share", by=by, at=at, because=because)
    woken = [share for share in shares if share.state == "done" and share.open_doors > 0]
    for share in woken:
        share.state = "open"
    if woken:
        rows.amend(woken, "state")
        close_turns(woken, by=by, at=at)
        _tell(woken, by, at)
