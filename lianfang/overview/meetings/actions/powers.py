"""Who may lead a meeting of a unit."""
from django.utils.translation import gettext as _

from lianfang.ground.accounts.queries import may_do
from lianfang.ground.days import day_of
from lianfang.ground.workflow import Refused
from lianfang.registers.people.typed.telling import numbers_in

RIGHT = "urge"


def may_lead(by, unit, at):
    """Raise Refused unless somebody calls and minutes the meetings of a unit; the clock may."""
    if not by.is_program and not may_do(by, RIGHT, unit, day_of(at)):
        raise Refused(_("{unit}的会议，由能催办下级的值班员、领导召集和记录。").format(unit=unit.name))


def clean(words) -> str:
    """Words for the minutes; raises Refused where a phone or identity number stands in them: minutes go to the whole room."""
    words = words.strip()
    if found := numbers_in(words):
        raise Refused(_("会议记录里不能有电话、证件号码：{found}。").format(found=found[0][:3] + "…"))
    return words
