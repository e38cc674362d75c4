"""Holding three lists of a unit against each other: who they agree on is counted, who not is somebody's turn; nothing is merged."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import decisions, rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns

from ..matching import matched
from ..models import SETTLED, Claim, Comparison, Mismatch
from ..queries.comparing import TABLE, facts_of

CHUNK, MOST = 300, 60_000
UNCLEAR, TWICE = "unclear", "listed_twice"


@everything()
def compare(*, unit, sources, lists, by, at) -> Comparison:
    """Compare three lists (rows of `matching.Row`, by slot); `sources` says in words what each is. Nothing is written of who they agree on.

    Raises Refused for a list that is empty or too long to be compared while somebody waits: by township then.
    """
    together = [row for some in lists for row in some]
    if not all(lists):
        raise Refused(_("有一份是空的：三份都要有人，才能对照。"))
    if len(together) > MOST:
        raise Refused(_("三份一共 {n} 行，太多了：请按乡镇（街道）分开对照。").format(n=len(together)))
    groups = [[together[n] for n in group] for group in matched(together)]
    judged = [(group, *_judge(group, day_of(at))) for group in groups]
    differing = [(group, kind, door) for group, kind, door in judged if kind != "agreed"]
    made = Comparison(unit=unit, sources=list(sources), rows=[len(some) for some in lists], people=len(groups),
                      agreed=len(groups) - len(differing), by=by, at=at)
    with transaction.atomic():
        made.save(force_insert=True)
        [told] = journal.write([line("doorstep.hold_lists", kind="comparison", record=made.pk, by=by.id, at=at, unit=unit.pk,
                                     data={"people": made.people, "agreed": made.agreed})])
        for start in range(0, len(differing), CHUNK):
            _open(made, differing[start:start + CHUNK], told, by, at)
    return made


def _judge(group, on) -> tuple:
    """The kind of difference; where a list has somebody at two doors, or nobody could read the door, nothing agrees."""
    facts, door = facts_of(group)
    if len({(row.source, row.door) for row in group}) > len({row.source for row in group}):
        return TWICE, door
    ruling = decisions.decide(TABLE, facts, on=on)
    return UNCLEAR if ruling.manual_review or any(row.door is None for row in group) else ruling.result["kind"], door


def _open(comparison, differing, told, by, at):
    found, claims = [], []
    for group, kind, door in differing:
        found.append(rows.fresh(Mismatch, comparison_id=comparison.pk, unit_id=door or comparison.unit_id, kind=kind, because=told.id))
        claims += [rows.fresh(Claim, mismatch_id=found[-1].pk, source=row.source, unit_id=row.door, name=row.name, id_number=row.number)
                   for row in group]
    rows.insert(found)
    rows.insert(claims)
    lines = advance(found, "compare", flow="mismatch", by=by, at=at, content=lambda one: {"kind": one.kind})
    open_turns("mismatch", found, at=at, because={each.record: each.id for each in lines})


@everything()
def settle_mismatch(*, mismatch, outcome, by, at) -> Mismatch:
    """Somebody says how it is; the lists themselves stay as they are."""
    if outcome not in SETTLED:
        raise Refused(_("请选核实的结果。"))
    mismatch.outcome, mismatch.settled_by_id, mismatch.settled_at = outcome, by.pk, at
    advance([mismatch], "settle_mismatch", flow="mismatch", by=by, at=at, also=("outcome", "settled_by_id", "settled_at"),
            content=lambda _one: {"outcome": outcome})
    return mismatch
