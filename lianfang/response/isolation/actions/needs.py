"""What somebody under an order lacks: asked, met, or no longer needed."""
from django.db import transaction

from lianfang.ground import rows
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow.actions import advance, open_turns

from ..models import Need


def ask(*, order, kind, wish, by, at, because=None):
    """Enter a need; it is the minder's turn at once."""
    return ask_all([need_of(order, kind, wish, at, because)], by=by, at=at)[0]


def need_of(record, kind, wish, at, because=None) -> Need:
    """A need of whom an order or a check of it is about, not yet stored."""
    order = getattr(record, "order_id", record.pk)
    return Need(id=uuid7(), order_id=order, person_id=record.person_id, unit_id=record.unit_id, minder_id=record.minder_id, kind=kind,
                wish=wish, asked_at=at, because=because or record.because)


def ask_all(needs, *, by, at):
    """Store needs, tell of them, and give each minder the turn."""
    with transaction.atomic():
        rows.insert(needs)
        lines = advance(needs, "ask", flow="need", by=by, at=at, content=lambda n: {"kind": n.kind})
        open_turns("need", needs, at=at, because={told.record: told.id for told in lines})
    return needs


def meet(*, need, by, at):
    """It was brought to the door."""
    need.closed_at = at
    return advance([need], "meet", flow="need", by=by, at=at, also=("closed_at",))


def drop(*, need, by, at):
    """No longer needed."""
    need.closed_at = at
    return advance([need], "drop", flow="need", by=by, at=at, also=("closed_at",))
