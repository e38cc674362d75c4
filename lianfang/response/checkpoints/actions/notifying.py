"""Telling where somebody goes: to register him there, or that he was taken or turned back; outside the county, the county tells."""
from lianfang.ground import rows
from lianfang.ground.journal import line
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow.actions import open_turns

from ..models import Notice

BORN = {"open": "checkpoints.notify", "noticed": "checkpoints.hand_down", "telling": "checkpoints.pass_on"}  # where its line leads it
CONTENT = {"register": "arrival", "transfer": "transfer", "turn_back": "turn_back"}


def notify(passages, *, causes, by, at) -> list:
    """A notice for each of these passages that somebody elsewhere must know of; returns its lines, not yet written, and opens its turn.

    `causes`: the line of each passage.
    """
    wanted = [one for one in passages if one.outcome in CONTENT and (one.home_id or one.destination or one.outcome == "register")]
    if not wanted:
        return []
    paths = dict(Unit.objects.filter(pk__in={one.unit_id for one in wanted}).values_list("pk", "path"))
    made = [_drafted(one, int(paths[one.unit_id].split("/")[1]), causes[one.pk], at) for one in wanted]
    lines = [line(BORN[one.state], kind="notice", record=one.pk, by=by.id, at=at, unit=one.unit_id, subject=one.person_id,
                  because=one.because, data={"content": one.content}) for one in made]
    rows.insert(made)
    open_turns("notice", made, at=at, because={told.record: told.id for told in lines})
    return lines


def _drafted(passage, county, cause, at) -> Notice:
    content = CONTENT[passage.outcome]
    state = "telling" if passage.home_id is None else "open" if content == "arrival" else "noticed"
    to = passage.destination.open() if passage.home_id is None else ""
    return rows.fresh(Notice, passage_id=passage.pk, person_id=passage.person_id, unit_id=passage.home_id or county, content=content,
                      to=to, state=state, told_at=at, because=cause)
