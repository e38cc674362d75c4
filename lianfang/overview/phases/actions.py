"""A phase is entered from a day on, or withdrawn before it begins."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.units.queries import root
from lianfang.ground.workflow import Refused

from .models import Phase


def enter(*, title, from_on, document, decided_by, by, at) -> Phase:
    """The county goes over into a phase from a day on, by a document; one may be written down afterwards. One phase a day."""
    phase = Phase(title=title.strip(), from_on=from_on, document=document.strip(), decided_by=decided_by.strip(), by=by, at=at)
    if not (phase.title and phase.document and phase.decided_by):
        raise Refused(_("请写明阶段名称、依据的文件、谁定的。"))
    try:
        with transaction.atomic():
            rows.insert([phase])
            journal.write([line("phases.enter", kind="phase", record=phase.pk, by=by.id, at=at, unit=root().pk,
                                data={"from": from_on.isoformat()})])
    except IntegrityError:
        raise Refused(_("这一天已经有一个防控阶段开始。")) from None
    return phase


def withdraw(*, phase, by, at):
    """It does not begin after all; what has begun stays on record."""
    if phase.from_on <= day_of(at):
        raise Refused(_("已经开始的阶段不能撤；要改，就从哪天起进入下一个阶段。"))
    with transaction.atomic():
        journal.write([line("phases.withdraw", kind="phase", record=phase.pk, by=by.id, at=at, unit=root().pk,
                            data={"from": phase.from_on.isoformat(), "title": phase.title, "document": phase.document})])
        phase.delete()
