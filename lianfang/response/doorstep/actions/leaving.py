"""Who is under a measure leaves with leave and comes back; what proves a journey is looked at and not kept."""
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import decisions, rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns
from lianfang.registers.people.queries.bound import bound

from ..models import PROOFS, Leave, TripProof

TABLE = "leaving"


@everything()
def let_out(*, person, purpose, by, at) -> Leave:
    """Write down that somebody under a measure leaves: the table says for what he may, and for how long.

    Raises Refused for whoever is under no measure (nobody else's coming and going is written down), for what the table does not allow,
    and for who is out already.
    """
    if not bound([person.pk]):
        raise Refused(_("出入只登记正在管控的人；别人进出不登记。"))
    said = decisions.decide(TABLE, {"purpose": purpose}, on=day_of(at))
    if said.manual_review or said.result["allowed"] != "yes":
        raise Refused(_("按规定不能为这件事外出：{clause}").format(clause=said.clause or ""))
    leave = Leave(person=person, unit_id=person.unit_id, purpose=purpose, out_at=at, due=at + timedelta(hours=said.result["hours"]), by=by)
    try:
        with transaction.atomic():
            leave.save(force_insert=True)
            [told] = advance([leave], "let_out", flow="leave", by=by, at=at, content=lambda one: {"purpose": one.purpose})
            leave.because = told.id
            rows.amend([leave], "because")
            open_turns("leave", [leave], at=at)
    except IntegrityError:
        raise Refused(_("他已经登记外出，还没有登记回来。")) from None
    return leave


@everything()
def come_back(*, leave, by, at) -> Leave:
    """He is back."""
    leave.back_at = at
    advance([leave], "come_back", flow="leave", by=by, at=at, also=("back_at",))
    return leave


@everything()
def prove_trip(*, person, outcome, by, at) -> TripProof:
    """Somebody showed where he has been: what it came to, and the day; what he showed is not kept."""
    if outcome not in PROOFS:
        raise Refused(_("请选看了以后怎么样。"))
    proof = TripProof(person=person, unit_id=person.unit_id, outcome=outcome, on=day_of(at))
    with transaction.atomic():
        proof.save(force_insert=True)
        proof.because = None
        journal.write([line_of(proof, "doorstep.prove_trip", kind="trip_proof", by=by, at=at, data={"outcome": outcome})])
    return proof
