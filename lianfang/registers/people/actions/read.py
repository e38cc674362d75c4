"""Reading what a person wrote on a record: for a reason of the day's list, told to the journal before anything opens."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything, held
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.queries import is_turn_of

from ..queries.reasons import TURN, WORDS, minutes_for


@everything()
def read_words(*, record, verb, flow, reason, by, at):
    """Write down who reads a record's words, and why; they stay open to him for the reason's minutes.

    Raises Refused when the day's list does not name the reason, or when it is his turn that he gives as one and it is not.
    """
    if minutes_for(WORDS, reason, day_of(at)) is None:
        raise Refused(_("理由表里没有这一条，不能看。"))
    if reason == TURN and not is_turn_of(record.pk, by, held(by, day_of(at))):
        raise Refused(_("这一件现在不轮到您办，请选别的理由。"))
    with transaction.atomic():
        journal.write([line_of(record, verb, kind=flow, by=by, at=at, data={"reason": reason})])
