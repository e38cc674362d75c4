"""Somebody moves to a village of the other town: offered, received against a receipt, the clock kept; before, nobody there sees a thing."""
import pytest

from . import sheets

pytestmark = pytest.mark.journey
NAME, MASKED = "闻人远行", "闻＊＊行"
PERIOD = "3月18日 24 时"


def test_an_order_moves_to_another_village(grown_county, desk, phone):
    people = grown_county.ask("tests.journeys.setting.bring_in", rows=[sheets.returnee(201, NAME, "向阳小区3号楼3单元502")])
    person = f"/person/{people[NAME]}/"
    giver, taker = desk(grown_county, "cadre"), phone(grown_county, "far_cadre")
    other_town = desk(grown_county, "far_township")
    giver.open(person).sees(PERIOD, "502")
    order = giver.address_of("转交").removesuffix("hand-over/")
    nothing_is_seen(other_town, person, order)
    nothing_is_seen(taker, person, order)

    giver.follow("转交").select("单位", "梨花沟镇 梨花沟村").fill(reason="本人要回梨花沟村老家照顾母亲").press("转交").sees("等对方接收")
    nothing_is_seen(other_town, person, order)

    taker.open("/").follow("接收转来的人").sees(MASKED).fill(address="东胡同 5号").press("接收")
    taker.sees("已接收，期限照原来的算", PERIOD, "梨花沟村")
    other_town.open(person).sees(MASKED, PERIOD, "转交 · 接收")
    giver.is_refused(person).is_refused(f"{order}serve/")
    the_receipt_is_kept(grown_county, people[NAME])


def nothing_is_seen(stranger, person, order):
    """Neither the page, nor the order, nor the lists, nor a search."""
    stranger.is_refused(person).is_refused(f"{order}serve/").is_refused(f"{order}hand-over/")
    stranger.open("/orders/").sees_not(MASKED).open("/people/").sees_not(MASKED)
    stranger.open(f"/people/search/?q={NAME}").sees("没有找到")


def the_receipt_is_kept(county, person):
    """Who gave and who took stands in the journal, and the move follows from the receipt."""
    lines = county.ask("tests.journeys.setting.causes", subject=person)
    by_verb = {told["verb"]: told for told in lines}
    assert by_verb["isolation.move"]["because"] == by_verb["isolation.receive"]["id"]
    assert by_verb["isolation.hand_over"]["data"]["to"] == county.units["梨花沟村"]
