"""What others may ask about accounts."""
from ..units.models import Unit
from .models import Account, Assignment, Responsible
from .roles import holders

SYSTEM, CONSOLE = "system", "console"


def named(login: str) -> Account:
    """The account of a login; "system" acts in reactions and jobs, "console" on the command line."""
    if login in (SYSTEM, CONSOLE):
        Account.objects.get_or_create(login=login, defaults={"name": {SYSTEM: "系统", CONSOLE: "控制台"}[login], "password": "!"})
    return Account.objects.get(login=login.lower())


def holders_at(unit, role, on) -> list[Account]:
    """Active accounts that hold a role exactly at a unit on a day."""
    return list(Account.objects.filter(is_active=True, assignments__in=Assignment.objects.in_force(on).filter(unit=unit, role=role)).distinct())


def may_do(account, right, unit, on) -> bool:
    """Whether the account holds a right at a place."""
    held = Assignment.objects.in_force(on).filter(account=account, role__in=holders(right)).select_related("unit")
    return any(unit.path.startswith(a.unit.path) for a in held)


def nodes_without_responsible(reach, on, levels=("county", "township", "village", "grid")):
    """Units in force within a reach for which nobody answers on a day."""
    answered = Responsible.objects.in_force(on).values("unit_id")
    return Unit.objects.in_force(on).filter(path__under=reach, level__in=levels).exclude(pk__in=answered).order_by("path")
