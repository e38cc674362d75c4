"""What becomes of a case: investigated, discharged and revisited, recovered, died, moved to another county, ruled out."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..models import ORIGINS, Card, Revisit
from .closing import close, recover, refuse_uninvestigated
from .inquiry import done, require
from .revisits import plan_revisits


@everything()
def investigate(*, case, origin, summary, by, at):
    """The investigation is complete: where the infection came from, and what was found in short; what the form asks is answered."""
    if origin not in ORIGINS or not origin or not summary.strip():
        raise Refused(_("请写明本地还是输入，以及流调结论；查不清来源的写明查到哪一步。"))
    require(case, "full", at)
    case.origin, case.summary, case.investigated_at = origin, summary.strip(), at
    with transaction.atomic():
        lines = advance([case], "investigate", flow="case", by=by, at=at, also=("origin", "summary", "investigated_at"),
                        content=lambda one: {"origin": one.origin})
        done(case, "full", by, at)
    return lines


@everything()
def discharge(*, case, on, by, at) -> list[Revisit]:
    """He left the hospital on a day; revisits are planned as the table says, and where it asks for none the case is closed at once."""
    if on > day_of(at) or (case.onset_on and on < case.onset_on):
        raise Refused(_("出院日期要在发病日期和今天之间。"))
    with transaction.atomic():
        case.discharged_on = on
        [told] = advance([case], "discharge", flow="case", by=by, at=at, also=("discharged_on",), content=lambda one: {"on": str(on)})
        planned = plan_revisits(case=case, by=by, at=at, because=told.id)
        if not planned:
            recover(case=case, by=by, at=at, because=told.id)
    return planned


@everything()
def record_death(*, case, cause, by, at):
    """He died of it or with it; the day of death stands on the card, by a correction before this."""
    refuse_uninvestigated(case)
    card = Card.objects.filter(case=case).order_by("-edition").first()
    if card is None or card.died_on is None:
        raise Refused(_("请先订正报告卡，填上死亡日期。"))
    return close(case, "record_death", _said(cause), by, at)


@everything()
def move_away(*, case, to, why, by, at):
    """Another county goes on with it: which office there (`to`), and on what that rests. Its receipt is awaited by another loop."""
    ending, case.away_to = _said(why), _place(to)
    return close(case, "move_away", ending, by, at, also=("away_to",))


@everything()
def send_out(*, case, to, by, at):
    """He is taken to a hospital of another county; the case stays ours. That hospital's receipt is awaited by another loop."""
    case.away_to = _place(to)
    return advance([case], "send_out", flow="case", by=by, at=at, also=("away_to",))


@everything()
def rule_out(*, case, why, by, at):
    """It is none: on what that rests."""
    return close(case, "rule_out", _said(why), by, at)


def _place(to):
    if not to.strip():
        raise Refused(_("请写明转到哪个县、哪个单位。"))
    return to.strip()


def _said(text):
    if not text.strip():
        raise Refused(_("请写明依据：谁说的、怎么知道的。"))
    return text.strip()
