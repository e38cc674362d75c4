"""Who is in a hospital's task forces: one leads, others deputise or belong to it; each with a phone, a duty and his days."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.workflow import Refused

from ..models import Member


@everything()
def add_member(*, hospital, by, at, **said) -> Member:
    """Somebody joins a task force. Raises Refused where it has a lead already, or he is in it."""
    if Member.objects.filter(hospital=hospital, force=said["force"], name=said["name"], until_on=None).exists():
        raise Refused(_("{name}已经在这个专班里。").format(name=said["name"]))
    return _save(Member(hospital=hospital, from_on=day_of(at), by=by, **said), "hospitals.add_member", by, at)


@everything()
def change_member(*, member, by, at, **said) -> Member:
    """Another rank, duty, phone or other days."""
    for name, value in said.items():
        setattr(member, name, value)
    return _save(member, "hospitals.change_member", by, at)


@everything()
def end_member(*, member, by, at) -> Member:
    """He belongs to it no more from today on."""
    member.until_on = day_of(at)
    return _save(member, "hospitals.end_member", by, at)


def _save(member, verb, by, at):
    try:
        with transaction.atomic():
            if member._state.adding:
                rows.insert([member])
            else:
                member.save()
            journal.write([line(verb, kind="hospital", record=member.hospital_id, by=by.id, at=at, unit=member.hospital.unit_id,
                                data={"force": member.force, "rank": member.rank})])
    except IntegrityError:
        raise Refused(_("这个专班已经有组长；请先把原来的组长改成别的身份，或者请他退出。")) from None
    return member
