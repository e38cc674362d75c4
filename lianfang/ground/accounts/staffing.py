"""Who may staff what: nobody gives away, or takes over, more than he holds himself at that place."""
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from ..days import day_of
from ..units.fields import TOP, Reach
from .models import Account, Assignment
from .roles import ROLES
from .scope import held, reach_of


@dataclass(frozen=True)
class Staffing:
    """What one account may do with the accounts of others."""

    by: Account
    held: tuple[Assignment, ...]

    @property
    def is_unbound(self) -> bool:
        """The program itself, and whoever sits at the machine's command line."""
        return self.by.is_program

    @property
    def reach(self) -> Reach:
        """Where this account staffs."""
        return Reach(TOP) if self.is_unbound else reach_of(self.held, "staff")

    def may_give(self, role: str, unit) -> bool:
        """A role at a unit: one's own or below, with no right one lacks there."""
        if self.is_unbound:
            return True
        here = [a.rights for a in self.held if unit.path.startswith(a.unit.path)]
        own = frozenset().union(*here)
        return "staff" in own and ROLES[role].rights <= own

    def roles_at(self, unit) -> list[str]:
        """Which roles this account may give at a unit."""
        return [code for code, role in ROLES.items() if role.fits(unit.level) and self.may_give(code, unit)]

    def reaches(self, places) -> bool:
        """Whether somebody with these assignments stands within, by all of them; somebody with none stands at the top."""
        return all(self.reach.covers(a.unit.path) for a in places) if places else TOP in self.reach

    def may_close(self, places) -> bool:
        """Whether one may shut these out: whoever has no right more than oneself, or anybody within where one also configures."""
        configured = Reach(TOP) if self.is_unbound else reach_of(self.held, "staff", "configure")
        return self.may_take_over(places) or (bool(places) and all(configured.covers(a.unit.path) for a in places))

    def may_readmit(self, places) -> bool:
        """Whether one may unlock these, or take their lost factors away: where one holds that right, of those one may also shut out."""
        reach = Reach(TOP) if self.is_unbound else reach_of(self.held, "readmit")
        return (all(reach.covers(a.unit.path) for a in places) if places else TOP in reach) and self.may_close(places)

    def may_take_over(self, places) -> bool:
        """Whether a slip for the holder of these assignments would give nothing that one does not have."""
        return self.reaches(places) and all(self.may_give(a.role, a.unit) for a in places)


def staffing_of(by: Account, on) -> Staffing:
    """What an account may do with others on a day."""
    return Staffing(by, () if by.is_program else tuple(held(by, on)))


def posts_of(accounts, on) -> dict[int, list[Assignment]]:
    """Assignments now and later of many accounts, each account's in the order they begin."""
    posts = {account.pk: [] for account in accounts}
    rows, keys = Assignment.objects.not_over(on).select_related("unit").order_by("from_on", "pk"), list(posts)
    for start in range(0, len(keys), 5000):
        for row in rows.filter(account__in=keys[start:start + 5000]):
            posts[row.account_id].append(row)
    return posts


def places_of(account: Account, on) -> list[Assignment]:
    """Where an account stands: its assignments now and later or, when all are over, the last ones."""
    every = list(account.assignments.select_related("unit__parent").order_by("-from_on", "-pk"))
    standing = [a for a in every if a.is_open(on)]
    return standing or [a for a in every if a.until_on == max(b.until_on for b in every)]


def place_within(account: Account, by: Account, at, *, allowed) -> int | None:
    """The unit's id under which the journal tells of this account; refused unless `allowed(staffing, places)`."""
    places = places_of(account, day_of(at))
    if account.is_program or not allowed(staffing_of(by, day_of(at)), places):
        raise PermissionDenied(_("这个账号不在您的辖区里，或者权限比您自己的大，请找上一级办。"))
    return places[0].unit_id if places else None
