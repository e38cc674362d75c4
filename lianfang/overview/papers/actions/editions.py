"""A county's own Word template is kept by number, or an earlier one is put in force again; nothing is overwritten."""
import hashlib

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import documents, rows
from lianfang.ground.accounts.queries import may_do
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.units.queries import root
from lianfang.ground.workflow import Refused

from ..models import Edition
from ..queries.editions import places

NUMBERS = 7031  # the advisory lock of their numbers on PostgreSQL


@everything()
def keep_edition(*, place, content, why, by, at) -> Edition:
    """Take over an edited template; raises Refused naming everything that is wrong with it."""
    standard = _standard(place, why, by, at)
    if wrong := documents.faults_of(content, standard):
        raise Refused("\n".join(wrong))
    return _kept(standard, content, why, by, at)


@everything()
def roll_back(*, place, number, why, by, at) -> Edition:
    """Put an earlier version in force again as a new one; number 0 is the standard."""
    standard = _standard(place, why, by, at)
    if number and not (held := Edition.objects.filter(place=place, number=number).first()):
        raise Refused(_("没有第 {n} 版。").format(n=number))
    return _kept(standard, bytes(held.content) if number else b"", why, by, at)


def _standard(place, why, by, at):
    if not may_do(by, "configure", root(), day_of(at)):
        raise Refused(_("模板由县指挥部值班员、系统管理员改。"))
    if place not in places():
        raise Refused(_("没有这个模板。"))
    if not why.strip():
        raise Refused(_("请写明改了什么。"))
    return places()[place]


def _kept(standard, content, why, by, at):
    place = documents.place_of(standard)
    with transaction.atomic():
        rows.one_at_a_time(NUMBERS)
        last = Edition.objects.filter(place=place).order_by("-number").first()
        number = last.number if last else 0
        if last is None and documents.is_own(standard):  # somebody put one into the folder by hand: it is not lost
            number += 1
            _row(place, number, documents.own_version(standard).read_bytes(), _("原来放在 papers 文件夹里的"), by, at)
        made = _row(place, number + 1, content, why.strip(), by, at)
        journal.write([line("papers.keep_edition", kind="edition", record=made.pk, by=by.id, at=at, unit=root().pk,
                            data={"place": place, "number": made.number, "digest": made.digest})])
        documents.put_version(standard, content)
    return made


def _row(place, number, content, why, by, at):
    digest = hashlib.sha256(content).hexdigest() if content else ""
    return Edition.objects.create(place=place, number=number, content=content, why=why, by=by, name=by.name, at=at, digest=digest)
