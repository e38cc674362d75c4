"""What others may ask about accounts."""
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from ..units.models import Unit
from .models import CONSOLE, PORTAL, PROGRAMS, SYSTEM, Account, Assignment, Responsible, Slip
from .roles import ROLES, holders
from .slip_codes import slip_digest
from .staffing import posts_of

__all__ = ["CONSOLE", "PORTAL", "SYSTEM"]


def named(login: str) -> Account:
    """The account of a login; "system" acts in reactions and jobs, "console" on the command line, "portal" for those on their own page."""
    if login in PROGRAMS:
        names = {SYSTEM: _("系统"), CONSOLE: _("控制台"), PORTAL: _("本人")}
        Account.objects.get_or_create(login=login, defaults={"name": names[login], "password": "!"})
    return Account.objects.get(login=login.lower())


def may_do(account, right, unit, on) -> bool:
    """Whether the account holds a right at a place."""
    held = Assignment.objects.in_force(on).filter(account=account, role__in=holders(right)).select_related("unit")
    return any(unit.path.startswith(a.unit.path) for a in held)


def accounts_within(reach, on):
    """Accounts of people whose every assignment now or later lies within a reach, or who have none now and stood there last."""
    open_ones = Assignment.objects.not_over(on).filter(account=OuterRef("pk"))
    inside = Assignment.objects.filter(account=OuterRef("pk"), unit__path__under=reach)
    now_inside = Exists(open_ones.filter(unit__path__under=reach)) & ~Exists(open_ones.exclude(unit__path__under=reach))
    return Account.objects.of_people().filter(Q(now_inside) | Q(~Exists(open_ones) & Exists(inside)))


def nodes_without_responsible(reach, on, levels=("county", "township", "village", "grid")):
    """Units in force within a reach for which nobody answers on a day."""
    answered = Responsible.objects.in_force(on).filter(account__is_active=True).values("unit_id")
    return Unit.objects.in_force(on).filter(path__under=reach, level__in=levels).exclude(pk__in=answered).order_by("path")


def sole_holders(reach, on) -> list[tuple]:
    """For nodes without anybody, the only account that holds a role exactly there: (unit, account)."""
    nodes = {unit.pk: unit for unit in nodes_without_responsible(reach, on)}
    found = {}
    held = Assignment.objects.in_force(on).filter(account__is_active=True, unit__path__under=reach)
    for row in held.select_related("account").order_by("unit_id"):
        if row.unit_id in nodes:
            found.setdefault(row.unit_id, {})[row.account_id] = row.account
    return [(nodes[unit], *people.values()) for unit, people in found.items() if len(people) == 1]


def answering(units, on) -> dict[int, Account]:
    """Who answers for these units on a day, by unit id."""
    rows = Responsible.objects.in_force(on).filter(unit__in=units).select_related("account").order_by("from_on", "pk")
    return {row.unit_id: row.account for row in rows}


def usable_slip(code: str, at) -> Slip | None:
    """The slip of a code as it was typed, if it still opens an account."""
    return Slip.objects.usable(at).filter(digest=slip_digest(code), account__is_active=True).select_related("account").first()


def waiting_for_slips(staffing, reach, on) -> list[Account]:
    """Accounts within a reach that hold something, have never signed in, and whom one may give a slip; by unit, as they are handed out."""
    found = list(accounts_within(reach, on).filter(is_active=True, last_login=None).order_by("pk"))
    posts = posts_of(found, on)
    found = [account for account in found if posts[account.pk] and staffing.may_take_over(posts[account.pk])]
    return sorted(found, key=lambda account: (posts[account.pk][0].unit.path, account.pk))


def is_known_code(code: str) -> bool:
    """Whether a slip of that code was ever printed."""
    return Slip.objects.filter(digest=slip_digest(code)).exists()


def is_drill() -> bool:
    """Whether this is a seeded demo: every paper says so."""
    return Account.objects.filter(is_demo=True).exists()


def demo_accounts(on) -> list[Assignment]:
    """One assignment a role with its account, where this is a seeded demo; empty everywhere else."""
    rows = Assignment.objects.in_force(on).filter(account__is_demo=True, account__is_active=True).select_related("account", "unit__parent")
    first = {}
    for row in rows.order_by("unit__path", "pk"):
        first.setdefault(row.role, row)
    return [first[role] for role in ROLES if role in first]


def sessions_of(account, at):
    """The browsers in which an account is signed in, newest first."""
    return account.sessions.filter(expire_date__gt=at).order_by("-began_at")
