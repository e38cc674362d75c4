"""Orders: their scope and time, the second person, the number that nobody else has; extended, looked at, lifted in parts, over."""
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from lianfang.ground.indicators import value
from lianfang.ground.units.fields import Reach
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.agenda import items
from lianfang.ground.workflow.models import Turn
from lianfang.ground.workflow.queries import opening_later
from lianfang.registers.territory.queries import standing_at
from lianfang.response.risk.closures import actions, queries
from lianfang.response.risk.closures.actions import Exempt
from lianfang.response.risk.closures.models import Area, Check, Closure, Exemption
from lianfang.response.risk.closures.papers.notice import notice_of

from .conftest import HOUR

DAY = timedelta(days=1)


@pytest.mark.parametrize(("kind", "where", "more", "says"), [
    ("trade", ("丰禾社区",), {}, "请选关停"), ("trade", ("丰禾社区",), {"what": ("rocketry",)}, "没有这一种"),
    ("place", ("3号楼",), {}, "太小"), ("place", ("丰禾社区",), {"hours": -1}, "晚于开始"),
    ("place", ("梨花沟村",), {"unit": "禾阳街道"}, "不在“禾阳街道”辖区里")])
def test_what_does_not_fit_is_refused_and_says_what_to_mend(room, kind, where, more, says):
    with pytest.raises(Refused, match=says):
        room.order(kind, *where, **more)
    assert not Closure.objects.exists()


def test_it_is_approved_by_another_and_holds_from_then_for_whoever_asks(room, cast):
    one = room.order("place", "向阳小区", "丰禾社区", hours=72)
    assert [area.unit for area in Area.objects.filter(closure=one)] == [cast.units["丰禾社区"]], "what lies in another is named once"
    assert queries.standing(cast.units["502"], "place", at=room.at) is None
    with pytest.raises(Refused, match="另一个人"):
        actions.approve_closure(closure=one, by=cast.officer, at=room.at)
    with pytest.raises(Refused, match="有批准权"):
        actions.approve_closure(closure=one, by=cast.township, at=room.at)
    actions.approve_closure(closure=one, by=cast.leader, at=room.at)
    held = queries.standing(cast.units["502"], "place", at=room.at)
    assert (held.number, held.place, held.until) == (one.number, "丰禾社区", room.at + 72 * HOUR)
    assert queries.standing(cast.units["望河社区"], "place", at=room.at) is None
    assert queries.standing(cast.units["502"], "place", at=room.at - HOUR) is None, "as known then"
    assert Turn.objects.get(record=one.pk, closed_at=None).due == room.at + 72 * HOUR - DAY
    with pytest.raises(Refused, match="已经用过"):
        room.serial -= 1
        room.order("place", "望河社区")


def test_what_ends_within_a_day_is_on_the_agenda_and_over_by_itself_but_never_what_waits_for_its_lifting(room, cast):
    short, long = room.ordered("place", "丰禾社区", hours=20), room.ordered("place", "望河社区")
    county = cast.units["青禾县"]
    found = [one for one in items(county, None, room.at)["proposals"] if one.key.startswith("closure:")]
    assert [one.key for one in found] == [f"closure:{short.pk}"] and short.number in found[0].title["zh"] and found[0].title["en"]
    with pytest.raises(Refused, match="晚于原来"):
        actions.extend_closure(closure=short, until_at=room.at + HOUR, number="6号", by=cast.officer, at=room.at)
    with pytest.raises(Refused, match="没有期限"):
        actions.extend_closure(closure=long, until_at=None, number="6号", by=cast.officer, at=room.at)
    actions.extend_closure(closure=short, until_at=room.at + 40 * HOUR, number="6号", by=cast.officer, at=room.at)
    assert Turn.objects.get(record=short.pk, closed_at=None).due == room.at + 16 * HOUR
    late = room.at + 41 * HOUR
    assert queries.standing(cast.units["502"], "place", at=late) is None, "on its hour, whether or not the clock has come by"
    assert [one.pk for one in actions.pass_closures(at=late)] == [short.pk]
    short.refresh_from_db()
    assert (short.state, Check.objects.get(closure=short).state) == ("over", "dropped")
    much_later = room.at + 400 * DAY
    assert actions.pass_closures(at=much_later) == [] and queries.standing(cast.units["望河社区"], "place", at=much_later)
    assert Turn.objects.get(record=long.pk, closed_at=None).due < much_later, "somebody is waited for"
    actions.keep_closure(closure=long, by=cast.leader, at=room.at + DAY)
    assert Turn.objects.get(record=long.pk, closed_at=None).due == room.at + 8 * DAY


