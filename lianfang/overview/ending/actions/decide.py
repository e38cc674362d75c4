"""Who decides: one proposes, two others of different units approve, and any of the three, or a leader, may still revoke it."""
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.roles import holders
from lianfang.ground.accounts.scope import everything, held, units_of
from lianfang.ground.days import day_of
from lianfang.ground.decisions.actions.apart import check_apart
from lianfang.ground.ids import uuid7
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns

from .. import rules
from ..models import Ending
from ..queries import preview

RIGHT = "end"


@everything()
def propose(*, unit, basis, by, at) -> Ending:
    """Propose that the emergency of this county end, on the strength of a document; nothing goes yet.

    Raises Refused without a document, without the right, or while another ending is open.
    """
    if not basis.strip():
        raise Refused(_("请写明依据：宣布应急结束的文件名和文号。"))
    post(by, unit, at)
    told = preview(at)
    ending = Ending(id=uuid7(), unit=unit, basis=basis.strip(), told=told.kept(), proposed_by=by, proposed_at=at,
                    least=rules.number("small_cell", at))
    try:
        with transaction.atomic():
            rows.insert([ending])
            [line] = advance([ending], "propose", flow="ending", by=by, at=at, content=lambda e: {"basis": e.basis, "goes": told.whole})
            ending.because = line.id
            rows.amend([ending], "because")
            open_turns("ending", [ending], at=at, because={ending.pk: line.id})
    except IntegrityError:
        raise Refused(_("已经有一个应急结束在办，请先办完或撤回。")) from None
    return ending


@everything()
def agree(*, ending, by, at):
    """The first of the two: another person than who proposed it."""
    place = _another(ending, by, at)
    ending.first_by, ending.first_unit, ending.first_at = by, place, at
    return advance([ending], "agree", flow="ending", by=by, at=at, also=("first_by_id", "first_unit_id", "first_at"), content=_content)


@everything()
def approve(*, ending, by, at):
    """The second: a third person, who shares no unit with the first; from now it cools."""
    place = _another(ending, by, at)
    if by.pk == ending.first_by_id:
        raise Refused(_("您已经批准过，第二个批准要另一个单位的人。"))
    if units_of(by, day_of(at)) & {ending.first_unit_id, *units_of(ending.first_by, day_of(at))}:
        raise Refused(_("您和第一个批准人是同一个单位：两个批准要由两个单位的人作出。"))
    ending.second_by, ending.second_unit, ending.second_at = by, place, at
    ending.cooling_until = at + timedelta(hours=rules.number("cooling", at))
    also = ("second_by_id", "second_unit_id", "second_at", "cooling_until")
    return advance([ending], "approve", flow="ending", by=by, at=at, also=also, content=_content)


@everything()
def revoke(*, ending, by, at):
    """Nothing goes: until the deletion has begun, whoever may approve may take it back."""
    post(by, ending.unit, at)
    return advance([ending], "revoke", flow="ending", by=by, at=at)


def _another(ending, by, at) -> Unit:
    place = post(by, ending.unit, at)
    if by.pk == ending.proposed_by_id:
        raise Refused(_("提议人不能批准自己的提议。"))
    check_apart(by, ending.proposed_by_id, ending.first_by_id, at=at)
    return place


def post(account, unit, at) -> Unit:
    """The widest unit in this county at which somebody holds the right; raises Refused where there is none."""
    found = [a.unit for a in held(account, day_of(at)) if a.role in holders(RIGHT) and a.unit.path.startswith(unit.path)]
    if not found:
        raise Refused(_("结束应急不归您批准。"))
    return min(found, key=lambda one: len(one.path))


def _content(ending):
    return {"basis": ending.basis, "cooling_until": ending.cooling_until.isoformat() if ending.cooling_until else ""}
