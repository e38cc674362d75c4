"""The board's page: whose it is, that each figure is a door, past moments, fresh figures, and the sheet."""
import io
import re
from datetime import date, timedelta
from urllib.parse import unquote

import openpyxl
import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.days import moment
from lianfang.response.isolation import actions as isolation

from .conftest import ON

EVENING = moment(ON, "18:45")
BOARD = reverse("situation:board")


@pytest.fixture
def on(story):
    """Somebody looking at the evening of the story's day."""
    with time_machine.travel(EVENING, tick=False):
        yield story


def asked(client, account, address=BOARD, **headers):
    client.force_login(account)
    return client.get(address, headers=headers)


def links(answer) -> list[str]:
    return [link.replace("&amp;", "&") for link in re.findall(r'href="(/[^"]*figure=[^"]*)"', answer.content.decode())]


def test_a_county_officer_sees_the_county_total_first(client, on):
    answer = asked(client, on.cast.officer)
    rows = re.findall(r'<tr class="total">.*?</tr>', answer.content.decode(), re.S)
    assert answer.status_code == 200 and len(rows) == 1 and "青禾县合计" in rows[0]
    assert answer.context["board"].total["managed"] == 3


def test_worst_comes_first(client, on):
    assert [line.name for line in asked(client, on.cast.officer).context["board"].lines[:2]] == ["禾阳街道", "梨花沟镇"]


def test_a_town_sees_its_own_only(client, on):
    answer = asked(client, on.cast.far_township)
    assert (answer.context["board"].unit.name, answer.context["board"].total["managed"]) == ("梨花沟镇", 1)
    for other in ("青禾县", "禾阳街道", "丰禾社区"):
        assert asked(client, on.cast.far_township, reverse("situation:board", args=[on.unit(other).pk])).status_code == 404


@pytest.mark.parametrize("part", ["post", "lab", "admin"])
def test_who_may_not_look_is_refused(client, on, part):
    assert asked(client, on.cast.accounts[part]).status_code == 403


def test_each_figure_opens_as_many_records_as_it_says(client, on):
    answer = asked(client, on.cast.officer)
    body = answer.content.decode()
    found = re.findall(r'<a class="num[^"]*" href="([^"]*figure=[^"]*)"[^>]*>([\d,]+)</a>', body)
    assert len(found) > 80
    for address, said in dict.fromkeys(found):
        opened = client.get(address.replace("&amp;", "&"))
        assert opened.status_code == 200, address
        assert opened.context["table"].count == int(said.replace(",", "")), address


def test_rates_and_words_open_too(client, on):
    body = asked(client, on.cast.officer).content.decode()
    missing = re.findall(r'href="([^"]*figure=am_missed[^"]*)">(?:漏\s?)(\d+)<', body)
    assert missing and all(client.get(a.replace("&amp;", "&")).context["table"].count == int(n) for a, n in missing)


def test_unit_and_moment_are_kept(client, on):
    town = on.unit("禾阳街道")
    for address in links(asked(client, on.cast.officer, reverse("situation:board", args=[town.pk]))):
        assert re.search(r"[?&]unit=\d+", address) and "at=2020-03-10T10:45:00Z" in unquote(address)


def test_what_hangs_on_no_unit_below_has_a_line_of_its_own_that_opens(client, on):
    answer = asked(client, on.cast.officer)
    last = answer.context["board"].lines[-1]
    assert last.unit is None and last["nodes_lacking"] == 1
    [address] = [a for a in links(answer) if "figure=nodes_lacking" in a and "own=1" in a]
    assert [unit.name for unit in client.get(address).context["table"].page] == ["青禾县"]


def test_it_leads_down_to_the_building(client, on):
    level = on.unit("青禾县")
    client.force_login(on.cast.officer)
    for name in ("禾阳街道", "丰禾社区", "丰禾第四网格", "向阳小区", "3号楼"):
        address = reverse("situation:board", args=[on.unit(name).pk])
        assert address in client.get(reverse("situation:board", args=[level.pk])).content.decode()
        level = on.unit(name)
    assert client.get(address)["Location"] == reverse("situation:building", args=[level.pk])


