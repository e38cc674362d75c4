"""Groups of the headquarters: task forces opened and closed; who holds a post in them, or at their head, from a day until another."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused

from ..models import HEADS, SEATS, Group, Holder
from .declaring import RIGHT
from .powers import may, tell


@everything()
def open_force(*, emergency, name, duties, by, at, office="") -> Group:
    """A task force for one thing, from today on."""
    may(by, RIGHT, emergency.unit, at)
    if not name.strip() or not duties.strip():
        raise Refused(_("请写专班的名称和职责。"))
    if Group.objects.filter(emergency=emergency, name=name.strip(), until_on=None).exists():
        raise Refused(_("已经有一个叫“{name}”的。").format(name=name.strip()))
    made_id = uuid7()
    made = Group(id=made_id, emergency=emergency, unit=emergency.unit, kind="force", code=f"force-{made_id.hex[-8:]}", name=name.strip(),
                 office=office.strip(), duties=duties.strip(), from_on=day_of(at))
    with transaction.atomic():
        rows.insert([made])
        told = tell("open_force", made, made.unit_id, by, at)
        made.because = told.id
        rows.amend([made], "because")
    return made


@everything()
def close_group(*, group, by, at):
    """It has done its work; its posts are left with it."""
    may(by, RIGHT, group.unit, at)
    if group.until_on:
        raise Refused(_("已经撤了。"))
    group.until_on = day_of(at)
    with transaction.atomic():
        rows.amend([group], "until_on")
        Holder.objects.filter(group=group, until_on=None).update(until_on=group.until_on)
        return tell("close_group", group, group.unit_id, by, at)


@everything()
def appoint(*, emergency, post, by, at, group=None, account=None, name="", office="", phone="", document="", from_on=None) -> Holder:
    """Somebody holds a post from a day on: a joint head by a document, or a seat in a group; an account brings its name and phone."""
    may(by, RIGHT, emergency.unit, at)
    if post not in (SEATS if group else HEADS):
        raise Refused(_("请选一个职务。"))
    name = name.strip() or (account.name if account else "")
    if not name:
        raise Refused(_("请写姓名，或者选一个账号。"))
    if group is None and not document.strip():
        raise Refused(_("指挥长的任命要有文号。"))
    from_on = from_on or day_of(at)
    if Holder.objects.in_force(from_on).filter(emergency=emergency, group=group, name=name).exists():
        raise Refused(_("{name}已经在这里任职；要换职务，先免去原来的。").format(name=name))
    made = Holder(id=uuid7(), emergency=emergency, group=group, post=post, account=account, name=name, office=office.strip(),
                  phone=phone.strip() or (account.phone.open() if account and account.phone else ""), document=document.strip(),
                  from_on=from_on)
    try:
        with transaction.atomic():
            rows.insert([made])
            tell("appoint", made, emergency.unit_id, by, at, post=post, group=str(group.pk) if group else "")
    except IntegrityError:
        raise Refused(_("这个组已经有组长；先免去原来的。")) from None
    return made


@everything()
def relieve(*, holder, by, at, until_on=None):
    """He holds it until a day (today): the day from which he does so no more."""
    may(by, RIGHT, holder.emergency.unit, at)
    until_on = until_on or day_of(at)
    if holder.until_on:
        raise Refused(_("已经免了。"))
    if until_on < holder.from_on:
        raise Refused(_("免职不能早于任职的那一天。"))
    holder.until_on = until_on
    with transaction.atomic():
        rows.amend([holder], "until_on")
        return tell("relieve", holder, holder.emergency.unit_id, by, at, post=holder.post)
