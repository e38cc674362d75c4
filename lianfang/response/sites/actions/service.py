"""Daily rounds planned, done and missed; who is on duty; guests who are to be talked with."""
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of, moment
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns

from ..models import INSIDE, ROUNDS, Counsel, Duty, Placement, Round, Site
from ..rules import minutes, rule


@everything()
def plan_rounds(*, on, by, at) -> list[Round]:
    """The rounds of a day at every site where somebody lives; those of days before that nobody did are missed. Harmless to repeat."""
    miss_rounds(before=on, by=by, at=at)
    lived_in = Placement.objects.open().filter(state__in=INSIDE).values("site")
    known = set(Round.objects.filter(on=on).values_list("site", "kind"))
    made = [_round(site, kind, on, at) for site in Site.objects.filter(closed_at=None, pk__in=lived_in).select_related("unit")
            for kind in ROUNDS if (site.pk, kind) not in known]
    if made:
        with transaction.atomic():
            rows.insert(made)
            lines = advance(made, "plan_rounds", flow="round", by=by, at=at, because={one.pk: one.because for one in made})
            open_turns("round", made, at=at, because={told.record: told.id for told in lines})
    return made


def _round(site, kind, on, at) -> Round:
    begins = moment(on, rule(kind, at, site.unit.path)["at"])
    one = rows.fresh(Round, site_id=site.pk, unit_id=site.unit_id, on=on, kind=kind, opens_at=begins,
                     due=begins + minutes(kind, at, site.unit.path), because=site.because)
    one.site = site
    return one


@everything()
def miss_rounds(*, before, by, at):
    """Rounds of days before a day that nobody did."""
    found = list(Round.objects.filter(state="due", on__lt=before).select_related("site"))
    if found:
        advance(found, "miss_rounds", flow="round", by=by, at=at)


@everything()
def do_round(*, rounds, by, at):
    """These rounds are done. Refused before their hour."""
    for one in rounds:
        if at < one.opens_at:
            raise Refused(_("还没有到钟点，到时候再登记。"))
        one.done_at, one.done_by_id = at, by.pk
    return advance(rounds, "do_round", flow="round", by=by, at=at, also=("done_at", "done_by_id"))


@everything()
def put_on_duty(*, site, on, shift, group, accounts, by, at) -> int:
    """These accounts are on duty in a shift of a day; who was in another group of it changes to this one. Returns how many."""
    if on < day_of(at) - timedelta(days=1):
        raise Refused(_("过去的班次不能再改。"))
    with transaction.atomic():
        for account in accounts:
            Duty.objects.update_or_create(site=site, on=on, shift=shift, account=account, defaults={"group": group})
        journal.write([line("sites.put_on_duty", kind="site", record=site.pk, by=by.id, at=at, unit=site.unit_id, because=site.because,
                            data={"on": on.isoformat(), "shift": shift, "group": group, "accounts": [a.pk for a in accounts]})])
    return len(accounts)


@everything()
def ask_counsel(*, placement, by, at) -> Counsel:
    """Somebody should talk with this guest; it is the county's turn. Refused where somebody has been asked already."""
    one = Counsel(person_id=placement.person_id, site_id=placement.site_id, unit_id=placement.unit_id, asked_at=at,
                  because=placement.because)
    try:
        with transaction.atomic():
            one.save(force_insert=True)
            [told] = advance([one], "ask_counsel", flow="counsel", by=by, at=at)
            open_turns("counsel", [one], at=at, because={one.pk: told.id})
    except IntegrityError:
        raise Refused(_("已经请人疏导了，还没有办完。")) from None
    return one


@everything()
def talk(*, counsel, by, at):
    """Somebody has talked with him."""
    return _answered(counsel, "talk", by, at)


@everything()
def decline(*, counsel, by, at):
    """He does not want it."""
    return _answered(counsel, "decline", by, at)


def _answered(counsel, step, by, at):
    counsel.answered_at = at
    return advance([counsel], step, flow="counsel", by=by, at=at, also=("answered_at",))