def test_a_past_moment_shows_what_was_known_then(client, on):
    answer = asked(client, on.cast.officer, f"{BOARD}?at=2020-03-10T09:07:00%2B08:00")
    assert (answer.context["board"].total["managed"], answer.context["is_live"]) == (2, False)
    assert "every 5s" not in answer.content.decode() and "当时所知" in answer.content.decode()


@pytest.mark.parametrize("at", ["gestern", "2030-01-01T00:00", "9999-99-99", "", "0001-01-01T00:00", "9999-12-31T23:59:59-14:00"])
def test_what_is_no_past_moment_is_now(client, on, at):
    assert asked(client, on.cast.officer, f"{BOARD}?at={at}").context["is_live"]


def test_the_last_two_cut_offs_are_one_tap_away(client, on):
    cuts = asked(client, on.cast.officer).context["cuts"]
    assert [(cut["label"], cut["is_current"]) for cut in cuts] == [("此刻", True), ("今晚 18:45", False), ("今早 07:45", False)]


def test_it_asks_again_and_is_told_when_nothing_has_changed(client, on):
    again = asked(client, on.cast.officer).context["again"]
    answer = client.get(again, headers={"HX-Request": "true"})
    assert (answer.status_code, answer["X-As-Of"]) == (204, "18:45")


def test_a_fact_stands_on_the_board_at_once(client, on, all_seen):
    again = asked(client, on.cast.officer).context["again"]
    isolation.leave_county(orders=[on.order("魏小东")], by=on.cast.far_cadre, at=EVENING)
    answer = client.get(again, headers={"HX-Request": "true"})
    assert answer.status_code == 200 and answer.context["board"].total["managed"] == 2
    assert answer.content.decode().lstrip().startswith('<div id="board"')


def test_the_sheet_has_the_same_rows_total_first(client, on):
    answer = asked(client, on.cast.supervisor, f"{BOARD}?export=xlsx")
    rows = list(openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active.values)
    head = next(n for n, row in enumerate(rows) if row[0] == "单位")
    assert [row[:2] for row in rows[head + 1:head + 4]] == [("青禾县合计", 3), ("禾阳街道", 2), ("梨花沟镇", 1)]


def test_a_cadre_who_may_not_export_is_refused_the_sheet(client, on):
    assert asked(client, on.cast.cadre, f"{BOARD}?export=xlsx").status_code == 403


def test_what_to_chase_is_named_with_one_button_each(client, on):
    urges = asked(client, on.cast.officer).context["urges"]
    assert len(urges) == 5 and urges[0].badge.startswith("乡级逾期") and all(urge.url and urge.verb for urge in urges)
    client.force_login(on.cast.officer)
    assert all(client.get(urge.url).status_code == 200 for urge in urges)


def test_the_one_above_urges_from_the_board_and_the_owner_sees_it(client, on):
    first = asked(client, on.cast.officer).context["urges"][0]
    assert first.press and first.verb == "催"
    answer = client.post(first.press)
    assert (answer.status_code, answer["Location"]) == (302, reverse("situation:board", args=[on.unit("青禾县").pk]))
    after = asked(client, on.cast.officer)
    assert "18:45 催过" in after.context["urges"][0].text
    assert "已催" in client.get(first.url).content.decode()
    client.force_login(on.cast.township)
    assert "已催 1 次" in client.get("/").content.decode()


def test_who_owes_it_himself_or_looks_back_is_offered_no_urging(client, on):
    own = asked(client, on.cast.township).context["urges"]
    assert not any(urge.press for urge in own if "乡级" in urge.badge)
    past = asked(client, on.cast.officer, f"{BOARD}?at=2020-03-10T18:40").context["urges"]
    assert past and not any(urge.press for urge in past)


def test_few_queries(client, on, django_assert_max_num_queries):
    client.force_login(on.cast.officer)
    client.get(BOARD)
    with django_assert_max_num_queries(37):
        client.get(BOARD)


def test_a_morning_before_its_evening_check_says_not_yet(client, story):
    with time_machine.travel(moment(date(2020, 3, 10), "09:45"), tick=False):
        body = asked(client, story.cast.officer).content.decode()
    assert "未开始" in body and "晚检漏" not in body


def test_tomorrow_nothing_of_today_is_new(client, story):
    with time_machine.travel(EVENING + timedelta(days=1), tick=False):
        total = asked(client, story.cast.officer).context["board"].total
    assert (total["new_today"], total["managed"], total["am_due"]) == (0, 3, 0)
