"""Screens and their keys; figures without small cells; what a refresh costs and says."""
import json
from datetime import timedelta

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from lianfang.ground import decisions
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.clock import JOBS
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.indicators import INDICATORS
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused, ahead
from lianfang.ground.workflow.models import Turn
from lianfang.overview.meetings.actions import start_series
from lianfang.overview.wall import actions, queries, rules
from lianfang.overview.wall.models import Counted, Screen
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.registers.territory import actions as territory
from lianfang.registers.territory.outlines import Border
from lianfang.response.isolation import actions as isolation
from tests.reading import says

FACTS = {"origin": "other_province", "origin_risk": "low", "code": "green", "temperature": 36.5, "symptoms": "no", "exposure_on": "unknown",
         "age": 40, "special": "none", "worker": "no"}


@pytest.fixture
def county(cast):
    with everything():
        yield cast.units["青禾县"]


def ordered(cast, door, many, at=None):
    """So many people under orders behind a door."""
    at, unit = at or cast.at, cast.units[door]
    made = people.add_people(people=[draft_person(unit_id=unit.pk, name=f"演练{n}", at=at) for n in range(many)], by=cast.officer, at=at)
    found = [isolation.Finding(person_id=one.pk, unit_id=unit.pk, facts=FACTS | {"arrival_on": day_of(at)}, on=day_of(at)) for one in made]
    isolation.decide(findings=found, by=named(SYSTEM), at=at)


def put_up(cast, county, **said):
    return actions.issue_key(unit=county, name="指挥部一楼", by=cast.officer, at=cast.at, **said)


@pytest.fixture
def paired(cast, county):
    """A screen, and a browser that carries its key."""
    _screen, code = put_up(cast, county)
    screen, key = actions.pair(code=code, at=cast.at)
    client = Client()
    client.cookies["wall"] = key
    return screen, client


@pytest.fixture
def at_nine(cast, monkeypatch):
    """The clock of the pages stands at the cast's morning, and can be moved."""
    stands = [cast.at]
    for module in ("screen", "desk"):
        monkeypatch.setattr(f"lianfang.overview.wall.views.{module}.now", lambda: stands[0])
    return stands


def test_whole_figures_are_sums_and_small_cells_of_a_town_are_left_out_with_what_gives_them_back(cast, county):
    ordered(cast, "502", 9)
    ordered(cast, "梨花沟村12号", 2)
    counted = actions.count(unit=county, at=cast.at)
    near, far = cast.units["禾阳街道"].pk, cast.units["梨花沟镇"].pk
    assert counted.figures["whole"]["managed"] == 11
    assert counted.figures["cells"]["managed"] == {near: None, far: None}, "11 less 9 would tell of two"
    ordered(cast, "梨花沟村12号", 4, cast.at + timedelta(minutes=1))
    later = actions.count(unit=county, at=cast.at + timedelta(minutes=2))
    assert later.figures["cells"]["managed"] == {near: 9, far: 6} and Counted.objects.count() == 1
    assert later.figures["cells"]["symptoms_today"] == {near: 0, far: 0}


def test_a_small_town_among_noughts_is_told_by_the_sum_so_no_town_is_told(cast, county):
    ordered(cast, "502", 4)
    counted = actions.count(unit=county, at=cast.at)
    near, far = cast.units["禾阳街道"].pk, cast.units["梨花沟镇"].pk
    assert counted.figures["whole"]["managed"] == 4
    assert counted.figures["cells"]["managed"] == {near: None, far: None}


def test_the_curve_of_those_managed_gives_back_no_day_that_is_too_small(cast, county):
    town = cast.units["禾阳街道"]
    for days, many in ((3, 6), (2, 2), (1, 7), (0, 3)):
        ordered(cast, "502", many, cast.at - timedelta(days=days))
    curves = actions.count(unit=town, at=cast.at + timedelta(minutes=5)).figures["curves"]
    assert curves["new"][-4:] == [6, None, 7, None]
    assert curves["managed"][-4:] == [6, None, None, 18], "15 and 8 would tell of three and two, 6 tells of five"


