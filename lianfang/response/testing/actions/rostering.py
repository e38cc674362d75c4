"""Rosters and lists of results come in: row by row, what cannot be taken is said with its number, what can be is taken."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything, reach_by, through
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.registers.people.actions import Somebody, take_up
from lianfang.registers.people.keys import id_blind
from lianfang.registers.people.queries import known_people

from ..models import Roster
from ..queries import group as group_of
from ..queries.firms import waited_for
from ..rosters import read_people, read_results
from .enrolling import Entry, enrol
from .noting import Told, note_results

CHUNK, RIGHT = 200, "enlist"


@everything()
def enrol_people(*, people, group, unit_id, source, by, at, because=None) -> tuple[int, list]:
    """Put people (Somebody) into a group, those nobody knew into the register first; how many are new in it, and who could not be taken.

    The latter each with the sentence why. Who has no door is taken in at `unit_id`.
    """
    with transaction.atomic():
        found = take_up(asked=people, unit_id=unit_id, by=by, at=at, because=because)
        entries = [Entry(one.pk, group, source, at) for one in found if not isinstance(one, str)]
        made = enrol(entries=entries, by=by, at=at, because=because)
    return len(made), [(row, said) for row, said in zip(people, found, strict=True) if isinstance(said, str)]


@everything()
def import_roster(*, content, name, group, unit, by, at) -> Roster:
    """Bring a sheet of people into a group; who lives in no village named below `unit` is taken in there.

    Raises SheetError or Refused when the sheet as a whole cannot be read; a row that cannot be taken is a fault with its number.
    """
    if group_of(group, day_of(at), unit.path) is None:
        raise Refused(_("应检人群表里今天没有这一类：{code}。").format(code=group))
    found, faults = read_people(content, name, day_of(at))
    made = Roster(unit=unit, purpose="group", group=group, file=name[:120], rows=len(found) + len(faults), by=by, at=at)
    villages, people = {one.name: one for one in Unit.objects.filter(path__under=unit.path, level="village", until_on=None)}, []
    for row in found:
        if row.place and row.place not in villages and row.place != unit.name:
            faults.append((row.number, _("本单位没有这个村（社区）：{place}。").format(place=row.place[:20])))
            continue
        people.append(Somebody(row.name, row.id_kind, row.id_number, row.phone, row.sex, row.birth_on,
                               door=villages.get(row.place, unit).pk, row=row.number))
    for start in range(0, len(people), CHUNK):
        some = people[start:start + CHUNK]
        new, refused = enrol_people(people=some, group=group, unit_id=unit.pk, source=name, by=by, at=at)
        faults += [(one.row, said) for one, said in refused]
        made.taken, made.known = made.taken + new, made.known + len(some) - len(refused) - new
    return _kept(made, faults, by, at)


@everything()
def import_results(*, content, name, unit, by, at) -> Roster:
    """Bring in a sheet of results; a row of somebody whose result nobody waits for where `by` brings in sheets is a fault, the same result
    again is known."""
    reach = reach_by(by, RIGHT, day_of(at))
    found, faults = read_results(content, name, day_of(at))
    made = Roster(unit=unit, purpose="results", file=name[:120], rows=len(found) + len(faults), by=by, at=at)
    for start in range(0, len(found), CHUNK):
        some = [(row, id_blind(row.id_number)) for row in found[start:start + CHUNK]]
        known = known_people(blind for _row, blind in some)
        with through(reach):
            wanted = waited_for(one.pk for one in known.values())
        told = []
        for row, blind in some:
            if blind not in known or known[blind].pk not in wanted:
                faults.append((row.number, _("这个人不在本辖区的应检名册、企业名单和返岗申请里。")))
            elif row.taken_at > at:
                faults.append((row.number, _("采样时间还没有到，请核对。")))
            else:
                told.append(Told(known[blind].pk, row.kind, row.taken_at, row.outcome, "sheet", row.report or name))
        new = note_results(results=told, by=by, at=at)
        made.taken, made.known = made.taken + new, made.known + len(told) - new
    return _kept(made, faults, by, at)


def _kept(made, faults, by, at) -> Roster:
    made.faults = [[number, sentence] for number, sentence in sorted(faults)]
    with transaction.atomic():
        told = line_of(made, f"testing.import_{'roster' if made.purpose == 'group' else 'results'}", kind="roster", by=by, at=at,
                       data={"rows": made.rows, "taken": made.taken})
        made.because = told.id
        rows.insert([made])
        journal.write([told])
    return made
