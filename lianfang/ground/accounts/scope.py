"""Whose eyes a query looks through: every scoped table refuses to answer until somebody says."""
from datetime import date

from django_scopes import get_scope, scope, scopes_disabled
from django_scopes.exceptions import ScopeError

from .. import rows
from ..units.fields import TOP, Reach, under
from ..units.models import Unit
from .models import Account, Assignment

ROOTS = Unit.objects.filter(parent=None).order_by()
# Every request begins with this question, so it is asked in plain words: building it anew costs more than its answer.
HELD = """
    SELECT a.id, a.role, a.from_on, a.until_on, u.id, u.parent_id, u.path, u.level, u.name, u.code, u.from_on, u.until_on,
           (SELECT count(*) FROM units_unit WHERE parent_id IS NULL),
           (SELECT name FROM units_unit root WHERE parent_id IS NULL AND u.path LIKE root.path || '%%')
    FROM accounts_assignment a JOIN units_unit u ON u.id = a.unit_id
    WHERE a.account_id = %s AND a.from_on <= %s AND (a.until_on IS NULL OR a.until_on > %s) ORDER BY a.id"""


def held(account: Account, on) -> list[Assignment]:
    """The account's assignments in force on a day, each with its unit, its county's name and the number of counties; one query."""
    with rows.asking() as cursor:
        cursor.execute(HELD, [account.pk, on.isoformat(), on.isoformat()])
        return [_assignment(account, row) for row in cursor.fetchall()]


def units_of(account: Account, on) -> set[int]:
    """The units, by id, at which somebody stands on a day, in whatever role."""
    return {one.unit_id for one in held(account, on)}


def _assignment(account, row) -> Assignment:
    pk, role, from_on, until_on, unit_id, parent_id, path, level, name, code, stands_from, stands_until, roots, county = row
    unit = rows.fresh(Unit, id=unit_id, parent_id=parent_id, path=path, level=level, name=name, code=code, from_on=_day(stands_from),
                      until_on=_day(stands_until))
    one = rows.fresh(Assignment, id=pk, account_id=account.pk, role=role, unit_id=unit_id, from_on=_day(from_on), until_on=_day(until_on))
    one.account, one.unit, one.roots, one.county = account, unit, roots, county
    one._state.adding = unit._state.adding = False
    return one


def _day(value) -> date | None:
    """A day as this database hands it over."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def reach_of(assignments, *rights) -> Reach:
    """The paths of those assignments that carry all these rights ("look", when none is named)."""
    wanted = set(rights or ("look",))
    found = [a for a in assignments if wanted <= a.rights]
    reach = Reach(*(a.unit.path for a in found))
    roots = getattr(found[0], "roots", None) if found else None
    if roots is None:
        return widened(reach)
    return Reach(TOP) if sum(map(_is_root, reach)) == roots else reach


def reach_by(account: Account, right, on) -> Reach:
    """Where an account may do what a right is for, on a day; the program everywhere."""
    return Reach(TOP) if account.is_program else reach_of(held(account, on), right)


def widened(reach: Reach) -> Reach:
    """The same reach, written as the whole tree where it holds every root: a condition on every row costs and tells nothing."""
    if any(map(_is_root, reach)) and set(ROOTS.values_list("path", flat=True)) <= set(reach):
        return Reach(TOP)
    return reach


def _is_root(path) -> bool:
    return path.count("/") == 2


def through(reach: Reach):
    """Queries inside see what lies within a reach, and nothing else."""
    if reach is None:
        raise ValueError("a reach of None would show everything")
    return scope(reach=None if TOP in reach else reach)  # of the whole tree nothing is asked: not even where a row lies


def seen_by(account: Account, on):
    """Queries inside see what this account may see on a day."""
    return through(reach_of(held(account, on)))


def everything():
    """Queries inside see all: for the work of the system and, as a decorator, for actions, whose outcome must not hang on who asks; never
    for the queries of a page."""
    return scopes_disabled()


def in_scope(column) -> tuple[str, list]:
    """What a question in plain words must ask of a column of paths to be answered within the scope, and what its marks stand for."""
    return under(column, list(eyes()))


def eyes() -> Reach:
    """What queries see now; ScopeError where nobody has said."""
    said = get_scope()
    if not said.get("_enabled", True):
        return Reach(TOP)
    if "reach" not in said:
        raise ScopeError("nobody has said whose eyes this question looks through")
    return Reach(TOP) if said["reach"] is None else said["reach"]


def seen(model, reach, place="unit__path"):
    """Rows of a scoped model within a reach or under a path, to be counted: scope and reach both hold, but no row is asked for what
    the other says already, and of the whole tree nothing is asked at all."""
    wanted = Reach(reach) if isinstance(reach, str) else reach
    is_inside = all(map(sees, wanted))
    return within(model._base_manager.all() if is_inside else model.objects.all(), wanted, place)


def sees(path) -> bool:
    """Whether queries see that place now."""
    return eyes().covers(path)


def within(rows, reach, place="unit__path"):
    """The rows within a reach or under a path; of the whole tree nothing is asked: the question alone costs a look at each place."""
    wanted = Reach(reach) if isinstance(reach, str) else reach
    return rows if TOP in wanted else rows.filter(**{f"{place}__under": wanted})