def test_nothing_that_names_anybody_is_kept_or_told(cast, county, paired, at_nine):
    ordered(cast, "502", 6)
    check = apps.get_model("isolation", "Check").objects.filter(half="am").first()
    isolation.record_checks(readings=[isolation.Reading(check, 38.4, [])], by=cast.grid, at=cast.at + timedelta(minutes=5))
    client = paired[1]
    at_nine[0] = cast.at + timedelta(minutes=20)
    actions.count(unit=county, at=at_nine[0])
    told = client.get(reverse("wall:figures"))
    said = json.dumps(told.json(), ensure_ascii=False)
    assert "演练" not in said and not says(said, "502") and len(told.content) < 16_000
    [alarm] = told.json()["alarms"]
    assert alarm["place"] == "禾阳街道" and alarm["n"] is None, "one fever of a street is said without how many"
    assert at_nine[0].timestamp() - alarm["since"] == pytest.approx(15 * 60)


def test_overdue_is_told_by_level_and_of_each_town_how_high_it_has_risen(cast, county):
    near, far = cast.units["禾阳街道"], cast.units["梨花沟镇"]
    said = {"flow": "check", "state": "due", "role": "grid_worker", "owner_unit": near, "opened_at": cast.at - timedelta(days=2)}
    for unit, level, hours in ((near, "grid", 5), (near, "township", 30), (far, "county", 40), (far, "village", 2), (county, "county", 1)):
        Turn.objects.create(unit=unit, level=level, record=uuid7(), due=cast.at - timedelta(hours=hours), **said)
    late = actions.count(unit=county, at=cast.at).figures["late"]
    oldest = {level: since and round((cast.at.timestamp() - since) / 3600) for level, (_n, since) in late["levels"].items()}
    assert {level: n for level, (n, _since) in late["levels"].items()} == {"grid": 1, "village": 1, "township": 1, "county": 2}
    assert oldest == {"grid": 5, "village": 2, "township": 30, "county": 40}
    assert late["below"] == {str(near.pk): [2, 1], str(far.pk): [2, 2]}


def test_what_the_county_does_not_count_is_said_to_be_unknown_and_a_base_of_nothing_is_no_rate(cast, county, paired, at_nine):
    figures = {one["code"]: one for one in paired[1].get(reverse("wall:figures")).json()["hands"]["recovery"]}
    assert figures["firms"]["is_known"] and figures["firms"]["value"] == 0
    assert not figures["firms_resumed"]["is_known"] and figures["firms_resumed"]["value"] is None
    assert figures["tested_in_time"]["is_rate"] and figures["tested_in_time"]["against"] == 0
    assert {one.code for one in rules.placed(cast.on)} >= {*rules.HOPED, "managed"}


