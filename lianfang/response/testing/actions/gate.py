"""Back to work: asked for a worker, allowed when what the table asks is there, printed; the refusal says what is missing."""
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lianfang.ground import decisions, rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import SHANGHAI, day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.units.queries import above
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns
from lianfang.registers.people.actions import join, take_up_all
from lianfang.registers.territory.origins import Origins

from ..models import RISKS, WorkPass
from ..queries.gate import asked_of, held_back, holds_until
from .firms import CATEGORY

NUMBERS = 5_130_217  # whoever counts a year's passes on waits for the one before


@everything()
def apply_pass(*, firm, who, origin, by, at, because=None) -> WorkPass:
    """A worker (a Somebody) comes from a place (words) and goes to a firm: the table of the day says which tests he needs.

    Raises Refused where no row says, his number stands under another name, or it is asked for already.
    """
    place = Origins(firm.unit).of(origin.strip())
    risk = "abroad" if place.kind == "abroad" else _risk(place.place, day_of(at))
    ruling = decisions.decide("work_gate", {"risk": risk}, unit=firm.unit.path, on=day_of(at))
    if ruling.hit is None:
        raise Refused(_("返岗检测表里今天没有这种情形的规则，请报县指挥部。"))
    try:
        with transaction.atomic():
            [person] = take_up_all(asked=[who], unit_id=firm.unit_id, by=by, at=at, because=because)
            join(people=[person], category=CATEGORY, source=gettext_noop("返岗申请"), from_on=day_of(at), by=by, at=at, because=because,
                 is_told=True)
            return _asked(firm, person, risk, ruling, by, at, because)
    except IntegrityError:
        raise Refused(_("这个人到这家企业的返岗已经申请了，还在核检测。")) from None


def _risk(place, on) -> str:
    found = decisions.decide("risk_places", {"place": place or "unknown"}, on=on).result.get("risk")
    return found if found in RISKS else "unknown"


def _asked(firm, person, risk, ruling, by, at, because) -> WorkPass:
    unit = above(person.unit, "village").pk
    verdict = decisions.verdict(ruling, subject=person.pk, unit_id=unit, on=day_of(at), at=at, because=because)
    rows.one_at_a_time(NUMBERS)
    year = at.astimezone(SHANGHAI).year
    last = WorkPass.objects.filter(year=year).aggregate(top=Max("serial"))["top"] or 0
    made = WorkPass(year=year, serial=last + 1, person=person, firm=firm, unit_id=unit, risk=risk, verdict=verdict, asked_at=at)
    rows.insert([verdict])
    rows.insert([made])
    [told] = advance([made], "apply_pass", flow="work_pass", by=by, at=at, because=because)
    made.because = told.id
    rows.amend([made], "because")
    open_turns("work_pass", [made], at=at)
    return made


@everything()
def allow(*, work_pass, by, at, because=None) -> WorkPass:
    """He may go to work until the first of his tests is too old, or the pass's own days are over. Raises Refused for what is missing, and
    while he is bound."""
    if lacking := [why for why in (held_back(work_pass), *(one.lacking for one in asked_of(work_pass, at))) if why]:
        raise Refused(_("还不能返岗：{lacking}。").format(lacking=_("；").join(lacking)))
    work_pass.allowed_at, work_pass.allowed_by, work_pass.until_at = at, by, holds_until(work_pass, at)
    work_pass.closed_at = at
    advance([work_pass], "allow", flow="work_pass", by=by, at=at, because=because,
            also=("allowed_at", "allowed_by_id", "until_at", "closed_at"), content=lambda one: {"until": one.until_at.isoformat()})
    return work_pass


@everything()
def drop_pass(*, work_pass, by, at, because=None) -> WorkPass:
    """He does not come to this firm after all."""
    work_pass.closed_at = at
    advance([work_pass], "drop_pass", flow="work_pass", by=by, at=at, because=because, also=("closed_at",))
    return work_pass


@everything()
def print_pass(*, work_pass, by, at):
    """Tell that the pass was printed, which bears the full name; returns the line, whose number stands in the paper's foot."""
    with transaction.atomic():
        [told] = journal.write([line_of(work_pass, "testing.print_pass", kind="work_pass", by=by, at=at, data={"reason": "paper"})])
    return told
