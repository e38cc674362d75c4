"""What somebody under an order lacks: asked, met, or no longer needed."""
from django.db import transaction

from lianfang.ground import rows
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow.actions import advance, open_turns

from ..models import Need


def ask(*, order, kind, wish, by, at, because=None):
    """Enter a need; it is the minder's turn at once."""
    need = Need(id=uuid7(), order=order, person_id=order.person_id, unit_id=order.unit_id, minder_id=order.minder_id, kind=kind, wish=wish,
                asked_at=at, because=because or order.because)
    with transaction.atomic():
        rows.insert([need])
        [told] = advance([need], "ask", flow="need", by=by, at=at, content=lambda n: {"kind": n.kind})
        open_turns("need", [need], at=at, because={need.pk: told.id})
    return need


def meet(*, need, by, at):
    """It was brought to the door."""
    need.closed_at = at
    return advance([need], "meet", flow="need", by=by, at=at, also=("closed_at",))


def drop(*, need, by, at):
    """No longer needed."""
    need.closed_at = at
    return advance([need], "drop", flow="need", by=by, at=at, also=("closed_at",))
