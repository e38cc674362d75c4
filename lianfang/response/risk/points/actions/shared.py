"""What actions of this loop have in common: who may, and how a rating is put to the table."""
from django.utils.translation import gettext as _

from lianfang.ground.accounts.queries import may_do
from lianfang.ground.accounts.roles import ROLES
from lianfang.ground.accounts.scope import held
from lianfang.ground.days import day_of
from lianfang.ground.units.models import RANK
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.ground.workflow.queries import is_turn_of

from ..models import HARM, LIKELIHOOD, Point
from ..rules import rated

WHY = 300


def may_direct(by, unit, at):
    """Refused for whoever does not direct a place; the program may."""
    if not by.is_program and not may_do(by, "direct", unit, day_of(at)):
        raise Refused(_("“{unit}”不在您的辖区里，这一步要由指挥部或乡镇来办。").format(unit=unit.name))


def may_answer(by, record, at):
    """Refused unless it is this account's turn, or it directs the place."""
    if not by.is_program and not is_turn_of(record.pk, by, held(by, day_of(at))) and not may_do(by, "direct", record.unit, day_of(at)):
        raise Refused(_("这件事不是交给您办的。"))


def hold(point):
    """Nobody else changes a point until the transaction ends: of two at once the second sees what the first did. Refused once it is closed.
    """
    if Point.objects.select_for_update().filter(pk=point.pk, closed_at=None).first() is None:
        raise Refused(_("刚才已经有人办了“{step}”，请刷新再看").format(step=FLOWS["risk_point"].steps["close_point"]))


def wide_enough(unit):
    """Refused for a place smaller than a village: a risk point is nobody's home."""
    if RANK[unit.level] > RANK["village"]:
        raise Refused(_("风险点写到村（社区）为止，不写到网格、楼栋和门户。"))


def fits(role, unit):
    """Refused for a role that is not held at a unit of that level."""
    if ROLES[role].level != unit.level:
        raise Refused(_("{unit}没有“{role}”这个角色，请另选归谁。").format(unit=unit.name, role=ROLES[role].label))


def ruled(likelihood, harm, unit, at):
    """The table's ruling; Refused for what it does not know."""
    if likelihood not in LIKELIHOOD or harm not in HARM:
        raise Refused(_("请选发生可能性和后果严重性。"))
    found = rated(likelihood, harm, day_of(at), unit.path)
    if found.hit is None:
        raise Refused(_("风险定级表里没有这一格，请先补上。"))
    return found
