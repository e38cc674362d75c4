"""The people on duty: who answers for each node, and the demo accounts."""

from random import Random

from lianfang.ground.accounts.models import Account, Assignment, Responsible

from .demo import LOGINS, PASSWORD
from .names import Numbers, name

ROLE = {"township": "township_cadre", "village": "village_cadre", "grid": "grid_worker"}
FORGOTTEN = 41  # every so many-th node has nobody, so that the list of such nodes has something to show


def appoint(land, *, by, at) -> dict[str, Account]:
    """One account at each town, village and grid, without a way in; and one a role that can sign in. Returns the latter."""
    on, chance = at.date(), Random("staff")
    phones = Numbers(chance)
    nodes = [*land.towns, *land.villages, *(g.unit for grids in land.grids.values() for g in grids)]
    kept = [unit for n, unit in enumerate(nodes, 1) if n % FORGOTTEN]
    made = Account.objects.bulk_create([_account(unit, name(chance), phones.phone()) for unit in kept], batch_size=500)
    Assignment.objects.bulk_create(
        [Assignment(account=a, role=ROLE[u.level], unit=u, from_on=on) for a, u in zip(made, kept, strict=True)], 500
    )
    Responsible.objects.bulk_create([Responsible(account=a, unit=u, from_on=on) for a, u in zip(made, kept, strict=True)], 500)
    return _demo(land, on)


def _account(unit, who, phone):
    account = Account(login=f"qh{unit.pk}", name=who, phone=phone)
    account.set_unusable_password()
    return account


def _demo(land, on):
    first_town = land.towns[0]
    first_grid = land.grids[first_town.pk][0].unit
    place = {"county": land.county, "township": first_town, "village": land.villages[0], "grid": first_grid}
    found = {}
    for login, (who, role, where) in LOGINS.items():
        account = Account(login=login, name=who, is_demo=True)
        account.set_password(PASSWORD)
        account.save()
        Assignment.objects.create(account=account, role=role, unit=place[where], from_on=on)
        found[login] = account
    Responsible.objects.create(account=found["officer"], unit=land.county, from_on=on)
    _take_over(found["grid"], first_grid, on)
    return found


def _take_over(account, unit, on):
    """The demo's grid worker is the one of his grid, so that its turns are his."""
    before = Responsible.objects.filter(unit=unit).first()
    if before:
        Assignment.objects.filter(account_id=before.account_id).delete()
        Responsible.objects.filter(unit=unit).update(account=account)
        Account.objects.filter(pk=before.account_id).delete()
