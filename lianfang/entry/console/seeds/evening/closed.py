"""What is shut on the demo's first evening: venues and a village, buses that stop until tomorrow, no weddings; markets looked at, a vehicle
that passes all the same, an order and a funeral that wait for those who look at the demo."""
from datetime import timedelta

from lianfang.ground.accounts.queries import PORTAL, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.registers.enterprises import actions as enterprises
from lianfang.registers.enterprises import credit
from lianfang.response.risk.closures import actions
from lianfang.response.risk.closures.actions import Exempt, Order, Wish

PLACES = (("城关农贸市场", "market", 0), ("望河农贸市场", "market", 1), ("北门活禽宰杀点", "live_poultry", 0), ("青禾影城", "cinema", 0),
          ("金嗓子歌厅", "entertainment", 0), ("启明培训学校", "training", 1), ("望河文化馆", "museum", 1), ("老街饭店", "restaurant", 0),
          ("惠民超市", "mall", 1), ("康宁药店", "pharmacy", 0), ("向荣快递站", "haulage", 2), ("向荣浴池", "bath", 2))
LINES = (("intercity", "青禾—邻市城际"), ("long_distance", "青禾—省城长途"), ("town_bus", "城关—梨花沟 3 路"), ("taxi", "县城出租车"))
VENUES, GATHERINGS = ("cinema", "entertainment", "training", "museum", "bath"), ("wedding", "banquet", "funeral", "meeting", "fair")
DAY = timedelta(days=1)


def close(land, staff, until):
    """Ordered over the last days by the officer, approved by the leader."""
    officer, leader, town, old = staff["officer"], staff["leader"], land.towns[0], until - 3 * DAY
    villages = [one for one in land.villages if one.parent_id == town.pk]

    def order(n, kind, units, words, *, from_at, until_at=None, approved=True, **more):
        told = Order(f"青防指〔演练〕{n}号", kind, tuple(units), words, from_at, until_at, **more)
        made = actions.propose_closure(unit=land.county, order=told, by=officer, at=min(from_at, until) - timedelta(minutes=30))
        if approved:
            actions.approve_closure(closure=made, by=leader, at=from_at - timedelta(minutes=10))
        return made

    with everything():
        _enter(land, villages, officer, old)
        venues = order(21, "trade", [land.county], "景区、影剧院、歌舞厅、培训机构等一律暂停营业。", from_at=old, what=VENUES)
        markets = order(22, "trade", [town], "活禽交易、宰杀点一律关停。", from_at=old, what=("live_poultry",))
        order(23, "event", [land.county], "红事停办、丧事简办，不聚餐。", from_at=old, what=GATHERINGS)
        order(24, "transport", [land.county], "城际公交、长途客运暂停。", from_at=until - DAY, until_at=until + timedelta(hours=20),
              what=("intercity", "long_distance"))
        village = order(25, "place", villages[-1:], "除东口外一律封闭，出入凭证。", from_at=until - timedelta(hours=5),
                        until_at=until + 6 * DAY, spared=("emergency",))
        order(26, "trade", [town], "农贸市场休市消毒一天。", from_at=until + timedelta(hours=12), until_at=until + 2 * DAY, approved=False,
              what=("market",))
        _see(venues, markets, staff["township"], old)
        _let(village, staff, until)
        _ask(villages[0], until)


def _enter(land, villages, by, at):
    """A dozen places by trade, four lines."""
    for n, (title, trade, where) in enumerate(PLACES, 1):
        body = f"91990100000001{n:03d}"
        enterprises.add_firm(unit=villages[where % len(villages)], title=title, code=body + credit.check_sign(body), trade=trade, office="",
                             by=by, at=at)
    for kind, title in LINES:
        actions.add_service(unit=land.county, kind=kind, title=title, operator="青禾客运公司", by=by, at=at)


def _see(venues, markets, township, at):
    """The slaughterhouse is shut; in one village a hall was open, the other places wait."""
    for check in markets.checks.all():
        actions.see_shut(check=check, words="贴了封条", by=township, at=at + timedelta(hours=3))
    first, *_others = venues.checks.order_by("unit__path")
    actions.see_open(check=first, words="歌厅侧门还开着，有客人", by=township, at=at + timedelta(hours=4))


def _let(village, staff, until):
    """A supply vehicle passes for a week; a second one waits for approval."""
    for n, (plate, reason) in enumerate((("禾C88K66", "supplies"), ("禾D20F15", "medical"))):
        exempt = Exempt("vehicle", reason, until + 5 * DAY, plate=plate, words="每天送一趟")
        made = actions.propose_exemption(closure=village, exempt=exempt, by=staff["township"], at=until - timedelta(hours=4 - n))
        if n == 0:
            actions.allow_exemption(exemption=made, by=staff["leader"], at=until - timedelta(hours=3))


def _ask(village, until):
    """A wedding, refused by the table; a plain funeral, which the township decides."""
    for kind, heads, name in (("wedding", 60, "祝长河"), ("funeral", 15, "田望秋")):
        wish = Wish(kind, village, heads, day_of(until) + 2 * DAY, name=name, phone="", place="自家院子")
        actions.apply_event(wish=wish, by=named(PORTAL), at=until - timedelta(hours=2))