def test_a_refresh_is_one_short_answer_and_nothing_where_nothing_is_new(cast, paired, at_nine, django_assert_max_num_queries):
    screen, client = paired
    first = client.get(reverse("wall:figures"))
    with django_assert_max_num_queries(4):
        again = client.get(reverse("wall:figures"), headers={"If-None-Match": first["ETag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"") and float(again["X-Now"]) == cast.at.timestamp()
    actions.steer(screen=screen, panel="map", figure="overdue", is_paused=True, by=cast.officer, at=cast.at)
    steered = client.get(reverse("wall:figures"), headers={"If-None-Match": first["ETag"]}).json()["steer"]
    assert steered == {"version": 2, "figure": "overdue", "panel": "map", "paused": True}
    with pytest.raises(Refused, match="不在大屏"):
        actions.steer(screen=screen, figure="appeals_open", by=cast.officer, at=cast.at)


def test_a_code_pairs_once_and_its_key_reads_until_it_is_revoked(cast, county, at_nine):
    screen, code = put_up(cast, county)
    assert code not in json.dumps(list(Screen.objects.values("code", "key")))
    client = Client()
    page = client.post(reverse("wall:pair"), {"code": f"{code[:4]} {code[4:]}"})
    cookie = page.cookies["wall"]
    assert page.status_code == 302 and cookie["httponly"] and (cookie["samesite"], cookie["path"]) == ("Lax", "/wall/")
    assert Client().post(reverse("wall:pair"), {"code": code}).status_code == 422, "used already"
    page = client.get(reverse("wall:wall")).content.decode()
    assert "青禾县" in page and "<style" not in page and "style=" not in page
    assert client.get("/situation/").status_code == 302, "the key opens nothing else"
    actions.revoke_key(screen=screen, by=cast.leader, at=cast.at)
    assert client.get(reverse("wall:figures")).status_code == 410 and client.get(reverse("wall:wall")).status_code == 302
    assert set(Line.objects.filter(record=screen.pk).values_list("verb", flat=True)) == {"wall.issue_key", "wall.pair", "wall.revoke_key"}


def test_codes_are_not_guessed_and_keys_end(cast, county, at_nine):
    _screen, code = put_up(cast, county)
    wrong = f"{(int(code) + 1) % 10 ** 8:08}"
    for _try in range(rules.term("tries", cast.on)):
        with pytest.raises(Refused, match="配对码不对"):
            actions.pair(code=wrong, at=cast.at)
    with pytest.raises(Refused, match="配对码不对"):
        actions.pair(code=code, at=cast.at)
    screen, code = put_up(cast, county)
    with pytest.raises(Refused):
        actions.pair(code=code, at=cast.at + timedelta(minutes=rules.term("code_minutes", cast.on)))
    screen, key = actions.pair(code=actions.renew_code(screen=screen, by=cast.officer, at=cast.at), at=cast.at)
    assert queries.screen_of_key(key, screen.until_at - timedelta(seconds=1)) == screen
    assert queries.screen_of_key(key, screen.until_at) is None
    ended = screen.until_at
    screen, key = actions.pair(code=actions.renew_code(screen=screen, by=cast.officer, at=ended), at=ended)
    assert queries.screen_of_key(key, ended) == screen and screen.until_at - ended == timedelta(days=rules.term("key_days", cast.on))


def test_a_screen_of_a_town_tells_no_whole_from_which_a_few_are_found(cast, county):
    ordered(cast, "502", 6)
    orders = apps.get_model("isolation", "Order").objects
    orders.filter(pk=orders.first().pk).update(measure="home_monitoring")
    told = actions.count(unit=cast.units["禾阳街道"], at=cast.at + timedelta(minutes=1)).figures["whole"]
    assert told["managed"] == 6 and told["isolated"] is None, "6 less 5 would tell of one"


def test_only_who_leads_puts_up_a_screen_and_none_of_a_village(cast, county):
    with pytest.raises(Refused, match="值班员、领导管"):
        actions.issue_key(unit=county, name="村部", by=cast.cadre, at=cast.at)
    with pytest.raises(Refused, match="县、乡镇"):
        actions.issue_key(unit=cast.units["丰禾社区"], name="村部", by=cast.cadre, at=cast.at)
    with pytest.raises(Refused, match="在哪里"):
        actions.issue_key(unit=county, name=" ", by=cast.officer, at=cast.at)


def test_figures_are_counted_while_somebody_looks_and_at_once_for_who_comes_back(cast, county, paired, at_nine):
    client = paired[1]
    due = JOBS["wall.count"].action
    due(at=cast.at + timedelta(minutes=5))
    assert Counted.objects.get().at == cast.at + timedelta(minutes=5)
    due(at=cast.at + timedelta(hours=3))
    assert Counted.objects.get().at == cast.at + timedelta(minutes=5), "nobody looks"
    at_nine[0] = cast.at + timedelta(hours=4)
    assert client.get(reverse("wall:figures")).json()["at"] == at_nine[0].timestamp()


def test_a_screen_speaks_its_own_language(cast, county, at_nine):
    _screen, code = put_up(cast, county, language="en")
    _screen, key = actions.pair(code=code, at=cast.at)
    client = Client()
    client.cookies["wall"] = key
    assert "Epidemic" in client.get(reverse("wall:wall")).content.decode()
    told = client.get(reverse("wall:figures")).json()
    assert told["map"]["figures"][0]["word"] == "managed"


def test_the_next_meeting_and_rules_that_wait_for_their_hour_are_on_it(cast, county, paired, at_nine, monkeypatch):
    start_series(unit=county, series="evening", by=cast.officer, at=cast.at)
    soon = ahead.Coming(ahead.REHEARSED, {"zh": "密接判定表 own-3", "en": "Contacts own-3"}, cast.at + timedelta(hours=5))
    monkeypatch.setitem(ahead._finders, "test", (ahead.REHEARSED, lambda unit, at: [soon]))
    actions.count(unit=county, at=cast.at + timedelta(minutes=1))
    rehearsed, meeting = paired[1].get(reverse("wall:figures")).json()["coming"]
    assert (rehearsed["kind"], rehearsed["title"]) == ("rehearsed", "密接判定表 own-3")
    assert meeting["title"] == "晚调度" and meeting["at"] - meeting["cut_off_at"] == 15 * 60


def test_the_desk_puts_up_steers_and_stops(cast, county, client, at_nine):
    client.force_login(cast.officer, backend="lianfang.ground.accounts.sessions.AccountBackend")
    page = client.post(reverse("wall:issue_key"), {"name": "指挥部", "unit": county.pk, "language": "zh-hans"}).content.decode()
    screen = Screen.objects.get()
    code = page.split("<code>")[1].split("</code>")[0]
    assert len(code) == 9 and "指挥部" in client.get(reverse("wall:screens")).content.decode()
    there = reverse("wall:screens")
    assert f'"{there}"' in client.get(reverse("wall:pair")).content.decode().split("<main")[1]
    assert there not in Client().get(reverse("wall:pair")).content.decode(), "a screen where nobody is signed in leads nowhere"
    client.post(reverse("wall:steer", args=[screen.pk]), {"panel": "curves"})
    client.post(reverse("wall:steer", args=[screen.pk]), {"paused": "yes"})
    screen.refresh_from_db()
    assert (screen.panel, screen.is_paused, screen.version) == ("curves", True, 3)
    client.post(reverse("wall:revoke_key", args=[screen.pk]))
    assert "已停用" in client.get(reverse("wall:screen", args=[screen.pk])).content.decode()


def test_tiles_lie_as_their_villages_do_and_in_the_order_of_the_tree_where_nobody_knows(cast, county):
    class Town:
        def __init__(self, pk):
            self.pk, self.path = pk, f"/1/{pk}/"

    towns = [Town(n) for n in range(1, 7)]
    drawn = queries.shape.tiled
    with everything():
        plain = drawn(towns)
        assert plain["tiles"] == {"1": [0, 0], "2": [1, 0], "3": [2, 0], "4": [0, 1], "5": [1, 1], "6": [2, 1]} and not plain["is_laid_out"]
    lies = {1: (43.0, 125.9), 2: (44.0, 125.0), 3: (44.0, 125.5), 4: (44.0, 126.0), 5: (43.0, 125.0)}
    places = [(f"/1/{pk}/9/", *at) for pk, at in lies.items()]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("lianfang.overview.wall.queries.shape.territory.places_below", lambda units: places)
        found = drawn(towns)
    assert found["tiles"] == {"2": [0, 0], "3": [1, 0], "4": [2, 0], "5": [0, 1], "6": [1, 1], "1": [2, 1]} and found["is_laid_out"]


def test_outlines_are_drawn_where_the_county_gave_them_and_who_lacks_one_is_named(cast, county):
    ring = [[125.0, 43.0], [125.2, 43.0], [125.2, 43.2], [125.0, 43.2], [125.0, 43.0]]
    border = Border(1, "禾阳街道", "", [[ring]])
    was = queries.shape_of(county)["digest"]
    territory.set_outlines(unit=county, borders=[border], source="勘界", by=cast.officer, at=cast.at)
    found = queries.shape_of(county)
    assert (found["kind"], found["missing"], found["high"], found["digest"] == was) == ("outlines", ["梨花沟镇"], 1000.0, False)
    drawn = found["paths"][str(cast.units["禾阳街道"].pk)]
    assert drawn["path"].startswith("M0.0 1000.0L") and drawn["path"].endswith("Z") and 300 < drawn["label"][1] < 700


def test_the_tables_say_what_is_people_and_every_base_is_a_figure(cast):
    for one in rules.placed(cast.on):
        assert one.code in INDICATORS or one.code in rules.HOPED
        assert not one.against or one.against in INDICATORS
    assert rules.alarm("check", "due", cast.on)["shows"] == "no" and decisions.shipped("wall_least").title
