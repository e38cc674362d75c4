"""Moving records along their flow, opening and closing turns, and raising what is overdue."""

from contextlib import nullcontext

from django.db import connection, transaction
from django.utils.translation import gettext as _

from .. import rows
from ..accounts.roles import LEADERS, ROLES
from ..accounts.scope import everything, held
from ..days import day_of
from ..journal import actions as journal
from ..journal import line, line_of
from ..units.models import RANK, Unit
from .flows import FLOWS, Refused
from .models import Turn
from .queries import may_urge

BELOW_TOWNSHIP = ("grid_worker", "village_cadre")


@everything()
def begin(made, step, *, flow, by, at, because=None, content=None):
    """New records of one flow: inserted, told, their turns opened; each then says which line it began with."""
    made = list(made)
    with transaction.atomic():
        rows.insert(made)
        lines = advance(made, step, flow=flow, by=by, at=at, because=because, content=content)
        for one, told in zip(made, lines, strict=True):
            one.because = told.id
        rows.amend(made, "because")
        open_turns(flow, made, at=at)
    return made


def advance(records, step, *, flow, by, at, because=None, content=None, also=()):
    """Take records of one flow one step: set the state (and the fields in `also`), close the turns, open the next, write one line each.

    `because` is a line, or a line by record; `content(record)` gives a line's data. Raises Refused, and changes nothing, when a record is
    not, or no longer, where the step begins.
    """
    flow, records = FLOWS[flow], list(records)
    step = flow.steps[step]
    for record in records:
        if record.state not in step.sources:
            raise Refused(_("现在是“{state}”，不能“{step}”").format(state=flow.states[record.state], step=step))
    before = [record.state for record in records]
    try:
        with transaction.atomic() if needs_undoing(records) else nullcontext():
            return _advance(records, before, step, flow, by, at, because, content, also)
    except rows.Stale:
        for record, state in zip(records, before, strict=True):
            record.state = state
        raise Refused(_("刚才已经有人办了“{step}”，请刷新再看").format(step=step)) from None


def needs_undoing(records) -> bool:
    """Whether a refusal halfway must be undone here: one record that somebody else was faster with was not changed."""
    return len(records) > 1 or not connection.in_atomic_block


def _advance(records, before, step, flow, by, at, because, content, also):
    verb = f"{flow.app}.{step.code}"
    cause = because.get if isinstance(because, dict) else lambda record: because
    lines = [line_of(r, verb, kind=flow.code, by=by, at=at, because=cause(r.pk), data=content(r) if content else {}) for r in records]
    if step.target:
        for record in records:
            record.state = step.target
    if step.target or also:
        rows.amend(records, *(["state"] if step.target else []), *also, was=("state", before))
    if step.target:
        close_turns(records, by=by, at=at)
        open_turns(flow.code, records, at=at, because={told.record: told.id for told in lines})
    journal.write(lines)
    return lines


def open_turns(flow, records, *, at, because=None):
    """Open a turn for each record that stands in a state somebody owns; returns the turns.

    A record may name who owns it instead of its state: `turn_role`, and of that role `turn_account_id`.
    """
    flow = FLOWS[flow]
    waiting = [r for r in records if flow.states[r.state].owner]
    if not waiting:
        return []
    owners = owners_at([r.unit_id for r in waiting])
    made = []
    for record in waiting:
        role, owner = owners(record.unit_id, getattr(record, "turn_role", None) or flow.states[record.state].owner)
        due, raise_at, then_at = flow.due(flow.states[record.state], record, at)
        made.append(
            rows.fresh(
                Turn,
                flow=flow.code,
                record=record.pk,
                state=record.state,
                subject=record.subject_id,
                unit_id=record.unit_id,
                level=ROLES[role].tier,
                role=role,
                owner_unit_id=owner,
                account_id=getattr(record, "turn_account_id", None),
                opened_at=at,
                due=due,
                raise_at=raise_at if role in BELOW_TOWNSHIP else then_at,
                then_at=then_at,
                because=(because or {}).get(record.pk, record.because),
            )
        )
    rows.insert(made)
    return made


