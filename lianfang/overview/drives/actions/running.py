"""A drive begins with a roster that was taken in, finishes when all are through, or is called off."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns
from lianfang.response.screening import queries as screening

from ..models import Drive
from ..queries import running, told


@everything()
def begin(*, title, roster, started_at, by, at, id=None) -> Drive:
    """Begin a drive on a roster (by id), which began at a moment not after now; a second press begins nothing twice."""
    found = screening.roster_named(roster)
    if found is None or not found.is_finished or found.state != "done":
        raise Refused(_("这份名册还没有收完，请先在“名册”里收完再开始。"))
    if started_at > at:
        raise Refused(_("开始时间还没有到，请核对。"))
    if there := Drive.objects.filter(pk=id).first():
        return there
    drive = Drive(id=id or uuid7(), title=title.strip(), unit_id=found.unit_id, roster=roster, started_at=started_at, by=by)
    try:
        with transaction.atomic():
            rows.insert([drive])
            advance([drive], "begin", flow="drive", by=by, at=at, content=lambda one: {"roster": str(one.roster)})
            open_turns("drive", [drive], at=at)
    except IntegrityError:
        raise Refused(_("这份名册已经有一次突击排查了。")) from None
    return drive


@everything()
def finish_through(*, by, at) -> list[Drive]:
    """Finish every running drive all of whose people are through; returns those."""
    done = []
    for drive in running():
        found = told(drive, at)
        if found.rows and found.through == len(found.rows):
            _end(drive, "finish", found, "", by, at)
            done.append(drive)
    return done


@everything()
def call_off(*, drive, why, by, at):
    """It is not pursued any further as a drive: why. Orders and tests run on in their own loops."""
    if not why.strip():
        raise Refused(_("请写明为什么中止。"))
    _end(drive, "call_off", told(drive, at), why.strip(), by, at)


def _end(drive, step, found, why, by, at):
    drive.ended_at, drive.people, drive.through, drive.why = at, len(found.rows), found.through, why
    advance([drive], step, flow="drive", by=by, at=at, also=("ended_at", "people", "through", "why"))
