"""The county's own mechanisms: one is taken up by its name, filled with levels, lines, checks and points, and let go."""
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused

from ..models import PARTS, Mechanism, Part
from ..rules import listed
from .declaring import RIGHT
from .powers import may, tell


@everything()
def take_mechanism(*, unit, by, at, code="", name="", document="") -> Mechanism:
    """One of the table's by its code, or one by a name of the county's own."""
    may(by, RIGHT, unit, at)
    on = day_of(at)
    named = next((row.says["name"] for row in listed("mechanisms", "mechanism", on) if row.code == code), "") or name.strip()
    if not named:
        raise Refused(_("请写机制的名称。"))
    made_id = uuid7()
    made = Mechanism(id=made_id, unit=unit, code=code or f"own-{made_id.hex[-8:]}", name=named, document=document.strip(), from_on=on)
    try:
        with transaction.atomic():
            rows.insert([made])
            tell("take_mechanism", made, unit.pk, by, at, code=made.code)
    except IntegrityError:
        raise Refused(_("“{name}”已经有了。").format(name=named)) from None
    return made


@everything()
def add_part(*, mechanism, kind, words, owner, by, at) -> Part:
    """A level, line, check or point of it: what it asks, and who sees to it."""
    may(by, RIGHT, mechanism.unit, at)
    if kind not in PARTS or not words.strip() or not owner.strip():
        raise Refused(_("请写清是什么、谁来管。"))
    with transaction.atomic():
        last = Part.objects.filter(mechanism=mechanism, kind=kind).aggregate(top=Max("place"))["top"] or 0
        made = Part(id=uuid7(), mechanism=mechanism, kind=kind, place=last + 1, words=words.strip(), owner=owner.strip())
        rows.insert([made])
        tell("add_part", made, mechanism.unit_id, by, at, kind=kind)
    return made


@everything()
def drop_part(*, part, by, at):
    """It does not belong to it; decisions that bear it as a tag keep their words."""
    may(by, RIGHT, part.mechanism.unit, at)
    with transaction.atomic():
        told = tell("drop_part", part, part.mechanism.unit_id, by, at, kind=part.kind)
        part.delete()
    return told


@everything()
def drop_mechanism(*, mechanism, by, at):
    """From today on it is not kept."""
    may(by, RIGHT, mechanism.unit, at)
    mechanism.until_on = day_of(at)
    with transaction.atomic():
        rows.amend([mechanism], "until_on")
        return tell("drop_mechanism", mechanism, mechanism.unit_id, by, at)
