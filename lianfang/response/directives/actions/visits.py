"""A leader's visit on the spot: written down there, and what he finds is somebody's turn at once."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused
from lianfang.registers.people.typed.telling import said

from ..models import Visit
from .giving import give
from .posts import giver, office

NAME, COMPANY = 60, 200


@everything()
def record_visit(*, unit, leader, visited_at, by, at, company="", words="", id=None) -> Visit:
    """Who was where, when, with whom. The same id told twice is one visit."""
    if there := Visit.objects.filter(pk=id).first():
        return there
    giver(by, unit, at, None)
    if visited_at > at:
        raise Refused(_("下沉的时间还没有到，请核对。"))
    made = Visit(id=id or uuid7(), unit=office(unit), leader=said(leader, _("哪位领导"), NAME),
                 company=said(company, _("同行的人"), COMPANY) if company.strip() else "", visited_at=visited_at,
                 words=said(words, _("看了什么")) if words.strip() else "", by=by, at=at)
    with transaction.atomic():
        [told] = journal.write([line_of(made, "directives.record_visit", kind="visit", by=by, at=at)])
        made.because = told.id
        rows.insert([made])
    return made


@everything()
def add_finding(*, visit, task, by, at):
    """What he found is to be done (a TaskSpec); returns the task."""
    [made] = give(tasks=[task], source="visit", origin=visit.pk, by=by, at=at)
    return made
