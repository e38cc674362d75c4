"""What comes of a notice: somebody arrived and is registered, did not arrive, was told of; another county was told."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, close_turns

CLOSED = ("closed_at", "closed_by_id", "answer")


def _close(notice, step, answer, by, at):
    notice.answer, notice.closed_at, notice.closed_by = answer, at, by
    return advance([notice], step, flow="notice", by=by, at=at, also=CLOSED)


def arrive(*, notice, by, at, answer=""):
    """He came home and was registered."""
    return _close(notice, "arrive", answer, by, at)


def miss(*, notice, by, at):
    """He did not come home: the township looks for him."""
    return advance([notice], "miss", flow="notice", by=by, at=at)


def give_up(*, notice, answer, by, at):
    """He was found not to be here; where he is, or how that is known, is said."""
    return _close(notice, "give_up", _said(answer), by, at)


def acknowledge(*, notice, by, at, answer=""):
    """The village has seen it."""
    return _close(notice, "acknowledge", answer, by, at)


def tell(*, notice, answer, by, at):
    """The other county was told: by whom, how."""
    return _close(notice, "tell", _said(answer), by, at)


@everything()
def pass_on(*, notice, to, by, at):
    """It concerns another county, which the command is to tell."""
    notice.to = _said(to)
    return _move(notice, notice.unit.ancestor_ids[0], "pass_on", by, at, "to")


@everything()
def hand_down(*, notice, unit, by, at):
    """The place lies in this county after all."""
    if not unit.parent_id:
        raise Refused(_("请选本县的乡镇、村或网格。"))
    return _move(notice, unit.pk, "hand_down", by, at)


def _move(notice, unit, step, by, at, *also):
    with transaction.atomic():
        close_turns([notice], by=by, at=at)
        notice.unit_id = unit
        return advance([notice], step, flow="notice", by=by, at=at, also=("unit_id", *also))


def _said(text):
    if not text.strip():
        raise Refused(_("请写明：告诉了谁、怎么告诉的、结果怎样。"))
    return text.strip()