def test_trades_are_shut_by_area_counted_and_lifted_in_parts(room, cast):
    cinema, market = room.firm("cinema", title="青禾影城"), room.firm("market")
    far, shop = room.firm("cinema", "梨花沟村", "镇影院"), room.firm("shop", title="便民店")
    county, reach = cast.units["青禾县"], Reach("/")
    one = room.ordered("trade", "青禾县", what=("cinema", "market"))

    def shut():
        found = queries.status(county, reach, room.at)
        listed = queries.book(room.at, ("trade",)).firms_shut()
        firms = {firm.title for firm in type(cinema).objects.filter(listed)}
        one_by_one = {each.title for each in (cinema, market, far, shop) if queries.firm_standing(each, room.at)}
        assert firms == one_by_one, "the list and the one agree"
        assert found.whole.shut == len(firms) and found.whole.total == 4
        return firms

    assert shut() == {"青禾影城", "丰禾农贸市场", "镇影院"}
    assert {(check.title, check.firm is not None) for check in Check.objects.filter(closure=one)} == {
        ("丰禾农贸市场", True), ("丰禾社区", False), ("梨花沟村", False)}, "each market, and each village that has a cinema"
    with pytest.raises(Refused, match="不在这份令"):
        actions.lift_part(closure=one, units=[], what=["shop"], number="7号", by=cast.officer, at=room.at)
    with pytest.raises(Refused, match="全部解除"):
        actions.lift_part(closure=one, units=[], what=[], number="7号", by=cast.officer, at=room.at)
    actions.lift_part(closure=one, units=[cast.units["梨花沟镇"]], what=[], number="7号", by=cast.officer, at=room.at)
    assert shut() == {"青禾影城", "丰禾农贸市场"}
    actions.lift_part(closure=one, units=[], what=["market"], number="8号", by=cast.officer, at=room.at)
    assert shut() == {"青禾影城"} and Check.objects.get(firm=market).state == "dropped"
    exempt = Exempt("firm", "livelihood", room.at + DAY, firm=cinema, words="做核酸检测点")
    made = actions.propose_exemption(closure=one, exempt=exempt, by=cast.township, at=room.at)
    actions.allow_exemption(exemption=made, by=cast.leader, at=room.at)
    assert shut() == set()
    actions.end_exemption(exemption=made, by=cast.leader, at=room.at)
    assert shut() == {"青禾影城"}
    actions.lift_closure(closure=one, number="9号", by=cast.officer, at=room.at)
    assert shut() == set()


def test_what_was_seen_shut_and_stands_open_again_is_looked_at_anew_and_the_earlier_look_stays(room, cast):
    one = room.ordered("place", "丰禾社区")
    first = Check.objects.get()
    actions.see_shut(check=first, by=cast.cadre, at=room.at + HOUR)
    with pytest.raises(Refused, match="在这以后"):
        actions.see_open(check=first, words="东口开着", by=cast.cadre, at=room.at + HOUR / 2)
    with pytest.raises(Refused, match="不归您"):
        actions.see_open(check=first, words="东口开着", by=cast.far_cadre, at=room.at + 2 * HOUR)
    actions.see_open(check=first, words="东口开着", by=cast.cadre, at=room.at + 2 * HOUR)
    again = Check.objects.get(after=first)
    assert (first.state, again.state, Turn.objects.get(record=again.pk, closed_at=None).role) == ("seen", "not_shut", "township_cadre")
    with pytest.raises(Refused, match="刚才已经有人"):
        actions.see_open(check=first, words="东口开着", by=cast.cadre, at=room.at + 3 * HOUR)

    def known(hours):
        return [value(f"closures_{code}", Reach("/"), room.at + hours * HOUR) for code in ("unseen", "open")]

    assert [known(hours) for hours in (.5, 1.5, 2.5)] == [[1, 0], [0, 0], [1, 1]]
    actions.see_shut(check=again, by=cast.township, at=room.at + 3 * HOUR)
    assert [known(hours) for hours in (.5, 1.5, 2.5, 3.5)] == [[1, 0], [0, 0], [1, 1], [0, 0]], "as known then"
    assert queries.parts_of(one, Reach("/"), 9)[-1]["total"] == 1, "one place"
    actions.lift_part(closure=one, units=[cast.units["丰禾社区"]], what=[], number="8号", by=cast.officer, at=room.at + 4 * HOUR)
    with pytest.raises(Refused, match="不用关停"):
        actions.see_open(check=again, words="东口开着", by=cast.cadre, at=room.at + 5 * HOUR)


def test_nobody_is_to_see_shut_what_is_not_to_be_shut_yet_or_any_more(room, cast):
    room.firm("cinema", title="青禾影城")
    one = room.ordered("trade", "丰禾社区", what=("cinema", "bath"), begins=12)
    check = Check.objects.get()
    assert Turn.objects.get(record=check.pk).due == one.from_at + DAY and value("closures_unseen", Reach("/"), room.at) == 0
    assert opening_later(Turn.objects.filter(record=check.pk), room.at) == {check.pk: one.from_at}
    for what in ("bath", "cinema"):
        assert Check.objects.get().state == "waiting"
        actions.lift_part(closure=one, units=[cast.units["丰禾社区"]], what=[what], number="8号", by=cast.officer, at=room.at)
    assert Check.objects.get().state == "dropped"