def close_turns(records, *, by, at):
    """Close what is open on these records."""
    rows.fill(Turn, "record", [r.pk for r in records], closed_at=at, closed_by=by.id)


def owners_at(unit_ids):
    """A function (unit id, role) → the role and the unit that own a turn there.

    The unit is the nearest ancestor at the role's level; what lies in no unit of that level belongs to whoever leads the wider one.
    """
    paths = dict(Unit.objects.filter(pk__in=set(unit_ids)).values_list("pk", "path"))
    chains = {pk: [int(part) for part in path.strip("/").split("/")] for pk, path in paths.items()}
    levels = dict(Unit.objects.filter(pk__in={a for chain in chains.values() for a in chain}).values_list("pk", "level"))

    def owner(unit_id, role):
        level = ROLES[role].level
        wide = [a for a in chains[unit_id] if RANK[levels[a]] <= RANK[level]]
        unit = wide[-1] if wide else chains[unit_id][0]
        return (role if levels[unit] == level else LEADERS.get(levels[unit], role)), unit

    return owner


def urge(*, turns, by, at):
    """Tell whoever owes these turns that they are waited for: counted on each that is still open, one line each; returns the lines.

    Raises Refused when none is open any more, or when `by` leads no unit above one of them.
    """
    assignments = held(by, day_of(at))
    with everything(), transaction.atomic():
        waiting = Turn.objects.select_for_update(of=("self",)).select_related("unit").filter(pk__in=[t.pk for t in turns], closed_at=None)
        found = list(waiting.order_by("pk"))
        if not found:
            raise Refused(_("都已经办完了，没有要催的"))
        if not all(may_urge(assignments, turn.level, turn.unit) for turn in found):
            raise Refused(_("催办要由上级来催"))
        for turn in found:
            turn.urged, turn.urged_at, turn.urged_by = turn.urged + 1, at, by.id
        rows.amend(found, "urged", "urged_at", "urged_by")
        return journal.write(
            [
                line("workflow.urge", kind=turn.flow, record=turn.record, by=by.id, at=at, unit=turn.unit_id, subject=turn.subject,
                     because=turn.because, data={"role": turn.role, "times": turn.urged})
                for turn in found
            ]
        )


def escalate(*, at, by):
    """Raise every open turn whose time to be raised has come to the level above; returns how many."""
    with everything():
        late = list(Turn.objects.filter(closed_at=None, raise_at__lte=at).order_by("raise_at"))
        for start in range(0, len(late), 300):
            with transaction.atomic():
                _raise(late[start : start + 300], at, by)
    return len(late)


def _raise(turns, at, by):
    open_now = set(Turn.objects.select_for_update().filter(pk__in=[t.pk for t in turns], closed_at=None).values_list("pk", flat=True))
    turns = [t for t in turns if t.pk in open_now]
    owners = owners_at([t.unit_id for t in turns])
    lines, made = [], []
    for turn in turns:
        role, owner = owners(turn.unit_id, "township_cadre" if turn.role in BELOW_TOWNSHIP else "duty_officer")
        turn.closed_at, turn.closed_by, turn.raised = at, by.id, True
        told = line("workflow.raise", kind=turn.flow, record=turn.record, by=by.id, at=at, unit=turn.unit_id, subject=turn.subject,
                    because=turn.because, data={"from": turn.role, "to": role})
        lines.append(told)
        made.append(_raised(turn, role, owner, at, told.id))
    rows.amend(turns, "closed_at", "closed_by", "raised")
    rows.insert(made)
    journal.write(lines)


def _raised(turn, role, owner, at, because):
    """The same turn, one level up: due when it was due, raised again at the county's time."""
    following = turn.then_at if role == "township_cadre" else None
    return Turn(flow=turn.flow, record=turn.record, state=turn.state, subject=turn.subject, unit_id=turn.unit_id, level=ROLES[role].tier,
                role=role, owner_unit_id=owner, opened_at=at, due=turn.due, raise_at=following, then_at=turn.then_at, raised_from=turn.pk,
                because=because)
