"""What is shut: 68 000 places by trade and town, and one look-up at a gate with 502 villages closed."""
from random import Random
from statistics import median

from benchmarks.county import timed

FIRMS, FEW, VILLAGES, LOOKS = 68_000, 3_000, 502, 40


def shut(is_quick) -> dict:
    """Milliseconds: the middle of five countings, and of forty cars at a gate."""
    from lianfang.ground.accounts.models import Account
    from lianfang.ground.days import now
    from lianfang.ground.units.fields import TOP, Reach
    from lianfang.ground.units.models import Unit
    from lianfang.registers.enterprises.models import Firm
    from lianfang.registers.enterprises.trades import TRADES
    from lianfang.registers.territory.queries.shut import Way, shut_ways
    from lianfang.response.risk.closures import actions, queries

    chance, at = Random("shut"), now()
    officer, leader = (Account.objects.get(login=login) for login in ("officer", "leader"))
    county, villages = Unit.objects.get(parent=None), list(Unit.objects.filter(level="village").order_by("path"))
    first = (Firm.objects.order_by("-number").values_list("number", flat=True).first() or 0) + 1
    Firm.objects.bulk_create([Firm(number=first + n, unit=chance.choice(villages), title=f"测算{n}", code=f"T{n:017d}",
                                   trade=chance.choice(list(TRADES)), made_at=at) for n in range(FEW if is_quick else FIRMS)], 2_000)
    orders = (("trade", (county,), ("cinema", "entertainment", "bath", "gym", "training", "restaurant")),
              ("trade", tuple(villages[::9]), ("shop", "mall")), ("place", tuple(villages[:VILLAGES]), ()))
    for n, (kind, units, what) in enumerate(orders):
        order = actions.Order(f"测算{n}号", kind, units, "测算", at, what=what)
        made = actions.propose_closure(unit=county, order=order, by=officer, at=at)
        actions.approve_closure(closure=made, by=leader, at=at)
    ways = [Way((chance.choice(villages).path, chance.choice(villages).path), "supplies", f"禾A{n:05d}") for n in range(LOOKS)]
    counted = median(timed(lambda: queries.status(county, Reach(TOP), now())) for _again in range(5))
    looked = median(timed(lambda way=way: shut_ways([way], now())) for way in ways)
    if queries.status(county, Reach(TOP), now()).whole.shut == 0 or shut_ways(ways[:1], now()) == [None]:
        raise RuntimeError("nothing is shut")
    return {"shut_counted": counted * 1000, "shut_looked": looked * 1000}