@time_machine.travel(datetime(2020, 3, 10, 1, 30, tzinfo=UTC), tick=False)
def test_a_place_says_what_is_shut_there_and_inside(room, cast):
    room.ordered("place", "丰禾社区", hours=24)
    assert [(one.title, one.place) for one in standing_at(cast.units["向阳小区"]) if one.title == "封路封村"] == [("封路封村", "丰禾社区")]
    def inside():
        return [one.word for one in standing_at(cast.units["青禾县"]) if "封路" in one.title]

    assert inside() == ["1 处"]
    both = room.ordered("place", "望河社区", "梨花沟镇")
    assert inside() == ["3 处"] and value("closures_areas", Reach("/"), room.at) == 3
    for place in ("梨花沟村", "望河社区"):
        actions.lift_part(closure=both, units=[cast.units[place]], what=[], number="8号", by=cast.officer, at=room.at)
    assert inside() == ["2 处"] and value("closures_areas", Reach("/"), room.at) == 2, "what is lifted with all of it is closed no more"
    assert notice_of(both, is_drill=False).values["lines"][-1] == "已解除：望河社区、梨花沟村。", "as units are listed"


def test_a_line_is_stopped_where_the_order_says_so(room, cast):
    told = {"by": cast.officer, "at": room.at}
    for kind, unit, title in (("intercity", "青禾县", "青禾—北屯"), ("town_bus", "梨花沟镇", "3 路")):
        actions.add_service(unit=cast.units[unit], kind=kind, title=title, **told)
    with pytest.raises(Refused, match="同名"):
        actions.add_service(unit=cast.units["青禾县"], kind="taxi", title="青禾—北屯", **told)
    room.ordered("transport", "禾阳街道", "梨花沟镇", what=("town_bus", "intercity"), hours=24)
    assert {one.title: bool(shut) for one, shut in queries.services(room.at)} == {"青禾—北屯": False, "3 路": True}


def test_an_exemption_needs_a_reason_of_the_list_and_an_end(room, cast):
    closed = room.ordered("place", "丰禾社区", hours=72)
    cases = [(Exempt("vehicle", "livelihood", room.at + HOUR, plate="禾A1"), "这个理由"),
             (Exempt("vehicle", "supplies", room.at + 99 * DAY, plate="禾A1"), "最长 30 天"),
             (Exempt("vehicle", "supplies", room.at + HOUR), "对谁例外"),
             (Exempt("firm", "livelihood", room.at + HOUR), "不能这样例外"),
             (Exempt("place", "production", room.at + HOUR, unit=cast.units["望河社区"]), "范围里")]
    for exempt, says in cases:
        with pytest.raises(Refused, match=says):
            actions.propose_exemption(closure=closed, exempt=exempt, by=cast.officer, at=room.at)


def test_a_township_asks_for_its_own_under_an_order_of_the_county_and_sees_no_others(room, cast):
    closed, until = room.ordered("place", "青禾县"), room.at + HOUR
    asks = [(cast.township, "禾阳街道", "禾A1"), (cast.far_township, "梨花沟镇", "禾A2")]
    for by, where, plate in asks:
        made = actions.propose_exemption(closure=closed, exempt=Exempt("vehicle", "supplies", until, plate=plate), by=by, at=room.at)
        assert made.unit == cast.units[where]
        shown = queries.parts_of(closed, Reach(made.unit.path), 9)[2]
        assert shown == [made], "who is exempt elsewhere is not his to read"
    actions.lift_closure(closure=closed, number="9号", by=cast.officer, at=room.at + HOUR / 2)
    assert {one.state for one in Exemption.objects.all()} == {"refused"}, "nobody is left to decide what means nothing any more"
    assert not Turn.objects.filter(flow="exemption", closed_at=None).exists()


def test_phones_carry_what_is_shut_in_their_county(room, cast):
    closed = room.ordered("place", "丰禾社区", hours=72, spared=("emergency",))
    supplies = Exempt("vehicle", "supplies", room.at + DAY, plate="禾c·88K66")
    exempt = actions.propose_exemption(closure=closed, exempt=supplies, by=cast.officer, at=room.at)
    actions.allow_exemption(exemption=exempt, by=cast.leader, at=room.at)
    [row] = queries.shut_carried([cast.units["望河社区"].path], room.at)
    village = cast.units["丰禾社区"]
    assert (row["areas"], row["number"], row["spared"]) == ([[village.pk, "丰禾社区"]], closed.number, ["emergency"])
    [let] = row["let"]
    assert (datetime.fromisoformat(let["until"]), let["plate"]) == (room.at + DAY, "禾C88K66"), "for as long as it holds"
    actions.lift_part(closure=closed, units=[village], what=[], number="8号", by=cast.officer, at=room.at)
    assert [one["open"] for one in queries.shut_carried([cast.units["望河社区"].path], room.at)] == [[village.pk]]
    coming = room.ordered("place", "望河社区", begins=12)
    rows = queries.shut_carried([cast.units["望河社区"].path], room.at)
    assert [(one["number"], datetime.fromisoformat(one["from"])) for one in rows] == [
        (coming.number, coming.from_at), (closed.number, room.at)]
    actions.lift_closure(closure=closed, number="9号", by=cast.officer, at=room.at)
    assert len(queries.shut_carried([cast.units["望河社区"].path], room.at)) == 1
