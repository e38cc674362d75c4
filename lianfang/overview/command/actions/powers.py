"""Who may change the headquarters, who may say who answers for a place; and a line of it."""
from django.utils.translation import gettext as _

from lianfang.ground.accounts.queries import may_do
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.workflow import Refused


def may(by, right, unit, at):
    """Raise Refused unless an account holds a right at a unit."""
    if not may_do(by, right, unit, day_of(at)):
        raise Refused(_("您在{unit}没有这项权限").format(unit=unit.name))


def tell(verb, record, unit, by, at, because=None, **data):
    """One line of command; returns it."""
    [told] = journal.write([line(f"command.{verb}", kind=record._meta.model_name, record=record.pk, by=by.id, at=at, unit=unit,
                                 because=because, data=data)])
    return told
