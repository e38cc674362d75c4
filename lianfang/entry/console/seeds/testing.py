"""Who must be tested in the first town and who was: rosters of some groups, a sampling point, a firm that sent its workers."""
from datetime import timedelta
from random import Random

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import SHANGHAI, day_of
from lianfang.registers.enterprises import actions as enterprises
from lianfang.registers.enterprises.models import Firm
from lianfang.response.testing import actions
from lianfang.response.testing.queries import group as group_of
from lianfang.response.testing.queries import slots_open

from .names import Numbers, name

GROUPS = (("medical_staff", 48, 12), ("port_staff", 12, 5), ("inpatient", 9, 0.75))  # how many, taken in so many days ago
TESTED = 0.8
FIRM, CODE = "青禾米业有限公司", "91990100000000001D"


def begin(land, staff, until):
    """Rosters came in, most were tested since; today's times are laid out, a batch is half answered, two workers wish to return."""
    chance, by = Random("testing"), staff["township"]
    numbers = Numbers(chance)
    numbers.sequence, numbers.line = 700_000, 7_000_000  # beyond those of the rosters of arrivals
    with everything():
        for group, count, days in GROUPS:
            _enrol(land, group, [_row(chance, numbers) for _n in range(count)], by, until - timedelta(days=days), until)
        actions.plan_tests(by=named(SYSTEM), at=until)
        _send(land, [_row(chance, numbers) for _n in range(18)], by, until)
        _return(land, chance, numbers, by, until)


def _row(chance, numbers):
    return name(chance), numbers.identity(1960, 2000), numbers.phone()


def _sheet(heads, rows):
    return "\n".join(",".join(cells) for cells in (heads, *rows)).encode()


def _enrol(land, group, people, by, at, until):
    """A roster, and after some days the results of most of those on it."""
    town = land.towns[0]
    villages = [one for one in land.villages if one.parent_id == town.pk]
    rows = [(*one, villages[n % len(villages)].name) for n, one in enumerate(people)]
    roster = _sheet(("姓名", "身份证号", "电话", "村（社区）"), rows)
    actions.import_roster(content=roster, name=f"{group_of(group, day_of(at)).zh}名册.csv", group=group, unit=town, by=by, at=at)
    if (taken := at + timedelta(days=4)) < until:
        said = [(number, f"{taken.astimezone(SHANGHAI):%Y-%m-%d %H:%M}", "阴性", f"县医院检验科 {n}")
                for n, (_name, number, _phone) in enumerate(people[:int(TESTED * len(people))], 1)]
        actions.import_results(content=_sheet(("身份证号", "采样时间", "结果", "报告编号"), said), name="结果.csv", unit=town, by=by,
                               at=taken + timedelta(hours=9))


def _send(land, people, by, until):
    """A point with times from yesterday on; a firm's batch of yesterday, most of it answered; two who wish to be tested."""
    county, yesterday = land.county, until - timedelta(days=1)
    firm = enterprises.add_firm(unit=land.villages[0], title=FIRM, code=CODE, office="0438-5550188", by=by, at=yesterday)
    point = actions.open_point(unit=county, title="县医院采样点", place="县医院东门左手第一间", by=by, at=yesterday)
    actions.open_slots(point=point, first=day_of(yesterday), last=day_of(until) + timedelta(days=2), begin="00:00", end="24:00",
                       minutes=240, quota=20, by=by, at=yesterday)
    slot = slots_open(yesterday)[0]
    batch = actions.book_batch(firm=firm, slot=slot, content=_sheet(("姓名", "身份证号", "电话"), people), name="员工.csv", by=by,
                               at=yesterday)
    workers = list(batch.workers.order_by("row"))
    told = [actions.Told(one.person_id, "nucleic", slot.from_at, "grey" if n == 4 else "negative")
            for n, one in enumerate(workers[:-3])]
    actions.note_results(results=told, by=by, at=max(until - timedelta(hours=2), slot.from_at))
    for who, number, phone in people[-3:]:
        wish = actions.Wish(who, "id_card", number, phone)
        actions.book(slot=slots_open(until)[-1], wish=wish, channel="desk", by=by, at=until)


def _return(land, chance, numbers, by, until):
    """Two come back to work: one from afar who still lacks two of three tests, one from nearby who needs none."""
    firm = Firm.objects.get(code=CODE)
    for n, origin in enumerate(("湖北省武汉市", "本县")):
        who, number, phone = _row(chance, numbers)
        worker = actions.Somebody(who, "id_card", number, phone, door=land.villages[0].pk)
        one = actions.apply_pass(firm=firm, who=worker, origin=origin, by=by, at=until - timedelta(hours=5))
        if n:
            actions.allow(work_pass=one, by=by, at=until - timedelta(hours=4))
        else:
            told = actions.Told(one.person_id, "nucleic", until - timedelta(days=1), "negative", "paper", "县医院检验科 88")
            actions.note_results(results=[told], by=by, at=until - timedelta(hours=3))
